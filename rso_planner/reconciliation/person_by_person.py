"""Everybody on either list, one row each, with the discrepancy where the lists disagree.

A person whom the force has and the register does not, or the other way round, is a discrepancy whether or not
anything is overdue; one who is closed on the only list that holds the person is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rso_planner.domain.discrepancy import Cause, Discrepancy
from rso_planner.domain.offender import NO_LONGER_MANAGED, Offender, Status
from rso_planner.domain.pairing import Candidate, Pairing
from rso_planner.domain.populations import is_registered
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.reconciliation.comparison import Comparison
from rso_planner.reconciliation.field_differences import find_field_differences
from rso_planner.reconciliation.find_cause import Explanation, find_cause
from rso_planner.reconciliation.lists import BothLists, ListedPerson
from rso_planner.reconciliation.policy_range import by_the_registers_facts, is_overdue_by_the_register_alone
from rso_planner.reconciliation.verdict import NOT_COUNTED, Verdict
from rso_planner.reconciliation.waiting_records import put_side_by_side

_ONLY_THERE = "the person is on the register and not in the force's records"
_SEE = "(see `rso-planner pairs list`)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One person, or a second record of one: both verdicts, and what the lists disagree on.

    `under_policy` are the policy's verdicts by the force's facts and by the register's.
    """

    offender: Offender | None
    record: RegisterRecord | None
    ours: Verdict
    theirs: Verdict
    under_policy: tuple[Verdict, Verdict]
    discrepancy: Discrepancy | None = None


def compare_everybody(lists: BothLists) -> Iterator[Row]:
    """The rows of both lists: each of the force's people and each record of the register counts in one of them."""
    pairing = lists.pairing
    for pair in pairing.pairs:
        yield _on_both(lists, lists.ours[pair.offender.offender_id], pair.record)
    yield from _duplicates(lists, pairing)
    for record in pairing.unpaired_records:
        yield _on_the_register_only(lists, record)
    for offender in pairing.unpaired_offenders:
        yield _on_the_forces_list_only(lists, lists.ours[offender.offender_id])
    yield from _undecided(lists, pairing)


def _on_both(lists: BothLists, listed: ListedPerson, record: RegisterRecord) -> Row:
    return _compared(lists.compare(listed, record))


def _compared(compared: Comparison) -> Row:
    is_agreed = (compared.ours.is_overdue, compared.ours.visits) == (
        compared.theirs.is_overdue,
        compared.theirs.visits,
    )
    return Row(
        offender=compared.facts.case.offender,
        record=compared.record,
        ours=compared.ours,
        theirs=compared.theirs,
        under_policy=(compared.ours, by_the_registers_facts(compared)),
        discrepancy=None if is_agreed else _of_pair(compared, find_cause(compared)),
    )


def _of_pair(compared: Comparison, found: Explanation) -> Discrepancy:
    offender = compared.facts.case.offender
    return Discrepancy(
        offender_id=offender.offender_id,
        register_id=compared.record.register_id or None,
        cause=found.cause,
        parts=found.parts,
        also=found.also,
        force_overdue=compared.ours.is_overdue,
        register_overdue=compared.theirs.is_overdue,
        force_visits=compared.ours.visits,
        register_visits=compared.theirs.visits,
        risk_level=_higher(offender.risk_level, compared.record.risk_level),
        area=offender.area,
        officer_id=offender.officer_id,
        due_on=compared.ours.due_on or compared.theirs.due_on,
        fields=find_field_differences(compared),
        reason=_sentence(compared.ours, compared.theirs, found.words),
    )


def _higher(one: RiskLevel | None, other: RiskLevel | None) -> RiskLevel | None:
    """The higher level, so that nobody is listed lower than either list has the person."""
    return min((level for level in (one, other) if level is not None), key=lambda level: level.rank, default=None)


def _sentence(ours: Verdict, theirs: Verdict, words: str) -> str:
    if ours.is_overdue is not theirs.is_overdue:
        where = "Overdue in the force's records only" if ours.is_overdue else "Overdue on the register only"
    elif ours.visits != theirs.visits:
        where = f"Visits owed: {ours.visits} in the force's records, {theirs.visits} on the register"
    else:
        where = "Overdue on both" if ours.is_overdue else "Overdue on neither"
    return f"{where}: {words}."


def _single(
    cause: Cause,
    offender: Offender | None,
    record: RegisterRecord | None,
    ours: Verdict,
    theirs: Verdict,
    words: str,
) -> Discrepancy:
    """A discrepancy that comes from pairing alone: nothing to compare field by field."""
    known = offender or record
    return Discrepancy(
        offender_id=offender.offender_id if offender else None,
        register_id=record.register_id if record else None,
        cause=cause,
        force_overdue=ours.is_overdue,
        register_overdue=theirs.is_overdue,
        force_visits=ours.visits,
        register_visits=theirs.visits,
        risk_level=_higher(offender.risk_level if offender else None, record.risk_level if record else None),
        area=known.area if known else None,
        officer_id=known.officer_id if known else None,
        due_on=ours.due_on or theirs.due_on,
        fields=(),
        reason=_sentence(ours, theirs, words),
    )


