"""Keeps the exports of the register, each whole and as it was read."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.refusal import InputRefusedError
from rso_planner.domain.register_record import COMPARED_LAYOUTS, RegisterExport, RegisterLayout, RegisterRecord
from rso_planner.storage.audit import utc_without_zone
from rso_planner.storage.rows import REGISTER_RECORDS
from rso_planner.storage.tables import register_loads, register_records


class OlderRegisterExportError(InputRefusedError):
    """The export is older than the last one of its layout that the store holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRegisterExport:
    """An export in the store, with the hash of its file's bytes and the name of the mapping that read it."""

    load_id: int
    loaded_at: datetime
    file_hash: str
    mapping: str
    export: RegisterExport


def save_register_export(
    connection: Connection,
    export: RegisterExport,
    loaded_at: datetime,
    *,
    file_hash: str,
    mapping: str,
    is_forced: bool = False,
) -> bool:
    """Add an export beside the earlier ones; tell whether it says anything else than the last one of its layout.

    Of people and visits the export that was loaded last is compared with the force. So one of them that is loaded
    again after the other is added again.

    Raises:
        OlderRegisterExportError: the last one of its layout is of a later day, unless `is_forced`.
    """
    latest = find_latest_register_export(connection, export.layout)
    if latest is not None:
        if latest.export == export and not _is_followed(connection, latest):
            return False
        if export.snapshot_on < latest.export.snapshot_on and not is_forced:
            raise OlderRegisterExportError(
                f"The export is of {day_in_words(export.snapshot_on)}, older than the store's of "
                f"{day_in_words(latest.export.snapshot_on)}; nothing was loaded. "
                "Use --force to load it all the same."
            )
    load = {
        "loaded_at": utc_without_zone(loaded_at),
        "snapshot_on": export.snapshot_on,
        "layout": export.layout.value,
        "file_hash": file_hash,
        "mapping": mapping,
        "was_forced": is_forced,
        "left_out_ids": json.dumps(export.left_out_ids),
    }
    _insert(connection, load, export.records)
    return True


def _is_followed(connection: Connection, stored: StoredRegisterExport) -> bool:
    """Tell whether an export of the other thing that is compared was loaded after this one."""
    if stored.export.layout not in COMPARED_LAYOUTS:
        return False
    layouts = [layout.value for layout in COMPARED_LAYOUTS]
    last = select(func.max(register_loads.c.load_id)).where(register_loads.c.layout.in_(layouts))
    return bool(connection.execute(last).scalar_one() > stored.load_id)


def _insert(connection: Connection, load: Mapping[str, Any], records: Sequence[RegisterRecord]) -> None:
    load_id = connection.execute(insert(register_loads).returning(register_loads.c.load_id), load).scalar_one()
    if records:
        names = REGISTER_RECORDS.columns
        rows = [
            {"load_id": load_id, **dict(zip(names, REGISTER_RECORDS.values_of(record), strict=True))}
            for record in records
        ]
        connection.execute(insert(register_records), rows)


def find_latest_register_export(connection: Connection, layout: RegisterLayout) -> StoredRegisterExport | None:
    """The export of the layout that was loaded last, or None."""
    query = (
        select(register_loads)
        .where(register_loads.c.layout == layout.value)
        .order_by(register_loads.c.load_id.desc())
        .limit(1)
    )
    load = connection.execute(query).first()
    if load is None:
        return None
    columns = [register_records.c[name] for name in REGISTER_RECORDS.columns]
    found = connection.execute(
        select(*columns).where(register_records.c.load_id == load.load_id).order_by(register_records.c.row)
    )
    return StoredRegisterExport(
        load_id=load.load_id,
        loaded_at=load.loaded_at.replace(tzinfo=UTC),
        file_hash=load.file_hash,
        mapping=load.mapping,
        export=RegisterExport(
            snapshot_on=load.snapshot_on,
            layout=layout,
            records=tuple(REGISTER_RECORDS.object_of(tuple(row)) for row in found),
            left_out_ids=tuple(json.loads(load.left_out_ids)),
        ),
    )
