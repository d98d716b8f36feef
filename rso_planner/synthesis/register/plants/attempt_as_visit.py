"""ATTEMPT_AS_VISIT: the register takes our last attempt for a visit, so its next date is still to come."""

from dataclasses import replace
from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.setting import Setting


def _last_attempt(
    person: Person, record: RegisterRecord, setting: Setting, _chance: Random
) -> RegisterRecord | None:
    if not person.runs or not person.is_overdue or not person.attempts_on:
        return None
    tried_on = person.attempts_on[-1]
    due_on = person.interval.after(tried_on)
    return replace(record, last_visit_on=tried_on, next_visit_due_on=due_on) if due_on >= setting.as_of else None


PLANTS = (Plant(Cause.ATTEMPT_AS_VISIT, "last_attempt", _last_attempt),)
