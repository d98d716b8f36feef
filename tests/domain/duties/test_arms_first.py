"""The first assessment: police-led 84 days after registration or release; probation-led 15 days, shown only."""

import pytest

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import TaskKind, TaskOwner
from tests.domain.cases import find_due, get_task, make_case


@pytest.mark.parametrize(
    ("lead", "changes", "due_on", "owner"),
    [
        ("police", {"registered_on": "2026-10-01"}, "2026-12-24", TaskOwner.POLICE),
        (None, {"registered_on": "2026-10-01"}, "2026-12-24", TaskOwner.POLICE),
        ("police", {"in_community_since": "2026-11-01"}, "2027-01-24", TaskOwner.POLICE),
        ("probation", {"registered_on": "2026-10-01"}, "2026-10-16", TaskOwner.PROBATION),
        ("probation", {"in_community_since": "2026-11-01"}, "2026-11-16", TaskOwner.PROBATION),
    ],
)
def test_the_first_assessment(
    policy: PlanningPolicy, lead: str | None, changes: dict[str, str], due_on: str, owner: TaskOwner
) -> None:
    task = get_task(make_case(lead_agency=lead, **changes), TaskKind.ARMS, policy)
    assert (task.due_on.isoformat(), task.owner, task.rule) == (due_on, owner, "arms_first")


def test_an_event_does_not_make_probations_first_assessment_ours(policy: PlanningPolicy) -> None:
    case = make_case("2026-10-02 event offence significant", lead_agency="probation", registered_on="2026-10-01")
    task = get_task(case, TaskKind.ARMS, policy)
    assert (task.due_on.isoformat(), task.owner) == ("2026-10-16", TaskOwner.PROBATION)


def test_renewals_of_probation_led_people_are_planned_here(policy: PlanningPolicy) -> None:
    task = get_task(make_case("2026-01-10 arms low", lead_agency="probation"), TaskKind.ARMS, policy)
    assert (task.due_on.isoformat(), task.owner) == ("2027-01-10", TaskOwner.POLICE)


@pytest.mark.parametrize(
    ("history", "due_on"),
    [
        # Back in the community since 1 November 2026, a Sunday.
        ("2025-11-01 arms low", "2026-11-01"),
        ("2025-10-31 arms low", "2027-01-24"),
        ("2026-06-01 arms low", "2027-06-01"),
        ("2026-11-01 arms low", "2027-11-01"),
        ("2026-06-01 arms low\n2026-07-01 event recall significant", "2027-01-24"),
        ("2026-06-01 arms low\n2026-06-01 event recall significant", "2027-06-01"),
        ("2026-06-01 arms low\n2026-07-01 event recall", "2027-06-01"),
        ("2026-06-01 arms low\n2026-11-02 event offence significant", "2026-11-16"),
        ("2026-06-01 arms low\n2026-11-01 event release significant", "2026-11-13"),
        (
            "2026-06-01 arms low\n2026-07-01 event recall significant\n2026-11-02 event offence significant",
            "2026-11-16",
        ),
    ],
)
def test_back_in_the_community(policy: PlanningPolicy, history: str, due_on: str) -> None:
    assert find_due(make_case(history, in_community_since="2026-11-01"), TaskKind.ARMS, policy) == due_on


@pytest.mark.parametrize("changes", [{"transferred_in_on": "2026-11-01"}, {"management_since": "2026-11-01"}])
def test_transfer_in_and_return_to_active_leave_the_clock_alone(
    policy: PlanningPolicy, changes: dict[str, str]
) -> None:
    assert find_due(make_case("2025-01-10 arms low", **changes), TaskKind.ARMS, policy) == "2026-01-10"
    assert find_due(make_case(**changes), TaskKind.ARMS, policy) == "2020-03-30"


@pytest.mark.parametrize(
    ("history", "changes", "reason"),
    [
        (
            "",
            {"registered_on": "2026-10-01"},
            "First ARMS assessment within 84 days; registered on 1 October 2026, so due on 24 December 2026.",
        ),
        (
            "",
            {"in_community_since": "2026-11-01", "lead_agency": "probation"},
            (
                "First ARMS assessment within 15 days by probation; back in the community on 1 November 2026, "
                "so due on 16 November 2026."
            ),
        ),
        (
            "2025-01-10 arms low",
            {"in_community_since": "2026-11-01"},
            (
                "ARMS assessment within 84 days of the return; the last one was out of date when the person came "
                "back to the community on 1 November 2026, so due on 24 January 2027."
            ),
        ),
    ],
)
def test_the_reasons(policy: PlanningPolicy, history: str, changes: dict[str, str], reason: str) -> None:
    assert get_task(make_case(history, **changes), TaskKind.ARMS, policy).reason == reason
