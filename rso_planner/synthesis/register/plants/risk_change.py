"""RISK_CHANGE: the register has another risk level, or the next date of another level than it has."""

from dataclasses import replace
from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.event import EventKind
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.plants.frequency_basis import counted_by
from rso_planner.synthesis.register.setting import Setting


def _higher(person: Person, record: RegisterRecord, setting: Setting, _chance: Random) -> RegisterRecord | None:
    return _at_level(person, record, setting, -1)


def _lower(person: Person, record: RegisterRecord, setting: Setting, _chance: Random) -> RegisterRecord | None:
    return _at_level(person, record, setting, 1)


def _not_recomputed(
    person: Person, record: RegisterRecord, setting: Setting, chance: Random
) -> RegisterRecord | None:
    if not person.runs or person.offender.visit_interval is not None:
        return None
    changes = [each for each in person.case.events if each.kind is EventKind.RISK_CHANGE]
    if all(each.occurred_on <= person.seen_on[-1] for each in changes):
        return None
    others = [each for each in RiskLevel if each is not person.offender.risk_level]
    chance.shuffle(others)
    found = (counted_by(record, setting.table_interval(each), person, setting) for each in others)
    return next((changed for changed in found if changed), None)


def _at_level(person: Person, record: RegisterRecord, setting: Setting, step: int) -> RegisterRecord | None:
    rank = person.offender.risk_level.rank + step
    if not person.runs or person.offender.visit_interval is not None or not 0 <= rank < len(RiskLevel):
        return None
    level = tuple(RiskLevel)[rank]
    return counted_by(replace(record, risk_level=level), setting.table_interval(level), person, setting)


PLANTS = (
    Plant(Cause.RISK_CHANGE, "not_recomputed", _not_recomputed),
    Plant(Cause.RISK_CHANGE, "lower_there", _lower),
    Plant(Cause.RISK_CHANGE, "higher_there", _higher),
)
