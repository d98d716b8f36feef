"""A mapping file reads another system's layout, and is refused where it says something that cannot be."""

from pathlib import Path

import pytest

from rso_planner.domain.offender import RegisterType, Status
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.visit import VisitOutcome
from rso_planner.files.extract_reading import read_extract
from rso_planner.files.shipped import shipped_file
from rso_planner.files.table_mapping import MappingRefusedError
from tests.extracts import good_tables, write_tables

EXAMPLE = shipped_file("models", "mapping-example.toml")

NOMINALS = """Nominal Ref,Surname,Forenames,DOB,Risk,Where,Managed,Owner,Beat,X,Y,Registered,Notification ends
0001,NA,Zzed,29/02/1980,h,At liberty,A,OM1,Madeup,335000,390000,01/05/2019,Indefinite
0002,O'Zample,Zoë,,L,HMP,R,OM2,Madeup,,,02/03/2015,01/03/2027
12,Zzo,Zzip,,VH,Unlawfully at large,A,,,,,07/07/2024,
"""

HOME_VISITS = """Visit No;Nominal Ref;Date and time;Result;Officer 1;Officer 2;Remarks
V1;0001;2026-10-01T10:15;Seen;OM1;OM2;made up
V2;0001;2026-11-02T18:05;No reply;OM1;;
"""


def _write_other_layout(folder: Path) -> Path:
    tables = good_tables()
    del tables["offenders"], tables["visits"]
    write_tables(tables, folder)
    (folder / "nominals.csv").write_text(NOMINALS, encoding="windows-1252")
    (folder / "home_visits.csv").write_text(HOME_VISITS, encoding="utf-8")
    return folder


def test_the_example_reads_the_layout_it_describes(tmp_path: Path) -> None:
    reading = read_extract(_write_other_layout(tmp_path), EXAMPLE)
    assert reading.rejects == ()
    assert reading.force is not None
    first, second, third = (case.offender for case in reading.force.cases)
    assert (first.family_name, first.risk_level, first.status) == ("NA", RiskLevel.HIGH, Status.COMMUNITY)
    assert first.notification_indefinite
    assert (second.given_names, second.status) == ("Zoë", Status.CUSTODY)
    assert (third.risk_level, third.status) == (RiskLevel.VERY_HIGH, Status.WANTED)
    assert {case.offender.register_type for case in reading.force.cases} == {RegisterType.RSO}
    outcomes = [visit.outcome for visit in reading.force.cases[0].visits]
    assert outcomes == [VisitOutcome.SEEN, VisitOutcome.NOT_SEEN]
    assert reading.ignored_columns == (("home_visits.csv", "Remarks"),)


def test_a_problem_is_told_in_the_words_of_the_other_layout(tmp_path: Path) -> None:
    folder = _write_other_layout(tmp_path)
    (folder / "nominals.csv").write_text(NOMINALS.replace(",VH,", ",Extreme,"), encoding="utf-8")
    (reject,) = read_extract(folder, EXAMPLE).rejects
    assert (reject.file, reject.row, reject.column, reject.value) == ("nominals.csv", 4, "Risk", "Extreme")
    assert reject.reason == "Extreme is not one of very_high, high, medium, low"


def test_the_date_style_of_the_mapping_wins_over_the_files(tmp_path: Path) -> None:
    folder = write_tables(good_tables(), tmp_path / "extract")
    mapping = tmp_path / "mapping.toml"
    mapping.write_text('[orders]\ndates = "DD/MM/YYYY"\n')
    found = {(reject.file, reject.row) for reject in read_extract(folder, mapping).rejects}
    assert found == {("orders.csv", 2), ("orders.csv", 3)}


@pytest.mark.parametrize(
    ("content", "key", "reason"),
    [
        ("[nominals]", "nominals", "is not one of extract, offenders, visits"),
        ("offenders = 3", "offenders", "is a table of file, sheet, dates, columns, values"),
        ('[offenders]\nseparator = ";"', "offenders.separator", "is not one of file, sheet, dates"),
        ('[offenders]\nfile = "a"\nsheet = "b"', "offenders.sheet", "from a file or a sheet, not both"),
        ("[offenders]\nfile = 3", "offenders.file", "is a text in quotation marks, not 3"),
        ('[offenders]\ndates = "MM/DD/YYYY"', "offenders.dates", "not 'MM/DD/YYYY'"),
        ('[offenders.columns]\n"Ref" = "id"', "offenders.columns.Ref", "'id' is not a field of offenders"),
        (
            '[offenders.columns]\n"A" = "area"\n"B" = "area"',
            "offenders.columns.B",
            "area has a column already",
        ),
        ("[offenders]\ncolumns = 1", "offenders.columns", "is a table of old = new"),
        ('[visits.values.result]\n"S" = "seen"', "visits.values.result", "'result' is not a field of visits"),
        ("[visits.values.outcome]\nS = 1", "visits.values.outcome.S", "is a text in quotation marks, not 1"),
        ('[visits.values]\noutcome = "seen"', "visits.values.outcome", "is a table of old = new"),
        ("[visits", "the file", "is not valid TOML"),
    ],
)
def test_a_mapping_that_cannot_be_used_is_refused(content: str, key: str, reason: str, tmp_path: Path) -> None:
    mapping = tmp_path / "mine.toml"
    mapping.write_text(content)
    with pytest.raises(MappingRefusedError) as refused:
        read_extract(write_tables(good_tables(), tmp_path / "extract"), mapping)
    assert (refused.value.file, refused.value.key) == ("mine.toml", key)
    assert reason in refused.value.reason


def test_two_columns_for_one_field_are_refused(tmp_path: Path) -> None:
    tables = good_tables()
    tables["orders"] = [[*row, "x"] for row in tables["orders"]]
    tables["orders"][0][-1] = "Type"
    mapping = tmp_path / "mine.toml"
    mapping.write_text('[orders.columns]\nType = "kind"\n')
    rejects = read_extract(write_tables(tables, tmp_path / "extract"), mapping).rejects
    assert [(each.row, each.column, each.reason) for each in rejects] == [
        (1, "Type", "the columns kind and Type are both kind")
    ]


def test_a_mapping_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MappingRefusedError, match="cannot be opened"):
        read_extract(write_tables(good_tables(), tmp_path / "extract"), tmp_path / "none.toml")
