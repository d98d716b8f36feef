"""The three headline figures first, and the people, shares and ratio that stand beside them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rso_planner.domain.case import Case
from rso_planner.domain.due import find_force_tasks
from rso_planner.domain.headline_figures import headline_figures, people_to_officer
from rso_planner.domain.officer import OfficerRole
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.risk_level import RiskLevel
from tests.domain.cases import AS_OF, make_case, make_force, make_officer


def _people() -> list[Case]:
    rows: list[tuple[str, dict[str, Any]]] = [
        ("2026-05-03 seen\n2026-01-10 arms low", {}),  # visit due 3 August
        ("2026-11-20 seen\n2025-01-10 arms low", {"risk_level": "very_high"}),  # ARMS overdue
        ("2025-11-23 seen\n2025-12-01 arms low", {"risk_level": "low"}),  # due today; ARMS due soon
        ("2024-11-23 seen", {"risk_level": "low", "management": "reactive"}),
        ("2024-11-23 seen\n2026-01-10 arms low", {"status": "missing", "risk_level": "medium"}),
        ("2020-11-23 seen", {"status": "wanted"}),
        ("2020-11-23 seen\n2020-01-10 order SHPO end_not_known", {"status": "custody"}),
        ("2024-11-23 seen", {"status": "archived"}),
        ("2024-11-23 seen", {"register_type": "sro", "risk_level": "medium"}),
        ("2024-11-23 seen", {"no_fixed_abode": True, "place": None}),
        ("2026-01-10 order SOPO until 2027-01-10", {"registered_on": "2026-11-10"}),  # first visit due 17th
        ("2020-01-10 order SHPO until 2026-11-22", {"lead_agency": "probation", "registered_on": "2026-10-12"}),
    ]
    return [
        make_case(history, offender_id=f"Zz-{number:04}", **changes)
        for number, (history, changes) in enumerate(rows)
    ]


def test_the_figures(policy: PlanningPolicy) -> None:
    figures = headline_figures(make_force(*_people(), officers=[make_officer()]), policy, AS_OF)
    assert (figures.registered, figures.in_community, figures.active, figures.reactive) == (10, 9, 8, 1)
    assert dict(figures.by_risk) == {
        RiskLevel.VERY_HIGH: 1,
        RiskLevel.HIGH: 5,
        RiskLevel.MEDIUM: 1,
        RiskLevel.LOW: 2,
    }
    assert figures.overdue_visits == 3
    assert dict(figures.overdue_by_risk) == {
        RiskLevel.VERY_HIGH: 0,
        RiskLevel.HIGH: 3,
        RiskLevel.MEDIUM: 0,
        RiskLevel.LOW: 0,
    }
    assert figures.oldest_days == (AS_OF - date(2026, 8, 3)).days
    assert (figures.overdue_arms, figures.other_overdue_visits, figures.other_overdue_arms) == (2, 1, 1)
    assert (figures.arms_ever, figures.arms_current, figures.orders) == (4, 3, 2)
    assert (figures.missing, figures.wanted, figures.no_place) == (1, 1, 1)
    assert (figures.officers_fte, figures.people_to_officer) == (1.0, "9:1")


def test_the_policys_overdue_is_honoured(policy: PlanningPolicy) -> None:
    counting_today = replace(policy, overdue="on_due_date")
    figures = headline_figures(make_force(*_people()), counting_today, AS_OF)
    assert (figures.overdue_visits, figures.overdue_by_risk[RiskLevel.LOW]) == (4, 1)


def test_tasks_found_before_give_the_same_figures(policy: PlanningPolicy) -> None:
    force = make_force(*_people())
    tasks = find_force_tasks(force, policy, AS_OF)
    assert headline_figures(force, policy, AS_OF, tasks) == headline_figures(force, policy, AS_OF)


def test_an_empty_force_has_no_ratio(policy: PlanningPolicy) -> None:
    figures = headline_figures(make_force(), policy, AS_OF)
    assert (figures.registered, figures.oldest_days, figures.officers_fte) == (0, 0, 0.0)
    assert figures.people_to_officer is None


@pytest.mark.parametrize(
    ("people", "fte", "ratio"),
    [(1769, 17.7, "100:1"), (1000, 10.0, "100:1"), (100, 10.0, "10:1"), (50, 1.0, "50:1"), (5, 0.0, None)],
)
def test_trap_100_to_1_printed_as_10_to_1(people: int, fte: float, ratio: str | None) -> None:
    assert people_to_officer(people, fte) == ratio


def test_offender_managers_in_post_count_as_full_time_equivalents(policy: PlanningPolicy) -> None:
    officers = [
        make_officer(1),
        make_officer(2, contracted_hours=18.5),
        make_officer(3, role=OfficerRole.SUPERVISOR),
        make_officer(4, role=OfficerRole.OTHER),
        make_officer(5, leaves_on=date(2026, 11, 22)),
        make_officer(6, leaves_on=date(2026, 11, 23), contracted_hours=7.4),
        make_officer(7, starts_on=date(2026, 11, 24)),
    ]
    assert headline_figures(make_force(officers=officers), policy, AS_OF).officers_fte == 1.7
