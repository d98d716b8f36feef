"""Only the week's own work is planned, under its own kind."""

from dataclasses import replace

from rso_planner.domain.task import TaskKind
from rso_planner.planning.check_plan import check_plan
from rso_planner.planning.rules.tasks_of_the_week import NAME
from tests.planning.weeks import broken_rules, make_week, sentences

WEEK = """
officer | Mon  | Tue
A       | 9-17 | 9-17
B       | 9-17 | 9-17

person | due   | at
P      | visit | 10
Q      | visit | 20
"""

BROKEN = (
    WEEK
    + """
day | time        | person | work         | lead | second
Mon | 10:00-11:00 | P      | visit retry  | A    | B
"""
)

MENDED = (
    WEEK
    + """
day | time        | person | work  | lead | second
Mon | 10:00-11:00 | P      | visit | A    | B
"""
)


def test_the_broken_week_breaks_this_rule_alone() -> None:
    assert broken_rules(BROKEN) == {NAME}


def test_the_mended_week_keeps_every_rule() -> None:
    assert broken_rules(MENDED) == set()


def test_a_task_that_is_not_due_is_named() -> None:
    assert sentences(BROKEN) == [
        "Task P:retry, planned on Monday 23 November 2026, is not among the work of this week."
    ]


def test_a_task_of_somebody_else_is_named() -> None:
    of_q = """
day | time        | person | work          | lead | second
Mon | 10:00-11:00 | P      | visit Q:visit | A    | B
"""

    assert sentences(WEEK + of_q) == ["Task Q:visit, planned on Monday 23 November 2026 for P, is Q's."]


def test_a_task_called_another_kind_is_named() -> None:
    problem, plan = make_week(MENDED)
    visit = replace(plan.assignments[0], kinds=(TaskKind.ARMS,))

    (violation,) = check_plan(problem, replace(plan, assignments=(visit,)))

    assert violation.sentence == (
        "Task P:visit, planned on Monday 23 November 2026 as arms, is of the kind visit."
    )


def test_an_assignment_without_a_task_is_named() -> None:
    problem, plan = make_week(MENDED)
    empty = replace(plan.assignments[0], task_ids=(), kinds=())

    broken = {violation.rule for violation in check_plan(problem, replace(plan, assignments=(empty,)))}

    assert NAME in broken
