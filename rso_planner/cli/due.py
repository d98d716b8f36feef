"""`rso-planner due`."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.figures import headline_lines
from rso_planner.cli.messages import answer, answer_json, progress
from rso_planner.cli.options import AsJson, AsOf, Policy, day_of

if TYPE_CHECKING:
    from rso_planner.use_cases.find_due import DueList

_SHOWN_TASKS = 15


def due(
    context: typer.Context,
    as_of: AsOf = None,
    weeks: Annotated[int, typer.Option(min=0, max=520, metavar="N", help="How far to look ahead.")] = 4,
    policy: Policy = None,
    as_json: AsJson = False,
) -> None:
    """Show what is overdue, due and at risk. The headline figures come first."""
    from rso_planner.use_cases.find_due import find_due

    with progress("Going through the records"):
        found = find_due(asking_of(context), day_of(as_of), weeks, policy)
    if as_json:
        from rso_planner.use_cases.json_answers import make_due_answer

        answer_json(make_due_answer(found))
        return
    for line in _lines(found):
        answer(line)


def _lines(found: "DueList") -> list[str]:
    from rso_planner.domain.plain_words import count_in_words, day_in_words
    from rso_planner.use_cases.find_due import Standing

    lines = [f"As of {day_in_words(found.as_of)}", "", *headline_lines(found.figures), ""]
    counts = Counter((each.task.kind, each.standing) for each in found.tasks)
    ahead = count_in_words(found.weeks, "week")
    lines.append(f"{'Work':<22}{'overdue':>9}{'in 7 days':>11}{'in ' + ahead:>12}")
    for kind in sorted({kind for kind, _ in counts}):
        row = [counts[kind, standing] for standing in Standing]
        lines.append(f"{kind.value.replace('_', ' '):<22}{row[0]:>9,}{row[1]:>11,}{row[2]:>12,}")
    lines += ["", "The most late, measured against the person's own interval:"]
    for each in found.tasks[:_SHOWN_TASKS]:
        lines.append(f"  {each.task.offender_id}  {each.task.risk_level.words:<9}  {each.task.reason}")
    if len(found.tasks) > _SHOWN_TASKS:
        lines.append(f"  and {len(found.tasks) - _SHOWN_TASKS:,} more; --json lists them all")
    lines += [
        "",
        f"{count_in_words(len(found.enquiries), 'person')} to be found before a visit can be planned.",
        f"A warrant is to be considered for {count_in_words(len(found.warrant_flags), 'person')}.",
        f"{count_in_words(len(found.data_warnings), 'gap')} in the records; --json lists them.",
    ]
    return lines
