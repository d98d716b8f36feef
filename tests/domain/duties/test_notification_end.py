"""The later of the finite period and the end of any SHPO or SOPO; 'until further order' is no end."""

from datetime import date

import pytest

from rso_planner.domain.case import Case
from rso_planner.domain.due import find_indefinite_reviews, find_notifications
from rso_planner.domain.duties.notification_end import (
    EndStanding,
    find_indefinite_review,
    indefinite_review_from,
    notification_end,
)
from tests.domain.cases import AS_OF, make_case, make_force, make_offender


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


def _indefinite(orders: str = "", **changes: str) -> Case:
    return make_case(orders, notification_ends_on=None, notification_indefinite=True, **changes)


@pytest.mark.parametrize(
    ("registered_on", "orders", "may_ask"),
    [
        ("2011-11-23", "", True),
        ("2011-11-24", "", False),
        ("2011-11-23", "2015-01-06 order SHPO until 2026-11-22", True),
        ("2011-11-23", "2015-01-06 order SHPO until 2026-11-23", False),
        ("2011-11-23", "2015-01-06 order SOPO until_further_order", False),
        ("2011-11-23", "2015-01-06 order SHPO end_not_known", False),
        ("2011-11-23", "2015-01-06 order other until_further_order", True),
    ],
)
def test_a_review_is_possible_from_its_day_while_no_prevention_order_is_in_force(
    registered_on: str, orders: str, may_ask: bool
) -> None:
    case = _indefinite(orders, registered_on=registered_on, date_of_birth="1980-01-01")
    assert (find_indefinite_review(case, AS_OF) is not None) is may_ask


def test_the_list_of_those_who_may_ask_holds_registered_people_the_longest_first() -> None:
    force = make_force(
        _indefinite(offender_id="Zz-0001", registered_on="2010-02-01"),
        _indefinite(offender_id="Zz-0002", registered_on="2009-02-01", status="custody"),
        _indefinite(offender_id="Zz-0003", registered_on="2008-02-01", status="deceased"),
        _indefinite(offender_id="Zz-0004", registered_on="2020-02-01"),
        make_case(offender_id="Zz-0005", registered_on="2008-02-01"),
    )
    found = find_indefinite_reviews(force, AS_OF)
    assert [each.offender_id for each in found] == ["Zz-0002", "Zz-0001"]
    assert found[1].reason == (
        "Registered on 1 February 2010 without an end; the person may ask for a review since 1 February 2025, and "
        "no SHPO or SOPO is in force."
    )
    first_days = {each.offender_id: each.indefinite_review_from for each in find_notifications(force, AS_OF)}
    assert first_days["Zz-0004"] == date(2035, 2, 1)
    assert first_days["Zz-0005"] is None
