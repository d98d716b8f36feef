"""Puts papers that are made into their folder: all of them, or none."""

from collections.abc import Sequence
from pathlib import Path

from rso_planner.domain.refusal import WrongUseError


def check_places(made: Sequence[Path], folder: Path) -> None:
    """See that every paper can be put there, before the first one is.

    Raises:
        WrongUseError: a folder has the name of a paper.
    """
    for paper in made:
        if (folder / paper.name).is_dir():
            raise WrongUseError(f"{folder / paper.name} is a folder: a paper of that name cannot be written.")


def put_in_place(made: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """Move every paper into the folder, over an earlier one of its name, and return their paths there."""
    return tuple(paper.replace(folder / paper.name) for paper in made)
