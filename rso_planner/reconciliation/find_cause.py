"""The one cause of a disagreement, by counterfactual: which change makes the force's verdict the register's?

One change names the cause; of several, the first in the causes' order is primary and the others are listed.
Several needed together are COMBINED; none is UNEXPLAINED. A change for which nothing but the register's date
speaks, or nothing at all, is only looked at where none of the others explains the disagreement.
Source: rules.md, reconciliation causes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rso_planner.domain.discrepancy import Cause
from rso_planner.reconciliation.causes import find_steps
from rso_planner.reconciliation.comparison import Comparison, Evidence, Step
from rso_planner.reconciliation.verdict import recount

_MOST_TOGETHER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The primary cause, its parts where it is COMBINED, what would explain it too, and what differs, in words."""

    cause: Cause
    parts: tuple[Cause, ...] = ()
    also: tuple[Cause, ...] = ()
    words: str


@dataclass(frozen=True, slots=True)
class _Flip:
    steps: tuple[Step, ...]
    dates_match: bool

    @property
    def causes(self) -> tuple[Cause, ...]:
        """The causes of the steps, in the causes' order."""
        return tuple(step.cause for step in self.steps)

    @property
    def is_weak(self) -> bool:
        """Tell whether nothing but the register's date, if that, speaks for one of the steps."""
        return any(step.evidence in (Evidence.DATED, Evidence.ASSUMED) for step in self.steps)


def find_cause(compared: Comparison) -> Explanation:
    """The explanation of the person's disagreement, the fewest changes first."""
    steps = tuple(find_steps(compared))
    for together in range(1, _MOST_TOGETHER + 1):
        flips = list(_flips(compared, combinations(steps, together)))
        if flips:
            return _explain([flip for flip in flips if not flip.is_weak] or flips)
    return Explanation(
        cause=Cause.UNEXPLAINED, words="no single change and no few together explain the difference"
    )


def _flips(compared: Comparison, choices: Iterable[tuple[Step, ...]]) -> Iterator[_Flip]:
    for steps in choices:
        if len({step.cause for step in steps}) < len(steps):
            continue
        facts = compared.facts
        for step in steps:
            facts = step.apply(facts)
        verdict = recount(facts)
        if not compared.reaches(verdict):
            continue
        dates_match = not compared.has_dated_verdict or compared.dates_match(verdict)
        if all(_is_shown(compared, step, dates_match) for step in steps):
            yield _Flip(steps, dates_match)


def _is_shown(compared: Comparison, step: Step, dates_match: bool) -> bool:
    if step.evidence is Evidence.STATED:
        return True
    return dates_match and (step.evidence is not Evidence.DATED or compared.has_dated_verdict)


def _explain(flips: Sequence[_Flip]) -> Explanation:
    if len(flips[0].steps) > 1:
        best = next((flip for flip in flips if flip.dates_match), flips[0])
        return Explanation(cause=Cause.COMBINED, parts=best.causes, words=_words(best))
    first, *others = dict.fromkeys(cause for flip in flips for cause in flip.causes)
    of_first = [flip for flip in flips if flip.causes == (first,)]
    best = next((flip for flip in of_first if flip.dates_match), of_first[0])
    return Explanation(cause=first, also=tuple(others), words=_words(best))


def _words(flip: _Flip) -> str:
    return "; and ".join(step.words for step in flip.steps)
