"""Bring the store's tables up to this version of the planner."""

from rso_planner.storage import upgrading


def upgrade_store(database_url: str) -> bool:
    """Upgrade the store, making it where it is missing; tell whether anything had to be done.

    Nobody's record is read or changed, so no audit event is written.

    Raises:
        StoreNotReadyError: the store is newer than this version.
    """
    return upgrading.upgrade_store(database_url)
