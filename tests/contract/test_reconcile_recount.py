"""The bridge of a whole synthetic force counted anew from its files: both totals and every line, a slow twin."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.contract.extracts import Answer, Desk
from tests.contract.recount import NOTHING, Count, count_force, count_record, read_rows

AS_OF = date(2026, 11, 23)
BRIDGES = (("people", "bridge", ""), ("visits", "visits_bridge", "visits_"))


@pytest.fixture(scope="module", params=[(3, 0), (5, 7)], ids=["of one day", "a week apart"])
def compared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, Answer]:
    """A synthetic force with its register, and what `reconcile` says of them."""
    seed, lag = request.param
    desk = Desk(tmp_path_factory.mktemp("recount"))
    model = desk.folder / "model.toml"
    table = f'like = "merseyside-2018"\n[register.snapshot_lag]\nvalue = {lag}\nunit = "days"\nassumed = true\n'
    model.write_text(table, encoding="utf-8")
    _must(
        desk, "synth", "--model", str(model), "--as-of", f"{AS_OF}", "--seed", f"{seed}", "--out", f"{desk.folder}"
    )
    _must(desk, "load", str(desk.folder / "extract"))
    _must(desk, "load-register", str(desk.folder / "register.csv"))
    answer = desk.json("reconcile")
    assert answer["snapshot_on"] == f"{AS_OF - timedelta(days=lag)}"
    return desk, answer


def _must(desk: Desk, *arguments: str) -> None:
    code, _, errors = desk.ask(*arguments)
    assert code == 0, errors


def _counts(folder: Path) -> tuple[dict[str, Count], dict[str, Count]]:
    records = {row["register_id"]: count_record(row) for row in read_rows(folder / "register.csv")}
    return count_force(folder / "extract", AS_OF), records


def test_both_totals_are_those_of_the_files(compared: tuple[Desk, Answer]) -> None:
    desk, answer = compared
    force, register = _counts(desk.folder)
    for unit, _, of in BRIDGES:
        assert answer[f"{of}force_total"] == sum(getattr(each, unit) for each in force.values())
        assert answer[f"{of}register_total"] == sum(getattr(each, unit) for each in register.values())


def test_every_line_is_what_its_planted_people_add(compared: tuple[Desk, Answer]) -> None:
    desk, answer = compared
    force, register = _counts(desk.folder)
    for unit, bridge, _ in BRIDGES:
        people: Counter[str] = Counter()
        effects: dict[str, int] = defaultdict(int)
        for line in read_rows(desk.folder / "answer_key.csv"):
            # The second record of a person stands beside one that is counted already.
            ours = NOTHING if line["cause"] == "DUPLICATE" else force.get(line["offender_id"], NOTHING)
            theirs = register.get(line["register_id"], NOTHING)
            people[line["cause"]] += 1
            effects[line["cause"]] += getattr(theirs, unit) - getattr(ours, unit)
        assert {line["cause"]: (line["people"], line["effect"]) for line in answer[bridge]} == {
            cause: (people[cause], effects[cause]) for cause in people
        }


def test_everybody_who_is_listed_has_the_verdicts_of_the_files(compared: tuple[Desk, Answer]) -> None:
    desk, answer = compared
    force, register = _counts(desk.folder)
    for each in answer["people"]:
        if each["cause"] != "DUPLICATE":
            assert each["force_visits"] == force.get(each["offender_id"] or "", NOTHING).visits
            assert each["force_overdue"] == (each["force_visits"] > 0)
        assert each["register_visits"] == register.get(each["register_id"] or "", NOTHING).visits
        assert each["register_overdue"] == (each["register_visits"] > 0)


def test_who_is_not_listed_owes_the_same_on_both(compared: tuple[Desk, Answer]) -> None:
    desk, answer = compared
    force, register = _counts(desk.folder)
    listed = {each["offender_id"] for each in answer["people"]}
    for person in read_rows(desk.folder / "extract" / "offenders.csv"):
        if person["offender_id"] not in listed and person["register_id"] in register:
            assert force[person["offender_id"]] == register[person["register_id"]]


def test_the_parts_and_the_range_fit_the_whole(compared: tuple[Desk, Answer]) -> None:
    _, answer = compared
    for split in ("by_area", "by_officer", "by_risk"):
        for only, effect in (("register_only", 1), ("force_only", -1)):
            of_people = (each["register_overdue"] - each["force_overdue"] for each in answer["people"])
            assert sum(part[only] for part in answer[split]) == list(of_people).count(effect)
        for unit, _, of in BRIDGES:
            for side in ("force_total", "register_total"):
                assert sum(part[unit][side] for part in answer[split]) == answer[f"{of}{side}"]
    policy = answer["policy_overdue"]
    assert 0 <= policy["lowest"] <= answer["force_total"] <= policy["highest"]
