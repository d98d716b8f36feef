"""A small good extract of made-up people, to be written as it is or broken in one place.

A row has the number that a person sees in the file: the heading is row 1.
"""

import csv
import io
from pathlib import Path

from rso_planner.files.extract_layout import TABLE_BY_NAME

Tables = dict[str, list[list[str]]]

EXTRACTED_ON = "2026-11-23"

_ROWS: dict[str, tuple[str, ...]] = {
    "extract": ("extracted_on=2026-11-23 events_complete_from=2020-01-01",),
    "offenders": (
        (
            "offender_id=0001 register_id=R-1 register_type=rso family_name=NA given_names=Zzed "
            "date_of_birth=1980-02-29 sex=male risk_level=high status=community management=active mappa_level=1 "
            "lead_agency=police officer_id=OM1 area=Madeup easting=335000 northing=390000 no_fixed_abode=no "
            "registered_on=2019-05-01 notification_ends_on=indefinite last_notified_on=2026-05-01 "
            "visit_interval=6_weeks officers_required=2 visit_not_before=10:00 visit_not_after=19:30 on_licence=no"
        ),
        (
            "offender_id=0002 register_type=rso family_name=O'Zample given_names=Zoë risk_level=low "
            "status=community management=reactive management_since=2025-01-10 officer_id=OM2 area=Madeup "
            "easting=336000 northing=391000 registered_on=2015-03-02 notification_ends_on=2027-03-01 "
            "officers_required=1 lone_visit_authorised_by=Superintendent_Made-Up"
        ),
        (
            "offender_id=12 register_type=sro risk_level=medium status=custody management=active "
            "registered_on=2024-07-07 no_fixed_abode=yes"
        ),
    ),
    "visits": (
        (
            "visit_id=V1 offender_id=0001 started_at=2026-10-01T10:15 outcome=seen officer_id=OM1 "
            "second_officer_id=OM2 recorded_at=2026-10-01T16:00"
        ),
        "visit_id=V2 offender_id=0001 started_at=2026-11-02T18:05 outcome=not_seen officer_id=OM1",
        "visit_id=V3 offender_id=0002 started_at=2024-12-03T09:00 outcome=seen officer_id=OM2",
    ),
    "arms": (
        (
            "assessment_id=A1 offender_id=0001 assessed_on=2026-01-10 completed_on=2026-01-20 priority=medium "
            "officer_id=OM1"
        ),
        "assessment_id=A2 offender_id=0002 assessed_on=2026-02-10 priority=low",
    ),
    "orders": (
        "order_id=C1 offender_id=0001 kind=SHPO made_on=2019-05-01 until_further_order=yes",
        "order_id=C2 offender_id=12 kind=SRO made_on=2024-07-07 ends_on=2029-07-06",
    ),
    "events": (
        "event_id=E1 offender_id=0001 occurred_on=2026-03-03 kind=intelligence significant=yes source=Made-up",
        "event_id=E2 offender_id=0002 occurred_on=2022-03-03 kind=address_change significant=no",
    ),
    "decisions": (
        (
            "decision_id=D1 offender_id=0002 decided_on=2025-01-10 decision=to_reactive "
            "authorised_by=DI_Made-Up reason=Criteria_met officer_satisfied=yes"
        ),
    ),
    "officers": (
        (
            "officer_id=OM1 name=PC_Zzone role=offender_manager contracted_hours=37 arms_trained=yes "
            "visit_trained=yes area=Madeup base_easting=335500 base_northing=390500"
        ),
        (
            "officer_id=OM2 name=PC_Zztwo role=offender_manager contracted_hours=18.5 arms_trained=no "
            "visit_trained=yes base_easting=335500 base_northing=390500 starts_on=2020-01-06"
        ),
        (
            "officer_id=S1 name=DS_Zzthree role=supervisor contracted_hours=37 arms_trained=yes "
            "visit_trained=yes base_easting=335500 base_northing=390500 may_lead=no"
        ),
    ),
    "duties": (
        "officer_id=OM1 date=2026-11-23 starts_at=08:00 ends_at=16:00 plannable_minutes=240",
        "officer_id=OM1 date=2026-11-24 starts_at=13:00 ends_at=21:00 plannable_minutes=200",
        "officer_id=OM2 date=2026-11-23 starts_at=08:00 ends_at=16:00 plannable_minutes=240",
    ),
    "absences": (
        "officer_id=OM2 from=2026-11-30 to=2026-12-04 kind=leave",
        "officer_id=OM1 from=2026-11-26 to=2026-11-26 kind=court share=0.5 reason=Made-up_trial",
    ),
    "separations": ("kind=officer_offender first_id=OM2 second_id=0001",),
    "travel": ("from_id=OM1 to_id=0001 minutes=12", "from_id=0001 to_id=0002 minutes=9"),
}


def good_tables() -> Tables:
    """The good extract: for each file its heading and rows."""
    return {name: _table(name, rows) for name, rows in _ROWS.items()}


def _table(name: str, rows: tuple[str, ...]) -> list[list[str]]:
    headings = list(TABLE_BY_NAME[name].column_by_name)
    cells = [dict(part.split("=", 1) for part in row.split()) for row in rows]
    unknown = {heading for row in cells for heading in row} - set(headings)
    assert not unknown, f"{name} has no {unknown}"
    spaced = ("visit_interval", "authorised_by", "reason", "name", "lone_visit_authorised_by")
    return [
        headings,
        *(
            [row.get(each, "").replace("_", " ") if each in spaced else row.get(each, "") for each in headings]
            for row in cells
        ),
    ]


def set_cell(tables: Tables, name: str, row: int, column: str, value: str) -> None:
    """Put a value into one cell."""
    tables[name][row - 1][tables[name][0].index(column)] = value


def csv_text(rows: list[list[str]], separator: str = ",") -> str:
    """A table as the text of a CSV file."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator, lineterminator="\n").writerows(rows)
    return buffer.getvalue()


def write_tables(tables: Tables, folder: Path) -> Path:
    """Write an extract as a folder of CSV files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text(csv_text(rows), encoding="utf-8")
    return folder


def write_good_extract(folder: Path) -> Path:
    """Write the good extract."""
    return write_tables(good_tables(), folder)
