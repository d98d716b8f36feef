"""Pairing by names and date of birth beside splink and beside one plain similarity: precision and recall.

    python -m benchmarks.pairing [--people 70000] [--febrl WHEEL] [--splink-python PYTHON] [--no-page]

Downloads FEBRL's lists and splink unless they are given. Every method has the same fields: family name, given
names and date of birth, as the planner has of real people; FEBRL's addresses and numbers are left out.
"""

import argparse
import tempfile
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from benchmarks.linkage.febrl import download_febrl, read_febrl_dedupe, read_febrl_link
from benchmarks.linkage.lists import Lists
from benchmarks.linkage.made_up import make_lists
from benchmarks.linkage.methods import (
    SPLINK,
    Run,
    make_splink_environment,
    run_ours,
    run_rapidfuzz,
    run_splink,
)
from benchmarks.linkage.scored import (
    PRECISION,
    Quality,
    ScoredPair,
    best_in_hindsight,
    each_ones_best,
    judge,
)
from benchmarks.results_page import circumstances, table, write_section

_HEADING = (
    *("method", "precision", "recall", "wrong", "waiting", "recall with them"),
    *("recall in hindsight", "CPU seconds", "MB"),
)
_ALIKE = 90.0
_BY_IDENTIFIER = 0.96
_FEW_PEOPLE = 5_000


