"""What every test may ask for."""

from pathlib import Path

import pytest
from hypothesis import settings

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.files.policy_file import read_policy

settings.register_profile("usual", deadline=None)
settings.register_profile("slow", deadline=None, max_examples=3000)
settings.load_profile("usual")


@pytest.fixture(scope="session")
def policy() -> PlanningPolicy:
    """The standard policy as it ships."""
    return read_policy()


_SLOW = (
    *("benchmarks", "cli", "contract", "docs", "forecast", "storage", "synthesis", "traps", "use_cases", "whole"),
    *(
        "domain/test_slow_twin.py",
        "files/test_extract_reading.py",
        "files/test_plan_workbook.py",
        "files/test_reconciliation_workbook.py",
        "files/test_register_round_trip.py",
        "planning/columns",
        "planning/explaining",
        "planning/orienteering",
        "planning/reallocating",
        "planning/test_draft_of_plan.py",
        "planning/test_repair.py",
        "planning/test_solve.py",
        "planning/columns/test_engine.py",
        "planning/columns/test_pricing.py",
    ),
)
"""Folders and files under tests/ that run commands, stores, solvers or random histories by the hundred."""


_ONE_PROCESS = ("whole", "traps", "storage/test_postgresql.py")
"""Folders and files whose tests share something dear: a run of the demo, a copy of the tree, a server."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is no quick unit test, and what stays together in one process, by folder or file."""
    here = Path(__file__).parent
    for item in items:
        place = item.path.relative_to(here).as_posix()
        if _stands_in(place, _SLOW):
            item.add_marker(pytest.mark.slow)
        together = next((each for each in _ONE_PROCESS if _stands_in(place, (each,))), None)
        if together is not None:
            item.add_marker(pytest.mark.xdist_group(together))


def _stands_in(place: str, folders_and_files: tuple[str, ...]) -> bool:
    return any(place == each or place.startswith(f"{each}/") for each in folders_and_files)
