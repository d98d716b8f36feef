"""Mapping files of the register's exports: what a row stands for, where the table is, and what its words mean."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rso_planner.domain.register_record import RegisterLayout
from rso_planner.files.register_layout import REGISTER_TABLES
from rso_planner.files.shipped import named_file
from rso_planner.files.table_layout import Table
from rso_planner.files.table_mapping import (
    MappingEntry,
    TableMapping,
    folded,
    make_table_mapping,
    read_mapping_toml,
)

STANDARD_MAPPING = "register-people"
"""The shipped mapping that is used where none is named."""

DATE_IN_PHRASE = "{date}"
"""What stands for the day in a phrase such as 'Report run on {date}'."""

_KEYS = ("layout", "sheet", "dates", "heading_within", "snapshot", "unused", "columns", "values")
_HEADING_WITHIN, _MOST_HEADING_WITHIN = 20, 200


@dataclass(frozen=True, slots=True)
class RegisterMapping:
    """How an export of the register is understood.

    The heading is one of the first `heading_within` rows. `snapshot_phrases` stand outside the table and tell the
    day of the export, the first that is found. `unused` are headings that are known and not wanted, folded.
    """

    name: str
    layout: RegisterLayout
    columns: TableMapping
    heading_within: int
    snapshot_phrases: tuple[str, ...]
    unused: frozenset[str]

    @property
    def table(self) -> Table:
        """The fields of the layout."""
        return REGISTER_TABLES[self.layout]

    def is_unused(self, heading: str) -> bool:
        """Tell whether the mapping says that nobody needs the heading."""
        return folded(heading) in self.unused


def register_mapping_path(name: str) -> Path:
    """The file of that path, or the shipped mapping of that bare name ('register-visits')."""
    return named_file("models", name)


def read_register_mapping(path: Path) -> RegisterMapping:
    """Read a mapping file.

    Raises:
        MappingRefusedError: an unknown key or field, no layout, or a value of the wrong kind.
    """
    entry = MappingEntry(path.name, "", read_mapping_toml(path))
    entry.check_keys(_KEYS)
    layout = _read_layout(entry)
    sheet = entry.text("sheet", entry.content.get("sheet", ""))
    columns = make_table_mapping(entry, REGISTER_TABLES[layout], sheet, has_alternatives=True)
    return RegisterMapping(
        name=path.name,
        layout=layout,
        columns=columns,
        heading_within=_read_heading_within(entry),
        snapshot_phrases=tuple(_read_phrases(entry)),
        unused=frozenset(folded(heading) for heading in _texts(entry, "unused")),
    )


def _read_layout(entry: MappingEntry) -> RegisterLayout:
    written = entry.content.get("layout")
    if written not in [each.value for each in RegisterLayout]:
        raise entry.refuse("layout", f"is {', '.join(RegisterLayout)}, not {written!r}")
    return RegisterLayout(written)


def _read_heading_within(entry: MappingEntry) -> int:
    rows = entry.content.get("heading_within", _HEADING_WITHIN)
    if isinstance(rows, bool) or not isinstance(rows, int) or not 1 <= rows <= _MOST_HEADING_WITHIN:
        raise entry.refuse("heading_within", f"is a number of rows from 1 to {_MOST_HEADING_WITHIN}, not {rows!r}")
    return rows


def _read_phrases(entry: MappingEntry) -> list[str]:
    phrases = _texts(entry, "snapshot")
    for phrase in phrases:
        if phrase.count(DATE_IN_PHRASE) != 1 or not phrase.replace(DATE_IN_PHRASE, "").strip():
            raise entry.refuse("snapshot", f"is words with {DATE_IN_PHRASE} once among them, not {phrase!r}")
    return phrases


def _texts(entry: MappingEntry, key: str) -> list[str]:
    written: Any = entry.content.get(key, [])
    return [entry.text(key, each) for each in (written if isinstance(written, list) else [written])]
