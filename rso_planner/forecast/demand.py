"""What comes in during a week: events, changes of risk, recalls, releases, people who leave and who come.

Every happening is one number of the person's own against a rate, so that two scenarios see the same weeks.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from rso_planner.domain.case import Case
from rso_planner.domain.event import Event, EventKind
from rso_planner.domain.offender import ManagementStatus, Status
from rso_planner.domain.place import Place
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.scenario import Demand
from rso_planner.forecast.chance import Draws, Subject
from rso_planner.forecast.population import Population

WEEKS_A_YEAR = 365.25 / 7
_RISKS = tuple(RiskLevel)


@dataclass(slots=True)
class Arrivals:
    """The share of a person that is still to come: growth is not always a whole person a week."""

    owed: float = 0.0
    number: int = 0


def happen(population: Population, demand: Demand, draws: Draws, week_on: date, arrivals: Arrivals) -> set[int]:
    """Let a week's demand happen; return the people of whom a fact has changed."""
    count = len(population)
    at_home = population.is_in_community[:count] & population.is_registered[:count]
    changed = _events(population, demand, draws, week_on, at_home)
    changed |= _risk_changes(population, demand, draws, week_on, at_home)
    left = _moves(population, demand, draws, week_on, at_home)
    ended = population.people_whose_management_ends(week_on)
    arrivals.owed += sum(left.values()) + len(ended)
    arrivals.owed += weekly_growth(demand.growth) * int(population.is_registered[:count].sum())
    new = _register(population, draws, week_on, arrivals)
    return changed | set(left) | set(ended) | set(new)


def weekly_growth(yearly: float) -> float:
    """The share of a week that makes the year's when it is applied every week."""
    return float((1 + yearly) ** (1 / WEEKS_A_YEAR) - 1)


def _chances(yearly: NDArray[np.float64] | float) -> NDArray[np.float64] | float:
    return 1 - np.exp(-np.asarray(yearly) / WEEKS_A_YEAR)


def _events(
    population: Population, demand: Demand, draws: Draws, week_on: date, at_home: NDArray[np.bool_]
) -> set[int]:
    count = len(population)
    rates = np.array([demand.events[risk] for risk in _RISKS])[population.risk[:count]]
    happened = np.flatnonzero(at_home & (draws[:, Subject.EVENT] < _chances(rates)))
    for person in happened:
        number = draws[person, Subject.EVENT_KIND]
        is_offence = number < demand.offences
        _add_event(
            population,
            int(person),
            week_on,
            EventKind.OFFENCE if is_offence else EventKind.INTELLIGENCE,
            is_significant=bool(is_offence or number < demand.offences + demand.significant),
        )
    return {int(person) for person in happened}


def _risk_changes(
    population: Population, demand: Demand, draws: Draws, week_on: date, at_home: NDArray[np.bool_]
) -> set[int]:
    rises, falls = _chances(demand.risk_rises), _chances(demand.risk_falls)
    number = draws[:, Subject.RISK]
    changed = set()
    for person in np.flatnonzero(at_home & (number < rises + falls)):
        step = -1 if number[person] < rises else 1
        rank = int(population.risk[person]) + step
        if 0 <= rank < len(_RISKS):
            population.change_offender(int(person), risk_level=_RISKS[rank])
            _add_event(population, int(person), week_on, EventKind.RISK_CHANGE, is_significant=step < 0)
            changed.add(int(person))
    return changed


def _moves(
    population: Population, demand: Demand, draws: Draws, week_on: date, at_home: NDArray[np.bool_]
) -> dict[int, bool]:
    """Recalls, releases and departures; for each person whether the registration here has ended."""
    count = len(population)
    number = draws[:, Subject.MOVE]
    leaves, recalled, released = map(_chances, (demand.leavers, demand.recalls, demand.releases))
    registered, in_custody = population.is_registered[:count], population.is_in_custody[:count]
    moved: dict[int, bool] = {}
    for person in np.flatnonzero(registered & (number < leaves)):
        population.change_offender(int(person), status=Status.TRANSFERRED_OUT, status_since=week_on)
        moved[int(person)] = True
    for person in np.flatnonzero(at_home & (number >= leaves) & (number < leaves + recalled)):
        population.change_offender(int(person), status=Status.CUSTODY, status_since=week_on)
        _add_event(population, int(person), week_on, EventKind.RECALL, is_significant=True)
        moved[int(person)] = False
    for person in np.flatnonzero(in_custody & (number >= leaves) & (number < leaves + released)):
        drawn = draws[person, Subject.TEMPLATE]
        population.change_offender(
            int(person),
            status=Status.COMMUNITY,
            status_since=week_on,
            in_community_since=week_on,
            place=population.cases[int(person)].offender.place or _home_of_another(population, drawn),
        )
        _add_event(population, int(person), week_on, EventKind.RELEASE, is_significant=False)
        moved[int(person)] = False
    return moved


def _home_of_another(population: Population, drawn: float) -> Place | None:
    """Where somebody drawn lives: a person in custody has no home in the records, and notifies one on release."""
    homes = np.flatnonzero(population.has_place[: len(population)])
    return population.cases[int(homes[int(drawn * len(homes))])].offender.place if len(homes) else None


def _add_event(
    population: Population, person: int, week_on: date, kind: EventKind, *, is_significant: bool
) -> None:
    case = population.cases[person]
    event = Event(
        event_id=f"forecast {week_on} {kind.value}",
        offender_id=case.offender.offender_id,
        occurred_on=week_on,
        kind=kind,
        significant=is_significant,
    )
    population.cases[person] = replace(case, events=(*case.events, event))


def _register(population: Population, draws: Draws, week_on: date, arrivals: Arrivals) -> list[int]:
    """New registrations, each with the risk, home and officer of somebody drawn from those at home."""
    count = min(len(population), len(draws))
    at_home = np.flatnonzero(population.is_in_community[:count])
    new: list[int] = []
    while arrivals.owed >= 1 and len(at_home):
        arrivals.owed -= 1
        drawn = draws[arrivals.number % count, Subject.TEMPLATE]
        arrivals.number += 1
        template = population.cases[int(at_home[int(drawn * len(at_home))])]
        new.append(population.add(_newly_registered(template, arrivals.number, week_on)))
    return new


def _newly_registered(template: Case, number: int, week_on: date) -> Case:
    offender = replace(
        template.offender,
        offender_id=f"new {number:05}",
        register_id=None,
        status=Status.COMMUNITY,
        status_since=None,
        in_community_since=None,
        management=ManagementStatus.ACTIVE,
        management_since=None,
        registered_on=week_on,
        transferred_in_on=None,
        notification_ends_on=week_on + timedelta(days=10 * 365),
        notification_indefinite=False,
        last_notified_on=week_on,
        visit_interval=None,
        rmp_reviewed_on=week_on,
        supervisor_reviewed_on=week_on,
        desktop_reviewed_on=None,
    )
    return Case(offender=offender, events_complete_from=template.events_complete_from)
