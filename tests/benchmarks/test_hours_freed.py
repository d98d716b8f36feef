"""Hours freed: how many more officer-days due date order needs, on weeks that can be reckoned by hand."""

from benchmarks.benchmark_week import Variant
from benchmarks.hours_freed import find_hours_freed, hire_days, task_worth
from benchmarks.one_score import ONE_TIER
from benchmarks.peers.due_date_order import plan_by_due_date
from rso_planner.domain.visit_plan import VisitPlan
from rso_planner.planning.check_plan import check_plan
from rso_planner.planning.compact.plan_from_draft import make_plan
from rso_planner.planning.problem import PlanningProblem
from tests.benchmarks.small_weeks import make_small_week

# One officer-day holds one visit: an hour on site, 40 minutes of way. P4 is due first, P1 is worth more.
ONE_VISIT_A_DAY = """
officer | at | Mon        | Tue
A       | 0  | 9-17 =110  | 9-17 =110

person  | risk      | at | due
P1      | very_high | 20 | visit
P4      | low       | 20,1 | visit
P6      | high      | 20,2 | visit
P9      | high      | 20,3 | visit
"""


def visits(problem: PlanningProblem, plan: VisitPlan) -> int:
    return len(plan.assignments)


def test_days_are_hired_one_by_one() -> None:
    problem = make_small_week(Variant.LONE).problem
    days = sum(len(officer.days) for officer in problem.officers)
    for more in (0, 1, days, days + 3):
        assert sum(len(officer.days) for officer in hire_days(problem, more).officers) == days + more


def test_a_plan_with_hired_officers_keeps_every_rule() -> None:
    week = make_small_week(Variant.PAIRS)
    larger = hire_days(week.problem, 9)
    answer = make_plan(
        plan_by_due_date(
            type(week)(variant=week.variant, problem=larger, task_by_id=week.task_by_id, score=week.score)
        )
    )
    assert check_plan(larger, answer) == ()
    assert any("+" in officer_id for each in answer.assignments for officer_id in each.officer_ids)
    assert len(answer.assignments) > len(make_plan(plan_by_due_date(week)).assignments)


def test_each_further_visit_takes_a_day() -> None:
    """Two days hold two visits; four visits take two days more, of 110 minutes each."""
    found = find_hours_freed(make_small_week(Variant.LONE, ONE_VISIT_A_DAY), 4, visits)
    assert found.hours == 220 / 60
    assert found.hours_in_due_date_order == 440 / 60
    assert found.freed == 220 / 60


def test_due_date_order_needs_more_hours_for_the_same_score() -> None:
    """By due date P4 (107 days' worth at weight 1) and P6 come first; P1, due last, is worth the most."""
    week = make_small_week(Variant.LONE, ONE_VISIT_A_DAY)

    # P6 (8 x 82) and P9 (8 x 67) are the best two; in the order P4, P6, P9, P1 they take three days.
    found = find_hours_freed(week, 10 * 8 * (82 + 67), lambda problem, plan: task_worth(problem, plan, ONE_TIER))
    assert found.hours_in_due_date_order == 330 / 60


def test_what_no_number_of_days_reaches_is_said() -> None:
    found = find_hours_freed(make_small_week(Variant.LONE, ONE_VISIT_A_DAY), 5, visits)
    assert found.hours_in_due_date_order is None
    assert found.freed is None
