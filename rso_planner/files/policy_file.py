"""Planning policies in TOML: the standard one with every parameter, a force's own with what differs."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import time
from pathlib import Path
from typing import Any

from rso_planner.domain.policy import Limits, PlanningPolicy, ReactiveExclusions, parameter_limits
from rso_planner.domain.refusal import InputRefusedError
from rso_planner.domain.risk_level import ByRisk, RiskLevel
from rso_planner.files.shipped import shipped_file

_ENTRY_KEYS = frozenset({"value", "unit", "source", "assumed", "note"})
_RISK_LEVELS = tuple(level.value for level in RiskLevel)


class PolicyRefusedError(InputRefusedError):
    """A policy file that cannot be used: file, key and reason."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}")
        self.file, self.key, self.reason = file, key, reason


@dataclass(frozen=True, slots=True)
class PolicyEntry:
    """One parameter as a policy page shows it."""

    key: str
    value: Any
    unit: str
    source: str | None
    assumed: bool
    note: str | None
    file: str


def standard_policy_path() -> Path:
    """The policy that ships with the planner."""
    return shipped_file("models", "standard.toml")


def read_policy(force_file: Path | None = None) -> PlanningPolicy:
    """Read the standard policy, with the single keys that a force's file overrides.

    Raises:
        PolicyRefusedError: an unknown key, a wrong unit or an impossible value.
    """
    entries = read_policy_entries(force_file)
    file = force_file.name if force_file else standard_policy_path().name
    return _make_policy({key: entry.value for key, entry in entries.items()}, file)


def _make_policy(values: Mapping[str, Any], file: str) -> PlanningPolicy:
    arguments = {each.name: _assemble(each.name, limits, values) for each, limits in parameter_limits()}
    try:
        return PlanningPolicy(**arguments)
    except ValueError as error:
        raise PolicyRefusedError(file, str(error).split(" ", 1)[0], str(error)) from error


def policy_with(values: Mapping[str, Any], force_file: Path | None = None, *, file: str = "") -> PlanningPolicy:
    """The force's policy with other values of some keys, as a scenario in `file` sets them.

    Raises:
        PolicyRefusedError: an unknown key or an impossible value.
    """
    allowed = {key: limits for each, limits in parameter_limits() for key in _keys(each.name, limits)}
    entries = {key: entry.value for key, entry in read_policy_entries(force_file).items()}
    for key, value in values.items():
        if key not in allowed:
            raise PolicyRefusedError(file, key, "is not a parameter of the policy")
        entries[key] = _checked_value(file, key, value, allowed[key], _type_of(key))
    return _make_policy(entries, file)


def read_policy_entries(force_file: Path | None = None) -> dict[str, PolicyEntry]:
    """Every parameter with its value, unit and source, by key, in the order of the standard file."""
    allowed = {key: limits for each, limits in parameter_limits() for key in _keys(each.name, limits)}
    entries = _read_file(standard_policy_path(), allowed, {})
    missing = [key for key in allowed if key not in entries]
    if missing:
        raise PolicyRefusedError(standard_policy_path().name, missing[0], "is missing")
    if force_file is not None:
        entries |= _read_file(force_file, allowed, entries)
    return entries


def _keys(name: str, limits: Limits) -> list[str]:
    return [f"{name}.{part}" for part in limits.parts] or [name]


def _assemble(name: str, limits: Limits, values: Mapping[str, Any]) -> Any:
    if not limits.parts:
        return values[name]
    parts = {part: values[f"{name}.{part}"] for part in limits.parts}
    return ByRisk(**parts) if limits.parts == _RISK_LEVELS else ReactiveExclusions(**parts)


