"""The house of ARCHITECTURE.md: who imports what, names, sizes, docstrings; each check is shown to bite."""

import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.house import PACKAGE, House, Room, find_cycle, function_lengths, public_parts

TOP = Path(__file__).parent.parent
ROOMS = frozenset({"drawing", "files", "forecast", "planning", "reconciliation", "storage", "synthesis"})
TABLE = {
    "domain": Room(libraries=frozenset({"holidays"})),
    "drawing": Room(frozenset({"domain"}), frozenset({"jinja2"})),
    "forecast": Room(frozenset({"domain"}), frozenset({"numpy"})),
    # numpy holds the columns of a pandas table.
    "files": Room(
        frozenset({"domain"}),
        frozenset({"icalendar", "numpy", "pandas", "python_calamine", "xlsxwriter"}),
    ),
    "planning": Room(frozenset({"domain"}), frozenset({"numba", "numpy", "ortools"})),
    "reconciliation": Room(frozenset({"domain"}), frozenset({"rapidfuzz"})),
    "storage": Room(frozenset({"domain"}), frozenset({"alembic", "sqlalchemy"})),
    "synthesis": Room(frozenset({"domain"})),
    "use_cases": Room(ROOMS | {"domain"}),
    "cli": Room(frozenset({"domain", "settings", "use_cases"}), frozenset({"rich", "typer"})),
    "settings": Room(),
    "__main__": Room(frozenset({"cli"})),
    "": Room(),
}
"""For each package: what it may import of ours beside itself, and its libraries beside the standard one."""

BANNED_NAMES = frozenset({"utils", "helpers", "common", "misc", "base", "manager", "handler", "data", "info"})
BANNED_WORDS = frozenset({"utils", "helpers", "misc"})
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 50
SHOWN_IN_THE_TAIL = 8


def imports_outside_the_table(house: House) -> Iterator[str]:
    """Imports that the table does not allow."""
    for each in house.imports:
        may = TABLE.get(each.room, Room())
        library = each.imported.split(".")[0]
        if library == PACKAGE:
            allowed = each.imported_room in {"", each.room} | may.ours
        else:
            allowed = library in may.libraries or library in sys.stdlib_module_names
        if not allowed:
            yield f"{each.importer} imports {each.imported}"


def rooms_outside_the_table(house: House) -> Iterator[str]:
    """Packages and modules at the top that the table does not name."""
    for room in sorted({each.split(".")[1] for each in house.tree_by_module if "." in each}):
        if room not in TABLE:
            yield f"{room} is not in the table"


def holidays_outside_its_file(house: House) -> Iterator[str]:
    """Modules other than `working_days` that import the calendar of bank holidays."""
    for each in house.imports:
        if each.imported.split(".")[0] == "holidays" and each.importer != f"{PACKAGE}.domain.working_days":
            yield f"{each.importer} imports holidays"


def relative_imports(house: House) -> Iterator[str]:
    """Imports that start with a dot."""
    yield from (f"{each.importer} imports relatively" for each in house.imports if each.is_relative)


def rings(house: House) -> Iterator[str]:
    """Modules that import one another in a ring."""
    yield from (f"{module} is in a ring of imports" for module in find_cycle(house))


def banned_names(house: House) -> Iterator[str]:
    """Modules whose name says nothing."""
    for module in house.tree_by_module:
        name = module.split(".")[-1]
        if name in BANNED_NAMES or BANNED_WORDS.intersection(name.split("_")):
            yield f"{module} has a name that says nothing"


def parts_without_docstring(house: House) -> Iterator[str]:
    """Modules, public functions, classes and methods that do not say what they are."""
    for module, tree in house.tree_by_module.items():
        if ast.get_docstring(tree) is None and tree.body:
            yield f"{module} has no docstring"
        for name, part in public_parts(tree):
            if ast.get_docstring(part) is None:
                yield f"{module}.{name} has no docstring"


def long_functions(house: House) -> Iterator[str]:
    """Functions above the limit."""
    for module, tree in house.tree_by_module.items():
        for name, lines in function_lengths(tree):
            if lines > MOST_LINES_OF_A_FUNCTION:
                yield f"{module}.{name} has {lines} lines"


def long_files(house: House) -> Iterator[str]:
    """Files above the limit, of the package, the tests and the benchmarks."""
    for path, lines in file_lengths(house.top):
        if lines > MOST_LINES_OF_A_FILE:
            yield f"{path} has {lines} lines"


