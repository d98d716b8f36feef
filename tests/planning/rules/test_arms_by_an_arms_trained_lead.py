"""ARMS needs an ARMS-trained lead (trap: ARMS by an untrained lead)."""

from dataclasses import replace

from rso_planner.domain.task import TaskKind
from rso_planner.planning.check_plan import check_plan
from rso_planner.planning.rules.arms_by_an_arms_trained_lead import NAME
from tests.planning.weeks import broken_rules, make_week

WEEK = """
officer | can             | Mon
A       | lead visit arms | 9-17
B       | lead visit      | 9-17

person | due
P      | visit arms
Q      | visit other_assessment
"""

BROKEN = (
    WEEK
    + """
day | time        | person | work       | lead | second
Mon | 10:00-11:00 | P      | visit arms | B    | A
"""
)

MENDED = (
    WEEK
    + """
day | time        | person | work       | lead | second
Mon | 10:00-11:00 | P      | visit arms | A    | B
"""
)


def test_the_broken_week_breaks_this_rule_alone() -> None:
    assert broken_rules(BROKEN) == {NAME}


def test_the_mended_week_keeps_every_rule() -> None:
    assert broken_rules(MENDED) == set()


def test_another_assessment_needs_no_arms_training() -> None:
    other = """
day | time        | person | work                   | lead | second
Mon | 10:00-11:00 | Q      | visit other_assessment | B    | A
"""

    assert broken_rules(WEEK + other) == set()


def test_the_kind_counts_that_the_task_has_not_the_one_that_the_plan_says() -> None:
    problem, plan = make_week(BROKEN)
    called_visits = replace(plan.assignments[0], kinds=(TaskKind.VISIT, TaskKind.VISIT))

    broken = {violation.rule for violation in check_plan(problem, replace(plan, assignments=(called_visits,)))}

    assert broken == {NAME, "tasks_of_the_week"}
