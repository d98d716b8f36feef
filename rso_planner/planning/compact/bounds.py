"""How good any plan could be: a relaxation that a small integer program solves.

It lets go of days, routes and who goes with whom, and keeps the week's minutes of all officers together and of
the ARMS-trained ones. Each visit takes at least the road minutes that every round through it must spend. What no
plan of the relaxation reaches, no plan reaches: the bound is rigorous, and the gap shown is never too small.
"""

from dataclasses import dataclass

from ortools.sat.python import cp_model

from rso_planner.domain.task import TaskKind
from rso_planner.planning.compact.solver_settings import make_solver
from rso_planner.planning.compact.greedy import reviewers_of
from rso_planner.planning.compact.insertion import lead_points
from rso_planner.planning.compact.least_travel import least_travel_minutes
from rso_planner.planning.compact.score import Score
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.preferences import PATTERN_POINTS
from rso_planner.planning.problem import Tier

_EFFORT = 0.5
_THOUSANDTHS = 1000


@dataclass(slots=True)
class _Relaxation:
    model: cp_model.CpModel
    visited: dict[int, cp_model.IntVar]
    assessed: dict[int, cp_model.IntVar]
    reviewed: dict[str, cp_model.IntVar]
    used: cp_model.LinearExprT
    travel: cp_model.LinearExprT


def bounds(index: WeekIndex, reached: Score, seed: int) -> tuple[int, ...]:
    """For each of the seven objectives, the best that any plan could reach with those above held at `reached`."""
    relaxed = _build(index)
    found: list[int] = []
    for tier in Tier:
        worth = _worth(index, relaxed, tier)
        found.append(_best(relaxed, worth, seed, maximise=True))
        relaxed.model.add(worth >= reached.tiers[tier - 1])
    points = _points(index, relaxed)
    found.append(_best(relaxed, points, seed, maximise=True))
    relaxed.model.add(points >= reached.preference_points)
    available = sum(index.week_minutes)
    least_used = _best(relaxed, relaxed.used, seed, maximise=False)
    found.append(-(-_THOUSANDTHS * least_used // available) if available else 0)
    found.append(_best(relaxed, relaxed.travel, seed, maximise=False))
    return tuple(found)


def _build(index: WeekIndex) -> _Relaxation:
    model = cp_model.CpModel()
    people = [person for person in range(len(index.people)) if _is_possible(index, person)]
    visited = {person: model.new_bool_var(f"visited {person}") for person in people}
    assessed = {
        person: model.new_bool_var(f"assessed {person}")
        for person in people
        if index.people[person].assessment_tasks and index.leads(person, True)
    }
    for person in people:
        if person in assessed:
            model.add_implication(assessed[person], visited[person])
        if not index.people[person].visit_tasks:
            model.add(visited[person] == assessed.get(person, 0))
    reviewed = {
        task.task_id: model.new_bool_var(task.task_id) for task in index.reviews if reviewers_of(index, task)
    }
    least = least_travel_minutes(index)
    travel = sum(_crew_size(index, person) * least[person] * literal for person, literal in visited.items())
    used = travel + _work(index, visited, assessed, reviewed)
    model.add(used <= sum(index.week_minutes))
    model.add(_arms_work(index, assessed) <= _arms_minutes(index))
    return _Relaxation(model, visited, assessed, reviewed, used, travel)


def _is_possible(index: WeekIndex, person: int) -> bool:
    return len(index.seconds(person)) >= _crew_size(index, person) and bool(index.leads(person, False))


def _crew_size(index: WeekIndex, person: int) -> int:
    return index.people[person].officers_required


def _work(
    index: WeekIndex,
    visited: dict[int, cp_model.IntVar],
    assessed: dict[int, cp_model.IntVar],
    reviewed: dict[str, cp_model.IntVar],
) -> cp_model.LinearExprT:
    terms = []
    for person, literal in visited.items():
        someone = index.people[person]
        minutes = someone.officers_required * someone.on_site_minutes + someone.visit_desk_minutes
        terms.append(minutes * literal)
    for person, literal in assessed.items():
        someone = index.people[person]
        terms.append((someone.assessment_desk_minutes - someone.visit_desk_minutes) * literal)
    minutes_of = {task.task_id: index.problem.review_minutes[task.kind] for task in index.reviews}
    terms += [minutes_of[task_id] * literal for task_id, literal in reviewed.items()]
    return sum(terms)


def _arms_work(index: WeekIndex, assessed: dict[int, cp_model.IntVar]) -> cp_model.LinearExprT:
    """The minutes of ARMS that only ARMS-trained leads can give: on site and at the desk."""
    return sum(
        (index.people[person].on_site_minutes + index.people[person].assessment_desk_minutes) * literal
        for person, literal in assessed.items()
        if any(task.kind is TaskKind.ARMS for task in index.people[person].assessment_tasks)
    )


def _arms_minutes(index: WeekIndex) -> int:
    return sum(
        minutes
        for officer, minutes in zip(index.officers, index.week_minutes, strict=True)
        if officer.arms_trained and officer.may_lead and officer.visit_trained
    )


def _worth(index: WeekIndex, relaxed: _Relaxation, tier: Tier) -> cp_model.LinearExprT:
    terms = []
    for person, literal in relaxed.visited.items():
        worth = sum(task.worth for task in index.people[person].visit_tasks if task.tier is tier)
        terms.append(worth * literal)
    for person, literal in relaxed.assessed.items():
        worth = sum(task.worth for task in index.people[person].assessment_tasks if task.tier is tier)
        terms.append(worth * literal)
    worth_of = {task.task_id: task.worth for task in index.reviews if task.tier is tier}
    terms += [worth_of.get(task_id, 0) * literal for task_id, literal in relaxed.reviewed.items()]
    return sum(terms)


def _points(index: WeekIndex, relaxed: _Relaxation) -> cp_model.LinearExprT:
    terms = []
    for person, literal in relaxed.visited.items():
        points = max(lead_points(index, person, lead) for lead in index.leads(person, False))
        terms.append((points + PATTERN_POINTS) * literal)
    return sum(terms)


def _best(relaxed: _Relaxation, expression: cp_model.LinearExprT, seed: int, *, maximise: bool) -> int:
    if maximise:
        relaxed.model.maximize(expression)
    else:
        relaxed.model.minimize(expression)
    solver = make_solver(_EFFORT, seed)
    solver.solve(relaxed.model)
    bound: float = solver.best_objective_bound
    return round(bound)
