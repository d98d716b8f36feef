"""CUTOFF: a visit due on the day itself is outstanding on the register."""

from dataclasses import replace
from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.setting import Setting


def _due_today(person: Person, record: RegisterRecord, setting: Setting, _chance: Random) -> RegisterRecord | None:
    is_today = person.runs and person.due_on == setting.as_of == setting.snapshot_on
    return replace(record, visits_outstanding=1) if is_today else None


PLANTS = (Plant(Cause.CUTOFF, "due_today", _due_today),)
