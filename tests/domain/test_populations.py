"""Registered, in the community, under management: who counts where."""

from datetime import date
from typing import Any

import pytest

from rso_planner.domain.populations import (
    is_in_community,
    is_registered,
    is_under_management,
    is_worked_with,
)
from tests.domain.cases import AS_OF, make_case


@pytest.mark.parametrize(
    ("changes", "managed", "registered", "in_community", "worked_with"),
    [
        ({}, True, True, True, True),
        ({"management": "reactive"}, True, True, True, True),
        ({"status": "missing"}, True, True, True, False),
        ({"status": "wanted"}, True, True, True, False),
        ({"status": "custody"}, True, True, False, False),
        ({"status": "hospital"}, True, True, False, False),
        ({"status": "abroad"}, True, True, False, False),
        ({"status": "deceased"}, False, False, False, False),
        ({"status": "transferred_out"}, False, False, False, False),
        ({"status": "archived"}, False, False, False, False),
        ({"notification_ends_on": "2026-11-23"}, True, True, True, True),
        ({"notification_ends_on": "2026-11-22"}, False, False, False, False),
        ({"notification_ends_on": None}, True, True, True, True),
        ({"registered_on": "2026-11-23"}, True, True, True, True),
        ({"registered_on": "2026-11-24"}, False, False, False, False),
        ({"register_type": "sro"}, True, False, False, True),
        ({"register_type": "other"}, True, False, False, True),
    ],
)
def test_who_counts_where(
    changes: dict[str, Any], managed: bool, registered: bool, in_community: bool, worked_with: bool
) -> None:
    case = make_case(**changes)
    assert (
        is_under_management(case, AS_OF),
        is_registered(case, AS_OF),
        is_in_community(case, AS_OF),
        is_worked_with(case, AS_OF),
    ) == (managed, registered, in_community, worked_with)


def test_the_population_is_that_of_the_as_of_day() -> None:
    case = make_case(notification_ends_on="2026-11-30")
    assert is_registered(case, date(2026, 11, 30))
    assert not is_registered(case, date(2026, 12, 1))
