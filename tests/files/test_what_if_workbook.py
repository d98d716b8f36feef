"""whatif.xlsx read back: its sheets, its sentences, every figure with its unit."""

from dataclasses import replace
from pathlib import Path

from python_calamine import CalamineWorkbook

from rso_planner.domain.measure_words import MEASURE_WORDS
from rso_planner.domain.what_if import WhatIf
from rso_planner.files.what_if_workbook import write_what_if_workbook
from tests.drawing.what_ifs import (
    ACCURACY,
    AS_IS,
    ASSUMPTIONS,
    HALVED,
    make_curves,
    make_small_what_if,
    make_what_if,
    make_what_if_without_officers,
)


def read(what_if: WhatIf, folder: Path) -> dict[str, list[list[object]]]:
    """Every sheet."""
    path = folder / "whatif.xlsx"
    write_what_if_workbook(what_if, ASSUMPTIONS, ACCURACY, path)
    book = CalamineWorkbook.from_path(str(path))
    return {
        name: [list[object](row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names
    }


def listed(rows: list[list[object]], heading: str) -> list[dict[str, object]]:
    """The rows below a heading, by the names of their columns."""
    start = next(place for place, row in enumerate(rows) if row[0] == heading)
    names = [str(name) for name in rows[start]]
    return [dict(zip(names, row, strict=True)) for row in rows[start + 1 :]]


def words(rows: list[list[object]]) -> str:
    """All text of a sheet."""
    return "\n".join(str(cell) for row in rows for cell in row if cell != "")


def test_sheets_stand_in_the_order_of_use(tmp_path: Path) -> None:
    assert list(read(make_small_what_if(), tmp_path)) == [
        "Summary",
        "Differences",
        "Weekly",
        "Scenarios",
        "Assumptions",
    ]


def test_the_summary_has_the_sentences_the_breach_and_the_key_figures(tmp_path: Path) -> None:
    rows = read(make_small_what_if(), tmp_path)["Summary"]
    text = words(rows)
    assert "After a year, 3 people at high or very high risk would be overdue a visit instead of 41" in text
    assert "Breach: Departs from the practice of two officers at each visit." in text
    assert ACCURACY in text
    as_it_is, halved, lone = listed(rows, "Scenario")[:3]
    assert (as_it_is["Scenario"], as_it_is["Overdue a visit, people"]) == ("As it is", 560)
    assert round(float(str(halved["ARMS current, % of the people in the community"])), 6) == 97
    assert lone["Scenario"] == "One officer at low risk (breach)"


def test_every_measure_of_every_scenario_has_its_difference(tmp_path: Path) -> None:
    rows = listed(read(make_small_what_if(), tmp_path)["Differences"], "Scenario")
    assert len(rows) == 2 * len(MEASURE_WORDS)
    first, chance = rows[0], rows[len(MEASURE_WORDS)]
    assert (first["Baseline"], first["Scenario's figure"], first["Difference"]) == (560, 212, -348)
    assert first["Told from chance"] == "fewer"
    assert (chance["From"], chance["To"], chance["Told from chance"]) == (-6, 2, "may be chance")
    arms = next(row for row in rows if row["Measure"] == "ARMS current")
    assert round(float(str(arms["Difference"])), 6) == 50
    assert (arms["Unit"], arms["Told from chance"]) == ("% of the people in the community", "more")
    assert rows[-1]["Told from chance"] == "no difference"


def test_weekly_figures_have_a_column_for_each_scenario_and_a_row_for_each_measure_and_week(
    tmp_path: Path,
) -> None:
    rows = listed(read(make_small_what_if(), tmp_path)["Weekly"], "Measure")
    assert len(rows) == 52 * len(MEASURE_WORDS)
    last = rows[51]
    assert (last["Measure"], last["Week"], str(last["Monday"])) == ("Overdue a visit", 52, "2027-11-22")
    assert (last["As it is"], last["As it is, from"], last["As it is, to"]) == (560, 504, 616)
    assert last["One officer at low risk (breach)"] == 558


def test_a_single_run_has_no_bands_and_no_intervals(tmp_path: Path) -> None:
    sheets = read(make_what_if(make_curves(HALVED, AS_IS, 13), replications=1), tmp_path)
    head = next(row for row in sheets["Weekly"] if row[0] == "Measure")
    assert head == ["Measure", "Unit", "Week", "Monday", "As it is", "50 people to an officer"]
    first = listed(sheets["Differences"], "Scenario")[0]
    assert (first["From"], first["To"]) == ("", "")
    assert "A single run cannot tell a difference from chance." in words(sheets["Differences"])


def test_a_figure_that_cannot_be_given_is_not_available_and_never_0(tmp_path: Path) -> None:
    sheets = read(make_what_if_without_officers(), tmp_path)
    ratio = next(
        row for row in listed(sheets["Differences"], "Scenario") if row["Measure"] == "People to an officer"
    )
    assert ratio["Scenario's figure"] == ratio["Difference"] == "not available"
    assert ratio["Told from chance"] == ""
    weekly = [row for row in listed(sheets["Weekly"], "Measure") if row["Measure"] == "People to an officer"]
    assert {row["Nobody is left"] for row in weekly} == {""}


def test_scenarios_and_assumptions_are_told(tmp_path: Path) -> None:
    sheets = read(make_small_what_if(), tmp_path)
    halved = listed(sheets["Scenarios"], "Scenario")[1]
    assert halved["File"] == "made-up-50.toml"
    assert halved["What it changes"] == (
        "From week 1: as many offender managers as make 50 people in the community to one."
    )
    assert [row["Figure"] for row in listed(sheets["Assumptions"], "Of the")] == ["growth", "preparation"]


def test_a_title_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    hostile = replace(HALVED, title='=HYPERLINK("http://made.up")')
    sheets = read(make_what_if(make_curves(hostile, AS_IS, 13)), tmp_path)
    assert listed(sheets["Differences"], "Scenario")[0]["Scenario"] == '=HYPERLINK("http://made.up")'


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    write_what_if_workbook(make_small_what_if(), ASSUMPTIONS, ACCURACY, one)
    write_what_if_workbook(make_small_what_if(), ASSUMPTIONS, ACCURACY, two)
    assert one.read_bytes() == two.read_bytes()
