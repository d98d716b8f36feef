"""The wheel carries all that the planner needs away from its repository."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
SHIPPED = "rso_planner/shipped"


@pytest.fixture(scope="module")
def members(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The names of the files in a wheel built from the source."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=TOP,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        return frozenset(opened.namelist())


def files_under(folder: str) -> set[str]:
    """The files of a folder of the repository that are no by-product of running it."""
    found = (path for path in (TOP / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(TOP).as_posix() for path in found}


@pytest.mark.whole_run
def test_the_wheel_holds_the_whole_package(members: frozenset[str]) -> None:
    expected = files_under("rso_planner")
    assert {"rso_planner/drawing/templates/report.html", "rso_planner/storage/migrations/env.py"} <= expected
    assert expected <= members


@pytest.mark.whole_run
@pytest.mark.parametrize("folder", ["models", "scenarios"])
def test_the_wheel_holds_the_folders_of_models_and_scenarios(members: frozenset[str], folder: str) -> None:
    expected = {f"{SHIPPED}/{file}" for file in files_under(folder)}
    assert expected
    assert expected <= members


@pytest.mark.whole_run
def test_the_wheel_holds_nothing_else(members: frozenset[str]) -> None:
    tops = {member.split("/")[0] for member in members}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"rso_planner"}


@pytest.mark.whole_run
def test_the_wheel_installs_the_command(members: frozenset[str]) -> None:
    assert any(member.endswith(".dist-info/entry_points.txt") for member in members)
