"""`rso-planner reallocate`."""

from typing import TYPE_CHECKING, Annotated

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.messages import answer, answer_json, progress
from rso_planner.cli.options import AsJson, AsOf, Policy, day_of
from rso_planner.cli.papers import Out, write_where_asked

if TYPE_CHECKING:
    from rso_planner.domain.reallocation import ChangeVerdict, OfficerCaseload
    from rso_planner.use_cases.list_reallocation import ListedReallocation

_MOST_SHOWN = 40

Changes = Annotated[
    list[int] | None,
    typer.Argument(metavar="[CHANGE]...", help="The numbers of the changes, as the list has them."),
]
AllOpen = Annotated[bool, typer.Option("--all", help="All changes that are open.")]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why; kept with the decision.")]

reallocate = typer.Typer(
    name="reallocate",
    help="Even the officers' work with few changes of officer.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@reallocate.command()
def propose(
    context: typer.Context,
    as_of: AsOf = None,
    policy: Policy = None,
    most: Annotated[
        int | None, typer.Option("--most", metavar="N", help="Change at most so many people's officer.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Propose changes of officer; nothing changes until they are accepted."""
    from rso_planner.use_cases.propose_reallocation import propose_reallocation

    with progress("Evening the caseloads"):
        propose_reallocation(asking_of(context), day_of(as_of), policy, most)
    _show(context, policy, _MOST_SHOWN, as_json=as_json)


@reallocate.command(name="list")
def list_changes(
    context: typer.Context,
    policy: Policy = None,
    everything: Annotated[bool, typer.Option("--all", help="Show every change, however many there are.")] = False,
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Show the latest proposal and how each change stands."""
    _show(context, policy, None if everything else _MOST_SHOWN, out, as_json=as_json)


@reallocate.command()
def accept(
    context: typer.Context,
    changes: Changes = None,
    all_open: AllOpen = False,
    note: Note = "",
    as_json: AsJson = False,
) -> None:
    """Accept changes: they hold at once."""
    from rso_planner.domain.reallocation import ChangeVerdict

    _decide(context, changes, ChangeVerdict.ACCEPTED, note, all_open=all_open, as_json=as_json)


@reallocate.command()
def reject(
    context: typer.Context,
    changes: Changes = None,
    all_open: AllOpen = False,
    note: Note = "",
    as_json: AsJson = False,
) -> None:
    """Reject changes: they are not proposed again for a while."""
    from rso_planner.domain.reallocation import ChangeVerdict

    _decide(context, changes, ChangeVerdict.REJECTED, note, all_open=all_open, as_json=as_json)


@reallocate.command()
def undo(context: typer.Context, changes: Changes = None, note: Note = "", as_json: AsJson = False) -> None:
    """Take back what was decided on changes."""
    from rso_planner.domain.reallocation import ChangeVerdict

    _decide(context, changes, ChangeVerdict.UNDONE, note, all_open=False, as_json=as_json)


def _decide(
    context: typer.Context,
    numbers: list[int] | None,
    verdict: "ChangeVerdict",
    note: str,
    *,
    all_open: bool,
    as_json: bool,
) -> None:
    from rso_planner.domain.plain_words import count_in_words
    from rso_planner.domain.reallocation import ChangeVerdict
    from rso_planner.domain.reallocation_words import change_in_words
    from rso_planner.domain.refusal import WrongUseError
    from rso_planner.use_cases.decide_on_changes import decide_on_changes

    if bool(numbers) == all_open:
        raise WrongUseError("Name the changes by their numbers, or all that are open with --all.")
    found = decide_on_changes(asking_of(context), None if all_open else numbers, verdict, note)
    if as_json:
        answer_json(
            {
                "decision": verdict.value,
                "decided": [each.change_id for each in found.decided],
                "as_before": [each.change_id for each in found.as_before],
            }
        )
        return
    for each in found.decided:
        answer(f"{each.change_id:>6}  {change_in_words(each.change)}")
    word = "taken back" if verdict is ChangeVerdict.UNDONE else verdict.value
    before = f"; {len(found.as_before):,} stood so before" if found.as_before else ""
    answer(f"{count_in_words(len(found.decided), 'change')} {word}{before}.")


def _show(
    context: typer.Context, policy: Policy, most: int | None, out: Out = None, *, as_json: bool = False
) -> None:
    from rso_planner.use_cases.list_reallocation import list_reallocation

    found = list_reallocation(asking_of(context), policy)
    written = () if out is None else write_where_asked(context, found.paper, "reallocate list", out)
    if as_json:
        from rso_planner.use_cases.json_answers import make_reallocation_answer

        answer_json(make_reallocation_answer(found))
        return
    for line in (*_lines(found, most), *(f"Wrote {path}." for path in written)):
        answer(line)


def _lines(found: "ListedReallocation", most: int | None) -> list[str]:
    from rso_planner.domain.plain_words import count_in_words
    from rso_planner.domain.reallocation_words import (
        STANDING_WORDS,
        change_in_words,
        count_standings,
        summary_sentences,
    )

    lines = [f"Proposal {found.proposal_id}. Nothing changes until it is accepted.", ""]
    lines += [*summary_sentences(found.proposal), ""]
    lines += _officer_lines(found)
    lines += ["", "The changes: reallocate accept, reject or undo, with their numbers."]
    shown = found.changes if most is None else found.changes[:most]
    for each in shown:
        standing = "" if each.standing is None else f" [{STANDING_WORDS[each.standing]}]"
        lines.append(f"{each.change_id:>6}  {change_in_words(each.change)}{standing}")
    if len(shown) < len(found.changes):
        lines.append(f"        and {len(found.changes) - len(shown):,} more: reallocate list --all")
    counts = count_standings(found.changes)
    lines += ["", *(f"{count:>6,}  {STANDING_WORDS[standing]}" for standing, count in counts.items())]
    if found.earlier:
        waiting = count_in_words(len(found.earlier), "change")
        lines.append(f"{waiting} of earlier proposals accepted, and not yet in an extract.")
    return lines


def _officer_lines(found: "ListedReallocation") -> list[str]:
    from rso_planner.domain.reallocation_words import hours_a_week, share_words

    now = {each.officer_id: each for each in found.now}
    lines = [
        f"{'':<24}{'people':>15}{'high risk':>13}{'hours a week':>18}{'of a fair part':>18}{'':>8}",
        (
            f"{'Officer':<10}{'Area':<14}{'before  after':>15}{'before after':>13}{'before   after':>18}"
            f"{'before   after':>18}{'now':>8}"
        ),
    ]

    def line(each: "OfficerCaseload") -> str:
        was, after, fair = each.before, each.after, each.fair_minutes
        today = now.get(each.officer_id)
        hours = [hours_a_week(part.yearly_minutes) for part in (was, after)]
        shares = [share_words(part.yearly_minutes, fair) for part in (was, after)]
        reached = share_words(today.before.yearly_minutes, today.fair_minutes) if today else ""
        return (
            f"{each.officer_id:<10}{each.area or '':<14}{was.people:>8,}{after.people:>7,}"
            f"{was.high_risk_people:>7,}{after.high_risk_people:>6,}{hours[0]:>10.1f}{hours[1]:>8.1f}"
            f"{shares[0]:>10}{shares[1]:>8}{reached:>8}"
        )

    return [each.rstrip() for each in (*lines, *map(line, found.proposal.caseloads))]
