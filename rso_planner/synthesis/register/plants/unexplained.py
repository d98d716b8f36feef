"""UNEXPLAINED: the year of the register's next date is mistyped, so that it follows no rule."""

from dataclasses import replace
from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.interval import add_months
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.setting import Setting

_YEAR = 12


def _too_early(
    person: Person, record: RegisterRecord, _setting: Setting, _chance: Random
) -> RegisterRecord | None:
    if not person.runs or person.is_overdue or person.due_on is None:
        return None
    return replace(record, next_visit_due_on=add_months(person.due_on, -_YEAR))


def _too_late(person: Person, record: RegisterRecord, _setting: Setting, _chance: Random) -> RegisterRecord | None:
    if not person.runs or not person.is_overdue or person.due_on is None:
        return None
    return replace(record, next_visit_due_on=add_months(person.due_on, _YEAR))


PLANTS = (
    Plant(Cause.UNEXPLAINED, "year_too_late", _too_late),
    Plant(Cause.UNEXPLAINED, "year_too_early", _too_early),
)
