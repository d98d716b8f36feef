"""Names that a workbook takes: no name of a person, at most 31 signs, each of them once."""

import re
from collections.abc import Iterable

_LONGEST = 31
_NOT_ALLOWED = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_RESERVED = frozenset({"history"})


def make_sheet_names(wanted: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """One name for each wanted one, in order; what a workbook refuses is replaced by '-'."""
    used = {name.casefold() for name in taken} | _RESERVED
    names = []
    for text in wanted:
        plain = _NOT_ALLOWED.sub("-", text).strip().strip("'") or "-"
        name, turn = plain[:_LONGEST].rstrip("'"), 1
        while name.casefold() in used:
            turn += 1
            suffix = f" ({turn})"
            name = plain[: _LONGEST - len(suffix)] + suffix
        used.add(name.casefold())
        names.append(name)
    return names
