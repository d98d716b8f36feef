"""POPULATION: away or dead on both lists, and the register's next date is left running from the last visit."""

from dataclasses import replace
from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.offender import AWAY, Status
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.setting import Setting


def _away(person: Person, record: RegisterRecord, setting: Setting, _chance: Random) -> RegisterRecord | None:
    return _left_running(person, record, setting) if person.offender.status in AWAY else None


def _deceased(person: Person, record: RegisterRecord, setting: Setting, _chance: Random) -> RegisterRecord | None:
    return _left_running(person, record, setting) if person.offender.status is Status.DECEASED else None


def _with_older_visit(
    person: Person, record: RegisterRecord, setting: Setting, chance: Random
) -> RegisterRecord | None:
    if len(person.seen_on) < 2 or _away(person, record, setting, chance) is None:
        return None
    older_on = person.seen_on[-2]
    return replace(record, last_visit_on=older_on, next_visit_due_on=person.interval.after(older_on))


def _left_running(person: Person, record: RegisterRecord, setting: Setting) -> RegisterRecord | None:
    if not person.seen_on:
        return None
    due_on = person.interval.after(person.seen_on[-1])
    return replace(record, next_visit_due_on=due_on) if due_on < setting.as_of else None


PLANTS = (
    Plant(Cause.POPULATION, "deceased", _deceased),
    Plant(Cause.POPULATION, "away_with_older_visit", _with_older_visit),
    Plant(Cause.POPULATION, "away", _away),
)
