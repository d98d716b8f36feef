"""The fields of an export of the register, for each of the three things that a row may stand for."""

from collections.abc import Mapping

from rso_planner.domain.offender import ManagementStatus, RegisterType, Status
from rso_planner.domain.register_record import RegisterLayout
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.files.cells import INTERVAL, whole_number, word_of
from rso_planner.files.register_cells import BIRTHDAY, DAY, NAME, REGISTER_IDENTIFIER, REGISTER_TEXT
from rso_planner.files.table_layout import Column, Table, may, must

_MOST_VISITS_OUTSTANDING = 999

_PERSON = (
    must("register_id", REGISTER_IDENTIFIER),
    may("register_type", word_of(RegisterType)),
    may("offender_id", REGISTER_IDENTIFIER),
    may("family_name", NAME),
    may("given_names", NAME),
    may("date_of_birth", BIRTHDAY, is_past=True),
    may("status", word_of(Status)),
    may("risk_level", word_of(RiskLevel)),
    may("management", word_of(ManagementStatus)),
    may("officer_id", REGISTER_IDENTIFIER),
    may("area", REGISTER_TEXT),
)
_SNAPSHOT = may("snapshot_on", DAY)

_VISITS = (
    may("visit_interval", INTERVAL),
    may("last_visit_on", DAY, is_past=True),
    may("next_visit_due_on", DAY),
)
_ARMS = (may("last_arms_on", DAY, is_past=True), may("next_arms_due_on", DAY))


def _table(layout: RegisterLayout, *columns: Column) -> Table:
    return Table(layout.value, (*_PERSON, *columns, _SNAPSHOT))


REGISTER_TABLES: Mapping[RegisterLayout, Table] = {
    RegisterLayout.PEOPLE: _table(
        RegisterLayout.PEOPLE,
        *_VISITS,
        may("visits_outstanding", whole_number(0, _MOST_VISITS_OUTSTANDING)),
        *_ARMS,
    ),
    RegisterLayout.VISITS: _table(RegisterLayout.VISITS, *_VISITS, *_ARMS),
    RegisterLayout.ASSESSMENTS: _table(
        RegisterLayout.ASSESSMENTS,
        may("assessed_on", DAY, is_past=True),
        may("completed_on", DAY, is_past=True),
    ),
}

FIELDS_OF_A_ROW = frozenset({"next_visit_due_on", "assessed_on", "completed_on"})
"""What may differ between the rows of one person, where a row stands for less than a person."""
