"""`rso-planner --help`: every command with its sentence, and at once."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import typer.main

from rso_planner.cli.main import app

COMMANDS = Path(__file__).parents[2] / "rso_planner" / "cli"
# pydantic is missing here on purpose: typer itself imports it to read the dates and paths of a command.
HEAVY = frozenset(
    {
        "alembic",
        "holidays",
        "icalendar",
        "jinja2",
        "numpy",
        "ortools",
        "pandas",
        "python_calamine",
        "rich",
        "sqlalchemy",
        "xlsxwriter",
    }
)
SHOW_WHAT_WAS_IMPORTED = """
import json, sys
from rso_planner.cli.main import run
code = run(sys.argv[1:])
print(json.dumps({"code": code, "modules": sorted({name.split(".")[0] for name in sys.modules})}), file=sys.stderr)
"""


def run_in_a_new_process(*arguments: str) -> tuple[str, set[str]]:
    """What the command prints, and the top names of the modules that it imported."""
    done = subprocess.run(
        [sys.executable, "-c", SHOW_WHAT_WAS_IMPORTED, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "COLUMNS": "80"},
    )
    told = json.loads(done.stderr.splitlines()[-1])
    assert told["code"] == 0
    return done.stdout, set(told["modules"])


def command_sentences() -> dict[str, str]:
    """The first sentence of each registered command's docstring by the command's name."""
    group: Any = typer.main.get_command(app)
    return {
        name: command.help.splitlines()[0].split(". ")[0].rstrip(".") for name, command in group.commands.items()
    }


def test_help_lists_every_command_with_its_sentence() -> None:
    shown, _ = run_in_a_new_process("--help")
    sentences = command_sentences()
    assert sentences
    for name, sentence in sentences.items():
        line = next(line for line in shown.splitlines() if line.startswith(f"  {name} "))
        assert line.split(None, 1)[1] == f"{sentence}.", "a sentence that is cut short says too little"


def test_every_command_file_is_registered() -> None:
    registered = set(command_sentences())
    names = {path: path.stem.replace("_", "-") for path in COMMANDS.glob("*.py")}
    documented = {
        name
        for path, name in names.items()
        if ast.get_docstring(ast.parse(path.read_text("utf-8"))) == f"`rso-planner {name}`."
    }
    assert registered == documented


def test_help_imports_no_heavy_library() -> None:
    _, modules = run_in_a_new_process("--help")
    assert modules & (HEAVY | {"pydantic"}) == set()


def test_the_help_of_a_command_imports_no_heavy_library() -> None:
    shown, modules = run_in_a_new_process("plan", "--help")
    assert "--week" in shown
    assert modules & HEAVY == set()


def test_the_look_at_imports_would_see_one(tmp_path: Path) -> None:
    _, modules = run_in_a_new_process("--database", f"sqlite:///{tmp_path}/new.db", "upgrade")
    assert {"sqlalchemy", "alembic"} <= modules
