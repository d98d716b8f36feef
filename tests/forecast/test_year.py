"""A year run week by week: clocks move by the rules, hours are kept, more staff never makes it worse."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.scenario import Backlog, DemandChange, Scenario, StaffingChange
from rso_planner.forecast.comparison import MEASURES
from tests.domain.cases import AS_OF, make_case
from tests.forecast.worlds import AS_IT_IS, NOTHING_HAPPENS, ORDINARY_DEMAND, make_people, run


def test_with_officers_enough_nobody_is_ever_late(policy: PlanningPolicy) -> None:
    people = make_people({"very_high": 2, "high": 10, "medium": 20, "low": 30}, seen="2026-11-20")
    result = run(people, policy, officers=6, weeks=52)
    assert all(week.overdue_by_risk == (0, 0, 0, 0) for week in result.weeks)
    visits = sum(week.visits for week in result.weeks)
    # Seen every time a little before the visit is due, and with the yearly assessment.
    assert 2 * 12 + 10 * 4 + 20 * 2 + 30 <= visits <= 1.4 * (2 * 12 + 10 * 4 + 20 * 2 + 30)


def test_without_officers_everybody_is_late_after_the_interval(policy: PlanningPolicy) -> None:
    people = make_people({"very_high": 3, "high": 4, "medium": 5, "low": 6}, seen="2026-11-22")
    weeks = run(people, policy, officers=0, weeks=60).weeks
    last_days_in_time = (date(2026, 12, 22), date(2027, 2, 22), date(2027, 5, 22), date(2027, 11, 22))
    for number, week in enumerate(weeks, start=1):
        day = AS_OF + timedelta(weeks=number)
        late = tuple(
            count if day > last else 0 for count, last in zip((3, 4, 5, 6), last_days_in_time, strict=True)
        )
        assert week.overdue_by_risk == late, day
    assert weeks[-1].hours_used == 0


def test_no_week_uses_more_than_its_hours(policy: PlanningPolicy) -> None:
    people = make_people({"high": 200, "medium": 200, "low": 200}, seen="2025-11-20")
    for week in run(people, policy, officers=5, weeks=10).weeks:
        assert 0.8 * 0.9 * week.hours_available <= week.hours_used <= 0.9 * week.hours_available + 1e-9


def test_high_risk_comes_first(policy: PlanningPolicy) -> None:
    people = make_people({"high": 20, "low": 400}, seen="2025-06-01")
    weeks = run(people, policy, officers=2, weeks=12).weeks
    assert weeks[-1].overdue_by_risk[1] == 0
    assert weeks[-1].overdue_by_risk[3] > 300


def test_an_attempt_does_not_reset_the_clock(policy: PlanningPolicy) -> None:
    nobody_opens = replace(NOTHING_HAPPENS, visit_success=1e-9)
    weeks = run(
        make_people({"high": 5}, seen="2026-05-03"), policy, officers=4, demand=nobody_opens, weeks=8
    ).weeks
    assert weeks[-1].overdue_by_risk[1] == 5
    assert sum(week.attempts for week in weeks) >= 5
    assert sum(week.visits for week in weeks) == 0


def test_the_same_seed_gives_the_same_year_and_another_another(policy: PlanningPolicy) -> None:
    people = make_people({"high": 40, "medium": 60, "low": 80}, seen="2026-06-01")
    first, again, other = (
        run(people, policy, officers=3, demand=ORDINARY_DEMAND, seed=seed) for seed in (1, 1, 2)
    )
    assert first == again
    assert first.weeks != other.weeks


def test_what_a_scenario_does_not_touch_happens_alike(policy: PlanningPolicy) -> None:
    """Who comes and goes is the same with few officers and with many."""
    people = make_people({"high": 40, "medium": 60, "low": 80}, seen="2026-06-01")
    few, many = (run(people, policy, officers=officers, demand=ORDINARY_DEMAND, weeks=52) for officers in (1, 12))
    assert [week.in_community for week in few.weeks] == [week.in_community for week in many.weeks]
    assert [week.overdue_by_risk for week in few.weeks] != [week.overdue_by_risk for week in many.weeks]


@pytest.mark.parametrize("seed", range(6))
def test_more_officers_never_make_it_worse(policy: PlanningPolicy, seed: int) -> None:
    people = make_people({"very_high": 3, "high": 40, "medium": 60, "low": 80}, seen="2026-04-01")
    late = [
        sum(run(people, policy, officers=officers, demand=ORDINARY_DEMAND, seed=seed).weeks[-1].overdue_by_risk)
        for officers in (1, 2, 4, 8, 16)
    ]
    # Success is drawn by the week, so that a visit in another week may fail: a few people of tolerance.
    assert all(more <= fewer + 4 for fewer, more in pairwise(late)), late
    assert late[-1] < late[0]


def test_a_cleared_backlog_starts_without_late_visits(policy: PlanningPolicy) -> None:
    people = make_people({"medium": 30}, seen="2025-01-05")
    cleared = replace(AS_IT_IS, backlog=Backlog(visits_cleared=1.0))
    assert run(people, policy, officers=0, weeks=1).weeks[0].overdue_by_risk[2] == 30
    assert run(people, policy, officers=0, scenario=cleared, weeks=1).weeks[0].overdue_by_risk[2] == 0


def test_growth_and_leavers_change_the_numbers(policy: PlanningPolicy) -> None:
    people = make_people({"low": 400})
    grown = run(people, policy, officers=2, demand=replace(NOTHING_HAPPENS, growth=0.1), weeks=52)
    steady = run(people, policy, officers=2, demand=replace(NOTHING_HAPPENS, leavers=0.5), weeks=52)
    assert 436 <= grown.weeks[-1].in_community <= 441
    assert 398 <= steady.weeks[-1].in_community <= 401


def test_a_change_holds_in_its_weeks_alone(policy: PlanningPolicy) -> None:
    people = make_people({"low": 40})
    leave = Scenario(
        name="leave",
        title="leave",
        description="leave",
        staffing=(StaffingChange(week=3, until_week=5, officers_away=1.0),),
        demand=(DemandChange(week=2, until_week=3, values={"growth": 0.5}),),
    )
    weeks = run(people, policy, officers=2, scenario=leave, weeks=8).weeks
    assert [week.officers for week in weeks] == [2, 2, 1, 1, 1, 2, 2, 2]


def test_moves_to_reactive_need_acceptance(policy: PlanningPolicy) -> None:
    eligible = [
        make_case(
            "2026-09-20 seen\n2026-11-01 arms low",
            offender_id=f"Zz-{number:03}",
            risk_level="low",
            registered_on="2015-01-05",
            in_community_since="2015-01-05",
        )
        for number in range(20)
    ]
    never = run(eligible, policy, officers=2, weeks=4)
    always = run(eligible, policy, officers=2, demand=replace(NOTHING_HAPPENS, reactive_acceptance=1.0), weeks=4)
    assert never.weeks[-1].reactive == 0
    assert always.weeks[-1].reactive == 20
    assert always.weeks[-1].visits_a_year == 0


def test_every_measure_can_be_read(policy: PlanningPolicy) -> None:
    week = run(make_people({"low": 4}), policy, officers=1, weeks=1).weeks[0]
    for name, read in MEASURES.items():
        assert read(week) == read(week), name
