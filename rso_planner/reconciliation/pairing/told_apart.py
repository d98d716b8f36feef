"""What tells two people apart though names and date of birth agree: an identifier of somebody else, another area.

Two people may share their names and their date of birth. So names alone never make one of rows that each name
somebody else, and never a second row of one who stands under another area: a person must look.
"""

from rso_planner.reconciliation.pairing.draft import PairingDraft

_FEW = 20
"""So few identifiers say nothing of a list as a whole."""


class ToldApart:
    """Knows what the identifiers and areas of the rows of both lists say."""

    def __init__(self, draft: PairingDraft) -> None:
        self._draft = draft
        self._offenders, self._records = draft.force.rows, draft.register.rows
        offender_ids = {each.offender_id for each in self._offenders}
        stated = [each.offender_id for each in self._records if each.offender_id is not None]
        known = sum(each in offender_ids for each in stated)
        # A register that numbers people in a way of its own says nothing with it.
        self._are_force_ids = 2 * known >= len(stated) or len(stated) < _FEW

    def by_identifier(self, offender: int, record: int) -> bool:
        """Tell whether either row names another than the other row."""
        row, there = self._offenders[offender], self._records[record]
        return row.register_id not in (None, there.register_id) or self.names_another(record, offender)

    def from_pair_as_record(self, record: int, offender: int) -> bool:
        """Tell whether a record is another's than the paired offender's, or stands under another area."""
        paired = self._records[self._draft.record_of[offender]]
        return self.names_another(record, offender) or _differ(self._records[record].area, paired.area)

    def from_pair_as_offender(self, offender: int, record: int) -> bool:
        """Tell whether a row of the force is another's than the paired record's, or stands under another area."""
        row, paired = self._offenders[offender], self._offenders[self._draft.offender_of[record]]
        known_as = (None, paired.register_id, self._records[record].register_id)
        return row.register_id not in known_as or _differ(row.area, paired.area)

    def as_records(self, one: int, other: int) -> bool:
        """Tell whether two records name two of the force's people, or stand under two areas."""
        first, second = self._records[one], self._records[other]
        name_two = self._are_force_ids and _differ(first.offender_id, second.offender_id)
        return name_two or _differ(first.area, second.area)

    def as_offenders(self, one: int, other: int) -> bool:
        """Tell whether two rows of the force name two records, or stand under two areas."""
        first, second = self._offenders[one], self._offenders[other]
        return _differ(first.register_id, second.register_id) or _differ(first.area, second.area)

    def names_another(self, record: int, offender: int) -> bool:
        """Tell whether a record has the force's identifier of somebody else."""
        stated = self._records[record].offender_id
        return self._are_force_ids and stated not in (None, self._offenders[offender].offender_id)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.casefold() != other.casefold()
