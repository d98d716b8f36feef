"""The model behind the CP-SAT peer: crews and days as literals, minutes and separations as constraints."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations

from ortools.sat.python import cp_model

from benchmarks.benchmark_week import BenchmarkWeek
from benchmarks.peers.calls import Call, OfficerDay, make_calls, officer_days
from rso_planner.planning.compact.week_index import DAYS_A_WEEK, WeekIndex
from rso_planner.planning.preferences import lead_points

_VISITS_A_DAY = 3
_NEIGHBOURS = 5


@dataclass(slots=True)
class AssignmentModel:
    """The literals: `goes[person, officer-day]`, `leads[call, officer]`, `seen_on[person, day]`."""

    index: WeekIndex
    calls: list[Call]
    days: list[OfficerDay]
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    goes: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)
    leads: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)
    seen_on: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)
    typical: dict[tuple[int, int], int] = field(default_factory=dict)

    def minutes(self, person: int, number: int) -> int:
        """What a visit takes of that officer's day: time on site and typical minutes on the road."""
        return self.index.people[person].on_site_minutes + self.typical[person, self.days[number].officer]


def make_assignment_model(index: WeekIndex, week: BenchmarkWeek) -> AssignmentModel:
    """The whole model of the week, its objective the one score without the road."""
    model = AssignmentModel(index, make_calls(index), officer_days(index))
    _add_literals(model)
    _add_crews(model)
    _add_minutes(model)
    _add_separations(model)
    _maximise(model, week)
    return model


def _add_literals(model: AssignmentModel) -> None:
    index = model.index
    for person in sorted({call.person for call in model.calls}):
        may_go = set(index.seconds(person))
        near = _mean_way_between_neighbours(index, person)
        for officer in sorted(may_go):
            model.typical[person, officer] = _typical_road_minutes(index, person, officer, near)
        for number, day in enumerate(model.days):
            if day.officer in may_go and index.start_windows(person, day.officer, None, day.day):
                model.goes[person, number] = model.cp.new_bool_var("")
                if (person, day.day) not in model.seen_on:
                    model.seen_on[person, day.day] = model.cp.new_bool_var("")
    going = {(person, model.days[number].officer) for person, number in model.goes}
    for place, call in enumerate(model.calls):
        for officer in call.leads:
            if (call.person, officer) in going:
                model.leads[place, officer] = model.cp.new_bool_var("")


def _mean_way_between_neighbours(index: WeekIndex, person: int) -> float:
    ways = sorted(index.leg[other][person] for other in range(len(index.people)) if other != person)
    return sum(ways[:_NEIGHBOURS]) / len(ways[:_NEIGHBOURS]) if ways else 0.0


def _typical_road_minutes(index: WeekIndex, person: int, officer: int, between: float) -> int:
    """A visit's share of a day of three: a third of the way out and back, two thirds of one between neighbours."""
    base = index.base(officer)
    out_and_back = index.leg[base][person] + index.leg[person][base]
    return round((out_and_back + (_VISITS_A_DAY - 1) * between) / _VISITS_A_DAY)


def _add_crews(model: AssignmentModel) -> None:
    """One lead, who goes, and so many officers as the person needs, all on the day on which the person is seen."""
    goes_on, goes_of, leads_of, leads_by, days_of = (defaultdict(list) for _ in range(5))
    for (person, number), literal in model.goes.items():
        goes_on[person, model.days[number].day].append(literal)
        goes_of[person, model.days[number].officer].append(literal)
    for (place, officer), literal in model.leads.items():
        leads_of[model.calls[place].person].append(literal)
        leads_by[model.calls[place].person, officer].append(literal)
    for (person, day), seen in model.seen_on.items():
        days_of[person].append(seen)
        crew = goes_on[person, day]
        needed = model.index.people[person].officers_required
        model.cp.add(cp_model.LinearExpr.sum(crew) == needed * seen)
    for person, days in days_of.items():
        model.cp.add_at_most_one(days)
        model.cp.add(cp_model.LinearExpr.sum(leads_of[person]) == cp_model.LinearExpr.sum(days))
    for (person, officer), leads in leads_by.items():
        model.cp.add(cp_model.LinearExpr.sum(leads) <= cp_model.LinearExpr.sum(goes_of[person, officer]))


def _add_minutes(model: AssignmentModel) -> None:
    of_day: dict[int, list[tuple[cp_model.IntVar, int]]] = defaultdict(list)
    of_week: dict[int, list[tuple[cp_model.IntVar, int]]] = defaultdict(list)
    for (person, number), literal in model.goes.items():
        of_day[number].append((literal, model.minutes(person, number)))
        of_week[model.days[number].officer].append((literal, model.minutes(person, number)))
    for (place, officer), literal in model.leads.items():
        call = model.calls[place]
        if desk := model.index.desk_minutes(call.person, call.with_assessment):
            of_week[officer].append((literal, desk))
    for number, terms in of_day.items():
        model.cp.add(_weighed(terms) <= model.days[number].minutes)
    for officer, terms in of_week.items():
        model.cp.add(_weighed(terms) <= model.index.week_minutes[officer])


def _weighed(terms: list[tuple[cp_model.IntVar, int]]) -> cp_model.LinearExpr:
    literals, weights = zip(*terms, strict=True)
    return cp_model.LinearExpr.weighted_sum(literals, weights)


def _add_separations(model: AssignmentModel) -> None:
    for person, others in model.index.apart_from.items():
        for other in others:
            for day in range(DAYS_A_WEEK):
                if (person, day) in model.seen_on and (other, day) in model.seen_on:
                    model.cp.add_at_most_one(model.seen_on[person, day], model.seen_on[other, day])
    barred = [
        (one, other)
        for one, other in combinations(range(len(model.days)), 2)
        if model.days[one].day == model.days[other].day
        and not model.index.may_go_together(model.days[one].officer, model.days[other].officer)
    ]
    for one, other in barred:
        for person in range(len(model.index.people)):
            if (person, one) in model.goes and (person, other) in model.goes:
                model.cp.add_at_most_one(model.goes[person, one], model.goes[person, other])


def _maximise(model: AssignmentModel, week: BenchmarkWeek) -> None:
    index = model.index
    terms = []
    for (place, officer), literal in model.leads.items():
        call = model.calls[place]
        points = lead_points(week.problem, index.people[call.person], index.officers[officer])
        terms.append((literal, call.worth + week.score.preference_tenths * points))
    model.cp.maximize(_weighed(terms))
