"""Other models: a large force, a small one, one that cannot be."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.refusal import InputRefusedError
from rso_planner.files.force_model_file import force_model_path, read_force_model
from rso_planner.synthesis.force import draw_force
from rso_planner.use_cases.synthesise_force import write_synthetic_force
from tests.synthesis.counting import (
    due_on,
    has_prevention_order,
    in_community,
    is_registered,
    is_routinely_visited,
)

AS_OF = date(2026, 11, 23)


@pytest.fixture(scope="module")
def model() -> ForceModel:
    return read_force_model(force_model_path("merseyside-2018"))


def small(model: ForceModel) -> ForceModel:
    return replace(
        model,
        registered=60,
        in_community=45,
        very_high_in_community=1,
        high_in_community=8,
        reactive=2,
        prevention_orders=25,
        visits_overdue=6,
        ever_assessed=20,
        officers_fte=1.4,
    )


def middling(model: ForceModel) -> ForceModel:
    return replace(
        model,
        registered=500,
        in_community=390,
        very_high_in_community=2,
        high_in_community=60,
        reactive=12,
        prevention_orders=240,
        visits_overdue=30,
        ever_assessed=190,
        officers_fte=4.6,
    )


@pytest.mark.parametrize("resized", [small, middling])
def test_a_force_of_another_size_has_its_own_figures_exactly(
    resized: Callable[[ForceModel], ForceModel], model: ForceModel, policy: PlanningPolicy
) -> None:
    other = resized(model)
    force = draw_force(other, policy, AS_OF, 5)
    people = in_community(force)
    on_register = [case for case in force.cases if is_registered(case, AS_OF)]
    late = [case for case in people if is_routinely_visited(case.offender) and due_on(case, policy) < AS_OF]
    assert (len(on_register), len(people)) == (other.registered, other.in_community)
    assert len(late) == other.visits_overdue
    assert sum(has_prevention_order(case, AS_OF) for case in on_register) == other.prevention_orders
    assert sum(any(row.completed_on for row in case.assessments) for case in people) == other.ever_assessed


def test_the_policy_decides_what_is_overdue(model: ForceModel, policy: PlanningPolicy) -> None:
    table = replace(policy, visit_interval_table=replace(policy.visit_interval_table, medium=4))
    force = draw_force(model, table, AS_OF, 1)
    people = [case for case in in_community(force) if is_routinely_visited(case.offender)]
    assert sum(due_on(case, table) < AS_OF for case in people) == 98
    assert sum(due_on(case, policy) < AS_OF for case in people) != 98


def test_more_people_than_there_are_is_refused(model: ForceModel, policy: PlanningPolicy) -> None:
    with pytest.raises(InputRefusedError, match="the model asks for"):
        draw_force(replace(model, visits_overdue=1769), policy, AS_OF, 1)


def test_another_seed_draws_other_people(model: ForceModel, policy: PlanningPolicy) -> None:
    assert draw_force(small(model), policy, AS_OF, 1) != draw_force(small(model), policy, AS_OF, 2)


def test_the_same_arguments_give_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    script = (
        "import sys; from datetime import date; from pathlib import Path;"
        "from rso_planner.use_cases.synthesise_force import write_synthetic_force as write;"
        "write('merseyside-2018', date(2026, 11, 23), 3, Path(sys.argv[1]))"
    )
    elsewhere = tmp_path / "elsewhere"
    environment = os.environ | {"PYTHONHASHSEED": "12345", "TZ": "America/New_York"}
    subprocess.run([sys.executable, "-c", script, str(elsewhere)], check=True, env=environment)
    write_synthetic_force("merseyside-2018", AS_OF, 3, tmp_path / "here")
    names = sorted(path.name for path in (elsewhere / "extract").iterdir())
    assert "offenders.csv" in names
    for name in names:
        here, there = (tmp_path / place / "extract" / name for place in ("here", "elsewhere"))
        assert here.read_bytes() == there.read_bytes(), name
