"""ENTRY_LAG: the last visit is recorded on one side only."""

from dataclasses import replace
from datetime import timedelta
from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.synthesis.chance import draw_day
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.setting import Setting

_LONGEST_LAG = timedelta(days=60)


def _not_in_register(
    person: Person, record: RegisterRecord, setting: Setting, _chance: Random
) -> RegisterRecord | None:
    if not person.runs or person.is_overdue or len(person.seen_on) < 2:
        return None
    last_on = person.seen_on[-2]
    due_on = person.interval.after(last_on)
    return replace(record, last_visit_on=last_on, next_visit_due_on=due_on) if due_on < setting.as_of else None


def _not_in_force(
    person: Person, record: RegisterRecord, setting: Setting, chance: Random
) -> RegisterRecord | None:
    if not person.runs or not person.is_overdue:
        return None
    first_on = max(person.seen_on[-1], setting.as_of - _LONGEST_LAG) + timedelta(days=1)
    last_on = draw_day(chance, first_on, setting.snapshot_on - timedelta(days=2))
    due_on = person.interval.after(last_on)
    if last_on in person.attempts_on or due_on < setting.as_of:
        return None
    return replace(record, last_visit_on=last_on, next_visit_due_on=due_on)


def _with_other_level(
    person: Person, record: RegisterRecord, setting: Setting, chance: Random
) -> RegisterRecord | None:
    level = person.offender.risk_level
    lagging = _not_in_register(person, record, setting, chance)
    if lagging is None or lagging.last_visit_on is None or level is RiskLevel.VERY_HIGH:
        return None
    higher = tuple(RiskLevel)[level.rank - 1]
    due_on = setting.table_interval(higher).after(lagging.last_visit_on)
    if person.offender.visit_interval is not None:
        return None
    return replace(lagging, risk_level=higher, next_visit_due_on=due_on)


PLANTS = (
    Plant(Cause.ENTRY_LAG, "not_in_force", _not_in_force),
    Plant(Cause.ENTRY_LAG, "with_other_risk_level", _with_other_level),
    Plant(Cause.ENTRY_LAG, "not_in_register", _not_in_register),
)
