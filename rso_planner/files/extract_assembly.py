"""Makes the domain's objects from the rows of an extract and puts them together as a force."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

from rso_planner.domain.arms import ArmsAssessment
from rso_planner.domain.case import Case
from rso_planner.domain.decision import Decision
from rso_planner.domain.event import Event
from rso_planner.domain.force import Force
from rso_planner.domain.offender import Offender
from rso_planner.domain.officer import Absence, Duty, OffenderManager
from rso_planner.domain.order import Order
from rso_planner.domain.place import Place
from rso_planner.domain.separation import Separation
from rso_planner.domain.visit import Visit
from rso_planner.files.cells import INDEFINITE
from rso_planner.files.table_reading import TableReading

Row = dict[str, Any]
Objects = dict[str, dict[int, Any]]
"""The domain object of each good row: by table, then by position."""


def make_objects(readings: Mapping[str, TableReading]) -> Objects:
    """Make the domain object of every row that is good so far; a row that a domain type refuses is refused."""
    made: Objects = {}
    for table, make in _MAKERS.items():
        reading = readings.get(table)
        if reading is None or not reading.has_every_column:
            continue
        objects = made.setdefault(table, {})
        for position in reading.good_positions():
            try:
                objects[position] = make(reading.row(position))
            except ValueError as error:
                reading.refuse(position, _blamed(reading, str(error)), str(error))
    return made


def assemble_force(readings: Mapping[str, TableReading], objects: Objects) -> Force:
    """Put the objects of the good rows together; the extract's own row must be good."""
    kept = {
        table: [made[position] for position in sorted(made) if position not in readings[table].rejects]
        for table, made in objects.items()
    }
    extract = readings["extract"].row(0)
    return Force(
        extracted_on=extract["extracted_on"],
        events_complete_from=extract["events_complete_from"],
        cases=_cases(extract["events_complete_from"], kept),
        officers=tuple(sorted(kept["officers"], key=attrgetter("officer_id"))),
        duties=tuple(sorted(kept["duties"], key=attrgetter("officer_id", "on", "starts_at"))),
        absences=tuple(sorted(kept["absences"], key=attrgetter("officer_id", "first_on", "last_on", "kind"))),
        separations=tuple(sorted(kept.get("separations", ()), key=attrgetter("kind", "first_id", "second_id"))),
        travel_minutes=dict(sorted(kept.get("travel", ()))),
    )


def _cases(events_complete_from: Any, kept: Mapping[str, list[Any]]) -> tuple[Case, ...]:
    histories = {
        table: _by_offender(kept[table], attrgetter(day, identifier))
        for table, (day, identifier) in _ORDER_OF_HISTORY.items()
    }
    return tuple(
        Case(
            offender=offender,
            events_complete_from=events_complete_from,
            visits=histories["visits"].get(offender.offender_id, ()),
            assessments=histories["arms"].get(offender.offender_id, ()),
            orders=histories["orders"].get(offender.offender_id, ()),
            events=histories["events"].get(offender.offender_id, ()),
            decisions=histories["decisions"].get(offender.offender_id, ()),
        )
        for offender in sorted(kept["offenders"], key=attrgetter("offender_id"))
    )


_ORDER_OF_HISTORY = {
    "visits": ("started_at", "visit_id"),
    "arms": ("assessed_on", "assessment_id"),
    "orders": ("made_on", "order_id"),
    "events": ("occurred_on", "event_id"),
    "decisions": ("decided_on", "decision_id"),
}


def _by_offender(items: list[Any], order: Callable[[Any], Any]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, list[Any]] = {}
    for item in sorted(items, key=order):
        found.setdefault(item.offender_id, []).append(item)
    return {offender_id: tuple(mine) for offender_id, mine in found.items()}


def _blamed(reading: TableReading, sentence: str) -> str:
    """The first field that the domain's sentence names, else the last that must be filled in."""
    names = reading.layout.column_by_name
    named = next((word for word in sentence.replace(",", " ").split() if word in names), None)
    return named or [column.name for column in reading.layout.columns if column.required][-1]


def _make_offender(row: Row) -> Offender:
    easting, northing = row.pop("easting"), row.pop("northing")
    is_indefinite = row["notification_ends_on"] == INDEFINITE
    if is_indefinite:
        row["notification_ends_on"] = None
    place = None if easting is None else Place(easting, northing)
    return Offender(**row, place=place, notification_indefinite=is_indefinite)


def _make_officer(row: Row) -> OffenderManager:
    base = Place(row.pop("base_easting"), row.pop("base_northing"))
    return OffenderManager(**_filled(row, name="", may_lead=True), base=base)


def _make_order(row: Row) -> Order:
    return Order(**_filled(row, until_further_order=False))


def _make_duty(row: Row) -> Duty:
    return Duty(on=row.pop("date"), **row)


def _make_absence(row: Row) -> Absence:
    return Absence(first_on=row.pop("from"), last_on=row.pop("to"), **_filled(row, share=1.0))


def _make_travel(row: Row) -> tuple[tuple[str, str], int]:
    if row["from_id"] == row["to_id"]:
        raise ValueError("to_id is the same as from_id; a way begins and ends at different places")
    return (row["from_id"], row["to_id"]), row["minutes"]


def _filled(row: Row, **what_empty_means: object) -> Row:
    return row | {name: value for name, value in what_empty_means.items() if row[name] is None}


_MAKERS: dict[str, Callable[[Row], Any]] = {
    "offenders": _make_offender,
    "visits": lambda row: Visit(**row),
    "arms": lambda row: ArmsAssessment(**row),
    "orders": _make_order,
    "events": lambda row: Event(**row),
    "decisions": lambda row: Decision(**row),
    "officers": _make_officer,
    "duties": _make_duty,
    "absences": _make_absence,
    "separations": lambda row: Separation(**row),
    "travel": _make_travel,
}
