"""CP-SAT over task -> (officer, day): who goes to whom on which day, by typical road minutes; times come after.

The model has no routes: a visit takes its time on site and a typical share of a day's round. The greedy plan is
the hint. When the model is solved, the trips are put into real days with their real ways, the most valuable
first; what does not fit is left out, and what is still free is filled by the greedy method.
"""

from ortools.sat.python import cp_model

from benchmarks.benchmark_week import BenchmarkWeek, Variant
from benchmarks.peers import PeerAnswer
from benchmarks.peers.cp_sat_model import AssignmentModel, make_assignment_model
from benchmarks.peers.placing import insert_trip
from rso_planner.planning.compact.draft import NO_OFFICER, DraftWeek, Trip
from rso_planner.planning.compact.greedy import make_pieces, place_all
from rso_planner.planning.compact.plan_from_draft import make_plan
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.solve import first_plan

WORDS = "CP-SAT, task to officer and day, greedy as hint"
PACKAGES = ("ortools",)
VARIANTS = frozenset({Variant.LONE, Variant.PAIRS})
IS_TIMED = True

_WORKERS = 2


def make_answer(week: BenchmarkWeek, seconds: float, seed: int) -> PeerAnswer:
    """Solve the model for so many seconds, then make real days of its answer."""
    index = WeekIndex(week.problem)
    model = make_assignment_model(index, week)
    hint_trips(model, first_plan(week.problem))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = _WORKERS
    solver.parameters.random_seed = seed
    # Probing and symmetries take longer than the limit and find nothing here.
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0
    status = solver.solve(model.cp)
    draft = DraftWeek(index)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        for trip in _trips(model, solver):
            insert_trip(draft, trip)
    place_all(draft, make_pieces(index))
    return PeerAnswer(plan=make_plan(draft))


def hint_trips(model: AssignmentModel, draft: DraftWeek) -> None:
    """Hint every literal: the trips of the draft that fit the typical minutes too, and nothing else."""
    free = [day.minutes for day in model.days]
    number_of = {(day.officer, day.day): number for number, day in enumerate(model.days)}
    call_of = {(call.person, call.with_assessment): place for place, call in enumerate(model.calls)}
    chosen: set[int] = set()
    for trip in draft.trip_of.values():
        numbers = [number_of[officer, trip.day] for officer in trip.officers]
        needed = [model.minutes(trip.person, number) for number in numbers]
        if all(free[number] >= minutes for number, minutes in zip(numbers, needed, strict=True)):
            for number, minutes in zip(numbers, needed, strict=True):
                free[number] -= minutes
                chosen.add(model.goes[trip.person, number].index)
            chosen.add(model.leads[call_of[trip.person, trip.with_assessment], trip.lead].index)
            chosen.add(model.seen_on[trip.person, trip.day].index)
    for literals in (model.goes, model.leads, model.seen_on):
        for literal in literals.values():
            model.cp.add_hint(literal, literal.index in chosen)


def _trips(model: AssignmentModel, solver: cp_model.CpSolver) -> list[Trip]:
    crew: dict[int, list[int]] = {}
    day_of: dict[int, int] = {}
    for (person, number), literal in model.goes.items():
        if solver.boolean_value(literal):
            crew.setdefault(person, []).append(model.days[number].officer)
            day_of[person] = model.days[number].day
    trips = []
    for (place, lead), literal in model.leads.items():
        if solver.boolean_value(literal):
            call = model.calls[place]
            second = next((each for each in crew[call.person] if each != lead), NO_OFFICER)
            trips.append((call.worth, Trip(call.person, call.with_assessment, lead, second, day_of[call.person])))
    return [trip for _, trip in sorted(trips, key=lambda each: (-each[0], each[1].person))]
