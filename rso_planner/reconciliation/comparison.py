"""One person as both lists have the person, and the steps that could make the one verdict the other."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.reconciliation.verdict import Facts, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The force's facts and verdict beside the register's record and verdict.

    `said` names the fields that the export says of anybody: an empty one of these says 'none', any other nothing.
    `areas` are the force's own, without capitals; none where the two lists name areas in different ways.
    """

    facts: Facts
    ours: Verdict
    record: RegisterRecord
    theirs: Verdict
    snapshot_on: date
    said: frozenset[str]
    areas: frozenset[str]

    @property
    def has_dated_verdict(self) -> bool:
        """Tell whether the register's verdict rests on a due date, or on having none."""
        record = self.record
        return record.next_visit_due_on is not None or (
            record.visits_outstanding is None and "next_visit_due_on" in self.said
        )

    def reaches(self, verdict: Verdict) -> bool:
        """Tell whether the verdict is the register's: overdue or not, or else the number of visits."""
        if verdict.is_overdue is not self.theirs.is_overdue:
            return False
        return self.ours.is_overdue is not self.theirs.is_overdue or verdict.visits == self.theirs.visits

    def dates_match(self, verdict: Verdict) -> bool:
        """Tell whether the verdict has the register's own due date."""
        return verdict.due_on == self.record.next_visit_due_on


class Evidence(StrEnum):
    """What a step rests on.

    `stated`: the lists say different things, or count different people. `inferred`: the register says nothing of
    it, so the step must lead to the register's date where its verdict has one. `dated`: only that date speaks for
    it. `assumed`: nothing does, because the verdict has no date.
    """

    STATED = "stated"
    INFERRED = "inferred"
    DATED = "dated"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change of the facts from the force's to what the register may have gone by; `words` say it."""

    cause: Cause
    apply: Callable[[Facts], Facts]
    words: str
    evidence: Evidence = Evidence.STATED
