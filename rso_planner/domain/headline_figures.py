"""The figures that every summary leads with: the backlog's size, the risk of those cases, the most overdue visit.

HMICFRS asked another force for exactly these three (letter to Cambridgeshire, December 2024). People, shares
and totals follow rules.md, 'Readings settled': registered sex offenders only; sexual risk order subjects and
others stand in a line of their own.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.due import find_enquiries, find_force_tasks
from rso_planner.domain.duties.arms_states import arms_state, has_ever_been_assessed
from rso_planner.domain.duties.enquiry import EnquiryKind
from rso_planner.domain.force import Force
from rso_planner.domain.lateness import days_overdue
from rso_planner.domain.officer import OfficerRole
from rso_planner.domain.order import PREVENTION_ORDERS
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.populations import is_in_community, is_reactive, is_registered
from rso_planner.domain.risk_level import ByRisk, RiskLevel
from rso_planner.domain.task import ASSESSMENT_KINDS, ROUTINE_VISIT_KINDS, Task, TaskOwner


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineFigures:
    """The force in figures on one day.
     `active`, `reactive`, `by_risk` and the two ARMS figures are of those in the community; `overdue_*` are
    people with a visit or first visit overdue, `overdue_arms` people with an assessment of either kind overdue
    that is the police's; `other_*` are the same for people who are no registered sex offenders. `oldest_days`
    is 0 where nothing is overdue. `people_to_officer` is the ratio of people in the community to
    full-time-equivalent offender managers, such as '100:1', or None without any. `missing`, `wanted` and
    `no_place` count the enquiries.
    """

    as_of: date
    registered: int
    in_community: int
    active: int
    reactive: int
    by_risk: ByRisk[int]
    overdue_visits: int
    overdue_by_risk: ByRisk[int]
    oldest_days: int
    overdue_arms: int
    other_overdue_visits: int
    other_overdue_arms: int
    arms_ever: int
    arms_current: int
    orders: int
    officers_fte: float
    people_to_officer: str | None
    missing: int
    wanted: int
    no_place: int


def headline_figures(
    force: Force, policy: PlanningPolicy, as_of: date, tasks: Sequence[Task] | None = None
) -> HeadlineFigures:
    """The force's figures on the as-of day; `tasks` are all its tasks of that day, found here where not given."""
    known = [case.known_on(as_of) for case in force.cases]
    registered = [case for case in known if is_registered(case, as_of)]
    community = [case for case in registered if is_in_community(case, as_of)]
    reactive = sum(is_reactive(case, as_of) for case in community)
    all_tasks = find_force_tasks(force, policy, as_of) if tasks is None else tasks
    overdue = [task for task in all_tasks if days_overdue(task, policy, as_of)]
    rso_ids = {case.offender.offender_id for case in registered}
    visits = [task for task in overdue if task.kind in ROUTINE_VISIT_KINDS]
    visits_of_rsos = [task for task in visits if task.offender_id in rso_ids]
    arms = [task for task in overdue if task.kind in ASSESSMENT_KINDS and task.owner is TaskOwner.POLICE]
    arms_of_rsos = sum(task.offender_id in rso_ids for task in arms)
    fte = officers_fte(force, policy, as_of)
    enquiries = _count_enquiries(force, policy, as_of, rso_ids)
    return HeadlineFigures(
        as_of=as_of,
        registered=len(registered),
        in_community=len(community),
        active=len(community) - reactive,
        reactive=reactive,
        by_risk=_by_risk(case.offender.risk_level for case in community),
        overdue_visits=len(visits_of_rsos),
        overdue_by_risk=_by_risk(task.risk_level for task in visits_of_rsos),
        oldest_days=max((days_overdue(task, policy, as_of) for task in visits_of_rsos), default=0),
        overdue_arms=arms_of_rsos,
        other_overdue_visits=len(visits) - len(visits_of_rsos),
        other_overdue_arms=len(arms) - arms_of_rsos,
        arms_ever=sum(has_ever_been_assessed(case) for case in community),
        arms_current=sum(arms_state(case, policy, as_of).is_current for case in community),
        orders=sum(_has_prevention_order(case, as_of) for case in registered),
        officers_fte=round(fte, 1),
        people_to_officer=people_to_officer(len(community), fte),
        missing=enquiries[EnquiryKind.MISSING],
        wanted=enquiries[EnquiryKind.WANTED],
        no_place=enquiries[EnquiryKind.NO_PLACE],
    )


def officers_fte(force: Force, policy: PlanningPolicy, as_of: date) -> float:
    """Offender managers in post as full-time equivalents: not heads, and not all staff of the unit."""
    managers = (each for each in force.officers if each.role is OfficerRole.OFFENDER_MANAGER)
    return sum(each.contracted_hours for each in managers if each.is_in_post_on(as_of)) / policy.full_time


def people_to_officer(people: int, fte: float) -> str | None:
    """The ratio in words such as '100:1'; None where nobody is in post."""
    return f"{round(people / fte)}:1" if fte > 0 else None


def _has_prevention_order(case: Case, as_of: date) -> bool:
    return any(order.kind in PREVENTION_ORDERS and order.is_in_force_on(as_of) for order in case.orders)


def _by_risk(levels: Iterable[RiskLevel]) -> ByRisk[int]:
    counted = list(levels)
    return ByRisk(**{level.value: counted.count(level) for level in RiskLevel})


def _count_enquiries(
    force: Force, policy: PlanningPolicy, as_of: date, offender_ids: Collection[str]
) -> dict[EnquiryKind, int]:
    kinds = [each.kind for each in find_enquiries(force, policy, as_of) if each.offender_id in offender_ids]
    return {kind: kinds.count(kind) for kind in EnquiryKind}
