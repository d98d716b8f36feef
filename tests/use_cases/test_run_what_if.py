"""Scenarios from the store: each run done once, lost workers made good, an interrupted comparison goes on."""

from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rso_planner.domain.refusal import InputRefusedError
from rso_planner.use_cases import forecast_runs
from rso_planner.use_cases.forecast_runs import LostWorkersError
from rso_planner.use_cases.load_extract import load_extract
from rso_planner.use_cases.recording import Asking
from rso_planner.use_cases.run_what_if import WhatIfWish, run_what_if
from tests.extracts import write_good_extract

SCENARIOS = ("ratio-50", "growth-6")


@pytest.fixture
def asking(tmp_path: Path) -> Asking:
    """A store with the small good extract."""
    made = Asking(
        database_url=f"sqlite:///{tmp_path / 'store.db'}", actor="a test", now=datetime(2026, 11, 23, tzinfo=UTC)
    )
    load_extract(made, write_good_extract(tmp_path / "extract"))
    return made


def in_this_process() -> Executor:
    """One thread: fast, and nothing to start."""
    return ThreadPoolExecutor(1)


@contextmanager
def counted_runs(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[int, int]]]:
    """Every run that is really done."""
    done: list[tuple[int, int]] = []
    real = forecast_runs.run_batch

    def counting(packed: bytes, runs: Any) -> Any:
        done.extend(runs)
        return real(packed, runs)

    monkeypatch.setattr(forecast_runs, "run_batch", counting)
    yield done


def wish(replications: int) -> WhatIfWish:
    return WhatIfWish(scenarios=SCENARIOS, weeks=3, replications=replications)


def test_the_baseline_comes_first_and_every_scenario_has_its_weeks(asking: Asking) -> None:
    found = run_what_if(asking, wish(2), in_this_process)
    assert [each.scenario.name for each in found.scenarios] == ["baseline", *SCENARIOS]
    assert found.baseline.scenario.name == "baseline"
    assert all(len(bands) == 3 for each in found.scenarios for bands in each.weekly.values())
    assert found.mode == "fast"


def test_the_same_again_is_not_run_again(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run_what_if(asking, wish(2), in_this_process)
    with counted_runs(monkeypatch) as done:
        again = run_what_if(asking, wish(2), in_this_process)
    assert done == []
    assert [each.weekly for each in again.scenarios] == [each.weekly for each in first.scenarios]


def test_more_replications_run_the_missing_ones_alone(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    run_what_if(asking, wish(2), in_this_process)
    with counted_runs(monkeypatch) as done:
        run_what_if(asking, wish(3), in_this_process)
    assert sorted(done) == [(0, 2), (1, 2), (2, 2)]


class DyingExecutor(ThreadPoolExecutor):
    """Loses its workers after the first batch."""

    def __init__(self) -> None:
        super().__init__(1)
        self.submitted = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.submitted += 1
        if self.submitted == 1:
            return super().submit(fn, *args, **kwargs)
        lost: Future[Any] = Future()
        lost.set_exception(BrokenExecutor("a worker was killed"))
        return lost


def test_lost_workers_are_made_good_and_no_run_counts_twice(
    asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forecast_runs, "_RUNS_A_BATCH", 2)
    opened: list[Executor] = []

    def open_executor() -> Executor:
        opened.append(DyingExecutor() if len(opened) < 2 else in_this_process())
        return opened[-1]

    found = run_what_if(asking, wish(3), open_executor)
    assert len(opened) == 3
    undisturbed = run_what_if(asking, WhatIfWish(scenarios=SCENARIOS, weeks=3, replications=3), in_this_process)
    assert [each.weekly for each in found.scenarios] == [each.weekly for each in undisturbed.scenarios]


def test_an_interrupted_comparison_goes_on_where_it_stopped(
    asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forecast_runs, "_RUNS_A_BATCH", 2)
    with pytest.raises(LostWorkersError, match="not done"):
        run_what_if(asking, wish(8), DyingExecutor)
    with counted_runs(monkeypatch) as done:
        run_what_if(asking, wish(8), in_this_process)
    assert 0 < len(done) < 24
    assert len(set(done)) == len(done)


def test_a_scenario_that_does_not_exist_is_refused(asking: Asking) -> None:
    with pytest.raises(InputRefusedError, match=r"no-such-scenario\.toml: the file: does not exist"):
        run_what_if(asking, WhatIfWish(scenarios=("no-such-scenario",), weeks=1), in_this_process)