def _read_file(
    path: Path, allowed: Mapping[str, Limits], standard: Mapping[str, PolicyEntry]
) -> dict[str, PolicyEntry]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise PolicyRefusedError(path.name, "the file", "does not exist") from error
    except OSError as error:
        raise PolicyRefusedError(path.name, "the file", "cannot be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PolicyRefusedError(path.name, "the file", f"is not valid TOML: {error}") from error
    return {
        key: _read_entry(path.name, key, raw, allowed[key], standard.get(key))
        for key, raw in _flatten(path.name, content, allowed)
    }


def _flatten(file: str, content: Mapping[str, Any], allowed: Mapping[str, Limits]) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for name, raw in content.items():
        if name in allowed:
            found.append((name, raw))
            continue
        if not any(key.startswith(f"{name}.") for key in allowed):
            raise PolicyRefusedError(file, name, "is not a parameter of the policy")
        if not isinstance(raw, Mapping):
            parts = ", ".join(key.split(".")[1] for key in allowed if key.startswith(f"{name}."))
            raise PolicyRefusedError(file, name, f"has a value for each of {parts}")
        for part, entry in raw.items():
            if f"{name}.{part}" not in allowed:
                raise PolicyRefusedError(file, f"{name}.{part}", "is not a parameter of the policy")
            found.append((f"{name}.{part}", entry))
    return found


def _read_entry(file: str, key: str, raw: Any, limits: Limits, standard: PolicyEntry | None) -> PolicyEntry:
    entry: Mapping[str, Any] = raw if isinstance(raw, Mapping) else {"value": raw}
    unknown = sorted(set(entry) - _ENTRY_KEYS)
    if unknown:
        raise PolicyRefusedError(file, f"{key}.{unknown[0]}", "is not one of value, unit, source, assumed, note")
    if "value" not in entry:
        raise PolicyRefusedError(file, key, "has no value")
    unit = entry.get("unit", limits.unit if standard else None)
    if unit != limits.unit:
        raise PolicyRefusedError(file, key, f"is in {limits.unit}, not in {unit}")
    source, assumed = entry.get("source"), entry.get("assumed", False)
    if standard is None and bool(source) == (assumed is True):
        raise PolicyRefusedError(file, key, "needs either a source or assumed = true")
    return PolicyEntry(
        key=key,
        value=_checked_value(file, key, entry["value"], limits, _type_of(key)),
        unit=limits.unit,
        source=source,
        assumed=bool(assumed) or not source,
        note=entry.get("note", standard.note if standard else None),
        file=file,
    )


def _type_of(key: str) -> type:
    name = key.split(".", maxsplit=1)[0]
    annotation = str(next(each.type for each in fields(PlanningPolicy) if each.name == name))
    for kind in (int, float, str, time):
        if kind.__name__ in annotation.replace("datetime.", ""):
            return kind
    return bool


def _checked_value(file: str, key: str, value: Any, limits: Limits, kind: type) -> Any:
    if kind is bool:
        return _switch(file, key, value)
    if limits.words:
        if value not in limits.words:
            raise PolicyRefusedError(file, key, f"is one of {', '.join(limits.words)}, not {value!r}")
        return value
    if kind is time:
        return _time(file, key, value)
    if kind is str:
        if not isinstance(value, str):
            raise PolicyRefusedError(file, key, f"is a text in quotation marks, not {value!r}")
        return value.strip()
    return _number(file, key, value, limits, kind)


def _switch(file: str, key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise PolicyRefusedError(file, key, f"is true or false, not {value!r}")
    return value


def _time(file: str, key: str, value: Any) -> time:
    try:
        return value if isinstance(value, time) else time.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise PolicyRefusedError(file, key, f"is a time such as 09:00, not {value!r}") from error


def _number(file: str, key: str, value: Any, limits: Limits, kind: type) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PolicyRefusedError(file, key, f"is a number of {limits.unit}, not {value!r}")
    if kind is int and not isinstance(value, int):
        raise PolicyRefusedError(file, key, f"is a whole number of {limits.unit}, not {value!r}")
    if not limits.lowest <= value <= limits.highest:
        raise PolicyRefusedError(
            file, key, f"is {limits.lowest:g} to {limits.highest:g} {limits.unit}, not {value!r}"
        )
    return value if kind is int else float(value)
