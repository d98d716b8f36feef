"""Mapping files: how another system's layout becomes the extract's (column -> field, value -> value)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rso_planner.domain.refusal import InputRefusedError
from rso_planner.files.cells import DateStyle
from rso_planner.files.extract_layout import TABLE_BY_NAME, Table

_KEYS = ("file", "sheet", "dates", "columns", "values")


class MappingRefusedError(InputRefusedError):
    """A mapping file that cannot be used: file, key and reason."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}")
        self.file, self.key, self.reason = file, key, reason


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How one table is found and understood; headings and values are in small letters.

    `values` maps, for each field, a value of the file to one of the contract; the empty value may be mapped
    too, and then stands for a missing column as well.
    """

    source: str
    dates: DateStyle | None = None
    field_by_heading: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def field_of(self, heading: str) -> str:
        """The field that a heading stands for; without a mapping, the heading itself."""
        return self.field_by_heading.get(heading.casefold(), heading.casefold())

    @property
    def known_headings(self) -> frozenset[str]:
        """The headings that the mapping names."""
        return frozenset(self.field_by_heading)


ExtractMapping = Mapping[str, TableMapping]


def read_mapping(path: Path | None) -> ExtractMapping:
    """Read a mapping file; without one, every table has the contract's own layout.

    Raises:
        MappingRefusedError: an unknown table, key or field, or a value of the wrong kind.
    """
    content = _read_toml(path) if path else {}
    file = path.name if path else ""
    unknown = next((name for name in content if name not in TABLE_BY_NAME), None)
    if unknown is not None:
        raise MappingRefusedError(file, unknown, f"is not one of {', '.join(TABLE_BY_NAME)}")
    return {name: _read_table(file, table, content.get(name, {})) for name, table in TABLE_BY_NAME.items()}


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise MappingRefusedError(path.name, "the file", "cannot be opened") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MappingRefusedError(path.name, "the file", f"is not valid TOML: {error}") from error


def _read_table(file: str, table: Table, entry: Any) -> TableMapping:
    if not isinstance(entry, Mapping):
        raise MappingRefusedError(file, table.name, f"is a table of {', '.join(_KEYS)}")
    unknown = next((key for key in entry if key not in _KEYS), None)
    if unknown is not None:
        raise MappingRefusedError(file, f"{table.name}.{unknown}", f"is not one of {', '.join(_KEYS)}")
    if "file" in entry and "sheet" in entry:
        raise MappingRefusedError(file, f"{table.name}.sheet", "a table comes from a file or a sheet, not both")
    source = entry.get("file", entry.get("sheet", table.name))
    return TableMapping(
        source=_text(file, f"{table.name}.file", source),
        dates=_read_style(file, table, entry),
        field_by_heading=_read_columns(file, table, entry.get("columns", {})),
        values=_read_values(file, table, entry.get("values", {})),
    )


def _read_style(file: str, table: Table, entry: Mapping[str, Any]) -> DateStyle | None:
    written = entry.get("dates")
    if written is None:
        return None
    if written not in [style.value for style in DateStyle]:
        raise MappingRefusedError(file, f"{table.name}.dates", f"is {' or '.join(DateStyle)}, not {written!r}")
    return DateStyle(written)


def _read_columns(file: str, table: Table, columns: Any) -> Mapping[str, str]:
    key = f"{table.name}.columns"
    found: dict[str, str] = {}
    for heading, name in _entries(file, key, columns):
        _check_field(file, f"{key}.{heading}", table, name)
        if name in found.values():
            raise MappingRefusedError(file, f"{key}.{heading}", f"{name} has a column already")
        found[heading.strip().casefold()] = name
    return found


def _read_values(file: str, table: Table, values: Any) -> Mapping[str, Mapping[str, str]]:
    key = f"{table.name}.values"
    found: dict[str, Mapping[str, str]] = {}
    for name, replaced in _entries(file, key, values):
        _check_field(file, f"{key}.{name}", table, name)
        found[name] = {
            old.strip().casefold(): _text(file, f"{key}.{name}.{old}", new)
            for old, new in _entries(file, f"{key}.{name}", replaced)
        }
    return found


def _entries(file: str, key: str, entry: Any) -> list[tuple[str, Any]]:
    if not isinstance(entry, Mapping):
        raise MappingRefusedError(file, key, "is a table of old = new")
    return list(entry.items())


def _check_field(file: str, key: str, table: Table, name: Any) -> None:
    if name not in table.column_by_name:
        raise MappingRefusedError(
            file, key, f"{name!r} is not a field of {table.name}; the fields are {', '.join(table.column_by_name)}"
        )


def _text(file: str, key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise MappingRefusedError(file, key, f"is a text in quotation marks, not {value!r}")
    return value.strip()
