"""Force models in TOML: published figures and assumed distributions, each saying which it is.

A model that is like another one names it (`like = "merseyside-2018"`) and holds only what differs.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import Field, dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from rso_planner.domain.force_model import REGISTER, RISK_WORDS, ForceModel, Town, model_limits
from rso_planner.domain.force_model_limits import ModelLimits, Shape
from rso_planner.domain.place import is_in_great_britain
from rso_planner.domain.refusal import InputRefusedError
from rso_planner.domain.register_model import RegisterModel, register_limits
from rso_planner.domain.risk_level import ByRisk
from rso_planner.files.shipped import named_file

LIKE = "like"
_ENTRY_KEYS = ("value", "unit", "source", "assumed", "note")
_TOWN_KEYS = tuple(each.name for each in fields(Town))


class ForceModelRefusedError(InputRefusedError):
    """A force model that cannot be used: file, key and reason."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}")
        self.file, self.key, self.reason = file, key, reason


@dataclass(frozen=True, slots=True)
class _Entry:
    """One parameter of the file, with where to point when it is refused."""

    file: str
    key: str
    value: Any
    limits: ModelLimits

    def part(self, name: str, value: Any) -> "_Entry":
        return _Entry(self.file, f"{self.key}.{name}", value, self.limits)

    def refuse(self, reason: str) -> ForceModelRefusedError:
        return ForceModelRefusedError(self.file, self.key, reason)


def force_model_path(name: str) -> Path:
    """The file of that path, or the shipped model of that bare name ('merseyside-2018')."""
    return named_file("models", name)


def read_force_model(path: Path) -> ForceModel:
    """Read a force model.

    Raises:
        ForceModelRefusedError: no such file, an unknown or missing key, a wrong unit, an impossible value, or
            a parameter that names no source and is not marked as assumed.
    """
    content = _read_content(path)
    section = content.pop(REGISTER, {})
    if not isinstance(section, Mapping):
        raise ForceModelRefusedError(path.name, REGISTER, "is a section with parameters of its own")
    values = _read_parameters(path.name, "", content, dict(_named(model_limits())))
    register = _read_parameters(path.name, f"{REGISTER}.", section, dict(_named(register_limits())))
    try:
        return ForceModel(**values, register=RegisterModel(**register))
    except ValueError as error:
        key, reason = str(error).split(" ", 1)
        raise ForceModelRefusedError(path.name, key, reason) from error


def _named(limits: Iterable[tuple[Field[Any], ModelLimits]]) -> Iterator[tuple[str, ModelLimits]]:
    return ((each.name, limit) for each, limit in limits)


def _read_parameters(
    file: str, section: str, content: Mapping[str, Any], limits: Mapping[str, ModelLimits]
) -> dict[str, Any]:
    for key in content:
        if key not in limits:
            raise ForceModelRefusedError(file, f"{section}{key}", "is not a parameter of a force model")
    for key in limits:
        if key not in content:
            raise ForceModelRefusedError(file, f"{section}{key}", "is missing")
    return {key: _read_entry(file, f"{section}{key}", content[key], limits[key]) for key in limits}


def _read_content(path: Path) -> dict[str, Any]:
    """The model's own parameters, over those of the model that it is like."""
    own = _read_toml(path)
    if LIKE not in own:
        return own
    name = own.pop(LIKE)
    if not isinstance(name, str):
        raise ForceModelRefusedError(path.name, LIKE, f"is the name of a force model, not {name!r}")
    content = _read_toml(force_model_path(name))
    if LIKE in content:
        raise ForceModelRefusedError(path.name, LIKE, f"{name} is like another model itself; name that one")
    section, own_section = content.get(REGISTER, {}), own.get(REGISTER, {})
    if isinstance(section, Mapping) and isinstance(own_section, Mapping):
        own[REGISTER] = {**section, **own_section}
    return content | own


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, IsADirectoryError) as error:
        raise ForceModelRefusedError(path.name, "the file", "does not exist") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ForceModelRefusedError(path.name, "the file", f"is not valid TOML: {error}") from error


def _read_entry(file: str, key: str, raw: Any, limits: ModelLimits) -> Any:
    entry = _Entry(file, key, raw, limits)
    if not isinstance(raw, Mapping):
        raise entry.refuse("is a table with a value, a unit, and a source or assumed = true")
    for unknown in sorted(set(raw) - set(_ENTRY_KEYS)):
        raise entry.part(unknown, None).refuse(f"is not one of {', '.join(_ENTRY_KEYS)}")
    if "value" not in raw:
        raise entry.refuse("has no value")
    if raw.get("unit") != limits.unit:
        raise entry.refuse(f"is in {limits.unit}, not in {raw.get('unit', 'no unit')}")
    if bool(raw.get("source")) == (raw.get("assumed", False) is True):
        raise entry.refuse("needs either a source or assumed = true")
    return _READERS[limits.shape](_Entry(file, key, raw["value"], limits))


