"""Other models: a large force, a small one, one that cannot be."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.force import Force
from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.refusal import InputRefusedError
from rso_planner.domain.register_model import register_limits
from rso_planner.files.force_model_file import force_model_path, read_force_model
from rso_planner.synthesis.force import draw_force
from rso_planner.synthesis.register.register import draw_register
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


def figures(force: Force, policy: PlanningPolicy) -> dict[str, int]:
    as_of = force.extracted_on
    people = in_community(force)
    registered = [case for case in force.cases if is_registered(case, as_of)]
    visited = [case for case in people if is_routinely_visited(case.offender)]
    return {
        "registered": len(registered),
        "in_community": len(people),
        "prevention_orders": sum(has_prevention_order(case, as_of) for case in registered),
        "visits_overdue": sum(due_on(case, policy) < as_of for case in visited),
        "ever_assessed": sum(any(row.completed_on for row in case.assessments) for case in people),
    }


@pytest.mark.parametrize("resized", [small, middling])
@pytest.mark.parametrize("as_of", [date(2018, 4, 1), date(2024, 2, 29), date(2025, 8, 31), date(2027, 1, 1)])
def test_a_force_of_another_size_has_its_own_figures_exactly(
    resized: Callable[[ForceModel], ForceModel], as_of: date, model: ForceModel, policy: PlanningPolicy
) -> None:
    other = resized(model)
    drawn = figures(draw_force(other, policy, as_of, 5), policy)
    assert drawn == {key: getattr(other, key) for key in drawn}


def test_the_policy_decides_what_is_overdue(model: ForceModel, policy: PlanningPolicy) -> None:
    stricter = replace(policy, visit_interval_table=replace(policy.visit_interval_table, medium=4))
    force = draw_force(middling(model), stricter, AS_OF, 1)
    assert figures(force, stricter)["visits_overdue"] == 30
    assert figures(force, policy)["visits_overdue"] < 30


@pytest.mark.whole_run
def test_ten_thousand_people_have_their_figures_exactly(model: ForceModel, policy: PlanningPolicy) -> None:
    large = replace(
        model,
        registered=10_000,
        in_community=7_800,
        very_high_in_community=25,
        high_in_community=1_200,
        reactive=280,
        prevention_orders=5_100,
        visits_overdue=430,
        ever_assessed=4_000,
        officers_fte=78.2,
    )
    drawn = figures(draw_force(large, policy, AS_OF, 1), policy)
    assert drawn == {key: getattr(large, key) for key in drawn}


def test_more_people_than_there_are_is_refused(model: ForceModel, policy: PlanningPolicy) -> None:
    with pytest.raises(InputRefusedError, match="the model asks for"):
        draw_force(replace(small(model), visits_overdue=45), policy, AS_OF, 1)


def test_another_seed_draws_other_people(model: ForceModel, policy: PlanningPolicy) -> None:
    assert draw_force(small(model), policy, AS_OF, 1) != draw_force(small(model), policy, AS_OF, 2)


def test_another_seed_draws_another_register(model: ForceModel, policy: PlanningPolicy) -> None:
    forces = {seed: draw_force(middling(model), policy, AS_OF, seed) for seed in (1, 2)}
    drawn = {seed: draw_register(force, middling(model), policy, seed) for seed, force in forces.items()}
    assert drawn[1].export != drawn[2].export
    assert draw_register(forces[1], middling(model), policy, 2).answer_key != drawn[1].answer_key
    assert draw_register(forces[1], middling(model), policy, 1) == drawn[1]


@pytest.mark.parametrize("as_of", [date(2024, 2, 29), date(2027, 1, 1)])
def test_a_small_force_has_as_many_differences_as_fit(
    as_of: date, model: ForceModel, policy: PlanningPolicy
) -> None:
    force = draw_force(small(model), policy, as_of, 5)
    register = draw_register(force, small(model), policy, 5)
    planted = Counter(each.cause for each in register.answer_key)
    assert planted[Cause.MISSING_LOCALLY] == sum(model.register.missing_locally.values())
    assert 0 < planted[Cause.POPULATION] < sum(model.register.population.values())


def test_without_anything_planted_the_two_lists_agree(model: ForceModel, policy: PlanningPolicy) -> None:
    nothing: dict[str, Any] = {
        each.name: dict.fromkeys(getattr(model.register, each.name), 0)
        for each, limits in register_limits()
        if limits.unit == "people"
    }
    other = replace(middling(model), register=replace(model.register, **nothing))
    register = draw_register(draw_force(other, policy, AS_OF, 1), other, policy, 1)
    assert register.answer_key == ()
    assert sum(record.is_overdue_on(AS_OF) for record in register.export.records) == other.visits_overdue


@pytest.mark.whole_run
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
    names = sorted(str(path.relative_to(elsewhere)) for path in elsewhere.rglob("*.csv"))
    assert {"extract/offenders.csv", "register.csv", "answer_key.csv"} <= set(names)
    for name in names:
        here, there = (tmp_path / place / name for place in ("here", "elsewhere"))
        assert here.read_bytes() == there.read_bytes(), name
