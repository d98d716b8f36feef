"""A mapping file says how an export is read, and is refused where it says something that cannot be."""

from pathlib import Path

import pytest

from rso_planner.domain.offender import RegisterType, Status
from rso_planner.domain.register_record import RegisterLayout
from rso_planner.files.cells import DateStyle
from rso_planner.files.register_mapping import RegisterMapping, read_register_mapping, register_mapping_path
from rso_planner.files.register_reading import read_register
from rso_planner.files.table_mapping import MappingRefusedError
from tests.registers import good_rows, write_csv

MINE = """
layout = "people"
dates = "DD/MM/YYYY"
heading_within = 3
snapshot = "Stand {date} of the made-up unit"
unused = ["Remarks"]

[columns]
"Reg No" = "register_id"
"Registration number" = "register_id"
"Where" = "status"
"Next" = "next_visit_due_on"

[values.status]
"At large" = "wanted"
"" = "community"

[values.next_visit_due_on]
"31/12/9999" = ""

[values.register_type]
"" = "rso"
"""


def _mapping(content: str, folder: Path) -> RegisterMapping:
    path = folder / "mine.toml"
    path.write_text(content)
    return read_register_mapping(path)


@pytest.mark.parametrize(
    ("name", "layout"),
    [
        ("register-people", RegisterLayout.PEOPLE),
        ("register-visits", RegisterLayout.VISITS),
        ("register-arms", RegisterLayout.ASSESSMENTS),
    ],
)
def test_the_shipped_mappings_are_found_by_their_bare_names(name: str, layout: RegisterLayout) -> None:
    mapping = read_register_mapping(register_mapping_path(name))
    assert (mapping.name, mapping.layout) == (f"{name}.toml", layout)
    fields = set(mapping.columns.field_by_heading.values())
    assert fields == set(mapping.table.column_by_name)


@pytest.mark.parametrize("name", ["register-people", "register-visits", "register-arms"])
def test_every_value_that_a_shipped_mapping_writes_is_one_of_its_field(name: str) -> None:
    mapping = read_register_mapping(register_mapping_path(name))
    assert mapping.columns.values
    for field, replaced in mapping.columns.values.items():
        for value in replaced.values():
            mapping.table.column_by_name[field].kind.read(value, DateStyle.ISO)


def test_a_mapping_of_ones_own_reads_another_layout(tmp_path: Path) -> None:
    mapping = _mapping(MINE, tmp_path)
    rows = [
        ["STAND: 20/11/2026 of the made-up  unit"],
        ["Registration number", "WHERE", "Next", "Remarks"],
        ["0012", "at large", "31/12/9999", "x"],
        ["0013", "", "01/12/2026", "y"],
    ]
    reading = read_register(write_csv(rows, tmp_path / "register.csv"), mapping)
    assert (reading.rejects, reading.ignored_columns) == ((), ())
    assert reading.export is not None
    first, second = reading.export.records
    assert (first.status, first.next_visit_due_on) == (Status.WANTED, None)
    assert (second.status, second.register_type) == (Status.COMMUNITY, RegisterType.RSO)


def test_the_heading_is_looked_for_as_far_down_as_the_mapping_says(tmp_path: Path) -> None:
    mapping = _mapping('layout = "people"\nheading_within = 2\n', tmp_path)
    rows = good_rows("people")
    assert read_register(write_csv([["A title"], *rows], tmp_path / "a.csv"), mapping).export is not None
    (reject,) = read_register(write_csv([["A title"], [], *rows], tmp_path / "b.csv"), mapping).rejects
    assert reject.reason.startswith("none of the first 2 rows is a heading: one cell of it is register_id")


def test_the_date_style_of_the_mapping_wins_over_the_files(tmp_path: Path) -> None:
    mapping = _mapping('layout = "people"\ndates = "DD/MM/YYYY"\n', tmp_path)
    rejects = read_register(write_csv(good_rows("people"), tmp_path / "a.csv"), mapping).rejects
    assert {each.reason[10:] for each in rejects if each.row} == {
        " is written YYYY-MM-DD, while this file writes its dates DD/MM/YYYY"
    }


@pytest.mark.parametrize(
    ("content", "key", "reason"),
    [
        ("", "layout", "is people, visits, assessments, not None"),
        ('layout = "orders"', "layout", "not 'orders'"),
        ("layout = []", "layout", "not []"),
        ('layout = "people"\nfile = "a.csv"', "file", "is not one of layout, sheet, dates"),
        ('layout = "people"\nsheet = 1', "sheet", "is a text in quotation marks, not 1"),
        ('layout = "people"\ndates = "MM/DD/YYYY"', "dates", "not 'MM/DD/YYYY'"),
        ('layout = "people"\nheading_within = 0', "heading_within", "is a number of rows from 1 to 200, not 0"),
        ('layout = "people"\nheading_within = true', "heading_within", "not True"),
        ('layout = "people"\nheading_within = "3"', "heading_within", "not '3'"),
        ('layout = "people"\nsnapshot = "Run on"', "snapshot", "is words with {date} once among them"),
        ('layout = "people"\nsnapshot = ["{date}"]', "snapshot", "is words with {date} once among them"),
        ('layout = "people"\nsnapshot = ["On {date}", 3]', "snapshot", "is a text in quotation marks, not 3"),
        ('layout = "people"\nunused = [1]', "unused", "is a text in quotation marks, not 1"),
        ('layout = "people"\n[columns]\nRef = "id"', "columns.Ref", "'id' is not a field of people"),
        (
            'layout = "visits"\n[columns]\nOpen = "visits_outstanding"',
            "columns.Open",
            "'visits_outstanding' is not a field of visits",
        ),
        ('layout = "people"\ncolumns = 1', "columns", "is a table of old = new"),
        ('layout = "people"\n[values.level]\nH = "high"', "values.level", "'level' is not a field of people"),
        ('layout = "people"\n[values.status]\nH = 1', "values.status.H", "is a text in quotation marks, not 1"),
        ("layout = people", "the file", "is not valid TOML"),
    ],
)
def test_a_mapping_that_cannot_be_used_is_refused(content: str, key: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(MappingRefusedError) as refused:
        _mapping(content, tmp_path)
    assert (refused.value.file, refused.value.key) == ("mine.toml", key)
    assert reason in refused.value.reason


def test_a_mapping_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MappingRefusedError, match=r"nowhere\.toml: the file: cannot be opened"):
        read_register_mapping(register_mapping_path("nowhere"))
