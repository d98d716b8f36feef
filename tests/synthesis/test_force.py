"""The synthetic force has the published figures exactly, whatever the seed and the day."""

from collections import Counter
from datetime import date

import pytest

from rso_planner.domain.headline_figures import headline_figures
from rso_planner.domain.offender import ManagementStatus
from rso_planner.domain.officer import OfficerRole
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.risk_level import ByRisk
from tests.synthesis.counting import (
    due_on,
    has_prevention_order,
    in_community,
    is_registered,
    is_routinely_visited,
    merseyside,
)

# An ordinary Monday, the report's own month, a leap day, New Year's Day, and a Sunday at a month's end.
SEEDS_AND_DAYS = [
    (1, date(2026, 11, 23)),
    pytest.param(7, date(2018, 4, 1), marks=pytest.mark.whole_run),
    pytest.param(3, date(2024, 2, 29), marks=pytest.mark.whole_run),
    pytest.param(4, date(2027, 1, 1), marks=pytest.mark.whole_run),
    pytest.param(5, date(2025, 8, 31), marks=pytest.mark.whole_run),
]


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
def test_the_rules_of_the_domain_count_the_same(seed: int, as_of: date, policy: PlanningPolicy) -> None:
    figures = headline_figures(merseyside(seed, as_of), policy, as_of)
    assert (figures.registered, figures.in_community, figures.reactive) == (2256, 1769, 62)
    assert (figures.by_risk.very_high, figures.by_risk.high) == (6, 277)
    assert (figures.overdue_visits, figures.arms_ever, figures.orders) == (98, 902, 1157)
    assert figures.overdue_by_risk == ByRisk(very_high=1, high=21, medium=41, low=35)
    assert figures.officers_fte == 17.7


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
