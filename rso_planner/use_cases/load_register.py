"""Load an export of the register into the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.register_record import RegisterExport, RegisterLayout
from rso_planner.files.register_mapping import (
    STANDARD_MAPPING,
    RegisterMapping,
    read_register_mapping,
    register_mapping_path,
)
from rso_planner.files.register_reading import RegisterReading, read_register
from rso_planner.files.register_rows import RowKind
from rso_planner.files.reject import ExtractRefusedError, Reject
from rso_planner.files.rejects_writing import mended_name, write_rejects
from rso_planner.storage.register_exports import save_register_export
from rso_planner.storage.upgrading import prepare_store
from rso_planner.use_cases.recording import Asking, recorded_act

SCOPE = "register export"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLoadOutcome:
    """What became of an export of the register; without an `export` nothing was loaded.

    `is_change` tells whether it says anything else than the last one of its layout. `left_out` counts the rows
    that were refused. `rejects_to` is where the rejects lie; `to_mend` is the file there to be mended and loaded.
    """

    layout: RegisterLayout
    export: RegisterExport | None
    is_change: bool
    rejects: tuple[Reject, ...]
    skipped: Mapping[RowKind, int]
    left_out: int
    ignored_columns: tuple[str, ...]
    notices: tuple[str, ...]
    rejects_to: Path | None = None
    to_mend: Path | None = None

    @property
    def is_loaded(self) -> bool:
        """Tell whether the export is in the store now."""
        return self.export is not None


def load_register(
    asking: Asking,
    file: Path,
    *,
    mapping_name: str = STANDARD_MAPPING,
    snapshot_on: date | None = None,
    accepts_good_rows: bool = False,
    is_forced: bool = False,
    rejects_to: Path | None = None,
) -> RegisterLoadOutcome:
    """Read an export through a mapping and save it beside the earlier ones: all of it, or nothing.

    `mapping_name` is a file's path or the bare name of a mapping that ships with the planner. A store that is new
    or empty is set up first. Rejects are written to `rejects_to` where one is given.

    Raises:
        MappingRefusedError: the mapping cannot be used.
        ExtractRefusedError: there is no such export, or it cannot be opened at all.
        OlderRegisterExportError: the store holds a newer one of the layout, and `is_forced` is off.
        StoreNotReadyError: the store's tables are not those of this version.
    """
    mapping = read_register_mapping(register_mapping_path(mapping_name))
    reading = read_register(file, mapping, snapshot_on=snapshot_on, accept_good_rows=accepts_good_rows)
    written_to, can_be_mended, notices = _write_rejects(reading, rejects_to)
    is_change = reading.export is not None and _save(asking, reading.export, reading, mapping, is_forced)
    return RegisterLoadOutcome(
        layout=mapping.layout,
        export=reading.export,
        is_change=is_change,
        rejects=reading.rejects,
        skipped=reading.skipped,
        left_out=reading.left_out,
        ignored_columns=reading.ignored_columns,
        notices=(*reading.notices, *notices),
        rejects_to=written_to,
        to_mend=written_to / mended_name(reading.table) if written_to and can_be_mended else None,
    )


def _write_rejects(reading: RegisterReading, rejects_to: Path | None) -> tuple[Path | None, bool, tuple[str, ...]]:
    """Where the rejects lie, whether a file to be mended is among them, and why they are nowhere."""
    if rejects_to is None or not reading.rejects:
        return None, False, ()
    try:
        return rejects_to, write_rejects(reading.rejects, [reading.table], rejects_to), ()
    except ExtractRefusedError as error:
        # What is wrong is told all the same; but rows are left out only if they can be mended later.
        if reading.export is not None:
            raise
        return None, False, (f"{error}.",)


def _save(
    asking: Asking, export: RegisterExport, reading: RegisterReading, mapping: RegisterMapping, is_forced: bool
) -> bool:
    prepare_store(asking.database_url)
    with recorded_act(asking, "load-register") as act:
        is_change = save_register_export(
            act.connection,
            export,
            asking.now,
            file_hash=reading.file_hash,
            mapping=mapping.name,
            is_forced=is_forced,
        )
        act.record(
            AuditAction.COLLECTION,
            people=len({record.register_id for record in export.records}),
            scope=SCOPE,
            detail=(
                f"{export.layout.value} of {export.snapshot_on}: {len(export.records)} records, "
                f"{reading.left_out} rows left out, {'added' if is_change else 'in the store already'}"
            ),
        )
    return is_change
