"""The workbook of a paper holds every row, nothing that runs, and the same bytes each time."""

import zipfile
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from rso_planner.files.paper_json import make_paper_document
from rso_planner.files.paper_workbook import write_paper_workbook
from tests.drawing.papers import AS_OF, make_paper, make_table

HOSTILE = '=HYPERLINK("https://example.invalid")'


def _sheets(path: Path) -> dict[str, list[list[Any]]]:
    workbook = CalamineWorkbook.from_path(path)
    return {name: workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names}


def test_every_row_is_in_it_with_days_and_figures_as_such(tmp_path: Path) -> None:
    path = tmp_path / "paper.xlsx"
    write_paper_workbook(make_paper(make_table("Many", rows=200, shown=2), make_table("Hidden", shown=0)), path)
    sheets = _sheets(path)
    assert list(sheets) == ["Summary", "Many", "Hidden", "Trend"]
    assert sheets["Many"][3] == ["Who", "Risk", "Due", "Days late", "Why"]
    assert len(sheets["Many"]) == 4 + 200
    assert sheets["Many"][4] == ["P0", "very high", AS_OF, 1000.0, "made up"]
    assert [row[:2] for row in sheets["Summary"][3:5]] == [["People", 1234.0], ["Days", 5.0]]
    assert [row[2] for row in sheets["Trend"][3:]] == [5.0, 0.0, 1234.0]


def test_what_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    path = tmp_path / "paper.xlsx"
    write_paper_workbook(make_paper(make_table(why=HOSTILE), words=HOSTILE), path)
    assert _sheets(path)["Some"][4][4] == HOSTILE
    with zipfile.ZipFile(path) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/")]
    assert sheets
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)


def test_the_same_paper_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    for path in (first, second):
        write_paper_workbook(make_paper(), path)
    assert first.read_bytes() == second.read_bytes()


def test_the_document_has_every_row_by_the_columns_keys() -> None:
    document = make_paper_document(make_paper(make_table("Many Rows", rows=200, shown=2)))
    rows = document["tables"]["many_rows"]["rows"]
    assert len(rows) == 200
    assert rows[0] == {"who": "P0", "risk": "very high", "due": "2026-11-23", "late": 1000, "why": "made up"}
    assert document["trends"][0]["points"][0] == {"as_of": "2026-11-09", "value": 5}
