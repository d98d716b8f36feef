"""COMBINED: two differences, neither of which explains the disagreement alone."""

from dataclasses import replace
from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.offender import ManagementStatus
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.plants.frequency_basis import draw_plan_interval
from rso_planner.synthesis.register.plants.reactive_still_timed import is_reactive_at_home
from rso_planner.synthesis.register.setting import Setting


def _lag_and_level(
    person: Person, record: RegisterRecord, setting: Setting, _chance: Random
) -> RegisterRecord | None:
    level = person.offender.risk_level
    if not _can_lag(person) or person.offender.visit_interval is not None or level is RiskLevel.VERY_HIGH:
        return None
    higher = tuple(RiskLevel)[level.rank - 1]
    due_on = setting.table_interval(higher).after(person.seen_on[-2])
    return replace(record, last_visit_on=person.seen_on[-2], risk_level=higher, next_visit_due_on=due_on)


def _lag_and_interval(
    person: Person, record: RegisterRecord, setting: Setting, chance: Random
) -> RegisterRecord | None:
    interval = draw_plan_interval(person.offender.risk_level, setting, chance)
    if not _can_lag(person) or person.offender.visit_interval is not None or interval is None:
        return None
    due_on = interval.after(person.seen_on[-2])
    return replace(record, last_visit_on=person.seen_on[-2], visit_interval=interval, next_visit_due_on=due_on)


def _reactive_and_lag(
    person: Person, record: RegisterRecord, _setting: Setting, _chance: Random
) -> RegisterRecord | None:
    if not is_reactive_at_home(person) or len(person.seen_on) < 2:
        return None
    last_on = person.seen_on[-2]
    return replace(
        record,
        management=ManagementStatus.ACTIVE,
        last_visit_on=last_on,
        next_visit_due_on=person.interval.after(last_on),
    )


def _can_lag(person: Person) -> bool:
    return person.runs and not person.is_overdue and len(person.seen_on) > 1


PLANTS = (
    Plant(Cause.COMBINED, "reactive_and_lag", _reactive_and_lag, (Cause.REACTIVE_STILL_TIMED, Cause.ENTRY_LAG)),
    Plant(Cause.COMBINED, "lag_and_risk_level", _lag_and_level, (Cause.ENTRY_LAG, Cause.RISK_CHANGE)),
    Plant(Cause.COMBINED, "lag_and_interval", _lag_and_interval, (Cause.ENTRY_LAG, Cause.FREQUENCY_BASIS)),
)
