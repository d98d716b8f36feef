"""The most memory that a process and all its children hold at one time."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Event, Thread

_SECONDS_BETWEEN_LOOKS = 0.25
_KILOBYTES_A_MEGABYTE = 1024
_PROC = Path("/proc")


class PeakMemory:
    """Megabytes at the highest look so far; memory that processes share counts once."""

    def __init__(self) -> None:
        self.megabytes = 0.0

    def look(self, process_ids: Iterable[int]) -> None:
        """Add up the processes as they are now."""
        kilobytes = sum(_kilobytes(each) for each in process_ids)
        self.megabytes = max(self.megabytes, kilobytes / _KILOBYTES_A_MEGABYTE)


def peak_memory(process_id: int) -> AbstractContextManager[PeakMemory]:
    """Watch a process and its descendants while the work runs."""
    return _watch(lambda: _family(process_id))


def peak_memory_of_children() -> AbstractContextManager[PeakMemory]:
    """Watch this process's descendants, without itself, while the work runs."""
    return _watch(lambda: _family(os.getpid())[1:])


@contextmanager
def _watch(find_processes: Callable[[], list[int]]) -> Iterator[PeakMemory]:
    peak, ended = PeakMemory(), Event()

    def watch() -> None:
        while not ended.wait(_SECONDS_BETWEEN_LOOKS):
            peak.look(find_processes())

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        ended.set()
        watcher.join()


def _family(process_id: int) -> list[int]:
    """The process and all its descendants."""
    children: dict[int, list[int]] = {}
    for entry in _PROC.iterdir():
        if entry.name.isdigit() and (parent := _parent_of(entry)) is not None:
            children.setdefault(parent, []).append(int(entry.name))
    family = [process_id]
    for each in family:
        family.extend(children.get(each, []))
    return family


def _parent_of(entry: Path) -> int | None:
    try:
        # The second field, the command, is in brackets and may hold spaces.
        return int((entry / "stat").read_text("utf-8", errors="replace").rpartition(")")[2].split()[1])
    except OSError:
        return None


def _kilobytes(process_id: int) -> int:
    try:
        lines = (_PROC / str(process_id) / "smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
