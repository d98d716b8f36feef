"""Every trap bites: without its handling the tests that are named for it fail, and with it they pass."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.traps.table import TRAPS, Handling

ROOT = Path(__file__).parents[2]
HANDLINGS = [handling for trap in TRAPS for handling in trap.handled]
COPIED = ("rso_planner", "models", "scenarios", "tests")
# What pytest says of a test that looked and found something else; a planner that breaks down proves nothing.
LOOKED = re.compile(
    r"^FAILED (?P<test>\S+?)(\[.*\])? - (assert|AssertionError|Failed: DID NOT RAISE)", re.MULTILINE
)


def words_of(handling: Handling) -> str:
    return f"{Path(handling.file).stem}-{HANDLINGS.index(handling)}"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the planner in which every test of the table has passed."""
    folder = tmp_path_factory.mktemp("traps")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name)
    ran = run_tests(folder, sorted({test for handling in HANDLINGS for test in handling.tests}))
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return folder


def run_tests(folder: Path, tests: list[str]) -> subprocess.CompletedProcess[str]:
    """Run the tests in the copy, on the copy's own package."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(folder),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "COLUMNS": "1000",  # pytest cuts the reason of a failure at the width of the screen
    }
    return subprocess.run(
        [sys.executable, "-B", "-m", "pytest", "-q", "--tb=line", "-p", "no:cacheprovider", *tests],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("handling", HANDLINGS, ids=words_of)
def test_without_its_handling_the_trap_bites(copy: Path, handling: Handling) -> None:
    place = copy / handling.file
    source = place.read_text("utf-8")
    assert source.count(handling.fragment) == 1, (
        f"{handling.file} has changed: the fragment of tests/traps/table.py stands there "
        f"{source.count(handling.fragment)} times, not once: {handling.fragment!r}"
    )
    before = place.stat()
    try:
        place.write_text(source.replace(handling.fragment, handling.without), "utf-8")
        ran = run_tests(copy, list(handling.tests))
    finally:
        place.write_text(source, "utf-8")
        os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))
    failed = {found["test"] for found in LOOKED.finditer(ran.stdout)}
    assert failed == set(handling.tests), ran.stdout + ran.stderr


def test_each_trap_is_handled_here_or_it_is_said_where() -> None:
    assert len(TRAPS) == 18
    assert len({trap.words for trap in TRAPS}) == len(TRAPS)
    assert all(bool(trap.handled) is not bool(trap.elsewhere) for trap in TRAPS)
    assert all(handling.tests and handling.fragment != handling.without for handling in HANDLINGS)
