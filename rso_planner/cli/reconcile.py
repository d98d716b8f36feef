"""`rso-planner reconcile`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.messages import answer, answer_json, steps
from rso_planner.cli.options import AsJson, AsOf, Policy, day_of

if TYPE_CHECKING:
    from rso_planner.domain.reconciliation import Reconciliation

_MOST_SHOWN = 10


def reconcile(
    context: typer.Context,
    as_of: AsOf = None,
    policy: Policy = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE.xlsx", help="Write the workbook here; the page and the corrections beside it."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Find why the force's and the register's counts differ."""
    from rso_planner.use_cases.reconcile_counts import reconcile_counts
    from rso_planner.use_cases.write_reconciliation_papers import write_reconciliation_papers

    asking = asking_of(context)
    with steps("Comparing the lists") as advance:
        found = reconcile_counts(asking, day_of(as_of), policy, advance)
    papers = write_reconciliation_papers(asking, found, out) if out else ()
    if as_json:
        from rso_planner.use_cases.json_answers import make_reconciliation_answer

        answer_json(make_reconciliation_answer(found))
        return
    for line in reconciliation_lines(found, papers):
        answer(line)


def reconciliation_lines(
    found: "Reconciliation", papers: Sequence[Path], most_shown: int = _MOST_SHOWN
) -> list[str]:
    """The two totals, the bridge between them, whom to look at first, and the files that were written."""
    from rso_planner.domain.reconciliation_words import (
        explained_sentences,
        lists_sentence,
        range_sentence,
        trend_sentence,
        undecided_sentence,
    )

    lines = [
        lists_sentence(found),
        "",
        *_bridge_lines(found),
        "",
        *explained_sentences(found),
        range_sentence(found),
    ]
    if found.undecided_pairs:
        lines.append(undecided_sentence(found))
    if found.earlier_on is not None:
        lines.append(trend_sentence(found))
    return [*lines, "", *_serious_lines(found, most_shown), *(f"Wrote {paper}" for paper in papers)]


def _serious_lines(found: "Reconciliation", most_shown: int) -> list[str]:
    if not found.discrepancies:
        return []
    lines = ["The most serious first:"]
    for each in found.discrepancies[:most_shown]:
        who = each.offender_id or f"register {each.register_id}"
        risk = each.risk_level.words if each.risk_level else "not known"
        lines.append(f"  {who:<16}  {risk:<9}  {each.reason}")
    if len(found.discrepancies) > most_shown:
        lines.append(f"  and {len(found.discrepancies) - most_shown:,} more; --out FILE.xlsx lists them all")
    return lines


def _bridge_lines(found: "Reconciliation") -> list[str]:
    from rso_planner.domain.cause_words import CAUSE_WORDS
    from rso_planner.domain.reconciliation_words import effect_words

    effect_on_visits = {line.cause: line.effect for line in found.visits.lines}
    lines = [
        f"{'':<52}{'found on':>10}{'people':>10}{'visits':>10}",
        _total_line("Overdue by the force's records", found.people.force_total, found.visits.force_total),
    ]
    for line in found.people.lines:
        title, on_visits = CAUSE_WORDS[line.cause].title, effect_on_visits[line.cause]
        lines.append(
            f"  {title:<50}{line.people:>10,}{effect_words(line.effect):>10}{effect_words(on_visits):>10}"
        )
    lines.append(_total_line("Overdue by the register", found.people.register_total, found.visits.register_total))
    return lines


def _total_line(words: str, people: int, visits: int) -> str:
    return f"{words:<52}{'':>10}{people:>10,}{visits:>10,}"
