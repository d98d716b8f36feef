"""The next visit counts from the last completed one since the clock last started."""

from dataclasses import replace
from datetime import date

import pytest

from rso_planner.domain.duties.visit_clock_anchor import clock_start
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import TaskKind
from tests.domain.cases import AS_OF, find_due, get_task, make_case


def test_the_last_completed_visit_sets_the_date(policy: PlanningPolicy) -> None:
    case = make_case("""
        2026-01-10 seen
        2026-06-20 seen
        2026-03-05 seen
    """)
    assert find_due(case, TaskKind.VISIT, policy) == "2026-09-20"


@pytest.mark.parametrize(
    ("seen", "due_on"),
    [
        (["2026-01-10"], "2026-04-10"),
        (["2026-01-10", "2026-03-20"], "2026-07-10"),
        (["2026-01-10", "2026-04-10"], "2026-07-10"),
        (["2026-01-10", "2026-04-11"], "2026-07-10"),
        (["2026-01-10", "2026-09-01"], "2026-07-10"),
        (["2026-01-10", "2026-04-02", "2026-09-01"], "2026-10-10"),
        (["2026-01-10", "2026-02-02", "2026-02-20", "2026-03-08"], "2026-07-10"),
        (["2025-11-30", "2026-02-20", "2026-05-10", "2026-08-15"], "2026-11-30"),
    ],
)
def test_counting_from_last_due_never_drifts(policy: PlanningPolicy, seen: list[str], due_on: str) -> None:
    from_due = replace(policy, visit_clock_anchor="last_due")
    case = make_case("\n".join(f"{day} seen" for day in seen))
    assert find_due(case, TaskKind.VISIT, from_due) == due_on


@pytest.mark.parametrize(
    ("changes", "history", "starts_on", "words"),
    [
        ({}, "", "2020-01-06", "registered on 6 January 2020"),
        ({"in_community_since": "2026-02-02"}, "", "2026-02-02", "back in the community on 2 February 2026"),
        ({}, "2026-02-03 event release", "2026-02-03", "back in the community on 3 February 2026"),
        (
            {"in_community_since": "2026-02-02"},
            "2026-03-03 event release",
            "2026-02-02",
            "back in the community on 2 February 2026",
        ),
        ({"transferred_in_on": "2026-04-04"}, "", "2026-04-04", "transferred in on 4 April 2026"),
        ({"management_since": "2026-05-05"}, "", "2026-05-05", "back on active management on 5 May 2026"),
        ({"management_since": "2020-01-06"}, "", "2020-01-06", "registered on 6 January 2020"),
        ({}, "2026-06-06 decision to_active", "2026-06-06", "back on active management on 6 June 2026"),
        (
            {"transferred_in_on": "2026-04-04", "in_community_since": "2026-02-02"},
            "2026-03-03 decision to_active",
            "2026-04-04",
            "transferred in on 4 April 2026",
        ),
    ],
)
def test_the_clock_starts_on_the_latest_of_its_starts(
    policy: PlanningPolicy, changes: dict[str, str], history: str, starts_on: str, words: str
) -> None:
    start = clock_start(make_case(history, **changes), policy, AS_OF)
    assert (start.on, start.words) == (date.fromisoformat(starts_on), words)


def test_a_visit_on_the_day_of_the_clock_start_counts(policy: PlanningPolicy) -> None:
    case = make_case("2026-08-31 seen", in_community_since="2026-08-31")
    assert find_due(case, TaskKind.VISIT, policy) == "2026-11-30"
    assert find_due(case, TaskKind.FIRST_VISIT, policy) is None


def test_being_found_after_missing_keeps_the_clock(policy: PlanningPolicy) -> None:
    case = make_case("2026-05-03 seen", status="community", status_since="2026-11-20")
    assert find_due(case, TaskKind.VISIT, policy) == "2026-08-03"


def test_the_reason_says_from_where_due_dates_count(policy: PlanningPolicy) -> None:
    from_due = replace(policy, visit_clock_anchor="last_due")
    case = make_case("2026-01-10 seen\n2026-03-20 seen")
    assert get_task(case, TaskKind.VISIT, from_due).reason == (
        "Visit every 3 months for high risk, counted from 10 January 2026; last seen on 20 March 2026, "
        "so due on 10 July 2026."
    )


def test_what_lies_after_the_as_of_day_is_not_known(policy: PlanningPolicy) -> None:
    case = make_case("2026-01-10 seen\n2026-06-20 seen")
    assert find_due(case, TaskKind.VISIT, policy, date(2026, 6, 19)) == "2026-04-10"
    assert find_due(case, TaskKind.VISIT, policy, date(2026, 6, 20)) == "2026-09-20"
