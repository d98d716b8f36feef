"""What the CP-SAT model decides: who leads where, who goes along, in which order, when, and who reviews."""

from dataclasses import dataclass, field
from typing import TypeAlias

from ortools.sat.python import cp_model

from rso_planner.planning.compact.greedy import reviewers_of
from rso_planner.planning.compact.scope import Scope
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.preferences import is_wanted_evening

Literal: TypeAlias = cp_model.IntVar


@dataclass(slots=True)
class Variables:
    """The model's literals and start times, by person, officer, day and outing number.

    `goes[person, officer, day, outing]`: the officer goes there then; `leads[person, officer]`: and leads;
    `follows[officer, day, outing]`: arcs (from, to, literal), -1 for the base; `start[person]` in minutes;
    `unused[officer, day, outing]`: the officer stays at base.
    """

    model: cp_model.CpModel
    visited: dict[int, Literal] = field(default_factory=dict)
    assessed: dict[int, Literal] = field(default_factory=dict)
    visited_on: dict[tuple[int, int], Literal] = field(default_factory=dict)
    leads: dict[tuple[int, int], Literal] = field(default_factory=dict)
    leads_assessment: dict[tuple[int, int], Literal] = field(default_factory=dict)
    goes: dict[tuple[int, int, int, int], Literal] = field(default_factory=dict)
    follows: dict[tuple[int, int, int], list[tuple[int, int, Literal]]] = field(default_factory=dict)
    unused: dict[tuple[int, int, int], Literal] = field(default_factory=dict)
    start: dict[int, cp_model.IntVar] = field(default_factory=dict)
    breaks_pattern: dict[int, Literal] = field(default_factory=dict)
    in_the_evening: dict[int, Literal] = field(default_factory=dict)
    reviews: dict[tuple[str, int], Literal] = field(default_factory=dict)
    week_used: dict[int, cp_model.LinearExprT] = field(default_factory=dict)


def make_variables(index: WeekIndex, scope: Scope) -> Variables:
    """The variables of the scope; combinations that a rule forbids by themselves get none."""
    made = Variables(cp_model.CpModel())
    model = made.model
    for person in scope.people:
        outings = _possible_outings(index, scope, person)
        if not outings:
            continue
        someone = index.people[person]
        made.visited[person] = model.new_bool_var(f"visited {person}")
        made.start[person] = model.new_int_var(someone.earliest_start, someone.latest_start, f"start {person}")
        if someone.assessment_tasks:
            made.assessed[person] = model.new_bool_var(f"assessed {person}")
        for officer, day, outing in outings:
            made.goes[person, officer, day, outing] = model.new_bool_var(f"goes {person} {officer} {day} {outing}")
            if (person, day) not in made.visited_on:
                made.visited_on[person, day] = model.new_bool_var(f"visited {person} on {day}")
        _make_leads(index, made, person, sorted({officer for officer, _, _ in outings}))
        if someone.slots_to_avoid:
            made.breaks_pattern[person] = model.new_bool_var(f"breaks the pattern {person}")
        if is_wanted_evening(someone, someone.latest_start):
            made.in_the_evening[person] = model.new_bool_var(f"in the evening {person}")
    _make_arcs(index, made)
    for task in scope.reviews:
        for officer in reviewers_of(index, task):
            made.reviews[task.task_id, officer] = model.new_bool_var(f"reviews {task.task_id} {officer}")
    return made


def _possible_outings(index: WeekIndex, scope: Scope, person: int) -> list[tuple[int, int, int]]:
    found = []
    allowed = set(index.seconds(person))
    on_site = index.people[person].on_site_minutes
    for officer, day in scope.officer_days:
        base = index.base(officer)
        least = on_site + index.leg[base][person] + index.leg[person][base]
        if officer not in allowed or not scope.may_visit_on(person, day):
            continue
        if index.has_table or least <= min(index.plannable[officer][day], scope.week_room[officer]):
            windows = index.start_windows(person, officer, None, day)
            found += [(officer, day, outing) for outing in sorted({window.lead_outing for window in windows})]
    return found


def _make_leads(index: WeekIndex, made: Variables, person: int, officers: list[int]) -> None:
    for_visit, for_assessment = index.leads(person, False), index.leads(person, True)
    for officer in officers:
        if officer not in for_visit and officer not in for_assessment:
            continue
        made.leads[person, officer] = made.model.new_bool_var(f"leads {person} {officer}")
        if person in made.assessed and officer in for_assessment:
            made.leads_assessment[person, officer] = made.model.new_bool_var(f"assesses {person} {officer}")


def _make_arcs(index: WeekIndex, made: Variables) -> None:
    visits: dict[tuple[int, int, int], list[int]] = {}
    for person, officer, day, outing in made.goes:
        visits.setdefault((officer, day, outing), []).append(person)
    for (officer, day, outing), people in visits.items():
        arcs = [(-1, person, _arc(made, "out", person)) for person in people]
        arcs += [(person, -1, _arc(made, "back", person)) for person in people]
        arcs += [
            (first, then, _arc(made, f"{first} then", then))
            for first in people
            for then in people
            if first != then and _can_follow(index, first, then, officer, day)
        ]
        made.follows[officer, day, outing] = arcs
        made.unused[officer, day, outing] = made.model.new_bool_var(f"unused {officer} {day} {outing}")


def _arc(made: Variables, what: str, person: int) -> Literal:
    return made.model.new_bool_var(f"{what} {person}")


def _can_follow(index: WeekIndex, first: int, then: int, officer: int, day: int) -> bool:
    earliest = index.start_windows(first, officer, None, day)[0].earliest
    latest = index.start_windows(then, officer, None, day)[-1].latest
    return earliest + index.people[first].on_site_minutes + index.leg[first][then] <= latest
