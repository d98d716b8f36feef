"""What was refused can be mended where it was written, and loaded."""

import csv
from pathlib import Path

import pytest

from rso_planner.files.extract_reading import ExtractReading, read_extract
from rso_planner.files.reject import ExtractRefusedError
from rso_planner.files.rejects_writing import write_rejects
from tests.extracts import good_tables, set_cell, write_good_extract, write_tables


def _write(reading: ExtractReading, target: Path) -> bool:
    return write_rejects(reading.rejects, reading.tables, target)


def _write_broken(folder: Path) -> Path:
    tables = good_tables()
    set_cell(tables, "offenders", 3, "risk_level", "severe")
    set_cell(tables, "visits", 4, "started_at", "2026-02-31T09:00")
    set_cell(tables, "visits", 4, "officer_id", "OM9")
    return write_tables(tables, folder)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _mend(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8-sig")
    assert old in text.split("\n", 2)[1] + text.split("\n", 2)[2]
    first, rest = text.split("\n", 1)
    path.write_text(f"{first}\n{rest.replace(old, new)}", encoding="utf-8-sig")


def test_every_problem_is_listed(tmp_path: Path) -> None:
    _write(read_extract(_write_broken(tmp_path / "extract")), tmp_path / "rejects")
    assert _rows(tmp_path / "rejects" / "rejects.csv") == [
        {
            "file": "offenders.csv",
            "row": "3",
            "column": "risk_level",
            "value": "severe",
            "reason": "severe is not one of very_high, high, medium, low",
        },
        {
            "file": "visits.csv",
            "row": "4",
            "column": "officer_id",
            "value": "OM9",
            "reason": "OM9 is not the identifier of an officer",
        },
        {
            "file": "visits.csv",
            "row": "4",
            "column": "started_at",
            "value": "2026-02-31T09:00",
            "reason": "2026-02-31 is not a day in the calendar",
        },
    ]


def test_the_refused_rows_stand_on_top_with_their_reasons(tmp_path: Path) -> None:
    _write(read_extract(_write_broken(tmp_path / "extract")), tmp_path / "rejects")
    visits = _rows(tmp_path / "rejects" / "visits.csv")
    assert [row["visit_id"] for row in visits] == ["V3", "V1", "V2"]
    assert visits[0]["rejected_because"] == (
        "officer_id: OM9 is not the identifier of an officer; started_at: 2026-02-31 is not a day in the calendar"
    )
    assert [row["rejected_because"] for row in visits[1:]] == ["", ""]


@pytest.mark.parametrize("accept_good_rows", [False, True])
def test_the_mended_rejects_are_the_whole_extract(accept_good_rows: bool, tmp_path: Path) -> None:
    reading = read_extract(_write_broken(tmp_path / "extract"), accept_good_rows=accept_good_rows)
    rejects = tmp_path / "rejects"
    _write(reading, rejects)
    _mend(rejects / "offenders.csv", "severe", "low")
    _mend(rejects / "visits.csv", "2026-02-31T09:00", "2024-12-03T09:00")
    _mend(rejects / "visits.csv", ",OM9,", ",OM2,")
    mended = read_extract(rejects)
    assert mended.rejects == ()
    assert mended.ignored_columns == ()
    assert mended.force == read_extract(write_good_extract(tmp_path / "good")).force


def test_rejects_that_were_not_mended_are_refused_again(tmp_path: Path) -> None:
    first = read_extract(_write_broken(tmp_path / "extract"))
    _write(first, tmp_path / "rejects")
    again = read_extract(tmp_path / "rejects")
    assert [(each.file, each.column, each.reason) for each in again.rejects] == [
        (each.file, each.column, each.reason) for each in first.rejects
    ]
    _write(again, tmp_path / "rejects")
    assert list(_rows(tmp_path / "rejects" / "visits.csv")[0]).count("rejected_because") == 1


def test_a_row_of_the_wrong_length_can_be_mended_too(tmp_path: Path) -> None:
    tables = good_tables()
    tables["events"][1].append("one too many")
    _write(read_extract(write_tables(tables, tmp_path / "extract")), tmp_path / "rejects")
    _mend(tmp_path / "rejects" / "events.csv", ",one too many", "")
    assert read_extract(tmp_path / "rejects").rejects == ()


def test_rejects_keep_the_layout_of_the_file_and_its_mapping(tmp_path: Path) -> None:
    tables = good_tables()
    tables["orders"][0][2] = "Type"
    set_cell(tables, "orders", 2, "Type", "ASBO")
    write_tables(tables, tmp_path / "extract")
    (tmp_path / "extract" / "orders.csv").rename(tmp_path / "extract" / "court.txt")
    mapping = tmp_path / "mine.toml"
    mapping.write_text('[orders]\nfile = "court.txt"\n[orders.columns]\nType = "kind"\n')
    _write(read_extract(tmp_path / "extract", mapping), tmp_path / "rejects")
    _mend(tmp_path / "rejects" / "court.txt", "ASBO", "SHPO")
    assert read_extract(tmp_path / "rejects", mapping).rejects == ()


def test_no_cell_of_the_rejects_is_a_formula(tmp_path: Path) -> None:
    tables = good_tables()
    set_cell(tables, "offenders", 2, "risk_level", "=HYPERLINK(1)")
    set_cell(tables, "offenders", 2, "family_name", "@SUM(1)")
    _write(read_extract(write_tables(tables, tmp_path / "extract")), tmp_path / "rejects")
    for path in (tmp_path / "rejects").iterdir():
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert not [cell for row in csv.reader(file) for cell in row if cell[:1] in tuple("=+-@")]
    again = read_extract(tmp_path / "rejects")
    assert again.rejects[0].value == "=HYPERLINK(1)"


def test_an_extract_with_an_unreadable_file_is_not_copied_without_it(tmp_path: Path) -> None:
    folder = write_good_extract(tmp_path / "extract")
    (folder / "separations.csv").write_bytes(b"")
    assert not _write(read_extract(folder), tmp_path / "rejects")
    assert [path.name for path in (tmp_path / "rejects").iterdir()] == ["rejects.csv"]


def test_the_list_alone_goes_into_a_file(tmp_path: Path) -> None:
    _write(read_extract(_write_broken(tmp_path / "extract")), tmp_path / "mine.csv")
    assert len(_rows(tmp_path / "mine.csv")) == 3


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    reading = read_extract(_write_broken(tmp_path / "extract"))
    for name in ("letter.txt", "rejects.csv"):
        (tmp_path / "mine").mkdir(exist_ok=True)
        (tmp_path / "mine" / name).write_text("dear")
        with pytest.raises(ExtractRefusedError, match="holds other things than rejects"):
            _write(reading, tmp_path / "mine")
    assert sorted(path.name for path in (tmp_path / "mine").iterdir()) == ["letter.txt", "rejects.csv"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["extract", "mine"]


def test_the_extract_itself_is_never_overwritten(tmp_path: Path) -> None:
    folder = _write_broken(tmp_path / "extract")
    with pytest.raises(ExtractRefusedError, match="holds other things than rejects"):
        _write(read_extract(folder), folder)
