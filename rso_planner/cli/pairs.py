"""`rso-planner pairs`."""

from typing import TYPE_CHECKING, Annotated

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.messages import answer, answer_json, progress
from rso_planner.cli.options import AsJson

if TYPE_CHECKING:
    from rso_planner.domain.pair_decision import PairVerdict
    from rso_planner.domain.pairing import AmbiguousRecord
    from rso_planner.use_cases.list_pairs import ListedPairs

Record = Annotated[str, typer.Argument(metavar="REGISTER_ID", help="The record of the register.")]
Person = Annotated[str, typer.Argument(metavar="OFFENDER_ID", help="The person of the force.")]

pairs = typer.Typer(
    name="pairs",
    help="Say whom the register's records are about.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@pairs.command(name="list")
def list_records(
    context: typer.Context,
    certain: Annotated[
        bool, typer.Option("--certain", help="Show the pairs made by names too, and who is on a list twice.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show the records to decide on and what was decided."""
    from rso_planner.use_cases.list_pairs import list_pairs

    with progress("Pairing both lists"):
        found = list_pairs(asking_of(context))
    if as_json:
        from rso_planner.use_cases.json_answers import make_pairs_answer

        answer_json(make_pairs_answer(found))
        return
    for line in (*_lines(found), *(_certain_lines(found) if certain else ())):
        answer(line)


@pairs.command()
def accept(context: typer.Context, register_id: Record, offender_id: Person, as_json: AsJson = False) -> None:
    """Say that a record and a person are one."""
    from rso_planner.domain.pair_decision import PairVerdict

    _decide(context, register_id, offender_id, PairVerdict.ACCEPTED, as_json=as_json)


@pairs.command()
def reject(context: typer.Context, register_id: Record, offender_id: Person, as_json: AsJson = False) -> None:
    """Say that a record is not about a person."""
    from rso_planner.domain.pair_decision import PairVerdict

    _decide(context, register_id, offender_id, PairVerdict.REJECTED, as_json=as_json)


@pairs.command()
def undo(context: typer.Context, register_id: Record, offender_id: Person, as_json: AsJson = False) -> None:
    """Take back what was said of a record and a person."""
    from rso_planner.domain.pair_decision import PairVerdict

    _decide(context, register_id, offender_id, PairVerdict.UNDONE, as_json=as_json)


def _decide(
    context: typer.Context, register_id: str, offender_id: str, verdict: "PairVerdict", *, as_json: bool
) -> None:
    from rso_planner.domain.pairing_words import VERDICT_WORDS
    from rso_planner.use_cases.decide_on_pair import decide_on_pair

    is_change = decide_on_pair(asking_of(context), register_id, offender_id, verdict)
    if as_json:
        answer_json(
            {
                "register_id": register_id,
                "offender_id": offender_id,
                "decision": verdict.value,
                "changed": is_change,
            }
        )
        return
    before = "" if is_change else ", as was decided before"
    answer(f"{register_id} and {offender_id}: {VERDICT_WORDS[verdict]}{before}.")


def _lines(found: "ListedPairs") -> list[str]:
    from rso_planner.domain.pairing_words import decision_in_words, pairing_sentences
    from rso_planner.domain.plain_words import count_in_words, day_in_words

    of_force, of_register = day_in_words(found.extracted_on), day_in_words(found.snapshot_on)
    lines = [f"The extract of {of_force} and the register's export of {of_register}.", ""]
    lines += pairing_sentences(found.pairing)
    for each in found.pairing.queue:
        lines += ["", *_record_lines(each)]
    if found.pairing.queue:
        waiting = count_in_words(len(found.pairing.queue), "record")
        lines += ["", f"{waiting} to decide on: rso-planner pairs accept (or reject) REGISTER_ID OFFENDER_ID"]
    else:
        lines += ["", "No record of the register waits for a decision."]
    if found.decisions:
        lines += ["", "Decided so far (rso-planner pairs undo takes a decision back):"]
        lines += [f"  {decision_in_words(each)}" for each in found.decisions]
    return lines


def _certain_lines(found: "ListedPairs") -> list[str]:
    from rso_planner.domain.pairing import PairBasis
    from rso_planner.domain.pairing_words import facts_in_words

    lines = ["", "Paired by names and date of birth:"]
    for pair in found.pairing.pairs:
        if pair.basis is PairBasis.NAMES:
            lines += [
                f"  {pair.record.register_id}  {facts_in_words(pair.record)}",
                f"  {pair.offender.offender_id}  {facts_in_words(pair.offender)}",
                f"    {pair.reason}",
            ]
    lines += ["", "On a list twice:"]
    for second in found.pairing.duplicate_records:
        lines.append(f"  {second.second.register_id} as {second.kept.register_id}. {second.reason}")
    for twice in found.pairing.duplicate_offenders:
        lines.append(f"  {twice.second.offender_id} as {twice.kept.offender_id}. {twice.reason}")
    return lines


def _record_lines(each: "AmbiguousRecord") -> list[str]:
    from rso_planner.domain.pairing_words import candidate_in_words, facts_in_words

    lines = [f"{each.record.register_id}  {facts_in_words(each.record)}", f"  {each.reason}"]
    for candidate in each.candidates:
        lines += [
            f"    {candidate.offender.offender_id}  {facts_in_words(candidate.offender)}",
            f"      {candidate_in_words(candidate)}",
        ]
    return lines
