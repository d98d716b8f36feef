"""Larger and smaller forces for the benchmarks keep the proportions of the model."""

import os
from datetime import date

import pytest

from benchmarks.memory import PeakMemory
from benchmarks.scaled_force import force_sizes, scale_model
from rso_planner.domain.offender import RegisterType
from rso_planner.files.force_model_file import force_model_path, read_force_model
from rso_planner.use_cases.synthesise_force import synthesise_force

MODEL = read_force_model(force_model_path("benchmark-force"))


def test_the_nation_is_43_forces_whose_people_add_up() -> None:
    sizes = force_sizes(70_000)
    assert len(sizes) == 43
    assert sum(sizes) == 70_000
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] >= 500


@pytest.mark.parametrize("people", [690, 2256, 10_000])
def test_counts_and_officers_are_in_proportion(people: int) -> None:
    scaled = scale_model(MODEL, people)
    assert scaled.registered == people
    assert scaled.visits_overdue / people == pytest.approx(MODEL.visits_overdue / MODEL.registered, rel=0.02)
    assert scaled.officers_fte / people == pytest.approx(MODEL.officers_fte / MODEL.registered, rel=0.02)
    assert len(scaled.areas) == len(MODEL.areas) * max(1, round(people / MODEL.registered))


def test_a_small_force_of_the_nation_can_be_drawn() -> None:
    force = synthesise_force(scale_model(MODEL, force_sizes(70_000)[-1]), date(2026, 11, 20), 1)
    rsos = [case for case in force.cases if case.offender.register_type is RegisterType.RSO]
    assert len(rsos) >= force_sizes(70_000)[-1]


def test_memory_of_this_process_is_seen_and_kept_at_its_peak() -> None:
    peak = PeakMemory()
    peak.look([os.getpid()])
    alone = peak.megabytes
    peak.look([])
    assert alone > 10
    assert peak.megabytes == alone
