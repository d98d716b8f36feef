"""Field by field, what the two lists say of one person where they differ; saying nothing is no difference."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any

from rso_planner.domain.discrepancy import FieldDifference
from rso_planner.domain.duties.arms_cycle import last_completed_on as last_arms_completed_on
from rso_planner.domain.duties.visit_interval import visit_interval
from rso_planner.domain.interval import Interval
from rso_planner.reconciliation.comparison import Comparison
from rso_planner.reconciliation.last_visit import last_completed_on

_OF_THE_OFFENDER = (
    "register_type",
    "family_name",
    "given_names",
    "date_of_birth",
    "status",
    "risk_level",
    "management",
    "officer_id",
    "area",
)
_EMPTY_SAYS_NONE = frozenset({"last_visit_on", "next_visit_due_on"})


def find_field_differences(compared: Comparison) -> tuple[FieldDifference, ...]:
    """The fields that differ, in the order of the register's columns."""
    return tuple(
        FieldDifference(field=name, force=_text(ours), register=_text(theirs))
        for name, ours, theirs in _both_sides(compared)
        if _differ(ours, theirs) and (theirs is not None or (name in _EMPTY_SAYS_NONE and name in compared.said))
    )


def _both_sides(compared: Comparison) -> Iterator[tuple[str, Any, Any]]:
    facts, record = compared.facts, compared.record
    offender = facts.case.offender
    for name in _OF_THE_OFFENDER:
        yield name, getattr(offender, name), getattr(record, name)
    yield "visit_interval", visit_interval(offender, facts.policy), record.visit_interval
    yield "last_visit_on", last_completed_on(facts, facts.as_of), record.last_visit_on
    yield "next_visit_due_on", compared.ours.due_on, record.next_visit_due_on
    yield "visits_outstanding", compared.ours.visits, record.visits_outstanding
    yield "last_arms_on", last_arms_completed_on(facts.case.known_on(facts.as_of)), record.last_arms_on


def _differ(ours: Any, theirs: Any) -> bool:
    if isinstance(ours, str) and isinstance(theirs, str) and not isinstance(ours, Enum):
        return ours.casefold() != theirs.casefold()
    return bool(ours != theirs)


def _text(value: Any) -> str | None:
    match value:
        case None:
            return None
        case date():
            return value.isoformat()
        case Enum() | Interval() | int() | str():
            return str(value.value if isinstance(value, Enum) else value)
    raise TypeError(f"a field of the register is not of type {type(value).__name__}")
