"""Missing and wanted people: no visit task; an enquiry list instead; always in the counts."""

import pytest

from rso_planner.domain.due import find_enquiries, find_tasks
from rso_planner.domain.duties.enquiry import EnquiryKind
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.populations import is_in_community
from tests.domain.cases import AS_OF, make_case, make_force


@pytest.mark.parametrize("status", ["missing", "wanted"])
def test_an_enquiry_and_no_task(policy: PlanningPolicy, status: str) -> None:
    case = make_case("2025-01-10 seen\n2026-11-02 not_seen", status=status, status_since="2026-11-02")
    assert find_tasks(case, policy, AS_OF) == ()
    (enquiry,) = find_enquiries(make_force(case), policy, AS_OF)
    assert enquiry.kind is EnquiryKind(status)
    assert enquiry.reason == f"The person is {status} since 2 November 2026."


@pytest.mark.parametrize("status", ["missing", "wanted"])
@pytest.mark.parametrize("management", ["active", "reactive"])
def test_trap_people_lost_from_counts_on_reactive_missing_wanted(status: str, management: str) -> None:
    assert is_in_community(make_case(status=status, management=management), AS_OF)
    assert is_in_community(make_case(management=management), AS_OF)


def test_an_unknown_day_is_said_to_be_unknown(policy: PlanningPolicy) -> None:
    (enquiry,) = find_enquiries(make_force(make_case(status="missing")), policy, AS_OF)
    assert enquiry.reason == "The person is missing since a day that is not known."


def test_nobody_else_is_on_the_list(policy: PlanningPolicy) -> None:
    others = [
        make_case(offender_id="Zz-0001"),
        make_case(offender_id="Zz-0002", status="custody"),
        make_case(offender_id="Zz-0003", status="missing", notification_ends_on="2026-11-22"),
    ]
    assert find_enquiries(make_force(*others), policy, AS_OF) == ()
