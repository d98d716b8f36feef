"""The synthetic register as a file."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from rso_planner.domain.answer_key import PlantedDifference
from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.interval import read_interval
from rso_planner.domain.offender import ManagementStatus, RegisterType, Status
from rso_planner.domain.register_record import RegisterExport, RegisterLayout, RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.files.register_writing import write_answer_key, write_register

RECORD = RegisterRecord(
    register_id="SYN0001",
    row=2,
    register_type=RegisterType.RSO,
    offender_id="0001",
    family_name="O'Fiction, Jr",
    given_names="Zédric",
    date_of_birth=date(1970, 3, 5),
    status=Status.COMMUNITY,
    risk_level=RiskLevel.VERY_HIGH,
    management=ManagementStatus.ACTIVE,
    officer_id="OM01",
    area="Quillmere",
    visit_interval=read_interval("6 weeks"),
    last_visit_on=date(2026, 10, 1),
    next_visit_due_on=date(2026, 11, 12),
    visits_outstanding=0,
    last_arms_on=date(2026, 1, 2),
    next_arms_due_on=date(2027, 1, 2),
)


def test_the_columns_are_the_contracts_and_the_snapshot_stands_in_each_row(tmp_path: Path) -> None:
    nothing = RegisterRecord(register_id="SYN0002", row=3, family_name="=1+1")
    export = RegisterExport(
        snapshot_on=date(2026, 11, 20), layout=RegisterLayout.PEOPLE, records=(RECORD, replace(nothing))
    )
    write_register(export, tmp_path / "register.csv")
    assert (tmp_path / "register.csv").read_bytes().decode("utf-8") == (
        "register_id,register_type,offender_id,family_name,given_names,date_of_birth,status,risk_level,management,"
        "officer_id,area,visit_interval,last_visit_on,next_visit_due_on,visits_outstanding,last_arms_on,"
        "next_arms_due_on,snapshot_on\n"
        'SYN0001,rso,0001,"O\'Fiction, Jr",Zédric,1970-03-05,community,very_high,active,OM01,Quillmere,6 weeks,'
        "2026-10-01,2026-11-12,0,2026-01-02,2027-01-02,2026-11-20\n"
        "SYN0002,,,'=1+1,,,,,,,,,,,,,,2026-11-20\n"
    )


def test_the_key_separates_the_parts_of_a_combined_cause(tmp_path: Path) -> None:
    key = (
        PlantedDifference(offender_id=None, register_id="SYN0003", cause=Cause.MISSING_LOCALLY),
        PlantedDifference(
            offender_id="0001",
            register_id="SYN0001",
            cause=Cause.COMBINED,
            parts=(Cause.ENTRY_LAG, Cause.FREQUENCY_BASIS),
        ),
    )
    write_answer_key(key, tmp_path / "answer_key.csv")
    assert (tmp_path / "answer_key.csv").read_bytes().decode("utf-8") == (
        "offender_id,register_id,cause,parts\n"
        ",SYN0003,MISSING_LOCALLY,\n"
        "0001,SYN0001,COMBINED,ENTRY_LAG;FREQUENCY_BASIS\n"
    )
