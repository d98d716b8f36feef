"""What-if runs on a Dask cluster of this machine: a killed worker costs no run and doubles none."""

import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from rso_planner.domain.refusal import WrongUseError
from rso_planner.use_cases.executors import open_cluster
from rso_planner.use_cases.load_extract import load_extract
from rso_planner.use_cases.recording import Asking
from rso_planner.use_cases.run_what_if import WhatIfWish, run_what_if
from tests.extracts import write_good_extract
from tests.use_cases.test_run_what_if import in_this_process

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def cluster() -> Iterator[Any]:
    """A scheduler and two workers on loopback."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as made:
        yield made


@pytest.fixture
def asking(tmp_path: Path) -> Asking:
    made = Asking(
        database_url=f"sqlite:///{tmp_path / 'store.db'}", actor="a test", now=datetime(2026, 11, 23, tzinfo=UTC)
    )
    load_extract(made, write_good_extract(tmp_path / "extract"))
    return made


def test_a_killed_worker_costs_no_run_and_doubles_none(asking: Asking, cluster: Any, tmp_path: Path) -> None:
    wish = WhatIfWish(scenarios=("ratio-50",), weeks=30, replications=24)
    pid = next(iter(cluster.workers.values())).pid
    killer = Timer(0.5, lambda: os.kill(pid, signal.SIGKILL))
    killer.start()
    found = run_what_if(asking, wish, lambda: open_cluster(cluster.scheduler_address))
    killer.join()
    elsewhere = Asking(database_url=f"sqlite:///{tmp_path / 'other.db'}", actor="a test", now=asking.now)
    load_extract(elsewhere, tmp_path / "extract")
    undisturbed = run_what_if(elsewhere, wish, in_this_process)
    assert [each.weekly for each in found.scenarios] == [each.weekly for each in undisturbed.scenarios]


def test_no_scheduler_is_said_in_one_sentence(asking: Asking) -> None:
    with pytest.raises(WrongUseError, match=r"No Dask scheduler answers at 127\.0\.0\.1:9"):
        run_what_if(asking, WhatIfWish(scenarios=(), weeks=1), lambda: open_cluster("127.0.0.1:9", seconds=1))
