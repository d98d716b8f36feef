"""What every test may ask for."""

import pytest

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.files.policy_file import read_policy


@pytest.fixture(scope="session")
def policy() -> PlanningPolicy:
    """The standard policy as it ships."""
    return read_policy()
