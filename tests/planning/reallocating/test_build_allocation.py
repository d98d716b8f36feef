"""Who may hold people, who hands them over, and what each officer's fair part of the work is."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from rso_planner.domain.case import Case
from rso_planner.domain.officer import Absence, AbsenceKind, OffenderManager, OfficerRole
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.reallocation import Caseload, ChangeReason
from rso_planner.domain.separation import Separation, SeparationKind
from rso_planner.planning.reallocating.allocation_problem import AllocationProblem, Holder
from rso_planner.planning.reallocating.build_allocation import build_allocation, find_caseloads
from tests.domain.cases import AS_OF, make_case, make_force, make_officer

YEAR_OF_CONTRACT = round(37 * 60 * 0.4 * 52)


def _holder(policy: PlanningPolicy, *absences: Absence, **changes: Any) -> Holder:
    force = replace(make_force(officers=[make_officer(**changes)]), absences=absences)
    (holder,) = build_allocation(force, policy, AS_OF).holders
    return holder


def _days_on(days: int) -> date:
    return AS_OF + timedelta(days=days)


def test_a_full_time_officer_has_the_contracts_plannable_time(policy: PlanningPolicy) -> None:
    assert policy.plannable_share == 0.4
    holder = _holder(policy)
    assert (holder.available_minutes, holder.may_receive, holder.hands_over) == (YEAR_OF_CONTRACT, True, None)
    assert _holder(policy, contracted_hours=18.5).available_minutes == YEAR_OF_CONTRACT // 2


@pytest.mark.parametrize(
    ("changes", "may_receive", "hands_over"),
    [
        ({"leaves_on": _days_on(28)}, True, None),
        ({"leaves_on": _days_on(27)}, False, ChangeReason.OFFICER_LEAVES),
        ({"leaves_on": _days_on(-1)}, False, ChangeReason.OFFICER_LEAVES),
        ({"starts_on": _days_on(28)}, True, None),
        ({"starts_on": _days_on(29)}, False, ChangeReason.OFFICER_LEAVES),
        ({"visit_trained": False}, False, None),
        ({"may_lead": False}, False, None),
        ({"arms_trained": False}, True, None),
        ({"role": OfficerRole.SUPERVISOR}, False, None),
        ({"role": OfficerRole.OTHER}, False, None),
        ({"contracted_hours": 0.0}, False, ChangeReason.OFFICER_AWAY),
    ],
)
def test_who_may_be_given_people_and_who_hands_them_over(
    policy: PlanningPolicy, changes: dict[str, Any], may_receive: bool, hands_over: ChangeReason | None
) -> None:
    holder = _holder(policy, **changes)
    assert (holder.may_receive, holder.hands_over) == (may_receive, hands_over)


def test_absences_of_the_next_weeks_lessen_the_fair_part(policy: PlanningPolicy) -> None:
    # 13 weeks from Monday 23 November 2026 hold 65 weekdays, three of them bank holidays.
    def absent(days: int, share: float) -> Absence:
        return Absence(
            officer_id="OM-01", first_on=AS_OF, last_on=_days_on(days - 1), kind=AbsenceKind.LEAVE, share=share
        )

    assert _holder(policy, absent(7, 1.0)).available_minutes == round(YEAR_OF_CONTRACT * (1 - 5 / 62))
    assert _holder(policy, absent(7, 0.5)).available_minutes == round(YEAR_OF_CONTRACT * (1 - 2.5 / 62))
    assert _holder(policy, absent(7, 0.6), absent(7, 0.6)) == _holder(policy, absent(7, 1.0))
    away = _holder(policy, absent(91, 1.0))
    assert (away.available_minutes, away.hands_over) == (0, ChangeReason.OFFICER_AWAY)
    assert _holder(policy, absent(90, 1.0)).hands_over is not None, "the last of the 91 days is a Sunday"
    assert _holder(policy, absent(88, 1.0)).hands_over is None


def _problem(
    policy: PlanningPolicy,
    *cases: Case,
    officers: tuple[OffenderManager, ...],
    separations: tuple[Separation, ...] = (),
) -> AllocationProblem:
    force = replace(make_force(*cases, officers=officers), separations=separations)
    return build_allocation(force, policy, AS_OF)


def test_everybody_under_management_is_in_it_and_nobody_else(policy: PlanningPolicy) -> None:
    cases = [
        make_case(offender_id="a", officer_id="OM-01"),
        make_case(offender_id="b", status="custody"),
        make_case(offender_id="c", status="missing"),
        make_case(offender_id="d", register_type="sro"),
        make_case(offender_id="e", status="deceased"),
        make_case(offender_id="f", notification_ends_on="2026-11-22"),
    ]
    problem = _problem(policy, *cases, officers=(make_officer(),))
    assert [each.offender_id for each in problem.people] == ["a", "b", "c", "d"]
    assert [each.yearly_minutes for each in problem.people] == [840, 0, 0, 840]


def test_why_somebody_cannot_stay(policy: PlanningPolicy) -> None:
    apart = Separation(kind=SeparationKind.OFFICER_OFFENDER, first_id="OM-01", second_id="apart")
    cases = [
        make_case(offender_id="apart", officer_id="OM-01"),
        make_case(offender_id="gone", officer_id="OM-99"),
        make_case(offender_id="none"),
        make_case(offender_id="stays", officer_id="OM-01"),
        make_case(offender_id="super", officer_id="OM-02"),
    ]
    officers = (make_officer(), make_officer(2, role=OfficerRole.SUPERVISOR))
    problem = _problem(policy, *cases, officers=officers, separations=(apart,))
    assert {each.offender_id: problem.must_change(each) for each in problem.people} == {
        "apart": ChangeReason.KEPT_APART,
        "gone": ChangeReason.OFFICER_LEAVES,
        "none": ChangeReason.NO_OFFICER,
        "stays": None,
        "super": None,
    }


def test_the_fair_part_shares_the_work_of_offender_managers_by_hours(policy: PlanningPolicy) -> None:
    cases = [
        *(make_case(offender_id=f"a{n}", officer_id="OM-01") for n in range(3)),
        make_case(offender_id="super", officer_id="OM-03"),
    ]
    officers = (
        make_officer(),
        make_officer(2, contracted_hours=18.5),
        make_officer(3, role=OfficerRole.SUPERVISOR),
    )
    problem = _problem(policy, *cases, officers=officers)
    assert problem.fair_minutes == {"OM-01": 2 * 840, "OM-02": 840}
    first, second, supervisor = find_caseloads(problem, {"a0": "OM-02"})
    assert first.before == Caseload(people=3, high_risk_people=3, yearly_minutes=2520)
    assert first.after == Caseload(people=2, high_risk_people=2, yearly_minutes=1680)
    assert second.after == Caseload(people=1, high_risk_people=1, yearly_minutes=840)
    assert (supervisor.fair_minutes, supervisor.before.people, supervisor.after.people) == (None, 1, 1)


def test_an_area_that_nobody_serves_is_nobodys_fault(policy: PlanningPolicy) -> None:
    cases = (
        make_case(offender_id="x", officer_id="OM-01", area="South"),
        make_case(offender_id="y", officer_id="OM-01", area="North"),
    )
    problem = _problem(policy, *cases, officers=(make_officer(area="North"), make_officer(2, area=None)))
    x, y = problem.people
    assert [problem.is_of_another_area(each, "OM-01") for each in (x, y)] == [False, False]
    both = _problem(policy, *cases, officers=(make_officer(area="North"), make_officer(2, area="South")))
    x, y = both.people
    assert [both.is_of_another_area(x, each) for each in ("OM-01", "OM-02", None)] == [True, False, False]
    assert both.comes_to_own_area(x, "OM-02")
    assert not both.comes_to_own_area(y, "OM-02")
