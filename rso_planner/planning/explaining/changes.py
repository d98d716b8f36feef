"""The single changes that could let a task in, and the week's problem with each of them made."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from rso_planner.domain.explanation import ChangeKind, CheapestChange
from rso_planner.planning.problem import OfficerDay, Outing, Person, PlannedOfficer, PlanningProblem
from rso_planner.planning.wording import day_in_words, minutes_in_words

COST_OF_A_WINDOW = 20
COST_OF_TRAINING = 2_400
COST_OF_A_LONE_VISIT = 5_000
"""What a change is reckoned as in minutes of the unit's time, to order it among the others; assumed."""

_LAST_MINUTE = 24 * 60 - 1
_DUTY = Outing(rows=((9 * 60, 17 * 60),))
MINUTES_OF_A_DUTY = 250


@dataclass(frozen=True, slots=True)
class Change:
    """A change in words and in minutes, with the problem after it."""

    said: CheapestChange
    problem: PlanningProblem


def more_minutes(problem: PlanningProblem, officer_id: str, on: date, minutes: int) -> Change:
    """The officer may use so many more minutes of a day on duty."""
    officer = problem.officer_by_id[officer_id]
    day = officer.days[on]
    longer = replace(day, plannable_minutes=day.plannable_minutes + minutes)
    sentence = f"Give {officer_id} {minutes_in_words(minutes)} more on {day_in_words(on)}."
    return Change(
        CheapestChange(kind=ChangeKind.MORE_MINUTES, cost_minutes=minutes, sentence=sentence),
        _with_officer(problem, replace(officer, days={**officer.days, on: longer})),
    )


def any_hour(problem: PlanningProblem, person: Person) -> Change:
    """The person may be visited at any hour."""
    sentence = f"Visit {person.offender_id} outside the hours that are set for the visit."
    return Change(
        CheapestChange(kind=ChangeKind.VISIT_WINDOW, cost_minutes=COST_OF_A_WINDOW, sentence=sentence),
        _with_person(problem, replace(person, earliest_start=0, latest_start=_LAST_MINUTE)),
    )


def on_duty(problem: PlanningProblem, officer_id: str, on: date) -> Change:
    """An officer who is off on a day is on duty from 09:00 to 17:00."""
    officer = problem.officer_by_id[officer_id]
    day = OfficerDay(officer_id=officer_id, on=on, outings=(_DUTY,), plannable_minutes=MINUTES_OF_A_DUTY)
    minutes = minutes_in_words(MINUTES_OF_A_DUTY)
    sentence = f"Put {officer_id} on duty on {day_in_words(on)}, with {minutes} to plan."
    return Change(
        CheapestChange(kind=ChangeKind.DUTY, cost_minutes=MINUTES_OF_A_DUTY, sentence=sentence),
        _with_officer(problem, replace(officer, days={**officer.days, on: day})),
    )


def trained(problem: PlanningProblem, officer_id: str) -> Change:
    """An officer who may lead is trained in ARMS."""
    officer = problem.officer_by_id[officer_id]
    sentence = f"Have {officer_id} trained in ARMS."
    return Change(
        CheapestChange(kind=ChangeKind.ARMS_TRAINING, cost_minutes=COST_OF_TRAINING, sentence=sentence),
        _with_officer(problem, replace(officer, arms_trained=True)),
    )


def alone(problem: PlanningProblem, person: Person) -> Change:
    """One officer visits the person, under a named authority."""
    sentence = (
        f"Let one officer visit {person.offender_id} alone: it departs from the practice of two and needs a named "
        "authority."
    )
    return Change(
        CheapestChange(kind=ChangeKind.LONE_VISIT, cost_minutes=COST_OF_A_LONE_VISIT, sentence=sentence),
        _with_person(problem, replace(person, officers_required=1)),
    )


def longest_day(day: OfficerDay) -> int:
    """The most minutes that a day on duty could hold: the time of its rows."""
    return sum(end - start for outing in day.outings for start, end in outing.rows)


def _with_officer(problem: PlanningProblem, officer: PlannedOfficer) -> PlanningProblem:
    ordered: Mapping[str, PlannedOfficer] = {**problem.officer_by_id, officer.officer_id: officer}
    return replace(problem, officers=tuple(ordered[each.officer_id] for each in problem.officers))


def _with_person(problem: PlanningProblem, person: Person) -> PlanningProblem:
    ordered: Mapping[str, Person] = {**problem.person_by_id, person.offender_id: person}
    return replace(problem, people=tuple(ordered[each.offender_id] for each in problem.people))
