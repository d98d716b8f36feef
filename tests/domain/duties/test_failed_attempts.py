"""After 2 attempts without success: 'warrant to be considered'; never in custody, hospital or abroad."""

from dataclasses import replace
from typing import Any

import pytest

from rso_planner.domain.due import find_warrant_flags
from rso_planner.domain.policy import PlanningPolicy
from tests.domain.cases import AS_OF, make_case, make_force

TWICE = "2026-08-03 seen\n2026-11-02 not_seen\n2026-11-09 refused"


def _flags(policy: PlanningPolicy, history: str, **changes: Any) -> list[int]:
    force = make_force(make_case(history, **changes))
    return [flag.attempts for flag in find_warrant_flags(force, policy, AS_OF)]


@pytest.mark.parametrize(
    ("history", "flags"),
    [
        (TWICE, [2]),
        ("2026-11-02 not_seen", []),
        ("2026-10-02 abandoned\n2026-11-02 not_seen\n2026-11-09 refused", [3]),
        ("2026-11-02 not_seen\n2026-11-05 seen\n2026-11-09 refused", []),
        (f"{TWICE}\n2026-11-10 seen", []),
        ("2026-11-02 not_seen\n2026-11-24 refused", []),
    ],
)
def test_two_attempts_since_last_seen(policy: PlanningPolicy, history: str, flags: list[int]) -> None:
    assert _flags(policy, history) == flags


@pytest.mark.parametrize(
    ("status", "flags"),
    [("missing", [2]), ("wanted", [2]), ("custody", []), ("hospital", []), ("abroad", []), ("archived", [])],
)
def test_never_while_away(policy: PlanningPolicy, status: str, flags: list[int]) -> None:
    assert _flags(policy, TWICE, status=status) == flags


def test_attempts_before_a_return_do_not_count(policy: PlanningPolicy) -> None:
    assert _flags(policy, TWICE, in_community_since="2026-11-05") == []


def test_the_law_counts_attempts_whatever_the_policy_calls_completed(policy: PlanningPolicy) -> None:
    assert _flags(replace(policy, completed_visit="any_outcome"), TWICE) == [2]


def test_a_sexual_risk_order_subject_is_not_flagged(policy: PlanningPolicy) -> None:
    assert _flags(policy, TWICE, register_type="sro") == []


def test_the_flag_says_how_often_and_when(policy: PlanningPolicy) -> None:
    (flag,) = find_warrant_flags(make_force(make_case(TWICE)), policy, AS_OF)
    assert flag.reason == (
        "Warrant to be considered (section 96B): 2 attempts without success, the last on 9 November 2026."
    )
