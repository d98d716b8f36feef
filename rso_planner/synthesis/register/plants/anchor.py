"""ANCHOR: the register counts from the date on which the last visit was due, or takes a month for 30 days."""

from dataclasses import replace
from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.duties.visit_clock_anchor import find_visit
from rso_planner.domain.interval import Interval, IntervalUnit
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.plants.frequency_basis import counted_by
from rso_planner.synthesis.register.setting import Setting

_DAYS_A_MONTH = 30


def _last_due(person: Person, record: RegisterRecord, setting: Setting, _chance: Random) -> RegisterRecord | None:
    if not person.runs or not person.is_overdue:
        return None
    visit = find_visit(person.case, replace(setting.policy, visit_clock_anchor="last_due"), setting.as_of)
    if visit is None or visit.due_on < setting.as_of:
        return None
    return replace(record, next_visit_due_on=visit.due_on)


def _thirty_days(
    person: Person, record: RegisterRecord, setting: Setting, _chance: Random
) -> RegisterRecord | None:
    if not person.runs or person.interval.unit is not IntervalUnit.MONTHS:
        return None
    interval = Interval(person.interval.count * _DAYS_A_MONTH, IntervalUnit.DAYS)
    return counted_by(record, interval, person, setting)


PLANTS = (Plant(Cause.ANCHOR, "last_due", _last_due), Plant(Cause.ANCHOR, "thirty_days", _thirty_days))
