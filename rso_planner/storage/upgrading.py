"""Brings a store's tables up to this version, with Alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config

import rso_planner.storage
from rso_planner.storage.store import (
    EARLIER_REVISIONS,
    SCHEMA_REVISION,
    check_revision,
    connect,
    file_of,
    find_revision,
    read_address,
)

MIGRATIONS = Path(rso_planner.storage.__file__).parent / "migrations"


def upgrade_store(url: str) -> bool:
    """Make the store's tables those of this version, in one transaction; tell whether anything had to be done.

    An SQLite file that is missing is made.

    Raises:
        StoreNotReadyError: the store is newer than this version.
        WrongUseError: it is not a store of the planner.
    """
    address = read_address(url)
    file = file_of(address)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    with connect(address) as store:
        revision = find_revision(store)
        if revision is not None and revision not in EARLIER_REVISIONS:
            check_revision(revision, address)
            return False
        with store.transaction() as connection:
            config = alembic_config()
            config.attributes["connection"] = connection
            command.upgrade(config, SCHEMA_REVISION)
        return True


def prepare_store(url: str) -> None:
    """Make the tables of a store that is new and empty; leave any other store as it is."""
    address = read_address(url)
    file = file_of(address)
    if file is None or file.exists():
        with connect(address) as store:
            if find_revision(store) is not None:
                return
    upgrade_store(url)


def alembic_config() -> Config:
    """Alembic's settings for the migrations inside the package."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
