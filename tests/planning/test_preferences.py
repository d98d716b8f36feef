"""Tier 5 in drawn weeks: an evening visit where one is due and the duties allow it."""

import pytest

from rso_planner.planning import solve
from rso_planner.planning.check_plan import check_plan
from rso_planner.planning.compact.bounds import bounds
from rso_planner.planning.compact.plan_from_draft import make_plan
from rso_planner.planning.compact.score import score
from rso_planner.planning.preferences import (
    keeps_pattern,
    lead_points,
    most_start_points,
    start_points,
    trip_points,
)
from rso_planner.planning.solve import first_plan
from tests.planning.weeks import make_week

ONE_EVENING = """
officer | Mon  | Tue   | Wed
A       | 9-17 | 13-21 | 9-17
B       | 9-17 | 13-21 | 9-17

person | risk | due   | at | evening | starts
P      | low  | visit | 10 | due     | 0:00-23:59
"""
NO_EVENING = ONE_EVENING.replace("13-21", "9-17")
HOURS_END_BEFORE = ONE_EVENING.replace("23:59", "16:59")
NOT_DUE = ONE_EVENING.replace("due     | 0", "        | 0")


def planned_start(drawing: str) -> tuple[int, int]:
    """The weekday and the hour of the one visit, by the whole planner and by its first plan alike."""
    problem, _ = make_week(drawing)
    result = solve(problem, seconds=1)
    assert result.plan is not None
    found = set()
    for plan in (result.plan, make_plan(first_plan(problem))):
        assert check_plan(problem, plan) == ()
        [trip] = plan.assignments
        found.add((trip.on.weekday(), trip.starts_at.hour))
    [start] = found
    return start


def points_and_bound(drawing: str) -> tuple[int, int]:
    draft = first_plan(make_week(drawing)[0])
    reached = score(draft)
    return reached.preference_points, bounds(draft.index, reached)[4]


def test_a_visit_that_is_due_in_the_evening_goes_to_the_evening_duty() -> None:
    assert planned_start(ONE_EVENING) == (1, 17)
    assert points_and_bound(ONE_EVENING) == (4, 4)


@pytest.mark.parametrize("drawing", [NO_EVENING, HOURS_END_BEFORE, NOT_DUE])
def test_where_no_evening_is_possible_or_due_none_is_aimed_at_and_none_hoped_for(drawing: str) -> None:
    assert planned_start(drawing) == (0, 9)
    assert points_and_bound(drawing) == (2, 2)


def test_the_evening_waits_for_the_pattern_when_both_cannot_be_had() -> None:
    """Tuesday evening was used lately: a start there earns the evening's points and loses the pattern's."""
    avoided = ONE_EVENING.replace("| evening |", "| evening | avoid       |").replace(
        "| due     |", "| due     | Tue-evening |"
    )
    problem, _ = make_week(avoided)
    assert score(first_plan(problem)).preference_points == 2


def test_the_visit_is_never_left_out_for_the_evening() -> None:
    """Two people, and time for both only if the one who is due an evening visit is seen in the day."""
    problem, _ = make_week(
        """
officer | Mon        | Tue
A       | 9-17 =170  | 17-21 =100
B       | 9-17 =170  | 17-21 =100

person | risk | due       | at | evening | desk | starts
P      | low  | visit=10  | 10 | due     | 0/0  | 0:00-23:59
Q      | low  | visit=100 | 10 |         | 0/0  | 17:00-23:59
R      | high | visit=100 | 10 |         | 0/0  | 0:00-23:59
"""
    )
    result = solve(problem, seconds=1)
    assert result.plan is not None
    assert {each.offender_id: each.on.weekday() for each in result.plan.assignments} == {"P": 0, "Q": 1, "R": 0}


def test_the_points_of_a_trip() -> None:
    problem, _ = make_week(
        """
officer | area  | Mon
A       | north | 9-21
B       | north | 9-21
C       | south | 9-21

person | own | area  | evening | avoid
P      | A   | north | due     | Mon-evening Tue-morning
Q      |     |       |         |
"""
    )
    [own, of_area, other] = problem.officers
    due, plain = problem.people
    assert [lead_points(problem, due, lead) for lead in (own, of_area, other)] == [3, 1, 0]
    assert [lead_points(problem, plain, lead) for lead in (own, of_area, other)] == [0, 0, 0]
    assert [start_points(due, 0, minute) for minute in (16 * 60 + 59, 17 * 60)] == [2, 2]
    assert [start_points(due, 1, minute) for minute in (11 * 60 + 59, 12 * 60, 17 * 60)] == [0, 2, 4]
    assert [start_points(plain, 0, minute) for minute in (9 * 60, 17 * 60)] == [2, 2]
    assert [most_start_points(due, latest) for latest in (16 * 60 + 59, 17 * 60)] == [2, 4]
    assert keeps_pattern(plain, 1, 600)
    assert not keeps_pattern(due, 1, 600)
    assert trip_points(problem, due, own, 2, 18 * 60) == 3 + 2 + 2
