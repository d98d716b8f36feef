"""Each rule bites in the search: without it the search makes plans that break the very rule.

A rule is taken out of a copy of the source, in this process; the checker stays whole and shares no code with it.
"""

import importlib
import inspect
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from types import FunctionType, ModuleType
from typing import Any

import pytest

from rso_planner.planning.check_plan import check_plan
from rso_planner.planning.compact.plan_from_draft import make_plan
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.solve import first_plan
from tests.planning.random_weeks import make_random_week
from tests.planning.test_brute_force import draw_random_week
from tests.planning.weeks import make_week

SEARCH = "rso_planner.planning.compact."


@dataclass(frozen=True, slots=True)
class Bite:
    """A rule, and the places of the search that keep it: module, fragment, what stands there without it."""

    rule: str
    places: tuple[tuple[str, str, str], ...]


BITES = (
    Bite("lead_may_lead", (("week_index", "self.officers[officer].may_lead and ", ""),)),
    Bite("two_officers_at_each_visit", (("week_index", "officer.visit_trained and ", ""),)),
    Bite(
        "officer_kept_from_person",
        (("week_index", "self.problem.may_visit(officer.officer_id, offender_id)", "offender_id"),),
    ),
    Bite(
        "arms_by_an_arms_trained_lead",
        (("week_index", "(self.officers[officer].arms_trained or not needs_arms)", "officer >= 0"),),
    ),
    Bite(
        "officers_kept_apart",
        (("week_index", " and self.problem.may_go_together(one.officer_id, other.officer_id)", ""),),
    ),
    Bite("people_kept_apart", (("week_index", "sorted(self.problem.people_kept_apart)", "()"),)),
    Bite("known_place", (("week_index", "if person.has_place and (", "if ("),)),
    Bite("visit_window", (("week_index", "high = min(high, someone.latest_start)", "pass"),)),
    Bite("officers_on_duty", (("week_index", "min(row_end, outing.ends_at - back)", "outing.ends_at + 240"),)),
    Bite("travel_between_visits", (("draft", "end + index.leg[other][trip.person]", "end"),)),
    Bite("travel_between_visits", (("week_index", "outing.ends_at - back", "outing.ends_at"),)),
    Bite("travel_between_visits", (("week_index", "outing.starts_at + out", "outing.starts_at"),)),
    Bite(
        "time_for_the_visit",
        (
            (
                "plan_from_draft",
                "time_of_day(start + index.people[person].on_site_minutes)",
                "time_of_day(start + 1)",
            ),
        ),
    ),
    Bite(
        "day_minutes",
        (
            ("draft", "minutes > self.index.plannable[officer][trip.day] or ", ""),
            ("insertion", "index.plannable[officer][day] - draft.field_used[officer][day],", "9_999,"),
            ("insertion", "index.plannable[officer][day] - draft.field_used[officer][day] < on_site", "False"),
        ),
    ),
    Bite(
        "week_minutes",
        (
            ("draft", " or week > self.index.week_minutes[officer]", ""),
            ("insertion", "<= draft.index.week_minutes[lead]", ">= 0"),
            ("insertion", "if room[officer] >= on_site + desk", ""),
        ),
    ),
    Bite(
        "week_minutes",
        (("draft", "if self.week_used[officer] + minutes > self.index.week_minutes[officer]", "if 0"),),
    ),
    Bite("two_officers_at_each_visit", (("insertion", "officers_required == 1", "officers_required >= 1"),)),
    Bite("reviews_by_those_who_may", (("greedy", "if officer.can_review\n        and", "if"),)),
    Bite(
        "reviews_by_those_who_may",
        (("greedy", "officer.is_supervisor or task.kind is not TaskKind.SUPERVISOR_REVIEW", "officer"),),
    ),
)


def weeks() -> Iterator[PlanningProblem]:
    """Small weeks in which every rule has something to say."""
    for seed in range(60):
        yield make_week(draw_random_week(seed))[0]
    for seed in range(24):
        yield make_random_week(seed, officers=5, people=14, days=2)


def broken_rules(problem: PlanningProblem) -> set[str]:
    return {each.rule for each in check_plan(problem, make_plan(first_plan(problem)))}


def take_out(bite: Bite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put what the changed source defines in the place of what the search uses."""
    for name in dict.fromkeys(module for module, _, _ in bite.places):
        module = importlib.import_module(SEARCH + name)
        source = inspect.getsource(module)
        for _, fragment, without in (place for place in bite.places if place[0] == name):
            assert source.count(fragment) == 1, f"{name} has changed: {fragment!r} stands there not once"
            source = source.replace(fragment, without)
        changed = ModuleType(module.__name__)
        # Classes look their module up while they are made.
        monkeypatch.setitem(sys.modules, module.__name__, changed)
        exec(compile(source, module.__name__, "exec"), changed.__dict__)  # noqa: S102 -- our own source
        monkeypatch.setitem(sys.modules, module.__name__, module)
        put_in(module, changed, monkeypatch)


def put_in(module: ModuleType, changed: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    users = [each for name, each in sys.modules.items() if name.startswith("rso_planner.planning") and each]
    for name, value in list(vars(module).items()):
        if getattr(value, "__module__", None) != module.__name__:
            continue
        other = getattr(changed, name)
        if isinstance(value, FunctionType):
            for user in users:
                if vars(user).get(name) is value:
                    monkeypatch.setattr(user, name, other)
        elif isinstance(value, type):
            methods: dict[str, Any] = {
                key: each for key, each in vars(other).items() if isinstance(each, FunctionType)
            }
            for key, method in methods.items():
                if key in vars(value) and not key.startswith("__replace"):
                    monkeypatch.setattr(value, key, method)


def test_with_every_rule_in_place_the_search_breaks_none() -> None:
    assert set().union(*map(broken_rules, weeks())) == set()


@pytest.mark.parametrize("bite", BITES, ids=lambda bite: f"{bite.rule}-{BITES.index(bite)}")
def test_without_it_in_the_search_plans_break_the_rule(bite: Bite, monkeypatch: pytest.MonkeyPatch) -> None:
    take_out(bite, monkeypatch)
    assert any(bite.rule in broken_rules(problem) for problem in weeks())
