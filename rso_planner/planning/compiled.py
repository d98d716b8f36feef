"""Functions on numbers and arrays, compiled to machine code by numba when they are first called."""

import os
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])
_ROOM = Path(__file__).parent


def compiled(function: F) -> F:
    """The same function, compiled at its first call and kept on disk beside its source.

    numba takes a second to import and each function some seconds to compile once, so modules with compiled
    functions are imported where they are needed, inside the function that calls them.
    """
    _keep_apart()
    from numba import njit

    quick: Any = njit(cache=True)(function)
    return cast(F, quick)


def compiled_in_place(function: F) -> F:
    """The same function, its body written into each compiled function that calls it.

    A call hands every array over with a count of its users; inside a search that takes longer than the work.
    """
    _keep_apart()
    from numba import njit

    quick: Any = njit(cache=True, inline="always")(function)
    return cast(F, quick)


def folder_of_compiled(room: Path) -> Path:
    """Where the compiled functions of a folder are kept: another place once any of its sources has changed.

    numba looks at the file of the function alone, and would go on with what it once took from another file.
    """
    stamps = [
        (path.as_posix(), path.stat().st_size, path.stat().st_mtime_ns) for path in sorted(room.rglob("*.py"))
    ]
    return room / "__pycache__" / f"compiled-{sha256(repr(stamps).encode()).hexdigest()[:12]}"


@cache
def _keep_apart() -> None:
    import numba

    settings: Any = numba.config
    if os.access(_ROOM, os.W_OK):
        settings.CACHE_DIR = folder_of_compiled(_ROOM).as_posix()
