"""An order; under 18; MAPPA 2 or 3; on licence; an open investigation; under 36 months in the community."""

from dataclasses import fields, replace
from typing import Any

import pytest

from rso_planner.domain.management.reactive_exclusions import find_exclusions
from rso_planner.domain.policy import PlanningPolicy, ReactiveExclusions
from tests.domain.cases import AS_OF, make_case

ORDER = "2024-01-10 order"


def _standing(policy: PlanningPolicy, name: str, history: str = "", **changes: Any) -> str:
    found = find_exclusions(make_case(history, **changes), policy, AS_OF)
    return next(each.standing.value for each in found if each.name == name)


@pytest.mark.parametrize(
    ("orders", "standing"),
    [
        ("", "met"),
        (f"{ORDER} SHPO until 2026-11-22", "met"),
        (f"{ORDER} SHPO until 2026-11-23", "not_met"),
        (f"{ORDER} SOPO until_further_order", "not_met"),
        (f"{ORDER} SHPO end_not_known", "not_known"),
        (f"{ORDER} other until 2027-01-10", "not_met"),
        (f"{ORDER} other end_not_known", "not_known"),
        (f"{ORDER} other end_not_known\n{ORDER} SHPO until 2027-01-10", "not_met"),
    ],
)
def test_order_in_force(policy: PlanningPolicy, orders: str, standing: str) -> None:
    assert _standing(policy, "no_order_in_force", orders) == standing


@pytest.mark.parametrize(
    ("name", "changes", "standing"),
    [
        ("not_under_18", {"date_of_birth": "2008-11-23"}, "met"),
        ("not_under_18", {"date_of_birth": "2008-11-24"}, "not_met"),
        ("not_under_18", {"date_of_birth": None}, "not_known"),
        ("mappa_level_1", {"mappa_level": 1}, "met"),
        ("mappa_level_1", {"mappa_level": 2}, "not_met"),
        ("mappa_level_1", {"mappa_level": 3}, "not_met"),
        ("mappa_level_1", {"mappa_level": None}, "not_known"),
        ("not_on_licence", {"on_licence": False}, "met"),
        ("not_on_licence", {"on_licence": True}, "not_met"),
        ("not_on_licence", {"on_licence": None}, "not_known"),
        ("no_open_investigation", {"open_investigation": False}, "met"),
        ("no_open_investigation", {"open_investigation": True}, "not_met"),
        ("no_open_investigation", {"open_investigation": None}, "not_known"),
        ("time_in_community", {"registered_on": "2023-11-23"}, "met"),
        ("time_in_community", {"registered_on": "2023-11-24"}, "not_met"),
        ("time_in_community", {"in_community_since": "2023-11-23"}, "met"),
        ("time_in_community", {"in_community_since": "2023-11-24"}, "not_met"),
    ],
)
def test_each_exclusion(policy: PlanningPolicy, name: str, changes: dict[str, Any], standing: str) -> None:
    assert _standing(policy, name, **changes) == standing


def test_trap_custody_time_counted_as_clean_years(policy: PlanningPolicy) -> None:
    """Registered ten years ago, clean ever since, and in prison until last year."""
    inside = {"registered_on": "2016-01-06", "in_community_since": "2025-11-23"}
    assert _standing(policy, "time_in_community", **inside) == "not_met"
    assert (
        _standing(policy, "time_in_community", "2025-11-23 event release", registered_on="2016-01-06") == "not_met"
    )


@pytest.mark.parametrize(
    ("switch", "name"),
    [
        ("order_in_force", "no_order_in_force"),
        ("under_18", "not_under_18"),
        ("mappa_2_or_3", "mappa_level_1"),
        ("on_licence", "not_on_licence"),
        ("open_investigation", "no_open_investigation"),
        ("short_time_in_community", "time_in_community"),
    ],
)
def test_each_can_be_switched_off(policy: PlanningPolicy, switch: str, name: str) -> None:
    off = replace(policy, reactive_exclusions=replace(policy.reactive_exclusions, **{switch: False}))
    names = {each.name for each in find_exclusions(make_case(), off, AS_OF)}
    everything = {each.name for each in find_exclusions(make_case(), policy, AS_OF)}
    assert everything - names == {name}
    assert len(everything) == len(fields(ReactiveExclusions))


def test_the_evidence_holds_the_fact(policy: PlanningPolicy) -> None:
    found = find_exclusions(
        make_case(f"{ORDER} SHPO end_not_known", in_community_since="2025-01-10"), policy, AS_OF
    )
    assert [each.evidence for each in found] == [
        "SHPO made on 10 January 2024: its end is not known.",
        "Aged 46 on 23 November 2026.",
        "MAPPA level 1.",
        "The person is not on licence.",
        "The person is not under investigation.",
        "In the community since 10 January 2025; 36 months of it will be complete on 10 January 2028.",
    ]
