"""A complete hint from a draft: incomplete ones do not help CP-SAT."""

from ortools.sat.python import cp_model

from rso_planner.planning.compact.draft import DraftWeek, Trip
from rso_planner.planning.compact.variables import Variables
from rso_planner.planning.preferences import is_wanted_evening, keeps_pattern


def add_hint(made: Variables, draft: DraftWeek) -> None:
    """Hint the draft's plan, every variable of it."""
    placed = {person: trip for person, trip in draft.trip_of.items() if person in made.visited}
    _hint_people(made, draft, placed)
    _hint_crews(made, draft, placed)
    for (task_id, officer), literal in made.reviews.items():
        made.model.add_hint(literal, draft.reviewer_of.get(task_id) == officer)
    for (officer, day, outing), arcs in made.follows.items():
        _hint_arcs(made, draft, (officer, day, outing), arcs)


def _hint_people(made: Variables, draft: DraftWeek, placed: dict[int, Trip]) -> None:
    hint, people = made.model.add_hint, draft.index.people
    for person, visited in made.visited.items():
        hint(visited, person in placed)
        anywhere = people[person].earliest_start
        hint(made.start[person], draft.start_of(person) if person in placed else anywhere)
    for person, literal in made.assessed.items():
        hint(literal, person in placed and placed[person].with_assessment)
    for person, literal in made.breaks_pattern.items():
        trip = placed.get(person)
        hint(literal, trip is not None and not keeps_pattern(people[person], trip.day, draft.start_of(person)))
    for person, literal in made.in_the_evening.items():
        hint(literal, person in placed and is_wanted_evening(people[person], draft.start_of(person)))


def _hint_crews(made: Variables, draft: DraftWeek, placed: dict[int, Trip]) -> None:
    hint = made.model.add_hint
    for (person, day), literal in made.visited_on.items():
        hint(literal, person in placed and placed[person].day == day)
    for (person, officer), literal in made.leads.items():
        hint(literal, person in placed and placed[person].lead == officer)
    for (person, officer), literal in made.leads_assessment.items():
        trip = placed.get(person)
        hint(literal, trip is not None and trip.with_assessment and trip.lead == officer)
    for (person, officer, day, outing), literal in made.goes.items():
        hint(literal, person in placed and _goes(draft, person, officer, day, outing))


def _hint_arcs(
    made: Variables,
    draft: DraftWeek,
    where: tuple[int, int, int],
    arcs: list[tuple[int, int, cp_model.IntVar]],
) -> None:
    officer, day, outing = where
    route = [person for person in draft.routes[officer][day] if _goes(draft, person, officer, day, outing)]
    made.model.add_hint(made.unused[where], not route)
    used = set(zip([-1, *route], [*route, -1], strict=True)) if route else set()
    for first, then, literal in arcs:
        made.model.add_hint(literal, (first, then) in used)


def _goes(draft: DraftWeek, person: int, officer: int, day: int, outing: int) -> bool:
    trip = draft.trip_of[person]
    if trip.day != day or officer not in trip.officers:
        return False
    window = draft.placed[person].window
    return outing == (window.lead_outing if trip.lead == officer else window.second_outing)
