"""Each rule bites: without it the search and the columns break it, and the exact model promises too much.

A rule is taken out of a copy of the source, in this process; the checker and the enumeration of all plans stay
whole and share no code with it. What the exact model finds passes through the search's draft, which keeps rules
too; so there the proven bound must tell.
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
from rso_planner.planning.columns.engine import ColumnEngine
from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.exact import solve_whole
from rso_planner.planning.compact.plan_from_draft import make_plan
from rso_planner.planning.compact.recombine import DayPart
from rso_planner.planning.compact.safety import SafetyLimit
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.problem import PlanningProblem, Tier
from rso_planner.planning.solve import first_plan
from tests.planning.brute_force import best_values
from tests.planning.random_weeks import make_random_week
from tests.planning.test_brute_force import draw_random_week
from tests.planning.weeks import make_week

PLANNING = "rso_planner.planning."


@dataclass(frozen=True, slots=True)
class Bite:
    """A rule, and the places of the engine that keep it: module, fragment, what stands there without it."""

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

MODEL_BITES = (
    Bite(
        "each_task_once",
        (
            (
                "model_rules",
                "made.model.add_at_most_one(\n            literal for",
                "list(\n            literal for",
            ),
        ),
    ),
    Bite("lead_may_lead", (("variables", "officer not in for_visit and officer not in for_assessment", "False"),)),
    Bite("arms_by_an_arms_trained_lead", (("variables", " and officer in for_assessment:", ":"),)),
    Bite(
        "arms_by_an_arms_trained_lead",
        (("model_rules", "model.add_implication(literal, leads[officer])", "pass"),),
    ),
    Bite("two_officers_at_each_visit", (("variables", "officer not in allowed or ", ""),)),
    Bite(
        "two_officers_at_each_visit",
        (("model_rules", "== index.people[person].officers_required * made", "== made"),),
    ),
    Bite("officers_kept_apart", (("model_rules", "<= 1)\n\n\ndef _kept_apart", "<= 2)\n\n\ndef _kept_apart"),)),
    Bite("people_kept_apart", (("model_rules", "in index.apart_from.get(person, ())", "in ()"),)),
    Bite(
        "visit_window",
        (
            (
                "model_rules",
                "made.model.add_linear_expression_in_domain(made.start[person], domain)",
                "made.model.add(True)",
            ),
        ),
    ),
    Bite(
        "travel_between_visits",
        (("model_rules", "index.people[first].on_site_minutes + index.leg[first][then]", "0"),),
    ),
    Bite("travel_between_visits", (("model_rules", "model.add_circuit([", "list(["),)),
    Bite("day_minutes", (("model_rules", "field <= index.plannable[officer][day]", "field >= 0"),)),
    Bite(
        "week_minutes",
        (
            ("model_rules", "made.week_used[officer] <= scope.week_room[officer]", "True"),
            # The variable for the largest share ends where the rule does.
            ("model_objectives", 'new_int_var(0, _THOUSANDTHS, "largest', 'new_int_var(0, 9_999, "largest'),
        ),
    ),
    Bite("reviews_by_those_who_may", (("variables", "reviewers_of(index, task)", "range(len(index.officers))"),)),
)

COLUMN_MODULES = ("field_week", "crew_columns")
COLUMN_BITES = (
    Bite("lead_may_lead", (("field_week", "may_lead[list(index.leads(person, bool(option))),", "may_lead[:,"),)),
    Bite("two_officers_at_each_visit", (("field_week", "may_go[list(index.seconds(person)), ", "may_go[:, "),)),
    Bite("two_officers_at_each_visit", (("field_week", "person.officers_required > 1 for", "False for"),)),
    Bite("officers_kept_apart", (("field_week", " and index.may_go_together(one, other)", ""),)),
    Bite("people_kept_apart", (("crew_columns", " or not keeps_people_apart(self.index, column)", ""),)),
    Bite(
        "day_minutes",
        (
            (
                "field_week",
                "field_minutes=_whole(min(index.plannable[o][d], index.week_minutes[o])",
                "field_minutes=_whole(9_999",
            ),
        ),
    ),
    Bite(
        "week_minutes",
        (
            (
                "field_week",
                "week_minutes=_whole(index.week_minutes)",
                "week_minutes=_whole(index.week_minutes) * 99",
            ),
        ),
    ),
    Bite("visit_window", (("field_week", "opens = _whole(person.earliest_start", "opens = _whole(0"),)),
    Bite("visit_window", (("field_week", "closes = _whole(person.latest_start", "closes = _whole(9_999"),)),
    Bite("officers_on_duty", (("field_week", "np.minimum(ends, returns - back)", "returns - back"),)),
    Bite("travel_between_visits", (("field_week", "np.minimum(ends, returns - back)", "ends"),)),
    Bite("travel_between_visits", (("field_week", "leaves + out", "leaves"),)),
    Bite("travel_between_visits", (("field_week", "        leg=leg,", "        leg=leg * 0,"),)),
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
        folder = "columns." if name in COLUMN_MODULES else "compact."
        module = importlib.import_module(PLANNING + folder + name)
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


def promises_too_much(problem: PlanningProblem) -> bool:
    """Tell whether the model proves for some tier another value than that of the best of all plans."""
    index = WeekIndex(problem)
    _, bounds = solve_whole(index, DraftWeek(index), 2.0, 0, lambda _: None)
    return bounds[:4] != best_values(problem)


def tiny_weeks() -> Iterator[PlanningProblem]:
    for seed in range(120):
        yield make_week(draw_random_week(seed))[0]


def test_with_every_rule_in_place_the_exact_model_promises_what_can_be_reached() -> None:
    assert not any(map(promises_too_much, tiny_weeks()))


@pytest.mark.parametrize("bite", MODEL_BITES, ids=lambda bite: f"{bite.rule}-{MODEL_BITES.index(bite)}")
def test_without_it_in_the_exact_model_more_is_promised(bite: Bite, monkeypatch: pytest.MonkeyPatch) -> None:
    take_out(bite, monkeypatch)
    assert any(map(promises_too_much, tiny_weeks()))


def has_an_impossible_column(problem: PlanningProblem) -> bool:
    """Tell whether a column alone is no plan that keeps every rule."""
    draft = first_plan(problem)
    engine = ColumnEngine(draft.index, SafetyLimit(600))
    return any(
        is_impossible(problem, draft.index, column)
        for tier in Tier
        for column in engine.columns_for(tier, draft, 4)
    )


def is_impossible(problem: PlanningProblem, index: WeekIndex, column: DayPart) -> bool:
    draft = DraftWeek(index)
    for trip in column.trips:
        at = [len(draft.routes[officer][trip.day]) for officer in trip.officers]
        if not draft.insert(trip, at[0], at[-1]):
            return True
    return bool(check_plan(problem, make_plan(draft)))


def test_with_every_rule_in_place_each_column_is_a_plan() -> None:
    assert not any(map(has_an_impossible_column, weeks()))


@pytest.mark.parametrize("bite", COLUMN_BITES, ids=lambda bite: f"{bite.rule}-{COLUMN_BITES.index(bite)}")
def test_without_it_a_column_is_no_plan(bite: Bite, monkeypatch: pytest.MonkeyPatch) -> None:
    take_out(bite, monkeypatch)
    assert any(map(has_an_impossible_column, weeks()))
