"""FREQUENCY_BASIS: the table's interval on one list, the interval of the risk management plan on the other."""

from dataclasses import replace
from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.interval import Interval, read_interval
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.synthesis.chance import draw_word
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.setting import Setting


def _table_there(
    person: Person, record: RegisterRecord, setting: Setting, _chance: Random
) -> RegisterRecord | None:
    if not person.runs or person.offender.visit_interval is None:
        return None
    interval = setting.table_interval(person.offender.risk_level)
    return counted_by(replace(record, visit_interval=None), interval, person, setting)


def _plan_there(person: Person, record: RegisterRecord, setting: Setting, chance: Random) -> RegisterRecord | None:
    if not person.runs or person.offender.visit_interval is not None:
        return None
    interval = draw_plan_interval(person.offender.risk_level, setting, chance)
    return counted_by(replace(record, visit_interval=interval), interval, person, setting) if interval else None


def draw_plan_interval(level: RiskLevel, setting: Setting, chance: Random) -> Interval | None:
    """An interval of the model's risk management plans that no level has in the table, or None where all are."""
    of_table = [setting.table_interval(each) for each in RiskLevel]
    words = {
        word: weight
        for word, weight in setting.model.rmp_intervals[level].items()
        if weight > 0 and read_interval(word) not in of_table
    }
    return read_interval(draw_word(chance, words)) if words else None


def counted_by(
    record: RegisterRecord, interval: Interval, person: Person, setting: Setting
) -> RegisterRecord | None:
    """The record with the next date by another interval, or None where the verdict stays the same."""
    due_on = interval.after(person.seen_on[-1])
    return None if (due_on < setting.as_of) is person.is_overdue else replace(record, next_visit_due_on=due_on)


PLANTS = (
    Plant(Cause.FREQUENCY_BASIS, "table_there", _table_there),
    Plant(Cause.FREQUENCY_BASIS, "plan_there", _plan_there),
)
