"""What a file tells the planner in the week: all of it is taken, or nothing, and every refused row is named."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from rso_planner.files.raw_table import RawTable
from rso_planner.files.reject import Reject
from rso_planner.files.rejects_writing import write_rejects


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFile:
    """What was refused of a file, left out where good rows were accepted, and not understood."""

    rejects: tuple[Reject, ...]
    left_out: int
    ignored_columns: tuple[str, ...]
    rejects_to: Path | None


class Told(Protocol):
    """What a reader of one table found wrong."""

    @property
    def rejects(self) -> tuple[Reject, ...]:
        """Every problem."""

    @property
    def table(self) -> RawTable:
        """The table as it was found."""


def put_rejects(told: Told, rejects_to: Path | None) -> Path | None:
    """Write the refused rows where they can be mended; answer where, or None without any.

    Raises:
        WrongUseError: the place cannot be written to.
    """
    if rejects_to is None or not told.rejects:
        return None
    write_rejects(told.rejects, [told.table], rejects_to)
    return rejects_to
