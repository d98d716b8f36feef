"""The command line's frame: exit codes, plain messages, and a quick --help."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from rso_planner import __version__
from rso_planner.cli.exit_codes import INTERNAL_ERROR, INTERRUPTED, ExitCode, exit_code_of
from rso_planner.cli.main import app, run
from rso_planner.domain.refusal import (
    InputRefusedError,
    NoPlanError,
    PermissionRefusedError,
    RefusedError,
    WrongUseError,
)
from rso_planner.settings import DATABASE_VARIABLE, DEBUG_VARIABLE, USER_VARIABLE, read_settings

HEAVY = ("alembic", "holidays", "numpy", "ortools", "pandas", "pydantic", "rich", "sqlalchemy", "xlsxwriter")


@pytest.fixture
def failing(request: pytest.FixtureRequest) -> Iterator[None]:
    """A command `fail` that raises what the test asks for."""

    def fail() -> None:
        raise request.param

    app.command("fail")(fail)
    yield
    app.registered_commands.pop()


def test_help_imports_nothing_heavy() -> None:
    asked = (
        "import sys; from rso_planner.cli.main import run; code = run(['--help']); "
        f"print(code, [name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "0 []"
    assert "The weekly planning desk" in done.stdout


def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    commands = typer.main.get_group(app).commands
    assert {"load", "upgrade"} <= set(commands)
    for name in commands:
        assert run([name, "--help"]) == ExitCode.DONE
        shown = capsys.readouterr().out
        assert f"rso-planner {name}" in shown


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == ExitCode.DONE
    assert capsys.readouterr().out == f"rso-planner {__version__}\n"


@pytest.mark.parametrize("arguments", [["nonsense"], ["load"], ["load", "x", "--nonsense"], ["--database"], []])
def test_wrong_use_is_told_on_standard_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == ExitCode.WRONG_USE
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    assert "Usage: rso-planner" in captured.err or "Error: " in captured.err


@pytest.mark.parametrize(
    ("refusal", "code"),
    [
        (WrongUseError("x"), 2),
        (InputRefusedError("x"), 3),
        (NoPlanError("x"), 4),
        (PermissionRefusedError("x"), 5),
        (RefusedError("x"), 2),
    ],
)
def test_each_refusal_has_the_exit_code_of_the_contract(refusal: RefusedError, code: int) -> None:
    assert exit_code_of(refusal) == code


@pytest.mark.parametrize("failing", [InputRefusedError("The extract is torn.")], indirect=True)
def test_a_refusal_is_one_sentence(failing: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fail"]) == ExitCode.INPUT_REFUSED
    assert capsys.readouterr() == ("", "The extract is torn.\n")


@pytest.mark.parametrize("failing", [KeyError("Zzample, Zoë")], indirect=True)
def test_a_fault_of_ours_shows_neither_a_traceback_nor_a_record(
    failing: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(DEBUG_VARIABLE, raising=False)
    assert run(["fail"]) == INTERNAL_ERROR
    shown = capsys.readouterr().err
    assert "Something went wrong inside the planner (KeyError" in shown
    assert "Traceback" not in shown
    assert "Zzample" not in shown


@pytest.mark.parametrize("failing", [KeyError("details")], indirect=True)
def test_a_developer_may_see_the_traceback(failing: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DEBUG_VARIABLE, "1")
    with pytest.raises(KeyError, match="details"):
        run(["fail"])


@pytest.mark.parametrize("failing", [KeyboardInterrupt(), typer.Abort()], indirect=True)
def test_stopping_by_hand_is_no_fault(failing: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fail"]) == INTERRUPTED
    shown = capsys.readouterr().err
    assert "Nothing that was not finished has been saved." in shown
    assert "Traceback" not in shown


def test_the_option_wins_over_the_environment_and_that_over_the_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(DATABASE_VARIABLE, raising=False)
    monkeypatch.setenv(USER_VARIABLE, "made-up-user")
    assert read_settings().database_url == "sqlite:///rso_planner.db"
    assert read_settings().actor == "made-up-user"
    monkeypatch.setenv(DATABASE_VARIABLE, "sqlite:///other.db")
    assert read_settings().database_url == "sqlite:///other.db"
    assert read_settings("sqlite:///mine.db").database_url == "sqlite:///mine.db"


def test_the_login_name_is_the_actor_where_nothing_else_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(USER_VARIABLE, raising=False)
    monkeypatch.setenv("LOGNAME", "made-up-login")
    assert read_settings().actor == "made-up-login"


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rso_planner", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"rso-planner {__version__}\n"


def test_a_store_that_is_not_there_is_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["--database", "nonsense", "upgrade"]) == ExitCode.WRONG_USE
    assert "The address of the store cannot be read" in capsys.readouterr().err
    assert json.dumps([path.name for path in tmp_path.iterdir()]) == "[]"
