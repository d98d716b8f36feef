"""What a plan may use of an officer's week: duties, absences, posts, contracts."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from rso_planner.domain.force import Force
from rso_planner.domain.officer import Absence, AbsenceKind, Duty, OffenderManager
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.planning.problem import OfficerDay
from rso_planner.planning.roster import make_outings, officer_days
from tests.domain.cases import AS_OF, make_force, make_officer

MONDAY = AS_OF
TUESDAY = MONDAY + timedelta(days=1)


def duty(on: date, starts: str = "09:00", ends: str = "17:00", minutes: int = 240) -> Duty:
    return Duty(
        officer_id="OM-01",
        on=on,
        starts_at=time.fromisoformat(starts),
        ends_at=time.fromisoformat(ends),
        plannable_minutes=minutes,
    )


def absence(first: date, last: date, share: float = 1.0) -> Absence:
    return Absence(officer_id="OM-01", first_on=first, last_on=last, kind=AbsenceKind.LEAVE, share=share)


def days(policy: PlanningPolicy, *duties: Duty, absences: tuple[Absence, ...] = (), **officer: Any) -> Any:
    someone: OffenderManager = make_officer(1, **officer)
    force: Force = replace(make_force(officers=[someone]), duties=duties, absences=absences)
    return officer_days(force, someone, policy, MONDAY, MONDAY)


def minutes(found: dict[date, OfficerDay]) -> dict[str, int]:
    return {f"{day:%a}": each.plannable_minutes for day, each in found.items()}


def test_an_officer_without_any_duty_gets_the_contract_monday_to_friday(policy: PlanningPolicy) -> None:
    """37 hours x 40 % / 5 days = 177.6 minutes, of which whole ones count."""
    found = days(policy)
    assert minutes(found) == dict.fromkeys(["Mon", "Tue", "Wed", "Thu", "Fri"], 177)
    assert found[MONDAY].outings[0].rows == ((9 * 60, 17 * 60),)


def test_an_officer_with_a_duty_in_another_week_is_off_in_this_one(policy: PlanningPolicy) -> None:
    assert minutes(days(policy, duty(MONDAY + timedelta(days=14)))) == {}


def test_two_rows_of_a_day_add_up(policy: PlanningPolicy) -> None:
    found = days(policy, duty(MONDAY, "08:00", "11:00", 100), duty(MONDAY, "14:00", "17:00", 90))
    assert minutes(found) == {"Mon": 190}
    assert len(found[MONDAY].outings) == 2


@pytest.mark.parametrize(("second_starts", "outings"), [("12:00", 1), ("12:01", 2)])
def test_rows_an_hour_or_less_apart_are_one_outing(second_starts: str, outings: int) -> None:
    rows = [duty(MONDAY, "09:00", "11:00", 60), duty(MONDAY, second_starts, "16:00", 60)]
    assert len(make_outings(rows)) == outings


def test_a_whole_day_of_leave_takes_the_day(policy: PlanningPolicy) -> None:
    found = days(policy, duty(MONDAY), duty(TUESDAY), absences=(absence(MONDAY, MONDAY),))
    assert minutes(found) == {"Tue": 240}


def test_both_ends_of_an_absence_count(policy: PlanningPolicy) -> None:
    duties = [duty(MONDAY + timedelta(days=offset)) for offset in range(4)]
    found = days(policy, *duties, absences=(absence(TUESDAY, TUESDAY + timedelta(days=1)),))
    assert minutes(found) == {"Mon": 240, "Thu": 240}


def test_shares_of_a_day_are_taken_off_together(policy: PlanningPolicy) -> None:
    half, quarter = absence(MONDAY, MONDAY, 0.5), absence(MONDAY, MONDAY, 0.25)
    assert minutes(days(policy, duty(MONDAY), absences=(half, quarter))) == {"Mon": 60}
    assert minutes(days(policy, duty(MONDAY), absences=(half, half))) == {}


def test_first_and_last_day_in_post_count(policy: PlanningPolicy) -> None:
    duties = [duty(MONDAY + timedelta(days=offset)) for offset in range(4)]
    found = days(policy, *duties, starts_on=TUESDAY, leaves_on=TUESDAY + timedelta(days=1))
    assert minutes(found) == {"Tue": 240, "Wed": 240}


def test_days_before_the_as_of_day_are_past(policy: PlanningPolicy) -> None:
    someone = make_officer(1)
    force = replace(make_force(officers=[someone]), duties=(duty(MONDAY), duty(TUESDAY)))
    assert minutes(dict(officer_days(force, someone, policy, MONDAY, TUESDAY))) == {"Tue": 240}