def file_lengths(top: Path) -> Iterator[tuple[str, int]]:
    """Every Python file of the package, the tests and the benchmarks with its lines."""
    for folder in (PACKAGE, "tests", "benchmarks"):
        for path in sorted((top / folder).rglob("*.py")):
            yield path.relative_to(top).as_posix(), len(path.read_text("utf-8").splitlines())


CHECKS = (
    imports_outside_the_table,
    rooms_outside_the_table,
    holidays_outside_its_file,
    relative_imports,
    rings,
    banned_names,
    parts_without_docstring,
    long_functions,
    long_files,
)
Check = Callable[[House], Iterator[str]]

SAYS_SO = '"""A module."""\n'
BREACHES: tuple[tuple[Check, str, str], ...] = (
    (imports_outside_the_table, "domain/due.py", "import pandas\n"),
    (imports_outside_the_table, "domain/due.py", "from rso_planner.files.shipped import shipped_file\n"),
    (imports_outside_the_table, "files/plan.py", "from rso_planner.planning import solve\n"),
    (imports_outside_the_table, "synthesis/force.py", "import numpy as np\n"),
    (imports_outside_the_table, "storage/rows.py", "def read():\n    import ortools.sat\n"),
    (imports_outside_the_table, "cli/due.py", "def due():\n    from rso_planner.files import due_json\n"),
    (imports_outside_the_table, "cli/due.py", "from rso_planner import storage\n"),
    (imports_outside_the_table, "use_cases/plan_week.py", "from rso_planner.cli.due import due\n"),
    (rooms_outside_the_table, "cellar/wine.py", ""),
    (holidays_outside_its_file, "domain/due.py", "from holidays import country_holidays\n"),
    (relative_imports, "domain/due.py", "from . import force\n"),
    (relative_imports, "domain/due.py", "from .force import Force\n"),
    (rings, "domain/due.py", "from rso_planner.domain import force\n"),
    (banned_names, "domain/utils.py", ""),
    (banned_names, "domain/plan_helpers.py", ""),
    (parts_without_docstring, "domain/due.py", "def find_tasks(): ...\n"),
    (parts_without_docstring, "domain/due.py", "class Task:\n    '''Work.'''\n    def days(self): ...\n"),
    (long_functions, "domain/due.py", "def _walk():\n" + "    pass\n" * MOST_LINES_OF_A_FUNCTION),
    (long_files, "domain/due.py", "\n" * MOST_LINES_OF_A_FILE),
)


@pytest.fixture(scope="module")
def house() -> House:
    """The planner's own source."""
    return House(TOP)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_house_keeps_its_table(check: Check, house: House) -> None:
    assert list(check(house)) == []


@pytest.mark.parametrize(
    ("check", "file", "source"), BREACHES, ids=[f"{check.__name__}-{file}" for check, file, _ in BREACHES]
)
def test_a_planted_breach_is_found(check: Check, file: str, source: str, tmp_path: Path) -> None:
    def plant(path: str, text: str) -> None:
        planted = tmp_path / PACKAGE / path
        planted.parent.mkdir(parents=True, exist_ok=True)
        planted.write_text(SAYS_SO + text, "utf-8")

    plant("storage/__init__.py", "")
    plant("domain/force.py", "from rso_planner.domain.due import find_tasks\n")
    assert list(check(House(tmp_path))) == [], "the house without the breach is sound"

    plant(file, source)
    assert len(list(check(House(tmp_path)))) >= 1


def test_every_check_has_its_breach() -> None:
    assert {check for check, _, _ in BREACHES} == set(CHECKS)


def test_the_libraries_of_the_table_are_those_declared() -> None:
    settings = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
    declared = {re.split(r"[<>=\[]", each)[0] for each in settings["project"]["dependencies"]}
    assert {library.replace("_", "-") for room in TABLE.values() for library in room.libraries} == declared


def test_the_tail_is_known(house: House) -> None:
    """The longest files and functions and the tests' share are printed (`pytest -rP`); no figure is asserted."""
    files = sorted(file_lengths(TOP), key=lambda each: -each[1])
    functions = sorted(
        (
            (f"{module}.{name}", lines)
            for module, tree in house.tree_by_module.items()
            for name, lines in function_lengths(tree)
        ),
        key=lambda each: -each[1],
    )
    for name, lines in [*files[:SHOWN_IN_THE_TAIL], *functions[:SHOWN_IN_THE_TAIL]]:
        print(f"{lines:>5}  {name}")
    ours = sum(lines for name, lines in files if name.startswith(PACKAGE))
    tests = sum(lines for name, lines in files if name.startswith("tests/"))
    print(f"{tests:,} lines of tests to {ours:,} of code: {tests / ours:.2f}")
    assert files
    assert functions
