"""NOT_RSO: a person under a sexual risk order, or another who is no RSO, overdue in the register's count."""

from dataclasses import replace
from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.offender import RegisterType
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.setting import Setting


def _sro_or_other(
    person: Person, record: RegisterRecord, _setting: Setting, chance: Random
) -> RegisterRecord | None:
    if person.offender.is_rso or not person.owed:
        return None
    there = (RegisterType.RSO, RegisterType.SRO)[int(chance.random() * 2)]
    return replace(record, register_type=there)


PLANTS = (Plant(Cause.NOT_RSO, "sro_or_other", _sro_or_other),)
