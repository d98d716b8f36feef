"""Many forces at once: each gets the plan that it would get alone, and none stops another."""

import json
from collections.abc import Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rso_planner.cli.exit_codes import ExitCode
from rso_planner.cli.main import run
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.files.extract_writing import write_extract
from rso_planner.files.force_model_file import force_model_path, read_force_model
from rso_planner.files.policy_file import read_policy
from rso_planner.storage.audit import load_audit_events
from rso_planner.storage.store import open_store
from rso_planner.synthesis.force import draw_force
from rso_planner.use_cases.load_extract import load_extract
from rso_planner.use_cases.plan_forces import ForceOutcome, ForcesProgress, outcome_of, plan_forces
from rso_planner.use_cases.plan_week import PlanWish, plan_week
from rso_planner.use_cases.recording import Asking

AS_OF = date(2026, 11, 20)
WISH = PlanWish(week=date(2026, 11, 23), seconds=0.2)
Planned = tuple[Path, Sequence[ForcesProgress], dict[str, str]]
"""The folder of the plans, the progress shown, and the hash of each force's plan."""

NAMES = ("ardenmock", "borofake", "cumbersham")


def write_force(folder: Path, seed: int, policy: PlanningPolicy) -> None:
    model = replace(
        read_force_model(force_model_path("merseyside-2018")),
        registered=60,
        in_community=45,
        very_high_in_community=1,
        high_in_community=8,
        reactive=2,
        prevention_orders=25,
        visits_overdue=6,
        ever_assessed=20,
        officers_fte=2.4,
    )
    folder.mkdir(parents=True)
    write_extract(draw_force(model, policy, AS_OF, seed), folder)


def asking(database: Path) -> Asking:
    return Asking(
        database_url=f"sqlite:///{database}", actor="made-up-user", now=datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    )


@pytest.fixture(scope="module")
def forces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three small forces, one as `synth` writes it, and files that are no force."""
    folder = tmp_path_factory.mktemp("forces")
    for seed, place in enumerate((NAMES[0], f"{NAMES[1]}/extract", NAMES[2]), start=1):
        write_force(folder / place, seed, read_policy())
    (folder / "notes").mkdir()
    (folder / "read-me.txt").write_text("no force", "utf-8")
    return folder


@pytest.fixture(scope="module")
def planned(forces: Path, tmp_path_factory: pytest.TempPathFactory) -> Planned:
    """The three forces planned by two processes."""
    out, seen = tmp_path_factory.mktemp("plans"), list[ForcesProgress]()
    found = plan_forces(asking(out / "unused.db"), WISH, forces, out, 2, seen.append)
    return out, seen, {each.force: each.plan_hash for each in found.outcomes}


def test_each_force_gets_the_plan_that_it_gets_alone(forces: Path, planned: Planned, tmp_path: Path) -> None:
    _, _, hashes = planned
    assert tuple(hashes) == NAMES
    assert len(set(hashes.values())) == 3
    for name, extract in zip(
        NAMES, (forces / NAMES[0], forces / NAMES[1] / "extract", forces / NAMES[2]), strict=True
    ):
        alone = asking(tmp_path / f"{name}.db")
        load_extract(alone, extract)
        assert plan_week(alone, WISH).plan_hash == hashes[name]


def test_each_force_has_its_papers_and_its_own_audit(
    planned: Planned,
) -> None:
    out, _, _ = planned
    for name in NAMES:
        assert (out / name / "report.html").exists()
        with open_store(f"sqlite:///{out / name / 'rso_planner.db'}") as store, store.transaction() as connection:
            commands = [each.command for each in load_audit_events(connection)]
        assert commands == ["load", "plan", "plan", "plan --out"]
    assert not (out / "unused.db").exists()


def test_progress_counts_the_forces(planned: Planned) -> None:
    _, seen, _ = planned
    assert [(each.done, each.of) for each in seen] == [(1, 3), (2, 3), (3, 3)]
    assert sorted(each.force for each in seen) == sorted(NAMES)


def test_the_sums_add_up_values_and_bounds_of_what_is_maximised(forces: Path, tmp_path: Path) -> None:
    found = plan_forces(asking(tmp_path / "unused.db"), WISH, forces, tmp_path, 1)
    assert [each.name for each in found.sums][:1] == ["high_risk_visits"]
    assert {"travel", "even_hours"}.isdisjoint(each.name for each in found.sums)
    for place, each in enumerate(found.sums):
        assert each.value == sum(outcome.objectives[place].value for outcome in found.outcomes)
        assert each.bound == sum(outcome.objectives[place].bound for outcome in found.outcomes)


def test_a_force_that_is_refused_does_not_stop_the_others(
    policy: PlanningPolicy, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for seed, name in enumerate(("good", "broken"), start=1):
        write_force(tmp_path / "forces" / name, seed, policy)
    offenders = tmp_path / "forces" / "broken" / "offenders.csv"
    offenders.write_text(offenders.read_text("utf-8-sig").replace(",community,", ",heaven,", 1), "utf-8")
    arguments = ["plan", "--week", "2026-11-23", "--seconds", "0.2", "--json"]
    code = run([*arguments, "--force-folder", str(tmp_path / "forces"), "--out", str(tmp_path / "plans")])
    said = capsys.readouterr()
    answer = {each["force"]: each for each in json.loads(said.out)["forces"]}
    assert code == ExitCode.INPUT_REFUSED
    assert answer["good"]["plan_hash"]
    assert answer["broken"]["plan_hash"] is None
    assert "broken has no plan: the extract has 1 error: see " in said.err
    assert (tmp_path / "plans" / "broken" / "rejects").exists()


def test_a_worker_that_is_ended_from_outside_is_a_fault_of_its_force_alone() -> None:
    ended: Future[ForceOutcome] = Future()
    ended.set_exception(BrokenProcessPool("made up"))
    outcome = outcome_of(ended, "ardenmock")
    assert (outcome.force, outcome.is_fault) == ("ardenmock", True)
    assert outcome.refusal == "a process of the planner was ended from outside"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--force-folder", "."], "Say where the plans of the forces go: --force-folder needs --out DIR.\n"),
        (["--force-folder", "absent", "--out", "plans"], "There is no folder absent.\n"),
        (["--force-folder", ".", "--out", "plans"], "The folder . holds no extract of a force.\n"),
        (["--workers", "2"], "--workers goes with --force-folder.\n"),
    ],
)
def test_wrong_use_is_said(
    options: list[str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["plan", "--week", "2026-11-23", *options]) == ExitCode.WRONG_USE
    assert capsys.readouterr().err == sentence
