"""Load a force's extract into the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.force import Force
from rso_planner.domain.reallocation import ChangeDecision, ChangeVerdict
from rso_planner.files.extract_reading import ExtractReading, read_extract
from rso_planner.files.reject import Reject
from rso_planner.files.rejects_writing import write_rejects
from rso_planner.storage.allocation_settling import settle_accepted_changes
from rso_planner.storage.extract_saving import ExtractChanges, save_extract
from rso_planner.storage.upgrading import prepare_store
from rso_planner.use_cases.recording import Asking, recorded_act


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadOutcome:
    """What became of an extract; without `changes` nothing was loaded.

    `left_out` counts the rows of each file that were not loaded. `rejects_to` is where the rejects lie;
    `can_be_mended` tells that the whole extract lies there too. `settled` are the accepted changes of officer that
    the extract confirmed or overtook.
    """

    extracted_on: date | None
    changes: ExtractChanges | None
    rejects: tuple[Reject, ...]
    left_out: Mapping[str, int]
    ignored_columns: tuple[tuple[str, str], ...]
    rejects_to: Path | None = None
    can_be_mended: bool = False
    settled: tuple[ChangeDecision, ...] = ()

    @property
    def is_loaded(self) -> bool:
        """Tell whether the extract is in the store now."""
        return self.changes is not None


def load_extract(
    asking: Asking,
    extract: Path,
    *,
    mapping: Path | None = None,
    accepts_good_rows: bool = False,
    is_forced: bool = False,
    rejects_to: Path | None = None,
) -> LoadOutcome:
    """Read an extract and save it beside what the store holds: all of it, or nothing.

    A store that is new or empty is set up first. Rejects are written to `rejects_to` where one is given.

    Raises:
        ExtractRefusedError: there is no such extract, or it cannot be opened at all.
        OlderExtractError: the store holds a newer one, and `is_forced` is off.
        StoreNotReadyError: the store's tables are not those of this version.
    """
    reading = read_extract(extract, mapping, accept_good_rows=accepts_good_rows)
    written_to = rejects_to if reading.rejects else None
    can_be_mended = written_to is not None and write_rejects(reading.rejects, reading.tables, written_to)
    changes, settled = (
        _save(asking, reading.force, reading, is_forced) if reading.force is not None else (None, ())
    )
    return LoadOutcome(
        extracted_on=reading.force.extracted_on if reading.force else None,
        changes=changes,
        rejects=reading.rejects,
        left_out=reading.left_out,
        ignored_columns=reading.ignored_columns,
        rejects_to=written_to,
        can_be_mended=can_be_mended,
        settled=settled,
    )


def _save(
    asking: Asking, force: Force, reading: ExtractReading, is_forced: bool
) -> tuple[ExtractChanges, tuple[ChangeDecision, ...]]:
    prepare_store(asking.database_url)
    with recorded_act(asking, "load") as act:
        changes = save_extract(
            act.connection,
            force,
            asking.now,
            is_forced=is_forced,
            absent_tables=reading.absent_tables,
            left_out_keys=reading.left_out_keys,
        )
        settled = settle_accepted_changes(act.connection, asking.now, asking.actor)
        act.record(
            AuditAction.COLLECTION,
            people=len(force.cases),
            detail=_detail(force, changes, sum(reading.left_out.values())) + _settled_words(settled),
        )
    return changes, settled


def _settled_words(settled: tuple[ChangeDecision, ...]) -> str:
    if not settled:
        return ""
    confirmed = sum(each.verdict is ChangeVerdict.CONFIRMED for each in settled)
    return f"; changes of officer: {confirmed} confirmed, {len(settled) - confirmed} overtaken"


def _detail(force: Force, changes: ExtractChanges, left_out: int) -> str:
    tables = changes.by_table.values()
    return (
        f"extract of {force.extracted_on}: {sum(each.added for each in tables)} rows added, "
        f"{sum(each.changed for each in tables)} changed, {sum(each.withdrawn for each in tables)} withdrawn, "
        f"{sum(each.recognised for each in tables)} recognised, {left_out} left out; "
        f"{len(changes.missing_people)} people missing"
    )
