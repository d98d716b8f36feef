"""MISSING_FROM_REGISTER: registered here, in the community, and in no record."""

from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.setting import Setting


def _overdue(person: Person, record: RegisterRecord, _setting: Setting, _chance: Random) -> RegisterRecord | None:
    return record if person.is_overdue else None


def _not_overdue(
    person: Person, record: RegisterRecord, _setting: Setting, _chance: Random
) -> RegisterRecord | None:
    return record if person.runs and not person.is_overdue else None


PLANTS = (
    Plant(Cause.MISSING_FROM_REGISTER, "overdue", _overdue),
    Plant(Cause.MISSING_FROM_REGISTER, "not_overdue", _not_overdue),
)
