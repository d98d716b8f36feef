"""MISSING_LOCALLY: made-up people who are on the register and whom the force does not know."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from random import Random

from rso_planner.domain.force import Force
from rso_planner.domain.interval import add_months
from rso_planner.domain.offender import ManagementStatus, RegisterType, Status
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.synthesis.chance import draw_day, draw_number, draw_word
from rso_planner.synthesis.register.names import swap_day_and_month
from rso_planner.synthesis.register.setting import Setting

_YOUNGEST, _OLDEST = 19 * 12, 75 * 12
_LONGEST_OVERDUE = 150
# Months differ in length by so many days.
_MARGIN = 6


def draw_strangers(
    force: Force,
    register_ids: Iterator[str],
    names_to_avoid: Collection[str | None],
    setting: Setting,
    chance: Random,
) -> list[RegisterRecord]:
    """As many as the model asks for, overdue and not, the first of each at high risk.

    Nobody of the force has the date of birth of one of them, and nobody who can be found by name alone the family
    name, so that none of them is taken for another.
    """
    births = {case.offender.date_of_birth for case in force.cases}
    names = [name for name in setting.model.family_names if name not in names_to_avoid]
    names = names or list(setting.model.family_names)
    records = []
    for form, count in setting.model.register.missing_locally.items():
        for number in range(count):
            level = RiskLevel.HIGH if number == 0 else _draw_level(setting, chance)
            last_on, due_on = _draw_visits(level, form == "overdue", setting, chance)
            officer = force.officers[draw_number(chance, 0, len(force.officers) - 1)]
            records.append(
                RegisterRecord(
                    register_id=next(register_ids),
                    row=0,
                    register_type=RegisterType.RSO,
                    family_name=names[draw_number(chance, 0, len(names) - 1)],
                    given_names=setting.model.men[draw_number(chance, 0, len(setting.model.men) - 1)],
                    date_of_birth=_draw_birth(births, setting, chance),
                    status=Status.COMMUNITY,
                    risk_level=level,
                    management=ManagementStatus.ACTIVE,
                    officer_id=officer.officer_id,
                    area=officer.area,
                    last_visit_on=last_on,
                    next_visit_due_on=due_on,
                )
            )
    return records


def _draw_level(setting: Setting, chance: Random) -> RiskLevel:
    return RiskLevel(draw_word(chance, {level.value: n for level, n in setting.model.community_risk.items()}))


def _draw_birth(births: set[date | None], setting: Setting, chance: Random) -> date:
    first, last = (add_months(setting.as_of, -age) for age in (_OLDEST, _YOUNGEST))
    while True:
        birth = first + timedelta(days=draw_number(chance, 0, (last - first).days))
        if birth not in births and swap_day_and_month(birth) not in births:
            births.add(birth)
            return birth


def _draw_visits(level: RiskLevel, is_overdue: bool, setting: Setting, chance: Random) -> tuple[date, date]:
    """The days of the last visit and of the next one."""
    interval = setting.table_interval(level)
    oldest = min(setting.snapshot_on, setting.as_of)
    while interval.after(oldest) >= setting.snapshot_on:
        oldest -= timedelta(days=1)
    if is_overdue:
        last_on = draw_day(chance, oldest - timedelta(days=_LONGEST_OVERDUE), oldest)
    else:
        last_on = draw_day(
            chance, oldest + timedelta(days=setting.model.register.snapshot_lag + _MARGIN), setting.snapshot_on
        )
    return last_on, interval.after(last_on)