_OPENING = f"""\
Two lists of people, or one that holds some of them several times, with a known answer. Every method has the same
fields: family name, given names and date of birth, which is all that the planner has. FEBRL's lists (Christen
2008) are much dirtier than a police register: many given names are wholly replaced, and wrong dates of birth are
random. The made-up people have the errors of real records, twins, fathers and sons of one name, people on one
list only, and second records.

- **precision, recall, wrong** are of what a method gives out without asking anybody: the planner's certain pairs;
  splink's pairs with a match probability of 0.99 or more; pairs with a similarity of {_ALIKE:.0f} of 100 or more.
  Between two lists each row goes with its single best at most.
- **waiting** are the records that the planner leaves to a person, and **recall with them** is what recall would be
  if that person decided all of them rightly. The other methods ask nobody.
- **recall in hindsight** is the highest at a precision of {PRECISION}, with the threshold chosen by the answers
  for every method. Nobody has the answers when it matters: it shows how well a method puts pairs in order, the
  planner's before its rules on relatives and identifiers.
- splink is trained without labels on each pair of lists. Names are compared apart or together by its own
  ready-made comparisons. What it weighs shares the same facts as what the planner weighs.
- **CPU seconds** are of the linking alone, without reading the lists; **MB** is the peak of its process.
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """A method on two lists: what it gives out, what waits for a person, and how well it puts pairs in order."""

    method: str
    certain: Quality
    waiting: int | None
    recall_with_waiting: float | None
    in_hindsight: Quality | None
    run: Run

    def row(self) -> tuple[str, ...]:
        """The figures as a line of the table."""
        waits = self.waiting is not None and self.recall_with_waiting is not None
        return (
            self.method,
            f"{self.certain.precision:.5f}",
            f"{self.certain.recall:.4f}",
            f"{self.certain.linked - self.certain.right:,}",
            f"{self.waiting:,}" if waits else "-",
            f"{self.recall_with_waiting:.4f}" if waits else "-",
            f"{self.in_hindsight.recall:.4f}" if self.in_hindsight else "-",
            f"{self.run.seconds:.1f}",
            f"{self.run.megabytes:,.0f}",
        )


def main() -> None:
    """Run every method on every pair of lists, print the tables and write them into the page."""
    parser = argparse.ArgumentParser(description="Pairing beside splink and beside one similarity.")
    parser.add_argument("--people", type=int, default=70_000, help="how many made-up people a side")
    parser.add_argument("--febrl", type=Path, help="the wheel that carries FEBRL's lists")
    parser.add_argument("--splink-python", type=Path, help="an interpreter that has splink")
    parser.add_argument("--no-page", action="store_true", help="leave docs/benchmarks.md as it is")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wheel = given.febrl or download_febrl(Path(folder))
        splink = given.splink_python or make_splink_environment(Path(folder) / "splink")
        lines = [*_OPENING.splitlines(), ""]
        for lists in (read_febrl_link(wheel), read_febrl_link(wheel, share=0.5)):
            lines += _section(lists, [_ours(lists), *_splinks(lists, splink), _rapidfuzz(lists)])
        for number in (1, 2, 3):
            lists = read_febrl_dedupe(wheel, number)
            lines += _section(lists, [_ours_within(lists), *_splinks(lists, splink), _rapidfuzz(lists)])
        lists = make_lists(_FEW_PEOPLE, by_identifier=0.0)
        lines += _section(lists, [_ours(lists), *_splinks(lists, splink), _rapidfuzz(lists)])
        lists = make_lists(given.people, by_identifier=0.0)
        lines += _section(lists, [_ours(lists), *_splinks(lists, splink)])
        lists = make_lists(given.people, by_identifier=_BY_IDENTIFIER)
        lines += _section(lists, [_ours(lists, by_identifier=True)])
    lines.append(circumstances("rapidfuzz", "numpy").replace("Python", f"{SPLINK.replace('==', ' ')}, Python", 1))
    print("\n".join(lines))
    if not given.no_page:
        write_section("pairing", "Pairing people by names and date of birth", lines)


def _section(lists: Lists, figures: Sequence[Figures]) -> list[str]:
    kind = "people to find" if lists.right else "pairs to find"
    title = f"### {lists.name}: {lists.pairs_to_find:,} {kind}"
    return [title, "", *table(_HEADING, [each.row() for each in figures]), ""]


def _ours(lists: Lists, *, by_identifier: bool = False) -> Figures:
    run = run_ours(lists)
    certain = [(left, right) for _, left, right in run.found["certain"]]
    rightly = {left for left, right in certain if lists.are_one(left, right)}
    rightly |= {left for _, left, right in run.found["asked"] if lists.are_one(left, right)}
    links = each_ones_best(run.found["link"])
    return Figures(
        method="the planner",
        certain=judge(certain, lists.are_one, lists.pairs_to_find),
        waiting=run.queue,
        recall_with_waiting=len(rightly) / lists.pairs_to_find,
        in_hindsight=None if by_identifier else best_in_hindsight(links, lists.are_one, lists.pairs_to_find),
        run=run,
    )


def _ours_within(lists: Lists) -> Figures:
    run = run_ours(lists)
    seconds = [(left, right) for _, left, right in run.found["second"]]
    return Figures(
        method="the planner",
        certain=judge(seconds, lists.are_one, lists.pairs_to_find),
        waiting=None,
        recall_with_waiting=None,
        in_hindsight=best_in_hindsight(run.found["link"], lists.are_one, lists.pairs_to_find),
        run=run,
    )


def _splinks(lists: Lists, python: Path) -> Iterator[Figures]:
    for kind in ("apart", "together"):
        run = run_splink(lists, python, kind)
        yield _without_a_queue(lists, run, f"splink, names {kind}", frozenset(run.found["certain"]))


def _rapidfuzz(lists: Lists) -> Figures:
    run = run_rapidfuzz(lists)
    alike = frozenset(pair for pair in run.found["link"] if pair[0] >= _ALIKE)
    return _without_a_queue(lists, run, "rapidfuzz alone", alike)


def _without_a_queue(lists: Lists, run: Run, method: str, given_out: Set[ScoredPair]) -> Figures:
    pairs = [*run.found["certain"], *run.found["link"]]
    ranked = each_ones_best(pairs) if lists.right else pairs
    return Figures(
        method=method,
        certain=judge(
            ((left, right) for score, left, right in ranked if (score, left, right) in given_out),
            lists.are_one,
            lists.pairs_to_find,
        ),
        waiting=None,
        recall_with_waiting=None,
        in_hindsight=best_in_hindsight(ranked, lists.are_one, lists.pairs_to_find),
        run=run,
    )


if __name__ == "__main__":
    main()
