"""Opens the store: an SQLite file by default, or a PostgreSQL database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from rso_planner.domain.refusal import PermissionRefusedError, RefusedError, WrongUseError

SCHEMA_REVISION = "0007"
"""The revision of the tables that this version of the planner works with."""

EARLIER_REVISIONS = frozenset({"0001", "0002", "0003", "0004", "0005", "0006"})
"""The revisions that `upgrade` brings up to date."""

StoreConnection = Connection
"""What a transaction hands to those who load and save; its own name keeps the database out of the use cases."""

_BUSY_MILLISECONDS = 10_000


class StoreNotReadyError(WrongUseError):
    """There is no store yet, or its tables are older or newer than this version of the planner."""


@dataclass(frozen=True, slots=True)
class Store:
    """An open store; leave it with `with` so that its files are closed."""

    engine: Engine

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.engine.dispose()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction that is saved whole at its end, or not at all; on SQLite it locks out other writers."""
        try:
            with self.engine.begin() as connection:
                yield connection
        except OperationalError as error:
            raise _refusal(error) or error from error


def open_store(url: str) -> Store:
    """Open a store whose tables are those of this version.

    Raises:
        StoreNotReadyError: there is none, or it must be upgraded first, or it is newer than the planner.
        WrongUseError: the address is not one of a store.
    """
    address = read_address(url)
    check_exists(address)
    store = connect(address)
    try:
        check_revision(find_revision(store), address)
    except BaseException:
        store.engine.dispose()
        raise
    return store


def read_address(url: str) -> URL:
    """The parsed address of a store.

    Raises:
        WrongUseError: it is no address of an SQLite file or a PostgreSQL database.
    """
    try:
        address = make_url(url)
        backend = address.get_backend_name()
    except ArgumentError:
        raise WrongUseError(
            "The address of the store cannot be read; write it like sqlite:///rso_planner.db."
        ) from None
    if backend not in ("sqlite", "postgresql"):
        raise WrongUseError(f"A store is an SQLite file or a PostgreSQL database, not {backend}.")
    return address.set(drivername="postgresql+psycopg") if address.drivername == "postgresql" else address


def check_exists(address: URL) -> None:
    """Refuse an SQLite file that is not there: opening it would make an empty one."""
    file = file_of(address)
    if file is not None and not file.exists():
        raise StoreNotReadyError(f"There is no store at {file} yet; load an extract first.")


def file_of(address: URL) -> Path | None:
    """The file of an SQLite store, or None for a store in memory or on a server."""
    if address.get_backend_name() != "sqlite" or address.database in (None, "", ":memory:"):
        return None
    return Path(str(address.database))


def connect(address: URL) -> Store:
    """Connect to a store, whatever is in it.

    Raises:
        WrongUseError: the driver for this kind of store is not installed.
    """
    try:
        if address.get_backend_name() != "sqlite":
            return Store(create_engine(address, isolation_level="SERIALIZABLE"))
        engine = create_engine(address, poolclass=NullPool) if file_of(address) else create_engine(address)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise WrongUseError(
            "The driver for PostgreSQL is not installed; install rso-planner with its extra 'postgres'."
        ) from error
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_immediately)
    return Store(engine)


def find_revision(store: Store) -> str | None:
    """The revision of the store's tables, or None when it is empty.

    Raises:
        WrongUseError: what is there cannot be opened, or is not a store of the planner.
    """
    try:
        with store.transaction() as connection:
            names = set(inspect(connection).get_table_names())
            if not names:
                return None
            if "alembic_version" not in names:
                raise WrongUseError("The database holds other tables and is not a store of the planner.")
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            return None if found is None else str(found)
    except DBAPIError as error:
        raise WrongUseError(f"The store cannot be opened: {error.orig}.") from error


def check_revision(revision: str | None, address: URL) -> None:
    """Refuse a store whose tables are not those of this version."""
    where = address.render_as_string(hide_password=True)
    if revision is None:
        raise StoreNotReadyError(f"The store {where} is empty; load an extract first.")
    if revision in EARLIER_REVISIONS:
        raise StoreNotReadyError(
            f"The store {where} was made by an earlier version of the planner; run 'rso-planner upgrade'."
        )
    if revision != SCHEMA_REVISION:
        raise StoreNotReadyError(
            f"The store {where} was made by a newer version of the planner; use that version, or a newer one."
        )


def _refusal(error: OperationalError) -> RefusedError | None:
    words = str(error.orig)
    if "locked" in words:
        return StoreNotReadyError("The store is being changed by somebody else just now; try again in a minute.")
    if "readonly" in words or "read-only" in words:
        return PermissionRefusedError(
            "The store cannot be written, so nothing can be put on the audit; nothing was done."
        )
    return None


def _set_up_sqlite(connection: Any, _record: object) -> None:
    # The driver's own transactions begin late and would let two writers read the same state first.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={_BUSY_MILLISECONDS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediately(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
