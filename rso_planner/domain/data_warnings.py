"""What the records do not say, or say in two ways: for each gap, how the planner reads it until it is mended."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.decision import Decision
from rso_planner.domain.duties.arms_states import has_ever_been_assessed
from rso_planner.domain.duties.clock_suspension import back_in_community_on
from rso_planner.domain.duties.notification_end import EndStanding, order_end
from rso_planner.domain.force import Force
from rso_planner.domain.management.person_decides import contradicting_decision, find_management
from rso_planner.domain.offender import ManagementStatus, RegisterType, Status
from rso_planner.domain.order import OrderKind
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.populations import is_registered, is_under_management, is_worked_with


@dataclass(frozen=True, slots=True, kw_only=True)
class DataWarning:
    """A gap or a contradiction: whose, in which field of the extract, and a sentence for whoever mends it."""

    offender_id: str
    field: str
    sentence: str


_Finding = tuple[str, str]


def find_data_warnings(force: Force, policy: PlanningPolicy, as_of: date) -> tuple[DataWarning, ...]:
    """Every warning about a person under management, sorted by person and field."""
    found = (
        DataWarning(offender_id=case.offender.offender_id, field=field, sentence=sentence)
        for case in force.cases
        if is_under_management(case, as_of)
        for field, sentence in _findings(case.known_on(as_of), policy, as_of)
    )
    return tuple(sorted(found, key=lambda each: (each.offender_id, each.field, each.sentence)))


def _findings(case: Case, policy: PlanningPolicy, as_of: date) -> Iterator[_Finding]:
    yield from _orders(case, as_of)
    if is_registered(case, as_of):
        yield from _notification(case)
    yield from _assessment(case, policy)
    if is_worked_with(case, as_of):
        yield from _place(case)
    yield from _management(case, as_of)
    yield from _return(case)


def _orders(case: Case, as_of: date) -> Iterator[_Finding]:
    for order in case.orders:
        is_unknown = order_end(order).standing is EndStanding.NOT_KNOWN
        if is_unknown and order.kind is not OrderKind.OTHER:
            yield (
                "orders.ends_on",
                (
                    f"The {order.kind.value} made on {day_in_words(order.made_on)} has no known end: "
                    "it counts as in force."
                ),
            )
    is_sro = case.offender.register_type is RegisterType.SRO
    if is_sro and not any(order.kind is OrderKind.SRO for order in case.orders):
        yield (
            "orders.kind",
            f"No sexual risk order is on file on {day_in_words(as_of)}: the end of management is not known.",
        )


def _notification(case: Case) -> Iterator[_Finding]:
    offender = case.offender
    if offender.notification_ends_on is None and not offender.notification_indefinite:
        yield (
            "notification_ends_on",
            "The end of the notification period is not known: the person counts as registered.",
        )
    if offender.last_notified_on is None:
        yield "last_notified_on", "The day of the last notification is not known, so the next one cannot be dated."


def _assessment(case: Case, policy: PlanningPolicy) -> Iterator[_Finding]:
    offender = case.offender
    if policy.arms_population and offender.sex is None:
        yield "sex", "The sex is not known: the person counts as a man in the choice of assessment."
    if policy.arms_population and offender.date_of_birth is None:
        yield (
            "date_of_birth",
            "The date of birth is not known: the person counts as an adult in the choice of assessment.",
        )
    if offender.lead_agency is None and not has_ever_been_assessed(case):
        yield "lead_agency", "The lead agency is not known: the first assessment counts as the police's."


def _place(case: Case) -> Iterator[_Finding]:
    if case.offender.place is None and not case.offender.no_fixed_abode:
        yield (
            "easting",
            "No coordinates are recorded, nor that there is no fixed abode: no visit can be planned.",
        )


def _management(case: Case, as_of: date) -> Iterator[_Finding]:
    offender = case.offender
    contradicting = contradicting_decision(case, as_of)
    current = find_management(case, as_of)
    if contradicting is not None:
        yield "management", _contradiction(case, contradicting, current.status)
    is_reactive = current.status is ManagementStatus.REACTIVE
    if is_reactive and current.since is None and offender.status is Status.COMMUNITY:
        yield (
            "management_since",
            "The day of the move to reactive management is not known: its clocks count from registration.",
        )


def _contradiction(case: Case, decision: Decision, status: ManagementStatus) -> str:
    move = decision.decision.value.removeprefix("to_")
    return (
        f"The management is recorded as {case.offender.management.value}, but the last decision, on "
        f"{day_in_words(decision.decided_on)}, was to {move}: the person counts as {status.value}."
    )


def _return(case: Case) -> Iterator[_Finding]:
    back_on = back_in_community_on(case)
    if case.offender.in_community_since is None and back_on is not None:
        yield (
            "in_community_since",
            f"Empty although a release is on file: the clocks count from the release on {day_in_words(back_on)}.",
        )
