"""Every rule bites, and none falls over a plan that is wrong in other ways."""

import importlib
import pkgutil
from dataclasses import replace
from datetime import date, time
from itertools import product
from types import ModuleType

import pytest

from rso_planner.domain.task import TaskKind
from rso_planner.domain.visit_plan import Assignment, VisitPlan
from rso_planner.planning import check_plan as module
from rso_planner.planning import rules
from rso_planner.planning.check_plan import PlanBreaksRulesError, check_plan, check_plan_or_raise
from rso_planner.planning.rules import RULES
from tests.planning.weeks import MONDAY, broken_rules, make_plan, make_week

NAMES = [rule.NAME for rule in RULES]


def examples_of(name: str) -> ModuleType:
    """The test file of the rule, which draws its broken and its mended week."""
    return importlib.import_module(f"tests.planning.rules.test_{name}")


def test_the_rule_book_is_the_folder() -> None:
    files = [found.name for found in pkgutil.iter_modules(rules.__path__)]

    assert sorted(NAMES) == sorted(files)


@pytest.mark.parametrize("name", NAMES)
def test_each_rule_breaks_alone_in_its_own_example(name: str) -> None:
    assert broken_rules(examples_of(name).BROKEN) == {name}
    assert broken_rules(examples_of(name).MENDED) == set()


@pytest.mark.parametrize("name", NAMES)
def test_each_rule_bites(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RULES", tuple(rule for rule in RULES if name != rule.NAME))

    assert broken_rules(examples_of(name).BROKEN) == set()


@pytest.mark.parametrize("name", NAMES)
def test_violations_are_told_in_one_order_whatever_the_order_of_the_plan(name: str) -> None:
    problem, plan = make_week(examples_of(name).BROKEN)
    backwards = replace(plan, assignments=plan.assignments[::-1])

    assert check_plan(problem, backwards) == check_plan(problem, plan)


@pytest.mark.parametrize("name", NAMES)
def test_each_sentence_ends_and_tells_whom_it_is_about(name: str) -> None:
    for violation in check_plan(*make_week(examples_of(name).BROKEN)):
        assert violation.sentence.endswith(".")
        assert violation.offender_id or violation.officer_id or violation.on


WEEK = """
officer | Mon
A       | 9-17
B       | 9-17

person | due
P      | visit arms rmp_review
Q      | visit | nowhere
"""

STRANGE_TASKS = ((), ("P:visit",), ("Z:visit",), ("P:rmp_review",), ("P:visit", "P:rmp_review"), ("P:arms", "x"))
STRANGE_KINDS = ((), (TaskKind.VISIT,), (TaskKind.DESKTOP_REVIEW, TaskKind.ARMS, TaskKind.ARMS))
STRANGE_CREWS = ((), ("A",), ("Z",), ("A", "A"), ("A", "Z"), ("Z", "Y"), ("A", "B", "Z"))
STRANGE_TIMES = ((time(10), time(11)), (time(23, 59), time(0)), (time(12), time(12)))
STRANGE_DAYS = (MONDAY, date(2026, 11, 29), date(2030, 1, 1))


@pytest.mark.parametrize("offender_id", ["P", "Q", "Z"])
def test_no_rule_falls_over_unknown_people_officers_tasks_days_and_times(offender_id: str) -> None:
    problem, _ = make_week(WEEK)
    strange = product(STRANGE_TASKS, STRANGE_KINDS, STRANGE_CREWS, STRANGE_TIMES, STRANGE_DAYS)
    for task_ids, kinds, crew, (start, end), on in strange:
        assignment = Assignment(
            task_ids=task_ids,
            kinds=kinds,
            offender_id=offender_id,
            on=on,
            starts_at=start,
            ends_at=end,
            officer_ids=crew,
        )
        for assignments in ((assignment,), (assignment, assignment)):
            plan = VisitPlan(week=MONDAY, assignments=assignments)
            keeps_every_rule = not check_plan(problem, plan)
            assert not keeps_every_rule or (task_ids, kinds) == (("P:rmp_review",), (TaskKind.RMP_REVIEW,))


def test_an_empty_plan_keeps_every_rule() -> None:
    problem, _ = make_week(WEEK)

    check_plan_or_raise(problem, VisitPlan(week=MONDAY, assignments=()))


def test_a_plan_that_breaks_a_rule_is_stopped_and_nobody_is_named_in_the_message() -> None:
    problem, _ = make_week(WEEK)
    plan = make_plan("""
day | time        | person | lead
Mon | 10:00-11:00 | P      | A
""")

    with pytest.raises(PlanBreaksRulesError) as stopped:
        check_plan_or_raise(problem, plan)

    assert str(stopped.value) == "the plan breaks the rules: two_officers_at_each_visit (1)"
    assert [violation.offender_id for violation in stopped.value.violations] == ["P"]
