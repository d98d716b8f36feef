"""One of the two lists, in an order of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic

from rso_planner.domain.offender import Offender
from rso_planner.domain.pairing import Listed
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.reconciliation.pairing.particulars import Particulars, particulars_of


@dataclass(frozen=True, slots=True)
class ListInOrder(Generic[Listed]):
    """The rows of a list with the particulars of each; a row is known by its place."""

    rows: tuple[Listed, ...]
    particulars: tuple[Particulars, ...]


def order_offenders(offenders: Iterable[Offender]) -> ListInOrder[Offender]:
    """The force's people by their identifier."""
    rows = tuple(sorted(offenders, key=lambda each: each.offender_id))
    return ListInOrder(rows, tuple(particulars_of(each) for each in rows))


def order_records(records: Iterable[RegisterRecord]) -> ListInOrder[RegisterRecord]:
    """The register's records by their identifier, and then by what they say.

    One identifier may stand on several records; the row of the file only parts those that say the same.
    """
    found = [(each, particulars_of(each)) for each in records]
    found.sort(key=lambda each: (each[0].register_id, each[0].offender_id or "", each[1].order, each[0].row))
    return ListInOrder(tuple(row for row, _ in found), tuple(particulars for _, particulars in found))
