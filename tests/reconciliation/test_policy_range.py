"""The overdue total under the policy: by the evidence of both lists, and by that of either."""

from typing import Any

import pytest

from rso_planner.domain.policy import PlanningPolicy
from tests.domain.cases import make_case
from tests.reconciliation.two_lists import compare_lists, record_of

LATE = "2026-05-03 seen"
ON_TIME = "2026-09-20 seen"
DUE_THERE = {"next_visit_due_on": "2026-08-03"}


@pytest.mark.parametrize(
    ("what", "history", "here", "there", "lowest", "highest"),
    [
        ("overdue on both", LATE, {}, {}, 1, 1),
        ("overdue on neither", ON_TIME, {}, {}, 0, 0),
        ("a visit there that is not here", LATE, {}, {"last_visit_on": "2026-09-20"}, 0, 1),
        ("a visit here that is not there", f"{LATE}\n{ON_TIME}", {}, {"last_visit_on": "2026-05-03"}, 0, 1),
        (
            "an attempt is no evidence of a visit",
            f"{LATE}\n2026-09-20 not_seen",
            {},
            {"last_visit_on": "2026-09-20"},
            1,
            1,
        ),
        ("custody there alone", LATE, {}, {"status": "custody"}, 0, 1),
        (
            "the register counts who is in custody",
            LATE,
            {"status": "custody"},
            {"next_visit_due_on": "2026-08-03"},
            0,
            0,
        ),
        (
            "reactive on both",
            LATE,
            {"management": "reactive", "management_since": "2026-06-01"},
            {"next_visit_due_on": "2026-08-03"},
            0,
            0,
        ),
        ("reactive here alone", LATE, {"management": "reactive"}, {"management": "active"}, 0, 1),
        ("reactive there alone", LATE, {}, {"management": "reactive"}, 0, 1),
        (
            "came in, and the register times it as before",
            LATE,
            {"transferred_in_on": "2026-11-20"},
            DUE_THERE,
            0,
            0,
        ),
        ("an order subject there alone", LATE, {}, {"register_type": "sro"}, 0, 1),
        ("an order subject on both", LATE, {"register_type": "sro"}, {"next_visit_due_on": "2026-08-03"}, 0, 0),
        ("counted by another rule", ON_TIME, {}, {"next_visit_due_on": "2026-08-03"}, 0, 0),
    ],
)
def test_the_range(
    policy: PlanningPolicy,
    what: str,
    history: str,
    here: dict[str, Any],
    there: dict[str, Any],
    lowest: int,
    highest: int,
) -> None:
    case = make_case(history, **here)
    found = compare_lists([case], [record_of(case, policy, **there)], policy)
    assert (found.policy_overdue.lowest, found.policy_overdue.highest) == (lowest, highest), what
