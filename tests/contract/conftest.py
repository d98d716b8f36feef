"""A desk with a store of its own for every outside check."""

from pathlib import Path

import pytest

from tests.contract.extracts import Desk, Extract


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def extract() -> Extract:
    """An extract with two officers and nobody to visit yet."""
    made = Extract()
    made.officer("OM1")
    made.officer("OM2")
    return made
