"""REACTIVE_STILL_TIMED: reactive here, and the register's next date is left running from the last visit."""

from dataclasses import replace
from datetime import date
from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.offender import ManagementStatus, Status
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.setting import Setting


def is_reactive_at_home(person: Person) -> bool:
    """Tell whether the person is in the community, without visits, and was visited before."""
    offender = person.offender
    is_reactive = offender.management is ManagementStatus.REACTIVE
    return person.is_registered and is_reactive and offender.status is Status.COMMUNITY and bool(person.seen_on)


def _reactive(person: Person, record: RegisterRecord, setting: Setting, _chance: Random) -> RegisterRecord | None:
    if not is_reactive_at_home(person):
        return None
    due_on = person.interval.after(person.seen_on[-1])
    return _overdue(record, due_on, setting)


def _active(person: Person, record: RegisterRecord, setting: Setting, chance: Random) -> RegisterRecord | None:
    changed = _reactive(person, record, setting, chance)
    return replace(changed, management=ManagementStatus.ACTIVE) if changed else None


def _other_level(
    person: Person, record: RegisterRecord, setting: Setting, chance: Random
) -> RegisterRecord | None:
    if person.offender.risk_level is not RiskLevel.LOW or _reactive(person, record, setting, chance) is None:
        return None
    due_on = setting.table_interval(RiskLevel.MEDIUM).after(person.seen_on[-1])
    return _overdue(replace(record, risk_level=RiskLevel.MEDIUM), due_on, setting)


def _overdue(record: RegisterRecord, due_on: date, setting: Setting) -> RegisterRecord | None:
    return replace(record, next_visit_due_on=due_on) if due_on < setting.as_of else None


PLANTS = (
    Plant(Cause.REACTIVE_STILL_TIMED, "with_other_risk_level", _other_level),
    Plant(Cause.REACTIVE_STILL_TIMED, "active_there", _active),
    Plant(Cause.REACTIVE_STILL_TIMED, "reactive_there", _reactive),
)
