"""What is left of the day of the records, reckoned by hand.

The person lives 3,506 m from the base: 10 minutes by car, and 5 for parking on the way out.
"""

from dataclasses import replace
from datetime import date, time

import pytest

from rso_planner.domain.case import Case
from rso_planner.domain.due import find_force_tasks
from rso_planner.domain.officer import Duty
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.planning.build_problem import build_problem
from rso_planner.planning.problem import OfficerDay
from tests.domain.cases import AS_OF, make_case, make_force, make_officer

DUE = "2025-01-01 arms low\n2026-01-01 seen\n"
TODAY, TOMORROW = AS_OF, date(2026, 11, 24)


def day_left(policy: PlanningPolicy, *cases: Case, officer: str = "OM-01") -> OfficerDay | None:
    """The officer's day of the records; on duty from 9 to 12 and from 13:30 to 17 with 300 minutes to plan."""
    somebody_due = make_case(DUE, offender_id="Zz-0009")
    force = make_force(*cases, somebody_due, officers=[make_officer(1), make_officer(2)])
    duties = tuple(
        Duty(officer_id=each.officer_id, on=on, starts_at=starts, ends_at=ends, plannable_minutes=150)
        for each in force.officers
        for on in (TODAY, TOMORROW)
        for starts, ends in ((time(9), time(12)), (time(13, 30), time(17)))
    )
    force = replace(force, duties=duties)
    problem = build_problem(force, find_force_tasks(force, policy, TODAY), policy, TODAY, TODAY)
    found = problem.officer_by_id[officer]
    assert found.days[TOMORROW].plannable_minutes == 300
    return found.days.get(TODAY)


def rows(day: OfficerDay | None) -> list[tuple[int, int]]:
    return [row for outing in day.outings for row in outing.rows] if day else []


@pytest.mark.parametrize(
    ("recorded", "minutes"),
    [
        # 15 out, 60 on site, 10 back, 30 preparation, 60 write-up.
        ("2026-11-23 09:30 seen", 300 - 175),
        # 15 out, 15 at the door, 10 back, 30 preparation.
        ("2026-11-23 09:30 not_seen", 300 - 70),
        # 15 out, 60 on site, 10 back, and 240 of the assessment's 300 minutes beside the visit: more than the day.
        ("2026-11-23 09:30 seen\n2026-11-23 arms low", None),
        ("2026-11-20 09:30 seen", 300),
    ],
)
def test_recorded_work_takes_the_minutes_that_the_plan_would_have_given_it(
    policy: PlanningPolicy, recorded: str, minutes: int | None
) -> None:
    left = day_left(policy, make_case(recorded))
    assert (left.plannable_minutes if left else None) == minutes


def test_the_second_officer_has_no_desk_work(policy: PlanningPolicy) -> None:
    case = make_case("2026-11-23 09:30 seen")
    together = replace(case, visits=(replace(case.visits[0], second_officer_id="OM-02"),))
    left = day_left(policy, together, officer="OM-02")
    assert left is not None
    assert left.plannable_minutes == 300 - 85


def test_the_way_leads_from_one_visit_to_the_next_and_back_once(policy: PlanningPolicy) -> None:
    """15 to the first, 60; next door 0 minutes, 60; 10 back; twice 90 at the desk; in any order of the records."""
    first = make_case("2026-11-23 09:30 not_seen", offender_id="Zz-0001")
    second = make_case("2026-11-23 10:40 not_seen", offender_id="Zz-0002")
    for cases in ((first, second), (second, first)):
        left = day_left(policy, *cases)
        assert left is not None
        assert left.plannable_minutes == 300 - (15 + 15 + 0 + 15 + 10 + 30 + 30)


def test_nothing_is_planned_before_the_officer_is_back(policy: PlanningPolicy) -> None:
    """Out from 9:15; at the door from 9:30 to 9:45, back at 9:55; or from 13:00, back at 14:10."""
    assert rows(day_left(policy, make_case("2026-11-23 09:30 not_seen"))) == [(595, 720), (810, 1020)]
    assert rows(day_left(policy, make_case("2026-11-23 13:00 seen"))) == [(850, 1020)]
    assert day_left(policy, make_case("2026-11-23 16:30 not_seen")) is not None
    assert day_left(policy, make_case("2026-11-23 16:45 not_seen")) is None


def test_a_person_whose_place_is_gone_costs_no_way(policy: PlanningPolicy) -> None:
    left = day_left(policy, make_case("2026-11-23 09:30 not_seen", place=None))
    assert left is not None
    assert left.plannable_minutes == 300 - 45


def test_an_officer_from_elsewhere_changes_nobody(policy: PlanningPolicy) -> None:
    case = make_case("2026-11-23 09:30 seen")
    theirs = replace(case, visits=(replace(case.visits[0], officer_id="OM-99"),))
    left = day_left(policy, theirs)
    assert left is not None
    assert left.plannable_minutes == 300
