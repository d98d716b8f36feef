"""A desk with a store of its own for every outside check."""

import shutil
from pathlib import Path

import pytest

from tests.contract.extracts import Desk, Extract


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store set up once by `upgrade`; each desk has a copy, because setting up costs more than a test."""
    desk = Desk(tmp_path_factory.mktemp("empty"))
    code, _, errors = desk.ask("upgrade")
    assert code == 0, errors
    return desk.folder / "store.db"


@pytest.fixture
def desk(tmp_path: Path, empty_store: Path) -> Desk:
    shutil.copy(empty_store, tmp_path / "store.db")
    return Desk(tmp_path)


@pytest.fixture
def extract() -> Extract:
    """An extract with two officers and nobody to visit yet."""
    made = Extract()
    made.officer("OM1")
    made.officer("OM2")
    return made