def _read_number(entry: _Entry) -> float:
    value, limits = entry.value, entry.limits
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise entry.refuse(f"is a number ({limits.unit}), not {value!r}")
    if limits.whole and not isinstance(value, int):
        raise entry.refuse(f"is a whole number ({limits.unit}), not {value!r}")
    if not limits.lowest <= value <= limits.highest:
        raise entry.refuse(f"is {limits.lowest:g} to {limits.highest:g} ({limits.unit}), not {value!r}")
    return value


def _read_day(entry: _Entry) -> date:
    if not isinstance(entry.value, date) or isinstance(entry.value, datetime):
        raise entry.refuse(f"is a day such as 2015-03-08, without quotation marks, not {entry.value!r}")
    return entry.value


def _read_by_risk(entry: _Entry) -> ByRisk[float]:
    return ByRisk(**_read_words(entry, RISK_WORDS, _read_number))


def _read_weights(entry: _Entry) -> dict[str, float]:
    weights = _read_words(entry, entry.limits.words, _read_number)
    # Shares stand alone, so all may be 0; of weights, one must be drawn.
    if entry.limits.unit == "weight" and sum(weights.values()) <= 0:
        raise entry.refuse("needs one weight above 0")
    return weights


def _read_weights_by_risk(entry: _Entry) -> ByRisk[dict[str, float]]:
    return ByRisk(**_read_words(entry, RISK_WORDS, _read_weights))


def _read_words(entry: _Entry, words: tuple[str, ...], read: Callable[[_Entry], Any]) -> dict[str, Any]:
    if not isinstance(entry.value, Mapping) or not entry.value:
        raise entry.refuse(f"is a table: {', '.join(words) or 'a number for each word'}")
    for word in entry.value:
        if words and word not in words:
            raise entry.part(word, None).refuse(f"is not one of {', '.join(words)}")
    for word in words:
        if word not in entry.value:
            raise entry.part(word, None).refuse("is missing")
    return {word: read(entry.part(word, entry.value[word])) for word in words or entry.value}


def _read_texts(entry: _Entry) -> tuple[str, ...]:
    texts = entry.value
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) and text for text in texts):
        raise entry.refuse(f"is a list of {entry.limits.unit} in quotation marks")
    return tuple(texts)


def _read_towns(entry: _Entry) -> tuple[Town, ...]:
    if not isinstance(entry.value, list) or not entry.value:
        raise entry.refuse("is a list of towns")
    return tuple(_read_town(entry.part(str(place), raw)) for place, raw in enumerate(entry.value, start=1))


def _read_town(entry: _Entry) -> Town:
    if not isinstance(entry.value, Mapping):
        raise entry.refuse(f"is a table: {', '.join(_TOWN_KEYS)}")
    for unknown in sorted(set(entry.value) - set(_TOWN_KEYS)):
        raise entry.part(unknown, None).refuse(f"is not one of {', '.join(_TOWN_KEYS)}")
    for key in ("easting", "northing", "spread_metres", "share"):
        if isinstance(entry.value.get(key), bool) or not isinstance(entry.value.get(key), int | float):
            raise entry.part(key, None).refuse(f"is a number, not {entry.value.get(key)!r}")
    for key in ("area", "name"):
        if not isinstance(entry.value.get(key), str) or not entry.value[key]:
            raise entry.part(key, None).refuse("is a text in quotation marks")
    town = Town(**entry.value)
    if not is_in_great_britain(town.easting, town.northing):
        raise entry.refuse(f"{town.easting},{town.northing} is not a point in Great Britain")
    if town.spread_metres < 1 or town.share <= 0:
        raise entry.refuse("needs a spread_metres and a share above 0")
    return town


_READERS: dict[Shape, Callable[[_Entry], Any]] = {
    Shape.NUMBER: _read_number,
    Shape.DAY: _read_day,
    Shape.BY_RISK: _read_by_risk,
    Shape.WEIGHTS: _read_weights,
    Shape.WEIGHTS_BY_RISK: _read_weights_by_risk,
    Shape.TEXTS: _read_texts,
    Shape.TOWNS: _read_towns,
}
