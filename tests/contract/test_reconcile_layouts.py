"""Exports of people, of visits and of assessments beside one another, as CSV and as workbooks."""

import csv
from pathlib import Path

from tests.contract.extracts import Desk, Extract, Row
from tests.contract.registers import Register, cause_of

SEEN, DUE = "2026-04-20", "2026-10-20"


def load(desk: Desk, name: str, rows: list[Row], *options: str) -> str:
    """Load rows as an export; what the command said."""
    path = desk.folder / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(key for row in rows for key in row)))
        writer.writeheader()
        writer.writerows(rows)
    code, out, errors = desk.ask("load-register", str(path), "--mapping", f"register-{name}", *options)
    assert code == 0, errors
    return out


def people_of(extract: Extract, *offender_ids: str) -> list[Row]:
    """Records of people that agree with the extract."""
    register = Register()
    for each in offender_ids:
        register.agree(extract, each, SEEN, DUE)
    return register.rows


def test_an_assessment_export_shows_an_assessment_taken_for_a_visit(desk: Desk, extract: Extract) -> None:
    extract.person("A", seen="2026-11-20", arms="2026-11-01")
    desk.load(extract)
    (record,) = people_of(extract, "A")
    load(desk, "people", [{**record, "last_visit_on": "2026-11-20", "next_visit_due_on": "2026-10-05"}])
    assert cause_of(desk.json("reconcile"), "A") == "UNEXPLAINED"
    arms = {"ViSOR ID": "R-A", "Assessment date": "01/10/2025", "Completed date": "05/10/2025", "Team": "North"}
    later = {**arms, "Assessment date": "01/11/2026", "Completed date": ""}
    load(desk, "arms", [arms, later], "--snapshot", "2026-11-23")
    answer = desk.json("reconcile")
    assert cause_of(answer, "A") == "TYPE"
    assert answer["layout"] == "people"


def test_people_and_visits_are_compared_by_turns(desk: Desk, extract: Extract) -> None:
    """The one that was loaded last is compared, be it for the second time."""
    for person in "AB":
        extract.person(person, seen=SEEN)
    desk.load(extract)
    people = people_of(extract, "A", "B")
    visit = {"register_id": "R-A", "offender_id": "A", "Due date": DUE, "Snapshot date": "2026-11-23"}
    load(desk, "people", people)
    assert desk.json("reconcile")["register_total"] == 2
    load(desk, "visits", [visit])
    answer = desk.json("reconcile")
    assert (answer["layout"], answer["register_total"]) == ("visits", 1)
    assert "beside the register's outstanding visits of 23 November 2026" in desk.ask("reconcile")[1]
    assert "already" not in load(desk, "people", people)
    answer = desk.json("reconcile")
    assert (answer["layout"], answer["register_total"]) == ("people", 2)
    assert "already" in load(desk, "people", people)


def test_a_newer_export_takes_the_place_of_the_older_one(desk: Desk, extract: Extract) -> None:
    extract.person("A", seen=SEEN)
    desk.load(extract)
    people = people_of(extract, "A")
    load(desk, "people", people)
    newer = [{**row, "snapshot_on": "2026-11-24", "next_visit_due_on": "2027-04-20"} for row in people]
    load(desk, "people", newer)
    answer = desk.json("reconcile")
    assert (answer["snapshot_on"], answer["register_total"]) == ("2026-11-24", 0)
    code, _, errors = desk.ask("load-register", str(desk.folder / "older.csv"))
    assert code == 3
    path = Register(rows=people).write(desk.folder)
    code, _, errors = desk.ask("load-register", str(path))
    assert (code, "--force" in errors) == (3, True)
    assert desk.json("reconcile")["snapshot_on"] == "2026-11-24"
    assert desk.ask("load-register", str(path), "--force")[0] == 0
    assert desk.json("reconcile")["snapshot_on"] == "2026-11-23"


def test_a_report_in_a_workbook_is_read_like_a_table(desk: Desk, extract: Extract) -> None:
    extract.person("A", seen=SEEN, register_id="0012")
    extract.person("B", seen=SEEN, register_id="0013", family_name="NA", date_of_birth="1971-02-03")
    desk.load(extract)
    path = _write_report(desk.folder / "report.xlsx")
    code, out, errors = desk.ask("load-register", str(path))
    assert code == 0, errors
    assert "people: 2 records of 22 November 2026" in out
    answer = desk.json("reconcile")
    assert (answer["compared"], answer["people"]) == (2, [])


def _write_report(path: Path) -> Path:
    import xlsxwriter

    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("ViSOR")
        heading = ["ViSOR Ref", "Surname", "DOB", "Current Risk", "Next Visit Due", "Visits Outstanding"]
        sheet.merge_range(0, 0, 0, 5, "Managed nominals (made up)")
        sheet.write(1, 0, "Data as at 22/11/2026")
        rows = [
            heading,
            ["0012", "Madeup", "01/01/1980", "Med", "20/10/2026", 1],
            heading,
            ["0013", "NA", "03/02/1971", "Medium", "20/10/2026", 1],
            ["Total", "", "", "", "", 2],
            ["This report holds personal data and is made up.", "", "", "", "", ""],
        ]
        for number, row in enumerate(rows, start=2):
            sheet.write_row(number, 0, row)
    return path
