"""The pairing while it is being made: who is paired, who may not be, and what is left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import fsum

from rso_planner.domain.offender import Offender
from rso_planner.domain.pair_decision import PairDecision, PairVerdict, standing_decisions
from rso_planner.domain.pairing import FactEvidence, Pair, PairBasis
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.reconciliation.pairing.evidence import Evidence, Weighed
from rso_planner.reconciliation.pairing.listed import ListInOrder, order_offenders, order_records
from rso_planner.reconciliation.pairing.particulars import Particulars


@dataclass(frozen=True, slots=True)
class Second:
    """A row that is a second one of the person who stands at the place `kept` of the same list."""

    kept: int
    reason: str


@dataclass(slots=True)
class PairingDraft:
    """Both lists, each row known by its place, and what has been found so far.

    Pairs are (offender, record). A person `accepted` some and `rejected` others; whoever is in an accepted one is
    promised to it. `contradicted` are those that share an identifier and whose facts speak flatly against it.
    """

    force: ListInOrder[Offender]
    register: ListInOrder[RegisterRecord]
    evidence: Evidence
    accepted: frozenset[tuple[int, int]] = frozenset()
    rejected: frozenset[tuple[int, int]] = frozenset()
    promised_offenders: frozenset[int] = frozenset()
    promised_records: frozenset[int] = frozenset()
    pairs: dict[int, Pair] = field(default_factory=dict)
    record_of: dict[int, int] = field(default_factory=dict)
    offender_of: dict[int, int] = field(default_factory=dict)
    contradicted: set[tuple[int, int]] = field(default_factory=set)
    second_offenders: dict[int, Second] = field(default_factory=dict)
    second_records: dict[int, Second] = field(default_factory=dict)

    def pair(self, offender: int, record: int, basis: PairBasis, reason: str) -> None:
        """Take the two for one person, for certain."""
        self.pairs[offender] = Pair(
            offender=self.force.rows[offender], record=self.register.rows[record], basis=basis, reason=reason
        )
        self.record_of[offender] = record
        self.offender_of[record] = offender

    def is_free_offender(self, place: int) -> bool:
        """Tell whether the row of the force is neither paired nor a second row of somebody."""
        return place not in self.record_of and place not in self.second_offenders

    def is_free_record(self, place: int) -> bool:
        """Tell whether the record is neither paired nor a second record of somebody."""
        return place not in self.offender_of and place not in self.second_records

    @property
    def free_offenders(self) -> list[int]:
        """The rows of the force that are left over."""
        return [place for place in range(len(self.force.rows)) if self.is_free_offender(place)]

    @property
    def free_records(self) -> list[int]:
        """The records that are left over."""
        return [place for place in range(len(self.register.rows)) if self.is_free_record(place)]

    def first_offender(self, place: int) -> int:
        """The row of the force that stands for the person of this one."""
        while place in self.second_offenders:
            place = self.second_offenders[place].kept
        return place

    def first_record(self, place: int) -> int:
        """The record that stands for the person of this one."""
        while place in self.second_records:
            place = self.second_records[place].kept
        return place

    def weigh(self, offender: int, record: int) -> Weighed:
        """The evidence of names and date of birth on the two."""
        return self.evidence.weigh(self.force.particulars[offender], self.register.particulars[record])

    def by_fact(self, offender: int, record: int) -> tuple[FactEvidence, ...]:
        """The same evidence fact by fact; beside a row that is paired, the better of both rows of its pair."""
        theirs = self.register.particulars[record]
        found = [self.evidence.by_fact(self.force.particulars[offender], theirs)]
        if offender in self.record_of:
            found.append(self.evidence.by_fact(self.register.particulars[self.record_of[offender]], theirs))
        return max(found, key=lambda facts: fsum(each.weight for each in facts))

    def weigh_beside(self, particulars: Particulars, offender: int) -> Weighed:
        """The better evidence that a row left over is a second one of a pair: against either row of the pair."""
        return max(
            self.evidence.weigh(particulars, self.force.particulars[offender]),
            self.evidence.weigh(particulars, self.register.particulars[self.record_of[offender]]),
            key=lambda each: each.weight,
        )

    def may_be_one(self, offender: int, record: int) -> bool:
        """Tell whether what people decided leaves it open that the two are one, or says so."""
        pair = (offender, record)
        if pair in self.accepted:
            return True
        return pair not in self.rejected and record not in self.promised_records


def start_draft(
    offenders: Sequence[Offender], records: Sequence[RegisterRecord], decisions: Iterable[PairDecision]
) -> PairingDraft:
    """Put both lists in an order of their own, so that the order of the rows changes nothing."""
    force, register = order_offenders(offenders), order_records(records)
    decided = standing_decisions(decisions)
    accepted = _places(decided, PairVerdict.ACCEPTED, force.rows, register.rows)
    return PairingDraft(
        force=force,
        register=register,
        evidence=Evidence((*force.particulars, *register.particulars)),
        accepted=accepted,
        rejected=_places(decided, PairVerdict.REJECTED, force.rows, register.rows),
        promised_offenders=frozenset(offender for offender, _ in accepted),
        promised_records=frozenset(record for _, record in accepted),
    )


def _places(
    decided: Iterable[PairDecision],
    verdict: PairVerdict,
    offenders: Sequence[Offender],
    records: Sequence[RegisterRecord],
) -> frozenset[tuple[int, int]]:
    """The decisions of one kind on rows that are there; one register_id may stand on several records."""
    wanted = [(each.offender_id, each.register_id) for each in decided if each.decision is verdict]
    if not wanted:
        return frozenset()
    offender_of = {each.offender_id: place for place, each in enumerate(offenders)}
    records_of: dict[str, list[int]] = {}
    for place, record in enumerate(records):
        records_of.setdefault(record.register_id, []).append(place)
    return frozenset(
        (offender_of[offender_id], record)
        for offender_id, register_id in wanted
        if offender_id in offender_of
        for record in records_of.get(register_id, ())
    )
