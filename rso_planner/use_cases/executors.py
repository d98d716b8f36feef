"""Where many runs are worked on: processes of this machine, or an existing Dask cluster, behind one interface."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from multiprocessing import get_context

from rso_planner.domain.refusal import WrongUseError

OpenExecutor = Callable[[], AbstractContextManager[Executor]]
"""Opens an executor for as long as a `with` holds it."""


def open_processes(workers: int | None = None) -> Executor:
    """Processes of this machine, as many as it has cores where no number is given."""
    return ProcessPoolExecutor(workers or os.cpu_count() or 1, mp_context=get_context("spawn"))


@contextmanager
def open_cluster(address: str, seconds: float = 20) -> Iterator[Executor]:
    """An existing Dask cluster, through its scheduler's address, which must answer within so many seconds.

    Raises:
        WrongUseError: the extra `cluster` is not installed, or no scheduler answers.
    """
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise WrongUseError("A cluster needs the extra `cluster`: pip install 'rso-planner[cluster]'.") from error
    try:
        client = distributed.Client(address, timeout=seconds)
    except (OSError, ValueError) as error:
        raise WrongUseError(f"No Dask scheduler answers at {address}.") from error
    with client, client.get_executor() as executor:
        yield executor
