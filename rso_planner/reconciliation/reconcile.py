"""The force's list reconciled with the register's: every disagreement with one cause, two totals that tie."""

from collections.abc import Sequence

from rso_planner.domain.reconciliation import Bridge, CountUnit, Reconciliation
from rso_planner.reconciliation.bridge import bridges_by_part, build_bridge
from rso_planner.reconciliation.corrections import correction_of
from rso_planner.reconciliation.lists import BothLists
from rso_planner.reconciliation.person_by_person import Row, compare_everybody
from rso_planner.reconciliation.policy_range import overdue_range
from rso_planner.reconciliation.seriousness import seriousness


def reconcile(lists: BothLists) -> Reconciliation:
    """Compare the two lists person by person.

    The totals are counted on each list by itself, before anybody is paired, so that a person lost between the
    lists cannot go unseen.

    Raises:
        ValueError: the discrepancies do not explain the difference of the totals: a fault of ours.
    """
    rows = tuple(compare_everybody(lists))
    discrepancies = sorted((row.discrepancy for row in rows if row.discrepancy is not None), key=seriousness)
    return Reconciliation(
        as_of=lists.as_of,
        snapshot_on=lists.export.snapshot_on,
        layout=lists.export.layout,
        compared=len(lists.pairing.pairs),
        undecided_pairs=len(lists.pairing.queue),
        people=_whole_bridge(CountUnit.PEOPLE, lists, rows),
        visits=_whole_bridge(CountUnit.VISITS, lists, rows),
        by_area=bridges_by_part(rows, _area),
        by_officer=bridges_by_part(rows, _officer),
        by_risk=bridges_by_part(rows, _risk),
        policy_overdue=overdue_range(row.under_policy for row in rows),
        discrepancies=tuple(discrepancies),
        corrections=tuple(correction_of(each) for each in discrepancies),
    )


def _whole_bridge(unit: CountUnit, lists: BothLists, rows: Sequence[Row]) -> Bridge:
    ours = (listed.verdict for listed in lists.ours.values())
    return build_bridge(unit, ours, (lists.verdict_of(record) for record in lists.export.records), rows)


def _area(row: Row) -> str | None:
    known = row.offender or row.record
    return known.area if known else None


def _officer(row: Row) -> str | None:
    known = row.offender or row.record
    return known.officer_id if known else None


def _risk(row: Row) -> str | None:
    known = row.offender or row.record
    return known.risk_level.value if known and known.risk_level else None
