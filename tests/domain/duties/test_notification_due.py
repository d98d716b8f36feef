"""A year after the last notification; no fixed abode 7 days; while away, three days beginning with the return."""

from typing import Any

import pytest

from rso_planner.domain.due import find_notifications
from rso_planner.domain.duties.notification_due import NotificationStanding, notification_due
from tests.domain.cases import AS_OF, make_case, make_force


@pytest.mark.parametrize(
    ("changes", "due_on"),
    [
        ({"last_notified_on": "2026-02-02"}, "2027-02-02"),
        ({"last_notified_on": "2024-02-29"}, "2025-02-28"),
        ({"last_notified_on": "2026-11-20", "no_fixed_abode": True}, "2026-11-27"),
        ({"last_notified_on": "2025-02-02", "in_community_since": "2026-11-20"}, "2026-11-22"),
        ({"last_notified_on": "2025-11-20", "in_community_since": "2026-11-20"}, "2026-11-20"),
        ({"last_notified_on": "2025-12-20", "in_community_since": "2026-11-20"}, "2026-12-20"),
        ({"last_notified_on": "2026-11-21", "in_community_since": "2026-11-20"}, "2027-11-21"),
        (
            {"last_notified_on": "2026-11-01", "in_community_since": "2026-11-20", "no_fixed_abode": True},
            "2026-11-22",
        ),
    ],
)
def test_when_the_person_must_notify(changes: dict[str, Any], due_on: str) -> None:
    found = notification_due(make_case(**changes))
    assert found.standing is NotificationStanding.DUE
    assert found.due_on is not None
    assert found.due_on.isoformat() == due_on


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("custody", "Not due while in custody."),
        ("hospital", "Not due while in hospital."),
        ("abroad", "Not due while abroad."),
    ],
)
def test_while_away_nothing_is_due(status: str, words: str) -> None:
    found = notification_due(make_case(status=status, last_notified_on="2020-01-06"))
    assert (found.standing, found.due_on, found.reason) == ("not_due_while_away", None, words)


def test_empty_is_not_known_and_never_fine() -> None:
    found = notification_due(make_case(last_notified_on=None))
    assert (found.standing, found.due_on) == ("not_known", None)


def test_a_missing_person_must_notify_as_ever() -> None:
    assert notification_due(make_case(status="missing")).standing is NotificationStanding.DUE


def test_the_list_holds_registered_people_by_date_and_those_without_a_date_last() -> None:
    force = make_force(
        make_case(offender_id="Zz-0001", last_notified_on=None),
        make_case(offender_id="Zz-0002", last_notified_on="2026-05-05"),
        make_case(offender_id="Zz-0003", last_notified_on="2026-04-04", management="reactive"),
        make_case(offender_id="Zz-0004", register_type="sro"),
        make_case(offender_id="Zz-0005", status="archived"),
    )
    assert [each.offender_id for each in find_notifications(force, AS_OF)] == ["Zz-0003", "Zz-0002", "Zz-0001"]
