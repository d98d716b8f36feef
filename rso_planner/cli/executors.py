"""Where the runs of a forecast are worked on, as the options `--workers` and `--dask` say."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rso_planner.use_cases.executors import OpenExecutor


def executor_opener(workers: int | None, dask: str | None) -> "OpenExecutor":
    """What opens the processes of this machine, or the cluster that is named."""
    from rso_planner.use_cases.executors import open_cluster, open_processes

    if dask is not None:
        address = dask
        return lambda: open_cluster(address)
    return lambda: open_processes(workers)
