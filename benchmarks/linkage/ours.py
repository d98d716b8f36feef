"""Runs the planner's own pairing on lists of the benchmark."""

from datetime import date

from benchmarks.linkage.lists import Listed, Lists
from rso_planner.domain.offender import ManagementStatus, Offender, RegisterType, Status
from rso_planner.domain.pairing import Pairing
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.reconciliation.pairing.pair_people import pair_people


def pair_lists(lists: Lists) -> Pairing:
    """Pair the left list as the force's people with the right one as the register's records."""
    return pair_people(
        [_as_offender(each) for each in lists.left],
        [_as_record(each, row) for row, each in enumerate(lists.right, start=2)],
    )


def _as_offender(each: Listed) -> Offender:
    return Offender(
        offender_id=each.row_id,
        register_type=RegisterType.RSO,
        risk_level=RiskLevel.LOW,
        status=Status.COMMUNITY,
        management=ManagementStatus.ACTIVE,
        registered_on=date(2020, 1, 1),
        register_id=each.identifier,
        family_name=each.family_name,
        given_names=each.given_names,
        date_of_birth=each.date_of_birth,
    )


def _as_record(each: Listed, row: int) -> RegisterRecord:
    return RegisterRecord(
        register_id=each.identifier or each.row_id,
        row=row,
        family_name=each.family_name,
        given_names=each.given_names,
        date_of_birth=each.date_of_birth,
    )
