"""The problem of who holds whom, from a force on a day, and the proposal that its answer makes."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from rso_planner.domain.force import Force
from rso_planner.domain.officer import OffenderManager, OfficerRole
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.populations import is_under_management
from rso_planner.domain.reallocation import (
    Caseload,
    ChangeReason,
    OfficerCaseload,
    OfficerChange,
    Reallocation,
)
from rso_planner.domain.separation import SeparationKind
from rso_planner.domain.working_days import is_working_day
from rso_planner.domain.yearly_work import yearly_minutes
from rso_planner.planning.reallocating.allocation_problem import AllocationProblem, HeldPerson, Holder
from rso_planner.planning.reallocating.solve_allocation import Allocation

_WEEKS_A_YEAR = 52


def build_allocation(
    force: Force,
    policy: PlanningPolicy,
    as_of: date,
    *,
    not_again: Collection[tuple[str, str]] = (),
    most_changes: int | None = None,
) -> AllocationProblem:
    """Everybody under management and every officer of the extract, as they stand on the as-of day.

    `not_again` are (officer, person) pairs that are not to be proposed.
    """
    serving_on = as_of + timedelta(days=policy.reallocation_notice)
    known = sorted(force.cases, key=lambda case: case.offender.offender_id)
    return AllocationProblem(
        as_of=as_of,
        serving_on=serving_on,
        holders=tuple(
            _holder(force, officer, policy, as_of, serving_on)
            for officer in sorted(force.officers, key=lambda each: each.officer_id)
        ),
        people=tuple(
            HeldPerson(
                offender_id=case.offender.offender_id,
                officer_id=case.offender.officer_id,
                area=case.offender.area,
                risk_level=case.offender.risk_level,
                place=case.offender.place,
                yearly_minutes=yearly_minutes(case, policy, as_of),
            )
            for case in known
            if is_under_management(case, as_of)
        ),
        band=policy.reallocation_band,
        kept_apart=frozenset(
            (each.first_id, each.second_id)
            for each in force.separations
            if each.kind is SeparationKind.OFFICER_OFFENDER
        ),
        not_again=frozenset(not_again),
        most_changes=most_changes,
    )


def make_reallocation(problem: AllocationProblem, allocation: Allocation) -> Reallocation:
    """The proposal: forced changes first, then by reason, the highest risk first."""
    new = allocation.new_officer_by_person
    changes = [
        _change(problem, person, new[person.offender_id]) for person in problem.people if person.offender_id in new
    ]
    order = list(ChangeReason)
    changes.sort(key=lambda each: (order.index(each.reason), each.risk_level.rank, each.offender_id))
    return Reallocation(
        as_of=problem.as_of,
        serving_on=problem.serving_on,
        changes=tuple(changes),
        caseloads=find_caseloads(problem, new),
        objectives=allocation.objectives,
        without_officer=tuple(
            person.offender_id
            for person in problem.people
            if problem.must_change(person) is not None and person.offender_id not in new
        ),
    )


def find_caseloads(problem: AllocationProblem, new: Mapping[str, str]) -> tuple[OfficerCaseload, ...]:
    """Every officer who holds somebody before or after, or takes part in evening; by identifier."""
    before = _caseloads((person.officer_id, person) for person in problem.people)
    after = _caseloads((new.get(person.offender_id, person.officer_id), person) for person in problem.people)
    return tuple(
        OfficerCaseload(
            officer_id=holder.officer_id,
            area=holder.area,
            fair_minutes=problem.fair_minutes.get(holder.officer_id),
            before=before.get(holder.officer_id, Caseload()),
            after=after.get(holder.officer_id, Caseload()),
        )
        for holder in problem.holders
        if holder.officer_id in before or holder.officer_id in after or holder.available_minutes > 0
    )


def _change(problem: AllocationProblem, person: HeldPerson, to_officer_id: str) -> OfficerChange:
    return OfficerChange(
        offender_id=person.offender_id,
        risk_level=person.risk_level,
        from_officer_id=person.officer_id,
        to_officer_id=to_officer_id,
        reason=problem.must_change(person) or _reason_to_move(problem, person, to_officer_id),
        yearly_minutes=person.yearly_minutes,
    )


def _reason_to_move(problem: AllocationProblem, person: HeldPerson, to_officer_id: str) -> ChangeReason:
    is_better = problem.comes_to_own_area(person, to_officer_id)
    return ChangeReason.MOVED_AREA if is_better else ChangeReason.EVENS_WORK


def _caseloads(held: Iterable[tuple[str | None, HeldPerson]]) -> dict[str, Caseload]:
    people, high, minutes = Counter[str](), Counter[str](), Counter[str]()
    for officer_id, person in held:
        if officer_id is not None:
            people[officer_id] += 1
            high[officer_id] += person.risk_level.is_high_or_above
            minutes[officer_id] += person.yearly_minutes
    return {
        officer_id: Caseload(
            people=people[officer_id], high_risk_people=high[officer_id], yearly_minutes=minutes[officer_id]
        )
        for officer_id in people
    }


def _holder(
    force: Force, officer: OffenderManager, policy: PlanningPolicy, as_of: date, serving_on: date
) -> Holder:
    available = _available_minutes(force, officer, policy, as_of)
    is_evened = officer.role is OfficerRole.OFFENDER_MANAGER and officer.is_in_post_on(serving_on)
    return Holder(
        officer_id=officer.officer_id,
        area=officer.area,
        base=officer.base,
        available_minutes=available if is_evened else 0,
        may_receive=is_evened and available > 0 and officer.visit_trained and officer.may_lead,
        hands_over=_why_to_hand_over(officer, serving_on, available),
    )


def _why_to_hand_over(officer: OffenderManager, serving_on: date, available: int) -> ChangeReason | None:
    if not officer.is_in_post_on(serving_on):
        return ChangeReason.OFFICER_LEAVES
    return ChangeReason.OFFICER_AWAY if available == 0 else None


def _available_minutes(force: Force, officer: OffenderManager, policy: PlanningPolicy, as_of: date) -> int:
    """Contracted time times the plannable share in a year, less the part that absences take in the horizon."""
    horizon = (as_of + timedelta(days=offset) for offset in range(7 * policy.reallocation_horizon))
    days = [day for day in horizon if is_working_day(day) and officer.is_in_post_on(day)]
    if not days:
        return 0
    absences = [each for each in force.absences if each.officer_id == officer.officer_id]
    lost = sum(min(1.0, sum(each.share for each in absences if each.covers(day))) for day in days)
    minutes = officer.contracted_hours * 60 * policy.plannable_share * _WEEKS_A_YEAR
    return round(minutes * (1 - lost / len(days)))
