"""TYPE: the register takes an overdue ARMS for a visit."""

from dataclasses import replace
from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.setting import Setting


def _date_of_assessment(
    person: Person, record: RegisterRecord, setting: Setting, _chance: Random
) -> RegisterRecord | None:
    if not _owes_assessment_alone(person, setting):
        return None
    return replace(record, next_visit_due_on=person.arms_due_on)


def _assessment_counted(
    person: Person, record: RegisterRecord, setting: Setting, _chance: Random
) -> RegisterRecord | None:
    return replace(record, visits_outstanding=1) if _owes_assessment_alone(person, setting) else None


def _owes_assessment_alone(person: Person, setting: Setting) -> bool:
    arms_on = person.arms_due_on
    return person.runs and not person.is_overdue and arms_on is not None and arms_on < setting.snapshot_on


PLANTS = (
    Plant(Cause.TYPE, "date_of_assessment", _date_of_assessment),
    Plant(Cause.TYPE, "assessment_counted", _assessment_counted),
)
