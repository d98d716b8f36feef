"""The synthetic force has the published figures exactly, whatever the seed and the day.

The counting here is written anew from the rules and shares no code with the drawing.
"""

from collections import Counter
from datetime import date
from functools import cache

import pytest

from rso_planner.domain.case import Case
from rso_planner.domain.decision import DecisionKind
from rso_planner.domain.force import Force
from rso_planner.domain.interval import add_months
from rso_planner.domain.offender import ManagementStatus, Offender, Status
from rso_planner.domain.officer import OfficerRole
from rso_planner.domain.order import PREVENTION_ORDERS
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.visit import VisitOutcome
from rso_planner.domain.working_days import add_working_days
from rso_planner.files.force_model_file import force_model_path, read_force_model
from rso_planner.use_cases.synthesise_force import synthesise_force

SEEDS_AND_DAYS = [
    (1, date(2026, 11, 23)),
    (2, date(2026, 11, 23)),
    (7, date(2018, 4, 1)),
    (3, date(2024, 2, 29)),
    (4, date(2027, 1, 1)),
    (5, date(2025, 8, 31)),
]


@cache
def merseyside(seed: int = 1, as_of: date = date(2026, 11, 23)) -> Force:
    return synthesise_force(read_force_model(force_model_path("merseyside-2018")), as_of, seed)


def is_registered(case: Case, as_of: date) -> bool:
    person = case.offender
    if not person.is_rso or person.status.value in ("deceased", "archived", "transferred_out"):
        return False
    if person.notification_ends_on is None or person.notification_ends_on >= as_of:
        return True
    return has_prevention_order(case, as_of)


def has_prevention_order(case: Case, as_of: date) -> bool:
    return any(order.kind in PREVENTION_ORDERS and order.is_in_force_on(as_of) for order in case.orders)


def in_community(force: Force) -> list[Case]:
    places = (Status.COMMUNITY, Status.MISSING, Status.WANTED)
    return [
        case for case in force.cases if is_registered(case, force.extracted_on) and case.offender.status in places
    ]


def clock_start(case: Case) -> date:
    person = case.offender
    back = person.in_community_since
    if back is None:
        back = max((event.occurred_on for event in case.events if event.kind.value == "release"), default=None)
    returns = [row.decided_on for row in case.decisions if row.decision is DecisionKind.TO_ACTIVE]
    is_active = person.management is ManagementStatus.ACTIVE
    if is_active and person.management_since and person.management_since > person.registered_on:
        returns.append(person.management_since)
    return max(day for day in (person.registered_on, back, person.transferred_in_on, *returns) if day)


def due_on(case: Case, policy: PlanningPolicy) -> date:
    """When a routine visit is due to an active person in the community, first visits included."""
    person = case.offender
    start = clock_start(case)
    seen = [row.started_at.date() for row in case.visits if row.outcome is VisitOutcome.SEEN]
    counting = [day for day in seen if day >= start]
    if not counting:
        return add_working_days(start, policy.first_visit[person.risk_level])
    if person.visit_interval is not None:
        return person.visit_interval.after(max(counting))
    return add_months(max(counting), policy.visit_interval_table[person.risk_level])


def is_routinely_visited(person: Offender) -> bool:
    no_place = person.no_fixed_abode is True and person.place is None
    is_active = person.management is ManagementStatus.ACTIVE
    return person.status is Status.COMMUNITY and is_active and not no_place


@pytest.mark.parametrize(("seed", "as_of"), SEEDS_AND_DAYS)
def test_the_published_figures_are_exact(seed: int, as_of: date, policy: PlanningPolicy) -> None:
    force = merseyside(seed, as_of)
    registered = [case for case in force.cases if is_registered(case, as_of)]
    community = in_community(force)
    risk = Counter(case.offender.risk_level.value for case in community)
    reactive = [case for case in community if case.offender.management is ManagementStatus.REACTIVE]
    assessed = [
        case
        for case in community
        if any(row.completed_on and row.completed_on <= as_of for row in case.assessments)
    ]
    overdue = [case for case in community if is_routinely_visited(case.offender) and due_on(case, policy) < as_of]
    assert len(registered) == 2256
    assert len(community) == 1769
    assert (risk["very_high"], risk["high"]) == (6, 277)
    assert len(reactive) == 62
    assert sum(has_prevention_order(case, as_of) for case in registered) == 1157
    assert len(assessed) == 902
    assert len(overdue) == 98
    assert Counter(case.offender.risk_level.value for case in overdue) == {
        "very_high": 1,
        "high": 21,
        "medium": 41,
        "low": 35,
    }


@pytest.mark.parametrize(("seed", "as_of"), SEEDS_AND_DAYS)
def test_the_offender_managers_are_17_point_7_full_time_equivalents(seed: int, as_of: date) -> None:
    force = merseyside(seed, as_of)
    managers = [officer for officer in force.officers if officer.role is OfficerRole.OFFENDER_MANAGER]
    assert round(sum(officer.contracted_hours for officer in managers), 6) == 654.9
    assert all(officer.is_in_post_on(as_of) for officer in managers)


@pytest.mark.parametrize(("seed", "as_of"), SEEDS_AND_DAYS)
def test_nothing_on_file_lies_after_the_extract(seed: int, as_of: date) -> None:
    for case in merseyside(seed, as_of).cases:
        person = case.offender
        days = [
            person.registered_on,
            person.status_since,
            person.in_community_since,
            person.management_since,
            person.last_notified_on,
            person.rmp_reviewed_on,
            person.supervisor_reviewed_on,
            person.desktop_reviewed_on,
            person.transferred_in_on,
            *(row.started_at.date() for row in case.visits),
            *(row.recorded_at.date() for row in case.visits if row.recorded_at),
            *(row.assessed_on for row in case.assessments),
            *(row.completed_on for row in case.assessments),
            *(row.made_on for row in case.orders),
            *(row.occurred_on for row in case.events),
            *(row.decided_on for row in case.decisions),
        ]
        assert max(day for day in days if day) <= as_of, person.offender_id
        assert person.date_of_birth is None or person.date_of_birth < person.registered_on


def test_recording_never_precedes_the_visit() -> None:
    visits = [row for case in merseyside().cases for row in case.visits]
    assert all(row.recorded_at >= row.started_at for row in visits if row.recorded_at)
    assert all(row.officer_id != row.second_officer_id for row in visits)
