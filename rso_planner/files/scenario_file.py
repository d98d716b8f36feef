"""Scenarios in TOML: named, dated changes, each figure checked; and the demand that every scenario starts from."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rso_planner.domain.refusal import InputRefusedError
from rso_planner.domain.risk_level import ByRisk, RiskLevel
from rso_planner.domain.scenario import (
    Backlog,
    Demand,
    DemandChange,
    PolicyChange,
    Range,
    Scenario,
    StaffingChange,
    figures_of,
)
from rso_planner.files.policy_file import policy_with
from rso_planner.files.shipped import named_file, shipped_file

_RISKS = tuple(level.value for level in RiskLevel)
_BY_RISK = frozenset({"events", "arms_low"})
_WHOLE = frozenset({"week", "until_week", "training_weeks"})
_WEEKS = figures_of(StaffingChange)
_SECTIONS = ("title", "description", "breach", "staffing", "policy", "demand", "backlog")


class ScenarioRefusedError(InputRefusedError):
    """A scenario that cannot be used: file, key and reason."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}")
        self.file, self.key, self.reason = file, key, reason


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a file a value stands, to say so when it is refused."""

    file: str
    key: str

    def within(self, key: str) -> "_Place":
        return _Place(self.file, f"{self.key}.{key}" if self.key else key)

    def refuse(self, reason: str) -> ScenarioRefusedError:
        return ScenarioRefusedError(self.file, self.key or "the file", reason)


def scenario_path(name: str) -> Path:
    """The file of that path, or the shipped scenario of that bare name ('ratio-50')."""
    return named_file("scenarios", name)


def read_scenario(path: Path) -> Scenario:
    """Read a scenario; its name is the file's.

    Raises:
        ScenarioRefusedError: no such file, an unknown key, or an impossible value.
        PolicyRefusedError: a value of the policy that is none.
    """
    content, place = _read_toml(path), _Place(path.name, "")
    for key in content:
        if key not in _SECTIONS:
            raise place.within(key).refuse(f"is not one of {', '.join(_SECTIONS)}")
    return Scenario(
        name=path.stem,
        title=_text(place.within("title"), content.get("title")),
        description=_text(place.within("description"), content.get("description")),
        breach=_text(place.within("breach"), content["breach"]) if "breach" in content else "",
        staffing=_changes(place.within("staffing"), content.get("staffing", []), _staffing_change),
        policy=_changes(place.within("policy"), content.get("policy", []), _policy_change),
        demand=_changes(place.within("demand"), content.get("demand", []), _demand_change),
        backlog=_figures(place.within("backlog"), content.get("backlog", {}), Backlog),
    )


def read_demand(path: Path | None = None) -> Demand:
    """The demand of a file, or the one that ships: a value for every figure, each with a source or assumed.

    Raises:
        ScenarioRefusedError: an unknown or missing figure, an impossible value, or no word on its source.
    """
    path = path or shipped_file("models", "demand.toml")
    content, place = _read_toml(path), _Place(path.name, "")
    ranges = figures_of(Demand)
    for key in content:
        if key not in ranges:
            raise place.within(key).refuse("is not a figure of the demand")
    values = {}
    for key, limits in ranges.items():
        entry, here = content.get(key), place.within(key)
        if not isinstance(entry, Mapping) or "value" not in entry:
            raise here.refuse("needs a value, a unit, and a source or assumed = true")
        if bool(entry.get("source")) == (entry.get("assumed", False) is True):
            raise here.refuse("needs either a source or assumed = true")
        if entry.get("unit") != limits.unit:
            raise here.refuse(f"is in {limits.unit}, not in {entry.get('unit', 'no unit')}")
        values[key] = _demand_figure(here, key, entry["value"], limits)
    return Demand(**values)


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, IsADirectoryError) as error:
        raise ScenarioRefusedError(path.name, "the file", "does not exist") from error
    except OSError as error:
        raise ScenarioRefusedError(path.name, "the file", "cannot be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ScenarioRefusedError(path.name, "the file", f"is not valid TOML: {error}") from error


def _text(place: _Place, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise place.refuse("is a text in quotation marks")
    return value.strip()


def _changes(place: _Place, entries: Any, read: Any) -> tuple[Any, ...]:
    if not isinstance(entries, Sequence) or isinstance(entries, str):
        raise place.refuse(f"is a list of changes, each written as [[{place.key}]]")
    return tuple(read(place.within(str(number)), entry) for number, entry in enumerate(entries, start=1))


def _staffing_change(place: _Place, entry: Any) -> StaffingChange:
    change: StaffingChange = _figures(place, entry, StaffingChange)
    return change


def _policy_change(place: _Place, entry: Any) -> PolicyChange:
    values = dict(_table(place, entry))
    week = _figure(place.within("week"), "week", values.pop("week", 1), _WEEKS["week"])
    if not values:
        raise place.refuse("changes nothing: name a key of the policy")
    # Tried on the standard policy, so that a mistake is found when the scenario is read.
    policy_with(values, file=place.file)
    return PolicyChange(week=week, values=values)


def _demand_change(place: _Place, entry: Any) -> DemandChange:
    ranges, values = figures_of(Demand), dict(_table(place, entry))
    weeks = {
        key: _figure(place.within(key), key, values.pop(key), _WEEKS[key])
        for key in ("week", "until_week")
        if key in values
    }
    for key, value in values.items():
        if key not in ranges:
            raise place.within(key).refuse(f"is not one of {', '.join(ranges)}")
        values[key] = _demand_figure(place.within(key), key, value, ranges[key])
    return DemandChange(values=values, **weeks)


def _figures(place: _Place, entry: Any, kind: Any) -> Any:
    ranges = figures_of(kind)
    for key in _table(place, entry):
        if key not in ranges:
            raise place.within(key).refuse(f"is not one of {', '.join(ranges)}")
    try:
        return kind(**{key: _figure(place.within(key), key, value, ranges[key]) for key, value in entry.items()})
    except ValueError as error:
        raise place.refuse(str(error)) from error


def _table(place: _Place, entry: Any) -> Mapping[str, Any]:
    if not isinstance(entry, Mapping):
        raise place.refuse("is a table of figures")
    return entry


def _demand_figure(place: _Place, key: str, value: Any, limits: Range) -> Any:
    if key not in _BY_RISK:
        return _figure(place, key, value, limits)
    if not isinstance(value, Mapping) or set(value) != set(_RISKS):
        raise place.refuse(f"has a value for each of {', '.join(_RISKS)}")
    return ByRisk(**{risk: _figure(place.within(risk), key, value[risk], limits) for risk in _RISKS})


def _figure(place: _Place, key: str, value: Any, limits: Range) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise place.refuse(f"is a number ({limits.unit}), not {value!r}")
    if key in _WHOLE and not isinstance(value, int):
        raise place.refuse(f"is a whole number ({limits.unit}), not {value!r}")
    if not limits.lowest <= value <= limits.highest:
        raise place.refuse(f"is {limits.lowest:g} to {limits.highest:g} ({limits.unit}), not {value!r}")
    return value
