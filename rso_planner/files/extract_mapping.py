"""Mapping files of an extract: how another system's layout becomes the extract's, table by table."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rso_planner.files.extract_layout import TABLE_BY_NAME
from rso_planner.files.table_layout import Table
from rso_planner.files.table_mapping import (
    MappingEntry,
    MappingRefusedError,
    TableMapping,
    make_table_mapping,
    read_mapping_toml,
)

_KEYS = ("file", "sheet", "dates", "columns", "values")

ExtractMapping = Mapping[str, TableMapping]


def read_mapping(path: Path | None) -> ExtractMapping:
    """Read a mapping file; without one, every table has the contract's own layout.

    Raises:
        MappingRefusedError: an unknown table, key or field, or a value of the wrong kind.
    """
    content = read_mapping_toml(path) if path else {}
    file = path.name if path else ""
    unknown = next((name for name in content if name not in TABLE_BY_NAME), None)
    if unknown is not None:
        raise MappingRefusedError(file, unknown, f"is not one of {', '.join(TABLE_BY_NAME)}")
    return {name: _read_table(file, table, content.get(name, {})) for name, table in TABLE_BY_NAME.items()}


def _read_table(file: str, table: Table, content: Any) -> TableMapping:
    if not isinstance(content, Mapping):
        raise MappingRefusedError(file, table.name, f"is a table of {', '.join(_KEYS)}")
    entry = MappingEntry(file, f"{table.name}.", content)
    entry.check_keys(_KEYS)
    if "file" in content and "sheet" in content:
        raise entry.refuse("sheet", "a table comes from a file or a sheet, not both")
    source = entry.text("file", content.get("file", content.get("sheet", table.name)))
    return make_table_mapping(entry, table, source)
