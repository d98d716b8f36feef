"""DUPLICATE: an overdue person has two records, of which this is the second."""

from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.setting import Setting


def _second_record(
    person: Person, record: RegisterRecord, _setting: Setting, _chance: Random
) -> RegisterRecord | None:
    return record if person.is_overdue else None


PLANTS = (Plant(Cause.DUPLICATE, "second_record", _second_record),)
