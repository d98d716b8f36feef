"""Scenarios in TOML: named, dated changes, each figure checked; and the demand that every scenario starts from."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
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
from rso_planner.files.policy_file import PolicyRefusedError, policy_with
from rso_planner.files.shipped import named_file, shipped_file

_RISKS = tuple(level.value for level in RiskLevel)
_BY_RISK = frozenset({"events", "arms_low"})
_WHOLE = frozenset({"week", "until_week", "training_weeks"})
_WEEKS = figures_of(StaffingChange)
_SECTIONS = ("title", "description", "breach", "staffing", "policy", "demand", "backlog")
_ENTRY_KEYS = ("value", "unit", "source", "assumed", "note")
_ONLY_WHEN = frozenset({"week", "until_week"})
_OF_RECRUITS = ("training_weeks", "training_share")


class ScenarioRefusedError(InputRefusedError):
    """A scenario that cannot be used: file, key and reason."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}")
        self.file, self.key, self.reason = file, key, reason


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandEntry:
    """One figure of the demand as a page shows it; without a source it is assumed."""

    key: str
    value: Any
    unit: str
    source: str | None
    note: str | None


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
    """
    content, place = _read_toml(path), _Place(path.name, "")
    _check_keys(place, content, _SECTIONS)
    for key in ("title", "description"):
        if key not in content:
            raise place.within(key).refuse("is missing")
    scenario = Scenario(
        name=path.stem,
        title=_text(place.within("title"), content["title"]),
        description=_text(place.within("description"), content["description"]),
        breach=_text(place.within("breach"), content["breach"]) if "breach" in content else "",
        staffing=_changes(place.within("staffing"), content.get("staffing", []), _staffing_change),
        policy=_changes(place.within("policy"), content.get("policy", []), _policy_change),
        demand=_changes(place.within("demand"), content.get("demand", []), _demand_change),
        backlog=_figures(place.within("backlog"), content.get("backlog", {}), Backlog),
    )
    _check_policies(place.within("policy"), scenario.policy, scenario)
    return scenario


def read_demand(path: Path | None = None) -> Demand:
    """The demand of a file, or the one that ships: a value for every figure, each with a source or assumed.

    Raises:
        ScenarioRefusedError: an unknown or missing figure, an impossible value, or no word on its source.
    """
    path = path or shipped_demand_path()
    return Demand(**{entry.key: entry.value for entry in read_demand_entries(path)})


def shipped_demand_path() -> Path:
    """The demand that ships with the planner."""
    return shipped_file("models", "demand.toml")


def read_demand_entries(path: Path) -> tuple[DemandEntry, ...]:
    """Every figure of the demand with its unit, and its source unless it is assumed.

    Raises:
        ScenarioRefusedError: as `read_demand` says.
    """
    content, place, ranges = _read_toml(path), _Place(path.name, ""), figures_of(Demand)
    for key in content:
        if key not in ranges:
            raise place.within(key).refuse("is not a figure of the demand")
    return tuple(_demand_entry(place.within(key), key, content.get(key), limits) for key, limits in ranges.items())


def _demand_entry(place: _Place, key: str, entry: Any, limits: Range) -> DemandEntry:
    if not isinstance(entry, Mapping) or "value" not in entry:
        raise place.refuse("needs a value, a unit, and a source or assumed = true")
    _check_keys(place, entry, _ENTRY_KEYS)
    texts = {name: _text(place.within(name), entry[name]) for name in ("source", "note") if name in entry}
    if ("source" in texts) == (entry.get("assumed", False) is True):
        raise place.refuse("needs either a source or assumed = true")
    if entry.get("unit") != limits.unit:
        raise place.refuse(f"is in {limits.unit}, not in {entry.get('unit', 'no unit')}")
    return DemandEntry(
        key=key,
        value=_demand_figure(place.within("value"), key, entry["value"], limits),
        unit=limits.unit,
        source=texts.get("source"),
        note=texts.get("note"),
    )


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, IsADirectoryError) as error:
        raise ScenarioRefusedError(path.name, "the file", "does not exist") from error
    except OSError as error:
        raise ScenarioRefusedError(path.name, "the file", "cannot be read") from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of figures and lists a thousand deep are no TOMLDecodeError.
        raise ScenarioRefusedError(path.name, "the file", f"is not valid TOML: {error}") from error


def _check_keys(place: _Place, entry: Mapping[str, Any], allowed: Collection[str]) -> None:
    for key in entry:
        if key not in allowed:
            raise place.within(key).refuse(f"is not one of {', '.join(allowed)}")


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
    if not set(entry) - _ONLY_WHEN:
        raise place.refuse("changes nothing: name a figure beside the weeks")
    for key in _OF_RECRUITS:
        if key in entry and not change.officers_added:
            raise place.within(key).refuse("is about recruits: name officers_added beside it")
    return change


def _policy_change(place: _Place, entry: Any) -> PolicyChange:
    values = dict(_table(place, entry))
    week = _figure(place.within("week"), "week", values.pop("week", 1), _WEEKS["week"])
    if not values:
        raise place.refuse("changes nothing: name a key of the policy")
    return PolicyChange(week=week, values=_policy_values(values))


def _policy_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """By key of the policy: `on_site.low = 40` is a table in a table to TOML, "on_site.low" = 40 is not."""
    flat: dict[str, Any] = {}
    for key, value in values.items():
        parts = value if isinstance(value, Mapping) else None
        flat |= {key: value} if parts is None else {f"{key}.{part}": each for part, each in parts.items()}
    return flat


def _check_policies(place: _Place, changes: Sequence[PolicyChange], scenario: Scenario) -> None:
    """Try the policy of each week that changes it on the standard one, so that a mistake is found at once."""
    for change in changes:
        try:
            policy_with(scenario.policy_values_in(change.week), file=place.file)
        except PolicyRefusedError as error:
            named = [number for number, each in enumerate(changes, start=1) if error.key in each.values]
            key = f"{named[-1] if named else changes.index(change) + 1}.{error.key}"
            raise place.within(key).refuse(error.reason) from error


def _demand_change(place: _Place, entry: Any) -> DemandChange:
    ranges, values = figures_of(Demand), dict(_table(place, entry))
    weeks = {
        key: _figure(place.within(key), key, values.pop(key), _WEEKS[key])
        for key in ("week", "until_week")
        if key in values
    }
    if not values:
        raise place.refuse("changes nothing: name a figure of the demand")
    _check_keys(place, values, ranges)
    for key, value in values.items():
        values[key] = _demand_figure(place.within(key), key, value, ranges[key])
    change = DemandChange(values=values, **weeks)
    if change.until_week is not None and change.until_week < change.week:
        raise place.refuse(f"until_week {change.until_week} is before week {change.week}")
    return change


def _figures(place: _Place, entry: Any, kind: Any) -> Any:
    ranges = figures_of(kind)
    _check_keys(place, _table(place, entry), ranges)
    values = {key: _figure(place.within(key), key, value, ranges[key]) for key, value in entry.items()}
    try:
        return kind(**values)
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
