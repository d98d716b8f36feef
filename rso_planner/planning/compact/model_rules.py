"""The hard rules of a plan as CP-SAT constraints; `planning/rules` says them again without a solver."""

from ortools.sat.python import cp_model

from rso_planner.domain.visit import PartOfDay
from rso_planner.planning.compact.scope import Scope
from rso_planner.planning.compact.variables import Variables
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.preferences import EVENING_START

_PART_STARTS = {
    PartOfDay.MORNING: (0, 719),
    PartOfDay.AFTERNOON: (720, 1019),
    PartOfDay.EVENING: (1020, 1439),
}


def add_rules(index: WeekIndex, scope: Scope, made: Variables) -> None:
    """Add every rule to the model."""
    add_crews(index, made)
    add_start_times(index, made)
    add_routes(index, made)
    add_minutes(index, scope, made)
    add_separations(index, made)
    add_pattern(index, made)
    add_evenings(made)
    add_reviews(scope, made)


def add_crews(index: WeekIndex, made: Variables) -> None:
    """One day and one lead for each visit, and as many officers as the person needs, all on that day."""
    model = made.model
    for person, visited in made.visited.items():
        days = [literal for (who, _), literal in made.visited_on.items() if who == person]
        leads = {officer: literal for (who, officer), literal in made.leads.items() if who == person}
        model.add(sum(days) == visited)
        model.add(sum(leads.values()) == visited)
        _add_going(index, made, person, leads)
        if person in made.assessed:
            _add_assessment(index, made, person, leads)
        elif not index.people[person].visit_tasks:
            model.add(visited == 0)


def _add_going(index: WeekIndex, made: Variables, person: int, leads: dict[int, cp_model.IntVar]) -> None:
    model = made.model
    by_day: dict[int, list[cp_model.IntVar]] = {}
    by_officer: dict[int, list[cp_model.IntVar]] = {}
    for (who, officer, day, _), literal in made.goes.items():
        if who == person:
            by_day.setdefault(day, []).append(literal)
            by_officer.setdefault(officer, []).append(literal)
    for day, literals in by_day.items():
        model.add(sum(literals) == index.people[person].officers_required * made.visited_on[person, day])
    for officer, literals in by_officer.items():
        model.add(sum(literals) <= 1)
        if officer in leads:
            model.add(leads[officer] <= sum(literals))


def _add_assessment(index: WeekIndex, made: Variables, person: int, leads: dict[int, cp_model.IntVar]) -> None:
    model, assessed = made.model, made.assessed[person]
    assessors = {officer: literal for (who, officer), literal in made.leads_assessment.items() if who == person}
    model.add(sum(assessors.values()) == assessed)
    for officer, literal in assessors.items():
        model.add_implication(literal, leads[officer])
    if not index.people[person].visit_tasks:
        model.add(made.visited[person] == assessed)


def add_start_times(index: WeekIndex, made: Variables) -> None:
    """Time on site lies in a rostered row of each officer who goes, and in the person's own window."""
    for (person, officer, day, outing), literal in made.goes.items():
        windows = index.start_windows(person, officer, None, day)
        intervals = [[w.earliest, w.latest] for w in windows if w.lead_outing == outing]
        domain = cp_model.Domain.from_intervals(intervals)
        made.model.add_linear_expression_in_domain(made.start[person], domain).only_enforce_if(literal)


def add_routes(index: WeekIndex, made: Variables) -> None:
    """Each outing is one round from base, with time on site and on the road between two starts."""
    model = made.model
    for (officer, day, outing), arcs in made.follows.items():
        people = [arc[1] for arc in arcs if arc[0] == -1]
        node = {person: number for number, person in enumerate(people, start=1)} | {-1: 0}
        literals = [(node[first], node[then], literal) for first, then, literal in arcs]
        for person in people:
            literals.append((node[person], node[person], ~made.goes[person, officer, day, outing]))
        model.add_circuit([*literals, (0, 0, made.unused[officer, day, outing])])
        for first, then, literal in arcs:
            if first != -1 and then != -1:
                length = index.people[first].on_site_minutes + index.leg[first][then]
                model.add(made.start[then] >= made.start[first] + length).only_enforce_if(literal)


