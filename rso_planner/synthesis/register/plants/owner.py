"""OWNER: transferred out on one list, in the community and overdue on the other."""

from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.offender import Status
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.plants.status_one_sided import gone_there, still_home_there
from rso_planner.synthesis.register.setting import Setting


def _left_here(person: Person, record: RegisterRecord, setting: Setting, _chance: Random) -> RegisterRecord | None:
    has_left = person.offender.status is Status.TRANSFERRED_OUT
    return still_home_there(person, record, setting) if has_left else None


def _left_there(
    person: Person, record: RegisterRecord, _setting: Setting, _chance: Random
) -> RegisterRecord | None:
    return gone_there(person, record, Status.TRANSFERRED_OUT)


PLANTS = (Plant(Cause.OWNER, "left_there", _left_there), Plant(Cause.OWNER, "left_here", _left_here))
