"""Where the data folders are: at the top of a checkout, or inside the installed package."""

from pathlib import Path

import rso_planner

_PACKAGE = Path(rso_planner.__file__).parent


def shipped_file(folder: str, name: str) -> Path:
    """The path of a file in `models/` or `scenarios/`, wherever the planner was installed."""
    inside_the_wheel = _PACKAGE / "shipped" / folder / name
    return inside_the_wheel if inside_the_wheel.exists() else _PACKAGE.parent / folder / name