def _duplicates(lists: BothLists, pairing: Pairing) -> Iterator[Row]:
    offender_of = {pair.record.row: pair.offender for pair in pairing.pairs}
    record_of = {pair.offender.offender_id: pair.record for pair in pairing.pairs}
    for second in pairing.duplicate_records:
        theirs = lists.verdict_of(second.second)
        kept = offender_of.get(second.kept.row)
        words = f"the register has a second record of the person beside {second.kept.register_id}"
        found = _single(Cause.DUPLICATE, kept, second.second, NOT_COUNTED, theirs, words)
        yield _row(kept, second.second, NOT_COUNTED, theirs, found)
    for twice in pairing.duplicate_offenders:
        ours = lists.ours[twice.second.offender_id].verdict
        record = record_of.get(twice.kept.offender_id)
        words = f"the force has a second record of the person beside {twice.kept.offender_id}"
        found = _single(Cause.DUPLICATE, twice.second, record, ours, NOT_COUNTED, words)
        yield _row(twice.second, record, ours, NOT_COUNTED, found)


def _row(
    offender: Offender | None,
    record: RegisterRecord | None,
    ours: Verdict,
    theirs: Verdict,
    discrepancy: Discrepancy | None,
    under_policy: tuple[Verdict, Verdict] = (NOT_COUNTED, NOT_COUNTED),
) -> Row:
    return Row(
        offender=offender,
        record=record,
        ours=ours,
        theirs=theirs,
        under_policy=under_policy,
        discrepancy=discrepancy,
    )


def _on_the_register_only(lists: BothLists, record: RegisterRecord, only_there: str = _ONLY_THERE) -> Row:
    theirs = lists.verdict_of(record)
    counts = is_overdue_by_the_register_alone(record, theirs)
    under_policy = (NOT_COUNTED, theirs if counts else NOT_COUNTED)
    if record.status in NO_LONGER_MANAGED and not theirs.is_overdue:
        return _row(None, record, NOT_COUNTED, theirs, None, under_policy)
    is_elsewhere = record.status is Status.TRANSFERRED_OUT
    cause = Cause.OWNER if is_elsewhere else Cause.MISSING_LOCALLY
    words = (
        "the register still times the visits of a person whom it has as transferred out"
        if is_elsewhere
        else only_there
    )
    found = _single(cause, None, record, NOT_COUNTED, theirs, words)
    return _row(None, record, NOT_COUNTED, theirs, found, under_policy)


def _on_the_forces_list_only(lists: BothLists, listed: ListedPerson) -> Row:
    offender, ours = listed.offender, listed.verdict
    if not lists.export.lists_everybody:
        return _compared(lists.compare_with_nothing(listed))
    if offender.register_id is not None and offender.register_id in lists.export.left_out_ids:
        return _of_a_row_left_out(offender, ours)
    under_policy = (ours, NOT_COUNTED)
    if not ours.is_overdue and not is_registered(listed.facts.case, lists.as_of):
        return _row(offender, None, ours, NOT_COUNTED, None, under_policy)
    cause, words = _why_not_on_the_register(lists, offender)
    found = _single(cause, offender, None, ours, NOT_COUNTED, words)
    return _row(offender, None, ours, NOT_COUNTED, found, under_policy)


def _of_a_row_left_out(offender: Offender, ours: Verdict) -> Row:
    words = "the register's row of the person could not be read and was left out"
    found = _single(Cause.UNEXPLAINED, offender, None, ours, NOT_COUNTED, words) if ours.is_overdue else None
    return _row(offender, None, ours, NOT_COUNTED, found, (ours, ours))


def _why_not_on_the_register(lists: BothLists, offender: Offender) -> tuple[Cause, str]:
    snapshot_on = lists.export.snapshot_on
    if offender.registered_on > snapshot_on:
        return Cause.CUTOFF, "the person was registered after the day of the register's list"
    if offender.transferred_in_on is not None and offender.transferred_in_on > snapshot_on:
        return Cause.OWNER, "the person was transferred in after the day of the register's list"
    return Cause.MISSING_FROM_REGISTER, "the person is in the force's records and not on the register"


def _undecided(lists: BothLists, pairing: Pairing) -> Iterator[Row]:
    """Records in the queue beside their likeliest undecided candidate, so that only a difference shows.

    A record and a candidate for whom nobody is left on the other list are on one list only, as far as anybody
    knows; so are two that an identifier tells apart.
    """
    waiting = {offender.offender_id: offender for offender in pairing.undecided_offenders}
    beside = put_side_by_side(pairing.queue, waiting)
    for ambiguous in pairing.queue:
        likely = beside.get(ambiguous.record.row)
        if likely is None:
            yield _on_the_register_only(lists, ambiguous.record, f"{_ONLY_THERE}, as far as is decided {_SEE}")
        else:
            del waiting[likely.offender.offender_id]
            yield _undecided_row(lists, likely, ambiguous.record)
    for offender in waiting.values():
        yield _on_the_forces_list_only(lists, lists.ours[offender.offender_id])


def _undecided_row(lists: BothLists, likely: Candidate, record: RegisterRecord) -> Row:
    offender, theirs = likely.offender, lists.verdict_of(record)
    ours = lists.ours[offender.offender_id].verdict
    is_agreed = (ours.is_overdue, ours.visits) == (theirs.is_overdue, theirs.visits)
    words = f"nobody has decided yet whom the register's record is about {_SEE}"
    found = None
    if likely.is_contradicted or not is_agreed:
        found = _single(Cause.UNEXPLAINED, offender, record, ours, theirs, words)
    return _row(offender, record, ours, theirs, found, (ours, theirs))
