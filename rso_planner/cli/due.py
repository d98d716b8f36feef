"""`rso-planner due`."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.figures import headline_lines
from rso_planner.cli.messages import answer, answer_json, progress
from rso_planner.cli.options import AsJson, AsOf, Policy, day_of

if TYPE_CHECKING:
    from rso_planner.use_cases.find_due import DueList, DueTask

_MOST_SHOWN = 10


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
    from rso_planner.domain.plain_words import day_in_words

    lines = [f"As of {day_in_words(found.as_of)}", "", *headline_lines(found.figures), ""]
    lines += [
        "Asked for by events and not dealt with, first what nothing else asked for, the highest risk first:",
        *_event_lines(found),
        "",
    ]
    lines += _work_lines(found)
    lines += ["", "Visits overdue, the highest risk first:", *_task_lines(found, are_visits=True)]
    lines += [
        "",
        "Other work overdue, the most late first, measured against its own interval:",
        *_task_lines(found, are_visits=False),
    ]
    return [*lines, "", *_list_lines(found), *_indefinite_lines(found)]


def _work_lines(found: "DueList") -> list[str]:
    from rso_planner.domain.plan_words import KIND_WORDS
    from rso_planner.domain.task import TaskOwner
    from rso_planner.use_cases.find_due import Standing

    ours = [each for each in found.tasks if each.task.owner is TaskOwner.POLICE]
    counts = Counter((each.task.kind, each.standing) for each in ours)
    standings = list(Standing) if found.weeks > 1 else [Standing.OVERDUE, Standing.DUE]
    headings = ("overdue", "in 7 days", f"in 8 to {found.weeks * 7} days")[: len(standings)]
    lines = [f"{'Work':<30}" + "".join(f"{heading:>17}" for heading in headings)]
    for kind in sorted({kind for kind, _ in counts}):
        words = KIND_WORDS[kind][:1].upper() + KIND_WORDS[kind][1:]
        lines.append(f"{words:<30}" + "".join(f"{counts[kind, standing]:>17,}" for standing in standings))
    return lines


def _event_lines(found: "DueList") -> list[str]:
    from rso_planner.domain.task import TaskOwner

    asked = [
        each for each in found.tasks if each.task.is_asked_for_by_event and each.task.owner is TaskOwner.POLICE
    ]
    asked.sort(
        key=lambda each: (
            not each.task.is_dated_by_event,
            each.task.risk_level.rank,
            each.task.due_on,
            each.task.task_id,
        )
    )
    return _shown(asked)


def _task_lines(found: "DueList", *, are_visits: bool) -> list[str]:
    from rso_planner.domain.risk_level import RiskLevel
    from rso_planner.domain.task import ROUTINE_VISIT_KINDS, TaskOwner

    late = [
        each
        for each in found.tasks
        if each.days_overdue
        and each.task.owner is TaskOwner.POLICE
        and (each.task.kind in ROUTINE_VISIT_KINDS) is are_visits
    ]
    if are_visits:
        risks = list(RiskLevel)
        late.sort(key=lambda each: (risks.index(each.task.risk_level), -each.days_overdue, each.task.task_id))
    return _shown(late)


def _event_too(due: "DueTask") -> str:
    is_asked_too = due.task.is_asked_for_by_event and not due.task.is_dated_by_event
    return " A significant event asks for it too." if is_asked_too else ""


def _shown(tasks: "list[DueTask]") -> list[str]:
    lines = [
        f"  {each.task.offender_id}  {each.task.risk_level.words:<9}  {each.task.reason}{_event_too(each)}"
        for each in tasks[:_MOST_SHOWN]
    ]
    if len(tasks) > _MOST_SHOWN:
        lines.append(f"  and {len(tasks) - _MOST_SHOWN:,} more; --json lists them all")
    return lines or ["  none"]


def _indefinite_lines(found: "DueList") -> list[str]:
    from rso_planner.domain.plain_words import count_in_words

    reviews = found.indefinite_reviews
    if not reviews:
        return []
    people = count_in_words(len(reviews), "person")
    lines = ["", f"{people} may now ask for a review of an indefinite notification, the longest first:"]
    lines += [f"  {each.offender_id}  {each.reason}" for each in reviews[:_MOST_SHOWN]]
    if len(reviews) > _MOST_SHOWN:
        lines.append(f"  and {len(reviews) - _MOST_SHOWN:,} more; --json lists them all")
    return lines


def _list_lines(found: "DueList") -> list[str]:
    from rso_planner.domain.plain_words import count_in_words
    from rso_planner.domain.task import TaskOwner

    theirs = sum(each.task.owner is TaskOwner.PROBATION for each in found.tasks)
    not_notified = sum(each.due_on is not None and each.due_on < found.as_of for each in found.notifications)
    lines = [
        f"{count_in_words(len(found.enquiries), 'person')} to be found before a visit can be planned.",
        f"A warrant is to be considered for {count_in_words(len(found.warrant_flags), 'person')}.",
        f"The notification of {count_in_words(not_notified, 'person')} is overdue.",
    ]
    if theirs:
        first = count_in_words(theirs, "first assessment")
        lines.append(f"Probation has {first} to make: --json shows them, no plan of ours holds them.")
    lines.append(f"{count_in_words(len(found.data_warnings), 'gap')} in the records; --json lists them.")
    return lines
