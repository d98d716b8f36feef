"""Functions on numbers and arrays, compiled to machine code by numba when they are first called."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """The same function, compiled at its first call and kept on disk beside its source.

    numba takes a second to import and each function some seconds to compile once, so modules with compiled
    functions are imported where they are needed, inside the function that calls them.
    """
    from numba import njit

    quick: Any = njit(cache=True)(function)
    return cast(F, quick)
