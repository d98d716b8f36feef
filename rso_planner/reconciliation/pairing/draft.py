"""The pairing while it is being made: who is paired, who may not be, and what is left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rso_planner.domain.offender import Offender
from rso_planner.domain.pair_decision import PairDecision, PairVerdict, standing_decisions
from rso_planner.domain.pairing import Pair, PairBasis
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.reconciliation.pairing.evidence import Evidence, Weighed
from rso_planner.reconciliation.pairing.particulars import Particulars, particulars_of


@dataclass(slots=True)
class PairingDraft:
    """Both lists, each person known by the place on them, and what has been found so far.

    `contradicted` holds the pairs (offender, record) that share an identifier and whose facts speak against it.
    """

    offenders: tuple[Offender, ...]
    records: tuple[RegisterRecord, ...]
    offender_particulars: tuple[Particulars, ...]
    record_particulars: tuple[Particulars, ...]
    evidence: Evidence
    verdicts: dict[tuple[str, str], PairVerdict]
    pair_of_offender: dict[int, Pair] = field(default_factory=dict)
    record_of_offender: dict[int, int] = field(default_factory=dict)
    offender_of_record: dict[int, int] = field(default_factory=dict)
    contradicted: set[tuple[int, int]] = field(default_factory=set)

    def pair(self, offender: int, record: int, basis: PairBasis, reason: str) -> None:
        """Take the two for one person, for certain."""
        self.pair_of_offender[offender] = Pair(
            offender=self.offenders[offender], record=self.records[record], basis=basis, reason=reason
        )
        self.record_of_offender[offender] = record
        self.offender_of_record[record] = offender

    def weigh(self, offender: int, record: int) -> Weighed:
        """The evidence of names and date of birth on the two."""
        return self.evidence.weigh(self.offender_particulars[offender], self.record_particulars[record])

    def verdict(self, offender: int, record: int) -> PairVerdict | None:
        """What a person decided on the two, if anything."""
        return self.verdicts.get((self.records[record].register_id, self.offenders[offender].offender_id))


def start_draft(
    offenders: Sequence[Offender], records: Sequence[RegisterRecord], decisions: Iterable[PairDecision]
) -> PairingDraft:
    """Put both lists in an order of their own, so that the order of the rows changes nothing."""
    rows = tuple(sorted(offenders, key=lambda each: each.offender_id))
    found = [(each, particulars_of(each)) for each in records]
    # One register_id may stand on several records; the row only parts those that say the same.
    found.sort(key=lambda each: (each[0].register_id, each[0].offender_id or "", each[1].order, each[0].row))
    offender_particulars = tuple(particulars_of(each) for each in rows)
    record_particulars = tuple(particulars for _, particulars in found)
    return PairingDraft(
        offenders=rows,
        records=tuple(record for record, _ in found),
        offender_particulars=offender_particulars,
        record_particulars=record_particulars,
        evidence=Evidence((*offender_particulars, *record_particulars)),
        verdicts={(each.register_id, each.offender_id): each.decision for each in standing_decisions(decisions)},
    )
