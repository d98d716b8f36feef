"""Made-up people whose history is drawn as lines that a sergeant can read.

2026-05-03 seen                        a visit at 10:00; also not_seen, refused, abandoned
2026-05-03 18:30 not_seen              a visit at another time
2026-06-01 arms low                    an assessment completed on that day
2026-06-01 arms low unfinished         started and not completed
2026-06-02 event offence               also: event address_change significant
2020-01-01 order SHPO until 2027-01-01 also: until_further_order, end_not_known
2026-06-03 decision to_active          also: decision stay satisfied, decision stay not_satisfied
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from rso_planner.domain.arms import ArmsAssessment, ArmsPriority
from rso_planner.domain.case import Case
from rso_planner.domain.decision import Decision, DecisionKind
from rso_planner.domain.due import find_tasks
from rso_planner.domain.event import Event, EventKind
from rso_planner.domain.force import Force
from rso_planner.domain.interval import read_interval
from rso_planner.domain.offender import (
    LeadAgency,
    ManagementStatus,
    Offender,
    RegisterType,
    Sex,
    Status,
)
from rso_planner.domain.officer import OffenderManager, OfficerRole
from rso_planner.domain.order import Order, OrderKind
from rso_planner.domain.place import Place
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.task import Task, TaskKind
from rso_planner.domain.visit import Visit, VisitOutcome

AS_OF = date(2026, 11, 23)
"""A Monday."""

ORDINARY = Offender(
    offender_id="Zz-0001",
    register_type=RegisterType.RSO,
    risk_level=RiskLevel.HIGH,
    status=Status.COMMUNITY,
    management=ManagementStatus.ACTIVE,
    registered_on=date(2020, 1, 6),
    date_of_birth=date(1980, 2, 29),
    sex=Sex.MALE,
    mappa_level=1,
    lead_agency=LeadAgency.POLICE,
    place=Place(335_000, 391_000),
    no_fixed_abode=False,
    notification_ends_on=date(2040, 1, 6),
    last_notified_on=date(2026, 2, 2),
    on_licence=False,
    open_investigation=False,
)
"""A high-risk registered sex offender at home, registered on 6 January 2020."""

_WORDS = {
    "register_type": RegisterType,
    "risk_level": RiskLevel,
    "status": Status,
    "management": ManagementStatus,
    "lead_agency": LeadAgency,
    "sex": Sex,
    "visit_interval": read_interval,
}


def make_offender(**changes: Any) -> Offender:
    """The ordinary person with changes; dates, vocabulary and intervals may be written as text."""
    return replace(ORDINARY, **{name: _read(name, value) for name, value in changes.items()})


def make_case(history: str = "", *, events_complete_from: str = "2010-01-01", **changes: Any) -> Case:
    """A person with a drawn history."""
    offender = make_offender(**changes)
    found: dict[type, list[Any]] = {Visit: [], ArmsAssessment: [], Order: [], Event: [], Decision: []}
    for number, line in enumerate(filter(None, map(str.strip, history.splitlines()))):
        row = _read_line(f"{number:03}", offender.offender_id, line.split())
        found[type(row)].append(row)
    return Case(
        offender=offender,
        events_complete_from=date.fromisoformat(events_complete_from),
        visits=tuple(sorted(found[Visit], key=lambda row: row.started_at)),
        assessments=tuple(sorted(found[ArmsAssessment], key=lambda row: row.assessed_on)),
        orders=tuple(sorted(found[Order], key=lambda row: row.made_on)),
        events=tuple(sorted(found[Event], key=lambda row: row.occurred_on)),
        decisions=tuple(sorted(found[Decision], key=lambda row: row.decided_on)),
    )


def make_officer(number: int = 1, **changes: Any) -> OffenderManager:
    """A made-up full-time offender manager."""
    officer = OffenderManager(
        officer_id=f"OM-{number:02}",
        name=f"Invented-{number:02}",
        role=OfficerRole.OFFENDER_MANAGER,
        contracted_hours=37.0,
        arms_trained=True,
        visit_trained=True,
        base=Place(338_500, 391_200),
    )
    return replace(officer, **changes)


def make_force(*cases: Case, officers: Iterable[OffenderManager] = ()) -> Force:
    """A force of these people."""
    return Force(extracted_on=AS_OF, events_complete_from=date(2010, 1, 1), cases=cases, officers=tuple(officers))


def find_task(case: Case, kind: TaskKind, policy: PlanningPolicy, as_of: date = AS_OF) -> Task | None:
    """The person's task of a kind, or None."""
    return next((task for task in find_tasks(case, policy, as_of) if task.kind is kind), None)


def get_task(case: Case, kind: TaskKind, policy: PlanningPolicy, as_of: date = AS_OF) -> Task:
    """The person's task of a kind."""
    task = find_task(case, kind, policy, as_of)
    assert task is not None, f"no task of kind {kind.value}"
    return task


def find_due(case: Case, kind: TaskKind, policy: PlanningPolicy, as_of: date = AS_OF) -> str | None:
    """When the person's task of a kind is due, as YYYY-MM-DD, or None without one."""
    task = find_task(case, kind, policy, as_of)
    return task.due_on.isoformat() if task else None


def _read(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if name in _WORDS:
        return _WORDS[name](value)
    is_date = name.endswith(("_on", "_since")) or name == "date_of_birth"
    return date.fromisoformat(value) if is_date else value


def _read_line(row_id: str, person: str, words: list[str]) -> Visit | ArmsAssessment | Order | Event | Decision:
    day, rest = date.fromisoformat(words[0]), words[1:]
    match rest:
        case ["arms", priority, *more]:
            return ArmsAssessment(
                assessment_id=row_id,
                offender_id=person,
                assessed_on=day,
                priority=ArmsPriority(priority),
                completed_on=None if more == ["unfinished"] else day,
            )
        case ["order", kind, *end]:
            return _read_order(row_id, person, day, kind, end)
        case ["event", kind, *more]:
            return Event(
                event_id=row_id,
                offender_id=person,
                occurred_on=day,
                kind=EventKind(kind),
                significant=more == ["significant"],
            )
        case ["decision", kind, *view]:
            return Decision(
                decision_id=row_id,
                offender_id=person,
                decided_on=day,
                decision=DecisionKind(kind),
                authorised_by="DI Invented",
                reason="a made-up reason",
                officer_satisfied=view == ["satisfied"] if view else None,
            )
    return _read_visit(row_id, person, day, rest)


def _read_order(row_id: str, person: str, day: date, kind: str, end: list[str]) -> Order:
    return Order(
        order_id=row_id,
        offender_id=person,
        kind=OrderKind(kind),
        made_on=day,
        ends_on=date.fromisoformat(end[1]) if end[0] == "until" else None,
        until_further_order=end == ["until_further_order"],
    )


def _read_visit(row_id: str, person: str, day: date, words: list[str]) -> Visit:
    at, outcome = ("10:00", words[0]) if len(words) == 1 else words
    return Visit(
        visit_id=row_id,
        offender_id=person,
        started_at=datetime.fromisoformat(f"{day}T{at}"),
        outcome=VisitOutcome(outcome),
        officer_id="OM-01",
    )
