"""One person twice on a list: rows that are about somebody who is paired already, or about one another.

A second row is known by an identifier that its facts do not contradict, by a person's word, or by names and date
of birth that leave no doubt while neither identifiers nor areas tell two people apart.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rso_planner.reconciliation.pairing.by_identifiers import CONTRADICTION, MOST_PEOPLE_OF_ONE_IDENTIFIER
from rso_planner.reconciliation.pairing.certainty import leaves_no_doubt
from rso_planner.reconciliation.pairing.draft import PairingDraft, Second
from rso_planner.reconciliation.pairing.links import Link
from rso_planner.reconciliation.pairing.particulars import Particulars
from rso_planner.reconciliation.pairing.told_apart import ToldApart

_BY_WORD = "A person accepted both for one person."
_BY_IDENTIFIER = "Both are linked by an identifier."
_BY_NAMES = "Names and date of birth leave no doubt that both are one person."

_Identifier: TypeAlias = tuple[str, str | None]
"""Whose identifier it is, and what it says."""


@dataclass(frozen=True, slots=True)
class _OneList:
    """One of the lists: its rows left over, and how they are bound to a pair.

    `identifiers_of` are those by which a row may be known to be a second one. `person_of` gives the offender of a
    row that is paired. `question` is the (offender, record) on which a person may have decided for a row left over
    and one that is paired; `promised` are the rows that a person accepted for somebody.
    """

    particulars: Sequence[Particulars]
    free: Sequence[int]
    identifiers_of: Callable[[int], Iterable[_Identifier]]
    person_of: Mapping[int, int]
    question: Callable[[int, int], tuple[int, int]]
    promised: Collection[int]


def find_second_rows_by_identifier(draft: PairingDraft) -> None:
    """Find rows left over that are linked with a pair, or with a row left over that says more."""
    draft.second_records.update(_by_identifier(draft, _records(draft)))
    draft.second_offenders.update(_by_identifier(draft, _offenders(draft)))


def find_second_rows_by_names(draft: PairingDraft, links: Sequence[Link], chances: Sequence[float]) -> None:
    """Find rows left over whose names and date of birth leave no doubt that they are those of a pair."""
    questioned = {record for _, record in draft.contradicted}
    told_apart = ToldApart(draft)
    for link, chance in zip(links, chances, strict=True):
        if not leaves_no_doubt(chance, link.weighed):
            continue
        offender, record = link.offender, link.record
        if offender in draft.record_of and draft.is_free_record(record):
            if record not in questioned and not told_apart.from_pair_as_record(record, offender):
                draft.second_records[record] = Second(draft.record_of[offender], _BY_NAMES)
        elif (
            record in draft.offender_of
            and draft.is_free_offender(offender)
            and not told_apart.from_pair_as_offender(offender, record)
        ):
            draft.second_offenders[offender] = Second(draft.offender_of[record], _BY_NAMES)


def let_go_of_rejected_rows(draft: PairingDraft) -> None:
    """Free the second rows through which two rows that a person told apart would still be one person."""
    for offender, record in sorted(draft.rejected):
        if draft.record_of.get(draft.first_offender(offender)) != draft.first_record(record):
            continue
        if record in draft.second_records and record not in draft.promised_records:
            del draft.second_records[record]
        else:
            draft.second_offenders.pop(offender, None)


def _records(draft: PairingDraft) -> _OneList:
    rows = draft.register.rows
    accepted = _accepted(draft)
    return _OneList(
        particulars=draft.register.particulars,
        free=draft.free_records,
        identifiers_of=lambda place: (
            ("register", rows[place].register_id),
            ("force", rows[place].offender_id),
            *accepted["record", place],
        ),
        person_of=draft.offender_of,
        question=lambda place, paired: (draft.offender_of[paired], place),
        promised=draft.promised_records,
    )


def _offenders(draft: PairingDraft) -> _OneList:
    rows = draft.force.rows
    accepted = _accepted(draft)
    return _OneList(
        particulars=draft.force.particulars,
        free=draft.free_offenders,
        identifiers_of=lambda place: (
            ("register", rows[place].register_id),
            ("force", rows[place].offender_id),
            *accepted["offender", place],
        ),
        person_of={offender: offender for offender in draft.record_of},
        question=lambda place, paired: (place, draft.record_of[paired]),
        promised=draft.promised_offenders,
    )


def _accepted(draft: PairingDraft) -> Mapping[tuple[str, int], list[_Identifier]]:
    """For each row that a person accepted for another, the identifier of that other."""
    accepted: dict[tuple[str, int], list[_Identifier]] = defaultdict(list)
    for offender, record in sorted(draft.accepted):
        accepted["record", record].append(("force", draft.force.rows[offender].offender_id))
        accepted["offender", offender].append(("register", draft.register.rows[record].register_id))
    return accepted


def _by_identifier(draft: PairingDraft, one_list: _OneList) -> dict[int, Second]:
    heads: dict[_Identifier, list[int]] = defaultdict(list)
    for place, offender in one_list.person_of.items():
        for each in _identifiers_of_pair(draft, offender):
            heads[each].append(place)
    seconds: dict[int, Second] = {}
    people_of: dict[_Identifier, set[Particulars]] = defaultdict(set)
    for place in one_list.free:
        for each in one_list.identifiers_of(place):
            people_of[each].add(one_list.particulars[place])
    for place in sorted(one_list.free, key=lambda each: (-one_list.particulars[each].said, each)):
        identifiers = [
            each
            for each in one_list.identifiers_of(place)
            if each[1] and len(people_of[each]) <= MOST_PEOPLE_OF_ONE_IDENTIFIER
        ]
        for head in sorted({head for each in identifiers for head in heads[each]}):
            if reason := _reason(draft, one_list, place, head):
                seconds[place] = Second(head, reason)
                break
        else:
            for each in identifiers:
                heads[each].append(place)
    return seconds


def _identifiers_of_pair(draft: PairingDraft, offender: int) -> set[_Identifier]:
    row, record = draft.force.rows[offender], draft.register.rows[draft.record_of[offender]]
    return {
        ("register", row.register_id),
        ("register", record.register_id),
        ("force", row.offender_id),
        ("force", record.offender_id),
    }


def _reason(draft: PairingDraft, one_list: _OneList, place: int, head: int) -> str | None:
    """Why the row left over is a second one of the person at `head`, or None where it is not."""
    particulars = one_list.particulars
    if head in one_list.person_of:
        return _reason_beside_a_pair(draft, one_list, place, head)
    weighed = draft.evidence.weigh(particulars[place], particulars[head])
    return _BY_IDENTIFIER if place not in one_list.promised and weighed.weight > CONTRADICTION else None


def _reason_beside_a_pair(draft: PairingDraft, one_list: _OneList, place: int, head: int) -> str | None:
    offender, record = one_list.question(place, head)
    if (offender, record) in draft.accepted:
        return _BY_WORD
    if place in one_list.promised or not draft.may_be_one(offender, record):
        return None
    if draft.weigh_beside(one_list.particulars[place], one_list.person_of[head]).weight > CONTRADICTION:
        return _BY_IDENTIFIER
    if draft.is_free_record(record):
        draft.contradicted.add((offender, record))
    return None
