"""UNIT: overdue on both lists, several visits owed here and one outstanding there."""

from dataclasses import replace
from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.setting import Setting


def _people_counted(
    person: Person, record: RegisterRecord, _setting: Setting, _chance: Random
) -> RegisterRecord | None:
    return replace(record, visits_outstanding=1) if person.is_overdue and person.owed > 1 else None


PLANTS = (Plant(Cause.UNIT, "people_counted", _people_counted),)
