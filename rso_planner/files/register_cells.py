"""What a cell of an export of the register may hold: more than the extract's in dates, less in texts."""

import re
from datetime import date, datetime

from rso_planner.files.cells import DATE, IDENTIFIER, TEXT, CellKind, DateStyle, find_date_style
from rso_planner.files.reject import Cell

_TOO_NARROW = re.compile(r"##+")
_SHORTENED_NUMBER = re.compile(r"[0-9](?:[.,][0-9]+)?E\+[0-9]+", re.IGNORECASE)
_TIME_OF_DAY = re.compile(r"[T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?")
_MIDNIGHT = re.compile(r"[T ]0?0:00(:00(\.0+)?)?")


def _read_text(cell: Cell, style: DateStyle) -> str:
    text: str = TEXT.read(cell, style)
    if _TOO_NARROW.fullmatch(text):
        raise ValueError(f"{text} is what a spreadsheet shows where a column is too narrow")
    return text


def _read_name(cell: Cell, style: DateStyle) -> str:
    text = _read_text(cell, style)
    if any(sign.isdigit() for sign in text) and not any(sign.isalpha() for sign in text):
        raise ValueError(f"{text} is a number and not a name; the row may be shifted")
    return text


def _read_identifier(cell: Cell, style: DateStyle) -> str:
    text: str = IDENTIFIER.read(_read_text(cell, style), style)
    if _SHORTENED_NUMBER.fullmatch(text):
        raise ValueError(f"{text} is a number that a spreadsheet has shortened; its last digits are lost")
    if not any(sign.isalnum() for sign in text):
        raise ValueError("an identifier has at least one letter or digit")
    return text


def _read_day(cell: Cell, style: DateStyle) -> date:
    # Registers note the time of a visit or an assessment too; its day alone is compared.
    return _read_date(cell.date() if isinstance(cell, datetime) else _without(_TIME_OF_DAY, cell), style)


def _read_birthday(cell: Cell, style: DateStyle) -> date:
    # A birthday with a time of day has gone through a change of time zone and may be another day.
    return _read_date(_without(_MIDNIGHT, cell), style)


def _without(tail: re.Pattern[str], cell: Cell) -> Cell:
    found = find_date_style(cell)
    if found is None or not isinstance(cell, str):
        return cell
    length = len(found.value)
    return cell[:length] if tail.fullmatch(cell[length:]) else cell


def _read_date(cell: Cell, style: DateStyle) -> date:
    day: date = DATE.read(cell, style)
    return day


REGISTER_TEXT = CellKind(_read_text)
NAME = CellKind(_read_name)
REGISTER_IDENTIFIER = CellKind(_read_identifier)
DAY = CellKind(_read_day, holds_dates=True)
BIRTHDAY = CellKind(_read_birthday, holds_dates=True)
