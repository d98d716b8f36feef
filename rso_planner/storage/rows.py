"""How the domain's objects lie in the rows of the store."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import Table

from rso_planner.domain.arms import ArmsAssessment, ArmsPriority
from rso_planner.domain.decision import Decision, DecisionKind
from rso_planner.domain.event import Event, EventKind
from rso_planner.domain.interval import Interval, read_interval
from rso_planner.domain.offender import (
    LeadAgency,
    ManagementStatus,
    Offender,
    RegisterType,
    Sex,
    Status,
)
from rso_planner.domain.officer import Absence, AbsenceKind, Duty, OffenderManager, OfficerRole
from rso_planner.domain.order import Order, OrderKind
from rso_planner.domain.place import Place
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.separation import Separation, SeparationKind
from rso_planner.domain.visit import Visit, VisitOutcome
from rso_planner.storage import tables

Values = tuple[Any, ...]
_VERSION_COLUMNS = frozenset(
    {"version_id", "recorded_at", "load_id", "superseded_at", "superseded_by_load_id", "missing_since"}
)


@dataclass(frozen=True, slots=True)
class StoredType:
    """A domain type and the table in which its objects lie.

    `attributes` renames columns whose attribute has another name, with a dot on the way into a place;
    `readers` turn a stored value into the domain's. `fact` names the columns by which a row is recognised that
    comes again under another identifier.
    """

    table: Table
    make: Callable[..., Any]
    readers: Mapping[str, Callable[[Any], Any]]
    attributes: Mapping[str, str]
    columns: tuple[str, ...]
    fact: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return hash(self.table.name)

    def values_of(self, item: Any) -> Values:
        """The object as a row of the store, in the order of `columns`."""
        return tuple(_encode(item, self.attributes.get(column, column)) for column in self.columns)

    def key_of(self, values: Values) -> Values:
        """The part of a row that says which thing it is about."""
        return tuple(values[self.columns.index(name)] for name in self.table.info["key"])

    def fact_of(self, values: Values) -> Values | None:
        """What the row tells, apart from its identifier; None where a row is known by its key alone."""
        return tuple(values[self.columns.index(name)] for name in self.fact) or None

    def object_of(self, values: Values) -> Any:
        """The object that a row of the store describes."""
        arguments = dict(zip(self.columns, values, strict=True))
        for column, read in self.readers.items():
            if arguments[column] is not None:
                arguments[column] = read(arguments[column])
        return self.make(**arguments)


def _encode(item: Any, path: str) -> Any:
    value = item
    for attribute in path.split("."):
        value = None if value is None else getattr(value, attribute)
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Interval) else value


def _stored(
    table: Table,
    make: Callable[..., Any],
    readers: Mapping[str, Callable[[Any], Any]] | None = None,
    attributes: Mapping[str, str] | None = None,
    fact: tuple[str, ...] = (),
) -> StoredType:
    columns = tuple(column.name for column in table.columns if column.name not in _VERSION_COLUMNS)
    return StoredType(table, make, readers or {}, attributes or {}, columns, fact)


def _make_offender(easting: int | None, northing: int | None, **fields: Any) -> Offender:
    place = None if easting is None or northing is None else Place(easting, northing)
    return Offender(**fields, place=place)


def _make_visit(visit_recorded_at: Any, **fields: Any) -> Visit:
    return Visit(**fields, recorded_at=visit_recorded_at)


def _make_officer(base_easting: int, base_northing: int, **fields: Any) -> OffenderManager:
    return OffenderManager(**fields, base=Place(base_easting, base_northing))


def _make_duty(duty_on: Any, **fields: Any) -> Duty:
    return Duty(**fields, on=duty_on)


@dataclass(frozen=True, slots=True)
class TravelLeg:
    """One way of the force's own travel times."""

    from_id: str
    to_id: str
    minutes: int


OFFENDERS = _stored(
    tables.offenders,
    _make_offender,
    {
        "register_type": RegisterType,
        "sex": Sex,
        "risk_level": RiskLevel,
        "status": Status,
        "management": ManagementStatus,
        "lead_agency": LeadAgency,
        "visit_interval": read_interval,
    },
    {"easting": "place.easting", "northing": "place.northing"},
)
VISITS = _stored(
    tables.visits,
    _make_visit,
    {"outcome": VisitOutcome},
    {"visit_recorded_at": "recorded_at"},
    fact=("offender_id", "started_at"),
)
ARMS = _stored(tables.arms, ArmsAssessment, {"priority": ArmsPriority}, fact=("offender_id", "assessed_on"))
ORDERS = _stored(tables.orders, Order, {"kind": OrderKind})
EVENTS = _stored(tables.events, Event, {"kind": EventKind}, fact=("offender_id", "occurred_on", "kind"))
DECISIONS = _stored(
    tables.decisions,
    Decision,
    {"decision": DecisionKind},
    fact=("offender_id", "decided_on", "decision"),
)
OFFICERS = _stored(
    tables.officers,
    _make_officer,
    {"role": OfficerRole},
    {"base_easting": "base.easting", "base_northing": "base.northing"},
)
DUTIES = _stored(tables.duties, _make_duty, attributes={"duty_on": "on"})
ABSENCES = _stored(tables.absences, Absence, {"kind": AbsenceKind})
SEPARATIONS = _stored(tables.separations, Separation, {"kind": SeparationKind})
TRAVEL = _stored(tables.travel, TravelLeg)
REGISTER_RECORDS = _stored(
    tables.register_records,
    RegisterRecord,
    {
        "register_type": RegisterType,
        "status": Status,
        "risk_level": RiskLevel,
        "management": ManagementStatus,
        "visit_interval": read_interval,
    },
)

KEPT = (OFFENDERS, VISITS, ARMS, ORDERS, EVENTS, DECISIONS)
"""People and what happened to them: they stay, even when a later extract no longer tells of them.

All others say how the unit is set up now, which each extract says anew.
"""
