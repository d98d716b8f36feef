"""The register as the store holds it last."""

from rso_planner.domain.refusal import WrongUseError
from rso_planner.domain.register_record import COMPARED_LAYOUTS, RegisterExport, RegisterLayout
from rso_planner.reconciliation.register_with_assessments import with_assessments
from rso_planner.storage.register_exports import StoredRegisterExport, find_latest_register_export
from rso_planner.storage.store import StoreConnection


class NoRegisterError(WrongUseError):
    """Nothing to compare with: no export of the register has been loaded."""

    def __init__(self) -> None:
        super().__init__(
            "No export of the register with people or visits has been loaded. "
            "Load one with `rso-planner load-register FILE`."
        )


def get_latest_register(connection: StoreConnection) -> RegisterExport:
    """The export of people or visits that was loaded last, with the assessments of theirs.

    Raises:
        NoRegisterError: none is in the store.
    """
    found = [
        stored
        for layout in COMPARED_LAYOUTS
        if (stored := find_latest_register_export(connection, layout)) is not None
    ]
    if not found:
        raise NoRegisterError
    export = max(found, key=_loading_order).export
    assessments = find_latest_register_export(connection, RegisterLayout.ASSESSMENTS)
    return export if assessments is None else with_assessments(export, assessments.export)


def _loading_order(stored: StoredRegisterExport) -> int:
    return stored.load_id
