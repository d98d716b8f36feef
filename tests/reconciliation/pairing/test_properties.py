"""Whatever two lists hold: the order of rows changes nothing, everybody stands in one place, decisions hold."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from rso_planner.domain.offender import Offender
from rso_planner.domain.pair_decision import PairDecision, PairVerdict
from rso_planner.domain.pairing import Pairing
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.reconciliation.pairing.pair_people import pair_people
from tests.domain.cases import ORDINARY
from tests.reconciliation.pairing.lists import pairs_of

Lists = tuple[list[Offender], list[RegisterRecord]]
Names = tuple[str | None, str | None, date | None]

# Few values, so that people are alike, share identifiers, and are on a list twice.
FAMILIES = st.sampled_from(["Zorbly", "Zorbyl", "Mockworth", "NA", "Null", "Notreal-Madeup", "Madeup", None])
GIVEN = st.sampled_from(["Zeb", "Zeb Test", "Test Zeb", "Z", "William", "Bill", "Zorbly", "Fictus", None])
BIRTHS = st.sampled_from(
    [date(1980, 1, 2), date(1980, 2, 1), date(1980, 1, 12), date(1955, 11, 30), date(1955, 1, 2), None]
)
NAMES = st.tuples(FAMILIES, GIVEN, BIRTHS)
NUMBERS = st.integers(1, 6)


@st.composite
def lists(draw: st.DrawFn) -> Lists:
    """Up to eight rows on either list, some with identifiers that agree or do not."""
    offenders = [
        _offender(f"F{number}", names, draw(st.none() | NUMBERS.map("R{}".format)))
        for number, names in enumerate(draw(st.lists(NAMES, max_size=8)), start=1)
    ]
    records = [
        _record(f"R{draw(NUMBERS)}", row, names, draw(st.none() | NUMBERS.map("F{}".format)))
        for row, names in enumerate(draw(st.lists(NAMES, max_size=8)), start=2)
    ]
    return offenders, records


def _offender(offender_id: str, names: Names, register_id: str | None) -> Offender:
    family, given_names, born = names
    return replace(
        ORDINARY,
        offender_id=offender_id,
        register_id=register_id,
        family_name=family,
        given_names=given_names,
        date_of_birth=born,
    )


def _record(register_id: str, row: int, names: Names, offender_id: str | None) -> RegisterRecord:
    family, given_names, born = names
    return RegisterRecord(
        register_id=register_id,
        row=row,
        offender_id=offender_id,
        family_name=family,
        given_names=given_names,
        date_of_birth=born,
    )


def _decisions(number: st.SearchStrategy[int] = NUMBERS) -> st.SearchStrategy[list[PairDecision]]:
    one = st.builds(
        PairDecision,
        register_id=number.map("R{}".format),
        offender_id=number.map("F{}".format),
        decision=st.sampled_from(PairVerdict),
        decided_at=st.just(datetime(2026, 11, 23, tzinfo=UTC)),
        decided_by=st.just("DS Invented"),
    )
    return st.lists(one, max_size=4)


def _same_people(pairing: Pairing, offender: Offender, record: RegisterRecord) -> bool:
    """Tell whether the row and the record are taken for one person, be it as second ones."""
    kept_record = {id(each.second): each.kept for each in pairing.duplicate_records}
    kept_row = {each.second.offender_id: each.kept for each in pairing.duplicate_offenders}
    first_record = kept_record.get(id(record), record)
    first_row = kept_row.get(offender.offender_id, offender)
    return any(each.offender is first_row and each.record is first_record for each in pairing.pairs)


@settings(max_examples=150, deadline=None)
@given(lists(), _decisions(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(both: Lists, decisions: list[PairDecision], chance: Random) -> None:
    offenders, records = both
    first = pair_people(offenders, records, decisions)
    chance.shuffle(offenders)
    chance.shuffle(records)
    assert pair_people(offenders, records, decisions) == first


def _places(rows: Iterable[object]) -> list[int]:
    return sorted(id(each) for each in rows)


@settings(max_examples=150, deadline=None)
@given(lists(), _decisions())
def test_every_row_stands_in_exactly_one_place(both: Lists, decisions: list[PairDecision]) -> None:
    offenders, records = both
    pairing = pair_people(offenders, records, decisions)
    assert _places(
        [
            *(each.offender for each in pairing.pairs),
            *(each.second for each in pairing.duplicate_offenders),
            *pairing.undecided_offenders,
            *pairing.unpaired_offenders,
        ]
    ) == _places(offenders)
    assert _places(
        [
            *(each.record for each in pairing.pairs),
            *(each.second for each in pairing.duplicate_records),
            *(each.record for each in pairing.queue),
            *pairing.unpaired_records,
        ]
    ) == _places(records)


@settings(max_examples=150, deadline=None)
@given(lists(), _decisions())
def test_whoever_stands_for_a_person_is_no_second_row(both: Lists, decisions: list[PairDecision]) -> None:
    pairing = pair_people(*both, decisions)
    seconds = [
        *(each.second for each in pairing.duplicate_records),
        *(each.second for each in pairing.duplicate_offenders),
    ]
    kept = [
        *(each.kept for each in pairing.duplicate_records),
        *(each.kept for each in pairing.duplicate_offenders),
    ]
    assert not set(_places(seconds)) & set(_places(kept))


@settings(max_examples=200, deadline=None)
@given(lists(), st.data())
def test_an_accepted_pair_is_one_person_and_a_rejected_one_never_is(both: Lists, drawn: st.DataObject) -> None:
    offenders, records = both
    if not offenders or not records:
        return
    offender, record = drawn.draw(st.sampled_from(offenders)), drawn.draw(st.sampled_from(records))
    others = [
        each
        for each in drawn.draw(_decisions())
        if each.decision is PairVerdict.REJECTED and each.register_id != record.register_id
    ]

    def decided(verdict: PairVerdict) -> Pairing:
        decision = PairDecision(
            register_id=record.register_id,
            offender_id=offender.offender_id,
            decision=verdict,
            decided_at=datetime(2026, 11, 23, tzinfo=UTC),
            decided_by="DS Invented",
        )
        return pair_people(offenders, records, [*others, decision])

    assert _same_people(decided(PairVerdict.ACCEPTED), offender, record)
    rejected = decided(PairVerdict.REJECTED)
    assert not _same_people(rejected, offender, record)
    assert not any(
        each.record is record and any(candidate.offender is offender for candidate in each.candidates)
        for each in rejected.queue
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(NAMES, max_size=8), st.lists(NAMES, max_size=8), st.integers(0, 8))
def test_swapping_the_sides_gives_the_same_pairs(ours: list[Names], theirs: list[Names], shared: int) -> None:
    """The first so many rows of both lists share an identifier."""
    offenders = [_offender(f"A{n}", names, f"B{n}" if n < shared else None) for n, names in enumerate(ours)]
    records = [_record(f"B{n}", n + 2, names, None) for n, names in enumerate(theirs)]
    swapped_offenders = [_offender(f"B{n}", names, None) for n, names in enumerate(theirs)]
    swapped_records = [
        _record(f"A{n}", n + 2, names, f"B{n}" if n < shared else None) for n, names in enumerate(ours)
    ]
    straight = pairs_of(pair_people(offenders, records))
    swapped = pairs_of(pair_people(swapped_offenders, swapped_records))
    assert straight == {record: offender for offender, record in swapped.items()}


@settings(max_examples=100, deadline=None)
@given(lists(), _decisions())
def test_the_same_lists_give_the_same_answer_twice(both: Lists, decisions: list[PairDecision]) -> None:
    assert pair_people(*both, decisions) == pair_people(*both, decisions)