def travel_terms(index: WeekIndex, made: Variables, officer: int, day: int) -> list[cp_model.LinearExpr]:
    """The officer's minutes on the road that day, as terms to be added up."""
    base = index.base(officer)
    return [
        index.leg[base if first == -1 else first][base if then == -1 else then] * literal
        for (who, when, _), arcs in made.follows.items()
        if (who, when) == (officer, day)
        for first, then, literal in arcs
    ]


def add_minutes(index: WeekIndex, scope: Scope, made: Variables) -> None:
    """Time on site and travel fit the day; field and desk minutes together fit the week."""
    week: dict[int, list[cp_model.LinearExpr]] = {}
    on_site: dict[tuple[int, int], list[cp_model.LinearExpr]] = {}
    for (person, officer, day, _), literal in made.goes.items():
        on_site.setdefault((officer, day), []).append(index.people[person].on_site_minutes * literal)
    for (officer, day), terms in on_site.items():
        field = sum(terms) + sum(travel_terms(index, made, officer, day))
        made.model.add(field <= index.plannable[officer][day])
        week.setdefault(officer, []).append(field)
    for (person, officer), literal in made.leads.items():
        week.setdefault(officer, []).append(index.people[person].visit_desk_minutes * literal)
    for (person, officer), literal in made.leads_assessment.items():
        someone = index.people[person]
        extra = someone.assessment_desk_minutes - someone.visit_desk_minutes
        week.setdefault(officer, []).append(extra * literal)
    minutes = {task.task_id: index.problem.review_minutes[task.kind] for task in scope.reviews}
    for (task_id, officer), literal in made.reviews.items():
        week.setdefault(officer, []).append(minutes[task_id] * literal)
    for officer, terms in week.items():
        made.week_used[officer] = sum(terms)
        made.model.add(made.week_used[officer] <= scope.week_room[officer])


def add_separations(index: WeekIndex, made: Variables) -> None:
    """Officers kept apart form no crew; people kept apart are not visited on one day."""
    for (person, day), literal in made.visited_on.items():
        for other in index.apart_from.get(person, ()):
            if other > person and (other, day) in made.visited_on:
                made.model.add_at_most_one(literal, made.visited_on[other, day])
    going: dict[int, dict[int, list[cp_model.IntVar]]] = {}
    for (person, officer, _, _), literal in made.goes.items():
        going.setdefault(person, {}).setdefault(officer, []).append(literal)
    for by_officer in going.values():
        for first, second in _kept_apart(index, list(by_officer)):
            made.model.add(sum(by_officer[first]) + sum(by_officer[second]) <= 1)


def _kept_apart(index: WeekIndex, officers: list[int]) -> list[tuple[int, int]]:
    return [
        (first, second)
        for first in officers
        for second in officers
        if first < second and not index.may_go_together(first, second)
    ]


def add_pattern(index: WeekIndex, made: Variables) -> None:
    """A start in a weekday and part of day of the last two visits breaks the unannounced pattern."""
    for person, broken in made.breaks_pattern.items():
        for weekday, part in sorted(index.people[person].slots_to_avoid):
            if (person, weekday) not in made.visited_on:
                continue
            low, high = _PART_STARTS[part]
            elsewhen = cp_model.Domain.from_intervals([[low, high]]).complement()
            made.model.add_linear_expression_in_domain(made.start[person], elsewhen).only_enforce_if(
                made.visited_on[person, weekday], ~broken
            )


def add_evenings(made: Variables) -> None:
    """Only a visit that starts in the evening is one."""
    for person, literal in made.in_the_evening.items():
        made.model.add_implication(literal, made.visited[person])
        made.model.add(made.start[person] >= EVENING_START).only_enforce_if(literal)


def add_reviews(scope: Scope, made: Variables) -> None:
    """A review is done by one officer at most."""
    for task in scope.reviews:
        made.model.add_at_most_one(
            literal for (task_id, _), literal in made.reviews.items() if task_id == task.task_id
        )
