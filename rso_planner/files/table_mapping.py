"""What every mapping file can say of a table: heading -> field, value -> value, and how dates are written."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rso_planner.domain.refusal import InputRefusedError
from rso_planner.files.cells import DateStyle
from rso_planner.files.table_layout import Table


class MappingRefusedError(InputRefusedError):
    """A mapping file that cannot be used: file, key and reason."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}")
        self.file, self.key, self.reason = file, key, reason


def folded(text: str) -> str:
    """A heading or a value as mappings compare it: in small letters, one space for any space or line break."""
    return " ".join(text.split()).casefold()


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How one table is found and understood; headings and values are folded.

    `values` maps, for each field, a value of the file to one of the contract; the empty value may be mapped
    too, and then stands for a missing column as well.
    """

    source: str
    dates: DateStyle | None = None
    field_by_heading: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def field_of(self, heading: str) -> str:
        """The field that a heading stands for; without a mapping, the heading itself."""
        plain = folded(heading)
        return self.field_by_heading.get(plain, plain)

    @property
    def known_headings(self) -> frozenset[str]:
        """The headings that the mapping names."""
        return frozenset(self.field_by_heading)


@dataclass(frozen=True, slots=True)
class MappingEntry:
    """The part of a mapping file that is about one table; `place` stands before its keys where they are named."""

    file: str
    place: str
    content: Mapping[str, Any]

    def refuse(self, key: str, reason: str) -> MappingRefusedError:
        """The refusal of one key."""
        return MappingRefusedError(self.file, self.place + key, reason)

    def check_keys(self, known: tuple[str, ...]) -> None:
        """Refuse a key that no mapping has."""
        unknown = next((key for key in self.content if key not in known), None)
        if unknown is not None:
            raise self.refuse(unknown, f"is not one of {', '.join(known)}")

    def text(self, key: str, value: Any) -> str:
        """A text of the file."""
        if not isinstance(value, str):
            raise self.refuse(key, f"is a text in quotation marks, not {value!r}")
        return value.strip()

    def pairs(self, key: str, value: Any) -> list[tuple[str, Any]]:
        """The entries of a table of the file."""
        if not isinstance(value, Mapping):
            raise self.refuse(key, "is a table of old = new")
        return list(value.items())

    def date_style(self) -> DateStyle | None:
        """How the dates of the table are written, or None where the mapping does not say."""
        written = self.content.get("dates")
        if written is None:
            return None
        if written not in [style.value for style in DateStyle]:
            raise self.refuse("dates", f"is {' or '.join(DateStyle)}, not {written!r}")
        return DateStyle(written)


def read_mapping_toml(path: Path) -> dict[str, Any]:
    """The content of a mapping file.

    Raises:
        MappingRefusedError: there is no such file, or it is no TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise MappingRefusedError(path.name, "the file", "cannot be opened") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MappingRefusedError(path.name, "the file", f"is not valid TOML: {error}") from error
    except RecursionError as error:
        raise MappingRefusedError(path.name, "the file", "is nested too deeply") from error


def make_table_mapping(
    entry: MappingEntry, table: Table, source: str, *, has_alternatives: bool = False
) -> TableMapping:
    """The mapping of one table; with `has_alternatives`, several headings may stand for one field.

    Raises:
        MappingRefusedError: an unknown field, a field with two headings, or a value of the wrong kind.
    """
    return TableMapping(
        source=source,
        dates=entry.date_style(),
        field_by_heading=_read_columns(entry, table, has_alternatives),
        values=_read_values(entry, table),
    )


def _read_columns(entry: MappingEntry, table: Table, has_alternatives: bool) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for heading, name in entry.pairs("columns", entry.content.get("columns", {})):
        key = f"columns.{heading}"
        _check_field(entry, key, table, name)
        if name in found.values() and not has_alternatives:
            raise entry.refuse(key, f"{name} has a column already")
        found[folded(heading)] = name
    return found


def _read_values(entry: MappingEntry, table: Table) -> Mapping[str, Mapping[str, str]]:
    found: dict[str, Mapping[str, str]] = {}
    for name, replaced in entry.pairs("values", entry.content.get("values", {})):
        key = f"values.{name}"
        _check_field(entry, key, table, name)
        found[name] = {folded(old): entry.text(f"{key}.{old}", new) for old, new in entry.pairs(key, replaced)}
    return found


def _check_field(entry: MappingEntry, key: str, table: Table, name: Any) -> None:
    if not isinstance(name, str) or name not in table.column_by_name:
        raise entry.refuse(
            key, f"{name!r} is not a field of {table.name}; the fields are {', '.join(table.column_by_name)}"
        )
