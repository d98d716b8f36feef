"""Hostile exports and mappings on the command line: refused in a sentence or borne, and nothing half-loaded."""

from pathlib import Path

import pytest

from tests.contract.extracts import Desk, Extract
from tests.contract.registers import Register, reconcile


def load_with(desk: Desk, mapping: str) -> tuple[int, str]:
    """The exit code and the messages of a load through this mapping."""
    extract, register = Extract(), Register()
    extract.person("A")
    register.agree(extract, "A", "2026-11-20", "2027-05-20")
    path = desk.folder / "hostile.toml"
    path.write_text(mapping, encoding="utf-8")
    code, _, errors = desk.ask("load-register", str(register.write(desk.folder)), "--mapping", str(path))
    return code, errors


@pytest.mark.parametrize(
    "mapping",
    [
        'layout = "people"\n[columns]\n"X" = ["register_id"]\n',
        'layout = "people"\n[columns]\nregister_id = {a = 1}\n',
        'layout = "people"\n[values]\nrisk_level = 3\n',
        'layout = ["people"]\n',
        'layout = "people"\nheading_within = 1e400\n',
        'layout = "people"\nsnapshot = "{date}{date}"\n',
        f'layout = "people"\nunused = {"[" * 5000}{"]" * 5000}\n',
        "\x00",
        "",
    ],
)
def test_a_hostile_mapping_is_refused_in_a_sentence(desk: Desk, mapping: str) -> None:
    code, errors = load_with(desk, mapping)
    assert code == 3, errors
    assert errors.startswith("hostile.toml: ")
    assert desk.ask("reconcile")[0] == 2, "nothing was loaded"


def test_a_phrase_of_any_length_takes_no_time(desk: Desk) -> None:
    phrase = "a " * 20_000 + "{date}"
    code, errors = load_with(desk, f'layout = "people"\nsnapshot = "{phrase}"\n')
    assert code == 0, errors


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("risk_level", "\x1b[31mhigh", 3),
        ("visits_outstanding", "9" * 20, 3),
        ("visits_outstanding", "-1", 3),
        ("visit_interval", "9999 years", 3),
        ("next_visit_due_on", "9999-12-31", 3),
        ("register_id", "R1" * 50_000, 3),
        ("register_id", "#####", 3),
        ("register_id", "1.2E+15", 3),
        ("family_name", '=HYPERLINK("http://made.up","see")', 0),
        ("family_name", "\u202e\u0417\u043e\u0440\u0431\u043b\u0456", 0),
        ("area", "<img src=x onerror=alert(1)>", 0),
    ],
)
def test_a_hostile_cell_is_refused_or_borne(
    desk: Desk, extract: Extract, column: str, value: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.folder)
    register = Register()
    for person in "ABC":
        extract.person(person, seen="2026-04-20", family_name=f"Madeup{person}")
        register.agree(extract, person, "2026-04-20", "2026-10-20")
    register.rows[1][column] = value
    desk.load(extract)
    found, _, errors = desk.ask("load-register", str(register.write(desk.folder)))
    assert found == code, errors
    assert "inside the planner" not in errors
    assert "\x1b" not in errors
    if code:
        assert desk.ask("reconcile")[0] == 2, "nothing was loaded"
        return
    found, _, errors = desk.ask("reconcile", "--out", str(desk.folder / "out.xlsx"))
    assert found == 0, errors
    page = (desk.folder / "out.html").read_text(encoding="utf-8")
    assert "<img" not in page
    for name in ("out.corrections.csv", "out.people.csv"):
        for line in (desk.folder / name).read_text(encoding="utf-8-sig").splitlines():
            assert not any(cell.startswith(("=", '"=')) for cell in line.split(","))


def test_people_who_are_all_alike_take_no_time_and_none_is_lost(desk: Desk, extract: Extract) -> None:
    register = Register()
    extract.person("A")
    for number in range(3000):
        register.agree(extract, "A", "2026-11-20", "2027-05-20", register_id=f"X{number}")
        register.rows[-1]["offender_id"] = ""
    answer = reconcile(desk, extract, register)
    assert sum(line["people"] for line in answer["bridge"]) >= 3000


def test_many_rows_of_one_identifier_are_one_person(desk: Desk, extract: Extract) -> None:
    register = Register()
    extract.person("A", seen="2026-04-20")
    for _ in range(2000):
        register.agree(extract, "A", "2026-04-20", "2026-10-20")
    answer = reconcile(desk, extract, register)
    assert answer["bridge"] == [{"cause": "DUPLICATE", "people": 1999, "effect": 1999}]
    assert (answer["compared"], answer["register_total"]) == (1, 2000)


def test_no_name_stands_in_a_message_a_path_or_the_audit(
    desk: Desk, extract: Extract, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.folder)
    register = Register()
    said: list[str] = []
    for person, name in (("A", "Whisperly"), ("B", "Whisperly")):
        extract.person(person, seen="2026-04-20", family_name=name, given_names="Sotto")
        register.agree(extract, person, "2026-10-20", "2027-04-20", family_name=f"{name}e")
        register.rows[-1]["offender_id"] = ""
    desk.load(extract)
    path = str(register.write(desk.folder))
    for command in (
        ("load-register", path),
        ("reconcile", "--out", str(desk.folder / "out.xlsx")),
        ("pairs", "accept", "R-A", "A"),
        ("pairs", "reject", "R-B", "A"),
        ("reconcile",),
    ):
        code, out, errors = desk.ask(*command)
        assert code == 0, errors
        said += [out, errors]
    register.rows[0]["risk_level"] = "severe"
    code, _, errors = desk.ask("load-register", str(register.write(desk.folder)))
    assert code == 3
    said += [errors, *(str(each) for each in desk.folder.rglob("*")), _audit(desk.folder)]
    assert not any("whisperly" in each.casefold() or "sotto" in each.casefold() for each in said)


def _audit(folder: Path) -> str:
    from sqlalchemy import create_engine, text

    with create_engine(f"sqlite:///{folder / 'store.db'}").connect() as connection:
        return "\n".join(str(tuple(row)) for row in connection.execute(text("select * from audit_events")))
