"""Where the data folders are: at the top of a checkout, or inside the installed package."""

from pathlib import Path

import rso_planner

_PACKAGE = Path(rso_planner.__file__).parent


def named_file(folder: str, name: str) -> Path:
    """The file of that path, or the TOML file of that bare name in `models/` or `scenarios/` ('standard')."""
    path = Path(name)
    if path.exists() or path.suffix or path.parent != Path():
        return path
    return shipped_file(folder, f"{name}.toml")


def shipped_file(folder: str, name: str) -> Path:
    """The path of a file in `models/` or `scenarios/`, wherever the planner was installed."""
    inside_the_wheel = _PACKAGE / "shipped" / folder / name
    return inside_the_wheel if inside_the_wheel.exists() else _PACKAGE.parent / folder / name
