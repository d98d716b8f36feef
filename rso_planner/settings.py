"""What the surroundings say: where the store is, who is asking, what time it is."""

import getpass
import os
from dataclasses import dataclass
from datetime import UTC, datetime

DATABASE_VARIABLE = "RSO_PLANNER_DATABASE_URL"
USER_VARIABLE = "RSO_PLANNER_USER"
DEBUG_VARIABLE = "RSO_PLANNER_DEBUG"
DEFAULT_DATABASE_URL = "sqlite:///rso_planner.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """The store's address and the person who acts, as every use case needs them."""

    database_url: str
    actor: str


def read_settings(database_url: str | None = None) -> Settings:
    """The settings of this run: the option first, then the environment, then the defaults."""
    return Settings(
        database_url=database_url or os.environ.get(DATABASE_VARIABLE) or DEFAULT_DATABASE_URL,
        actor=os.environ.get(USER_VARIABLE) or _login_name(),
    )


def is_debugging() -> bool:
    """Tell whether unexpected errors are to be shown with their traceback."""
    return os.environ.get(DEBUG_VARIABLE) == "1"


def now() -> datetime:
    """The present moment, in UTC; the doors hand it to the use cases, which never look at a clock."""
    return datetime.now(UTC)


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may run under a number that no password file knows
        return f"user {os.getuid()}"
