"""Where many runs are worked on: processes of this machine, or an existing Dask cluster, behind one interface."""

import os
from concurrent.futures import Executor, ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context

from rso_planner.domain.refusal import WrongUseError


def open_processes(workers: int | None = None) -> Executor:
    """Processes of this machine, as many as it has cores where no number is given."""
    return ProcessPoolExecutor(workers or os.cpu_count() or 1, mp_context=get_context("spawn"))


def open_cluster(address: str) -> Executor:
    """An existing Dask cluster, through its scheduler's address.

    Raises:
        WrongUseError: the extra `cluster` is not installed, or no scheduler answers.
    """
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise WrongUseError("A cluster needs the extra `cluster`: pip install 'rso-planner[cluster]'.") from error
    try:
        executor: Executor = distributed.Client(address, timeout="20s").get_executor()
    except (OSError, ValueError) as error:
        raise WrongUseError(f"No Dask scheduler answers at {address}.") from error
    return executor
