"""STATUS_ONE_SIDED: away or sought on one list, in the community and overdue on the other."""

from dataclasses import replace
from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.offender import AWAY, SOUGHT, Status
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.setting import Setting

_ABSENCES = (Status.CUSTODY, Status.HOSPITAL, Status.ABROAD, Status.WANTED, Status.MISSING)


def still_home_there(person: Person, record: RegisterRecord, setting: Setting) -> RegisterRecord | None:
    """The record of somebody in the community whose next date has passed, or None where it has not."""
    if not person.seen_on:
        return None
    due_on = person.interval.after(person.seen_on[-1])
    if due_on >= setting.as_of:
        return None
    return replace(record, status=Status.COMMUNITY, next_visit_due_on=due_on)


def gone_there(person: Person, record: RegisterRecord, status: Status) -> RegisterRecord | None:
    """The record of somebody who is not at home, without a next date; None where nothing is overdue here."""
    if not person.runs or not person.is_overdue:
        return None
    return replace(record, status=status, next_visit_due_on=None)


def _away_here(person: Person, record: RegisterRecord, setting: Setting, _chance: Random) -> RegisterRecord | None:
    return still_home_there(person, record, setting) if person.offender.status in AWAY else None


def _sought_here(
    person: Person, record: RegisterRecord, setting: Setting, _chance: Random
) -> RegisterRecord | None:
    return still_home_there(person, record, setting) if person.offender.status in SOUGHT else None


def _away_there(
    person: Person, record: RegisterRecord, _setting: Setting, chance: Random
) -> RegisterRecord | None:
    return gone_there(person, record, _ABSENCES[int(chance.random() * len(_ABSENCES))])


PLANTS = (
    Plant(Cause.STATUS_ONE_SIDED, "away_there", _away_there),
    Plant(Cause.STATUS_ONE_SIDED, "sought_here", _sought_here),
    Plant(Cause.STATUS_ONE_SIDED, "away_here", _away_here),
)
