"""What the CP-SAT model makes as great (or small) as it can, tier by tier."""

from dataclasses import dataclass

from ortools.sat.python import cp_model

from rso_planner.domain.visit_plan import Sense
from rso_planner.planning.compact.model_rules import travel_terms
from rso_planner.planning.compact.scope import Scope
from rso_planner.planning.compact.variables import Variables
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.preferences import EVENING_POINTS, PATTERN_POINTS, lead_points
from rso_planner.planning.problem import Tier

_THOUSANDTHS = 1000


@dataclass(frozen=True, slots=True)
class Objective:
    """One tier's expression over the model's variables."""

    sense: Sense
    expression: cp_model.LinearExprT


def make_objectives(index: WeekIndex, scope: Scope, made: Variables) -> tuple[Objective, ...]:
    """The seven tiers in the order of service."""
    worths = [Objective(Sense.MAX, worth_expression(index, scope, made, tier)) for tier in Tier]
    return (
        *worths,
        Objective(Sense.MAX, preference_expression(index, made)),
        Objective(Sense.MIN, _largest_share(index, made)),
        Objective(Sense.MIN, travel_expression(index, scope, made)),
    )


def worth_expression(index: WeekIndex, scope: Scope, made: Variables, tier: Tier) -> cp_model.LinearExprT:
    """The worth of the tier's tasks that are placed."""
    terms = []
    for person, visited in made.visited.items():
        worth = sum(task.worth for task in index.people[person].visit_tasks if task.tier is tier)
        terms.append(worth * visited)
    for person, assessed in made.assessed.items():
        worth = sum(task.worth for task in index.people[person].assessment_tasks if task.tier is tier)
        terms.append(worth * assessed)
    of_tier = {task.task_id: task.worth for task in scope.reviews if task.tier is tier}
    terms += [of_tier[task_id] * literal for (task_id, _), literal in made.reviews.items() if task_id in of_tier]
    return sum(terms)


def preference_expression(index: WeekIndex, made: Variables) -> cp_model.LinearExprT:
    """Points for the own officer or area leading, for a start that varies the pattern, for a wanted evening."""
    points = [
        lead_points(index.problem, index.people[person], index.officers[officer]) * literal
        for (person, officer), literal in made.leads.items()
    ]
    kept = [PATTERN_POINTS * visited for visited in made.visited.values()]
    broken = [-PATTERN_POINTS * literal for literal in made.breaks_pattern.values()]
    evenings = [EVENING_POINTS * literal for literal in made.in_the_evening.values()]
    return sum([*points, *kept, *broken, *evenings])


def travel_expression(index: WeekIndex, scope: Scope, made: Variables) -> cp_model.LinearExprT:
    """All minutes on the road."""
    return sum(term for officer, day in scope.officer_days for term in travel_terms(index, made, officer, day))


def _largest_share(index: WeekIndex, made: Variables) -> cp_model.LinearExprT:
    share = made.model.new_int_var(0, _THOUSANDTHS, "largest share")
    for officer, used in made.week_used.items():
        if index.week_minutes[officer]:
            made.model.add(_THOUSANDTHS * used <= share * index.week_minutes[officer])
    return share
