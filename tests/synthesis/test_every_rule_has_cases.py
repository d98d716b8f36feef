"""Every rule of rules.md finds people in the synthetic force to whom it applies."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from rso_planner.domain.arms import ArmsPriority
from rso_planner.domain.case import Case
from rso_planner.domain.decision import DecisionKind
from rso_planner.domain.event import EventKind
from rso_planner.domain.interval import add_months
from rso_planner.domain.offender import LeadAgency, ManagementStatus, Offender, RegisterType, Sex, Status
from rso_planner.domain.order import PREVENTION_ORDERS, OrderKind
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.separation import SeparationKind
from rso_planner.domain.visit import VisitOutcome, part_of_day
from rso_planner.domain.working_days import add_working_days
from tests.synthesis.counting import (
    clock_start,
    due_on,
    has_prevention_order,
    in_community,
    is_registered,
    is_routinely_visited,
    merseyside,
)

AS_OF = date(2026, 11, 23)


def seen_since_start(case: Case) -> list[date]:
    days = [row.started_at.date() for row in case.visits if row.outcome is VisitOutcome.SEEN]
    return [day for day in days if day >= clock_start(case)]


def failed_since_seen(case: Case) -> int:
    last = max(seen_since_start(case), default=clock_start(case))
    return sum(row.started_at.date() > last for row in case.visits if row.outcome is not VisitOutcome.SEEN)


def last_completed(case: Case) -> date | None:
    return max((row.completed_on for row in case.assessments if row.completed_on), default=None)


def is_out_of_date_by_event(case: Case) -> bool:
    done = last_completed(case)
    return done is not None and any(event.significant and event.occurred_on > done for event in case.events)


def is_active_in_community(case: Case) -> bool:
    return case.offender.is_rso and is_routinely_visited(case.offender) and is_registered(case, AS_OF)


def is_reactive(case: Case) -> bool:
    return case.offender.management is ManagementStatus.REACTIVE


def moved_on(case: Case) -> date:
    return max(row.decided_on for row in case.decisions if row.decision is DecisionKind.TO_REACTIVE)


def person(test: Callable[[Offender], object]) -> Callable[[Case], bool]:
    return lambda case: bool(test(case.offender))


def age(case: Case) -> int:
    years = case.offender.age_on(AS_OF)
    return 40 if years is None else years


CASES: dict[str, Callable[[Case], bool]] = {
    "visit_interval of the plan": person(lambda who: who.visit_interval),
    "failed_attempts: two or more": lambda case: is_active_in_community(case) and failed_since_seen(case) >= 2,
    "retry_after": lambda case: is_active_in_community(case) and failed_since_seen(case) >= 1,
    "first_visit awaited": lambda case: is_active_in_community(case) and not seen_since_start(case),
    "clock_suspension: in custody": person(lambda who: who.status is Status.CUSTODY),
    "clock_suspension: in hospital": person(lambda who: who.status is Status.HOSPITAL),
    "clock_suspension: abroad": person(lambda who: who.status is Status.ABROAD),
    "clock_suspension: back, seen before but not since": lambda case: bool(
        case.offender.in_community_since and case.visits and not seen_since_start(case)
    ),
    "clock_suspension: only the event tells of the release": lambda case: (
        case.offender.in_community_since is None and any(event.kind is EventKind.RELEASE for event in case.events)
    ),
    "attempts on people in custody": lambda case: (
        case.offender.status is Status.CUSTODY
        and bool(case.visits)
        and case.visits[-1].outcome is not VisitOutcome.SEEN
    ),
    "missing": person(lambda who: who.status is Status.MISSING),
    "wanted": person(lambda who: who.status is Status.WANTED),
    "no_fixed_abode with a place": person(lambda who: who.no_fixed_abode and who.place),
    "no_fixed_abode without a place": person(
        lambda who: who.no_fixed_abode and who.place is None and who.status is Status.COMMUNITY
    ),
    "a home without coordinates": lambda case: (
        is_active_in_community(case) and case.offender.place is None and not case.offender.no_fixed_abode
    ),
    "deceased": person(lambda who: who.status is Status.DECEASED),
    "archived": person(lambda who: who.status is Status.ARCHIVED),
    "transferred out": person(lambda who: who.status is Status.TRANSFERRED_OUT),
    "registration ended, still in the community": lambda case: (
        case.offender.is_rso and case.offender.status is Status.COMMUNITY and not is_registered(case, AS_OF)
    ),
    "transferred in": person(lambda who: who.transferred_in_on),
    "back to active": lambda case: any(row.decision is DecisionKind.TO_ACTIVE for row in case.decisions),
    "lone visit authorised": person(lambda who: who.lone_visit_authorised_by),
    "one officer required": person(lambda who: who.officers_required == 1),
    "visit window": person(lambda who: who.visit_not_before and who.visit_not_after),
    "arms: none, police-led": lambda case: is_active_in_community(case) and last_completed(case) is None,
    "arms: none, probation-led": lambda case: (
        case.offender.lead_agency is LeadAgency.PROBATION and last_completed(case) is None
    ),
    "arms: started but not completed": lambda case: any(row.completed_on is None for row in case.assessments),
    "arms: several rounds": lambda case: len([row for row in case.assessments if row.completed_on]) > 2,
    "arms: out of date by an event": is_out_of_date_by_event,
    "arms: past its year": lambda case: (
        (done := last_completed(case)) is not None and add_months(done, 12) < AS_OF
    ),
    "arms: due soon": lambda case: (
        (done := last_completed(case)) is not None and AS_OF <= add_months(done, 12) <= AS_OF + timedelta(days=30)
    ),
    "arms: low while the risk is high": lambda case: (
        case.offender.risk_level is RiskLevel.HIGH
        and any(row.priority is ArmsPriority.LOW for row in case.assessments)
    ),
    "women": person(lambda who: who.sex is Sex.FEMALE),
    "under 18": lambda case: age(case) < 18 and case.offender.status is Status.COMMUNITY,
    "registered under 18, adult now": lambda case: (
        (case.offender.age_on(case.offender.registered_on) or 40) < 18 <= age(case)
    ),
    "reactive with an event since": lambda case: (
        is_reactive(case) and any(event.occurred_on > moved_on(case) for event in case.events)
    ),
    "reactive, event reviewed": lambda case: (
        is_reactive(case) and case.decisions[-1].decision is DecisionKind.STAY
    ),
    "reactive, ARMS raised": lambda case: (
        is_reactive(case)
        and any(
            row.completed_on and row.completed_on > moved_on(case) and row.priority is not ArmsPriority.LOW
            for row in case.assessments
        )
    ),
    "reactive, risk raised": lambda case: is_reactive(case) and case.offender.risk_level is RiskLevel.MEDIUM,
    "desktop review overdue": lambda case: (
        is_reactive(case)
        and add_months(max(case.offender.desktop_reviewed_on or moved_on(case), moved_on(case)), 12) < AS_OF
    ),
    "open investigation": person(lambda who: who.open_investigation),
    "MAPPA level 2 or 3": person(lambda who: who.mappa_level in (2, 3)),
    "on licence": person(lambda who: who.on_licence),
    "criteria not known": person(lambda who: who.mappa_level is None or who.open_investigation is None),
    "notification indefinite": person(lambda who: who.notification_indefinite),
    "notification prolonged by an order": lambda case: (
        is_registered(case, AS_OF)
        and (case.offender.notification_ends_on or AS_OF) < AS_OF
        and has_prevention_order(case, AS_OF)
    ),
    "notification end not known": lambda case: (
        is_registered(case, AS_OF)
        and case.offender.notification_ends_on is None
        and not case.offender.notification_indefinite
    ),
    "last notification not known": lambda case: (
        is_registered(case, AS_OF) and case.offender.last_notified_on is None
    ),
    "late notification": lambda case: (
        (day := case.offender.last_notified_on) is not None and add_months(day, 12) < AS_OF
    ),
    "order until further order": lambda case: any(order.until_further_order for order in case.orders),
    "order ended": lambda case: any(order.ends_on and order.ends_on < AS_OF for order in case.orders),
    "order end not known": lambda case: any(
        order.ends_on is None and not order.until_further_order for order in case.orders
    ),
    "SOPO": lambda case: any(order.kind is OrderKind.SOPO for order in case.orders),
    "SRO subject in force": lambda case: (
        case.offender.register_type is RegisterType.SRO and case.orders[-1].is_in_force_on(AS_OF)
    ),
    "SRO subject, order ended": lambda case: (
        case.offender.register_type is RegisterType.SRO and not case.orders[-1].is_in_force_on(AS_OF)
    ),
    "other register type": person(lambda who: who.register_type is RegisterType.OTHER),
    "no officer": person(lambda who: who.officer_id is None),
    "surname NA": person(lambda who: who.family_name == "NA"),
    "recall": lambda case: any(event.kind is EventKind.RECALL for event in case.events),
    "refused": lambda case: any(row.outcome is VisitOutcome.REFUSED for row in case.visits),
    "abandoned": lambda case: any(row.outcome is VisitOutcome.ABANDONED for row in case.visits),
    "evening visit": lambda case: any(part_of_day(row.started_at.time()) == "evening" for row in case.visits),
    "supervisor never reviewed": person(lambda who: who.supervisor_reviewed_on is None),
}


@pytest.mark.parametrize("name", CASES)
def test_there_is_a_case(name: str) -> None:
    assert any(CASES[name](case) for case in merseyside().cases)


def test_identifiers_keep_their_leading_zeros() -> None:
    assert merseyside().cases[11].offender.offender_id == "0012"


def test_visits_due_today_and_sro_subjects_overdue_are_there(policy: PlanningPolicy) -> None:
    visited = [case for case in merseyside().cases if is_routinely_visited(case.offender)]
    assert any(due_on(case, policy) == AS_OF for case in visited if case.offender.is_rso)
    subjects = [case for case in visited if case.offender.register_type is RegisterType.SRO]
    overdue = [case for case in subjects if due_on(case, policy) < AS_OF]
    assert any(case.orders[-1].is_in_force_on(AS_OF) for case in overdue)


def test_first_visits_are_both_overdue_and_in_time(policy: PlanningPolicy) -> None:
    awaited = [case for case in in_community(merseyside()) if is_active_in_community(case)]
    due = [
        add_working_days(clock_start(case), policy.first_visit[case.offender.risk_level])
        for case in awaited
        if not seen_since_start(case)
    ]
    assert min(due) < AS_OF <= max(due)


def test_due_dates_are_spread_over_the_year(policy: PlanningPolicy) -> None:
    due = [due_on(case, policy) for case in in_community(merseyside()) if is_active_in_community(case)]
    weeks = [
        sum(AS_OF + timedelta(weeks=week) <= day < AS_OF + timedelta(weeks=week + 1) for day in due)
        for week in range(12)
    ]
    # 277 people quarterly, 743 twice a year and 681 yearly make some 64 visits a week; plans shorten some.
    assert all(35 <= count <= 110 for count in weeks), weeks


def is_eligible(case: Case) -> bool:
    """All criteria of reactive_eligibility and reactive_exclusions, read from rules.md."""
    who = case.offender
    since = add_months(AS_OF, -36)
    signs = (EventKind.OFFENCE, EventKind.ORDER_BREACH, EventKind.RECALL)
    done = [row for row in case.assessments if row.completed_on]
    views = [row.officer_satisfied for row in case.decisions if row.officer_satisfied is not None]
    return (
        is_active_in_community(case)
        and who.risk_level is RiskLevel.LOW
        and bool(done)
        and done[-1].priority is ArmsPriority.LOW
        and add_months(done[-1].completed_on or since, 12) >= AS_OF
        and not any(
            (event.significant or event.kind in signs) and event.occurred_on > since for event in case.events
        )
        and views[-1:] == [True]
        and not has_prevention_order(case, AS_OF)
        and who.date_of_birth is not None
        and age(case) >= 18
        and who.mappa_level == 1
        and who.on_licence is False
        and who.open_investigation is False
        and max(who.registered_on, clock_start(case)) <= since
        and case.events_complete_from <= since
    )


def test_enough_people_are_eligible_for_reactive_management() -> None:
    assert 40 <= sum(is_eligible(case) for case in merseyside().cases) <= 120


def test_reactive_people_rest_on_a_low_assessment_and_a_decision() -> None:
    for case in in_community(merseyside()):
        if is_reactive(case):
            before = [row for row in case.assessments if row.completed_on and row.completed_on <= moved_on(case)]
            assert before[-1].priority is ArmsPriority.LOW
            assert case.decisions[0].officer_satisfied is True
            assert not has_prevention_order(case, AS_OF)


@pytest.mark.parametrize("seed", range(1, 5))
def test_nothing_but_what_is_drawn_on_purpose_asks_for_a_review_of_reactive_people(seed: int) -> None:
    """Events, raised risk and raised ARMS are; orders and what excludes from reactive management are not."""
    for case in in_community(merseyside(seed)):
        if is_reactive(case):
            assert not has_prevention_order(case, moved_on(case))
            assert all(row.made_on < moved_on(case) for row in case.orders if row.kind in PREVENTION_ORDERS)
            assert case.offender.mappa_level == 1
            assert not case.offender.on_licence
            assert not case.offender.open_investigation
            assert age(case) >= 18


def test_couples_live_at_one_address() -> None:
    force = merseyside()
    places = {case.offender.offender_id: case.offender.place for case in force.cases}
    pairs = [pair for pair in force.separations if pair.kind is SeparationKind.OFFENDERS]
    assert pairs
    assert all(places[pair.first_id] == places[pair.second_id] is not None for pair in pairs)
