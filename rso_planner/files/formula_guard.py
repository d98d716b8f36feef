"""Keeps a spreadsheet from running what a cell of a CSV file says.

A text that begins with one of = + - @ is a formula to a spreadsheet (OWASP, CSV injection). It is written
with an apostrophe before it, which spreadsheets show as text; reading takes one such apostrophe away again,
so that writing and reading give back the same text.
"""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guard(text: str) -> str:
    """The text as it can safely be opened in a spreadsheet."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """The text without the apostrophe that guards it."""
    return text[1:] if _GUARDED.match(text) else text
