"""Counting a force anew from the written rules; shares no code with the drawing or with the domain's rules."""

from datetime import date
from functools import cache

from rso_planner.domain.case import Case
from rso_planner.domain.decision import DecisionKind
from rso_planner.domain.force import Force
from rso_planner.domain.interval import add_months
from rso_planner.domain.offender import ManagementStatus, Offender, Status
from rso_planner.domain.order import PREVENTION_ORDERS
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.visit import VisitOutcome
from rso_planner.domain.working_days import add_working_days
from rso_planner.files.force_model_file import force_model_path, read_force_model
from rso_planner.use_cases.synthesise_force import synthesise_force


def merseyside(seed: int = 1, as_of: date = date(2026, 11, 23)) -> Force:
    return _drawn(seed, as_of)


@cache
def _drawn(seed: int, as_of: date) -> Force:
    return synthesise_force(read_force_model(force_model_path("merseyside-2018")), as_of, seed)


def is_registered(case: Case, as_of: date) -> bool:
    person = case.offender
    if not person.is_rso or person.status.value in ("deceased", "archived", "transferred_out"):
        return False
    if person.notification_ends_on is None or person.notification_ends_on >= as_of:
        return True
    return has_prevention_order(case, as_of)


def has_prevention_order(case: Case, as_of: date) -> bool:
    return any(order.kind in PREVENTION_ORDERS and order.is_in_force_on(as_of) for order in case.orders)


def in_community(force: Force) -> list[Case]:
    places = (Status.COMMUNITY, Status.MISSING, Status.WANTED)
    return [
        case for case in force.cases if is_registered(case, force.extracted_on) and case.offender.status in places
    ]


def clock_start(case: Case) -> date:
    person = case.offender
    back = person.in_community_since
    if back is None:
        back = max((event.occurred_on for event in case.events if event.kind.value == "release"), default=None)
    returns = [row.decided_on for row in case.decisions if row.decision is DecisionKind.TO_ACTIVE]
    is_active = person.management is ManagementStatus.ACTIVE
    if is_active and person.management_since and person.management_since > person.registered_on:
        returns.append(person.management_since)
    return max(day for day in (person.registered_on, back, person.transferred_in_on, *returns) if day)


def due_on(case: Case, policy: PlanningPolicy) -> date:
    """When a routine visit is due to an active person in the community, first visits included."""
    person = case.offender
    start = clock_start(case)
    seen = [row.started_at.date() for row in case.visits if row.outcome is VisitOutcome.SEEN]
    counting = [day for day in seen if day >= start]
    if not counting:
        return add_working_days(start, policy.first_visit[person.risk_level])
    if person.visit_interval is not None:
        return person.visit_interval.after(max(counting))
    return add_months(max(counting), policy.visit_interval_table[person.risk_level])


def is_routinely_visited(person: Offender) -> bool:
    no_place = person.no_fixed_abode is True and person.place is None
    is_active = person.management is ManagementStatus.ACTIVE
    return person.status is Status.COMMUNITY and is_active and not no_place
