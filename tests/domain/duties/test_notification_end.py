"""The later of the finite period and the end of any SHPO or SOPO; 'until further order' is no end."""

from datetime import date

import pytest

from rso_planner.domain.duties.notification_end import (
    EndStanding,
    indefinite_review_from,
    notification_end,
)
from tests.domain.cases import AS_OF, make_case, make_offender


@pytest.mark.parametrize(
    ("ends_on", "orders", "standing", "end"),
    [
        ("2030-01-06", "", "known", "2030-01-06"),
        ("2030-01-06", "2020-01-06 order SHPO until 2031-05-05", "known", "2031-05-05"),
        ("2030-01-06", "2020-01-06 order SOPO until 2025-05-05", "known", "2030-01-06"),
        ("2030-01-06", "2020-01-06 order SRO until 2031-05-05", "known", "2030-01-06"),
        ("2030-01-06", "2020-01-06 order other until_further_order", "known", "2030-01-06"),
        ("2030-01-06", "2020-01-06 order SHPO until_further_order", "no_end", None),
        ("2030-01-06", "2020-01-06 order SHPO end_not_known", "not_known", None),
        (None, "", "not_known", None),
        (None, "2020-01-06 order SHPO until 2031-05-05", "not_known", None),
        (None, "2020-01-06 order SHPO until_further_order", "no_end", None),
    ],
)
def test_the_later_end(ends_on: str | None, orders: str, standing: str, end: str | None) -> None:
    found = notification_end(make_case(orders, notification_ends_on=ends_on), AS_OF)
    assert (found.standing, found.on and found.on.isoformat()) == (EndStanding(standing), end)


def test_indefinite_is_no_end() -> None:
    case = make_case(notification_ends_on=None, notification_indefinite=True)
    assert notification_end(case, AS_OF).standing is EndStanding.NO_END


@pytest.mark.parametrize(
    ("born_on", "review_from"),
    [
        ("1980-01-01", date(2035, 1, 6)),
        ("2002-01-06", date(2035, 1, 6)),
        ("2002-01-07", date(2028, 1, 6)),
        (None, date(2035, 1, 6)),
    ],
)
def test_an_indefinite_notification_may_be_reviewed(born_on: str | None, review_from: date) -> None:
    person = make_offender(
        registered_on="2020-01-06",
        date_of_birth=born_on,
        notification_ends_on=None,
        notification_indefinite=True,
    )
    assert indefinite_review_from(person) == review_from


def test_a_finite_notification_has_no_review() -> None:
    assert indefinite_review_from(make_offender()) is None
