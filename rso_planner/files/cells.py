"""What a cell may hold: each kind of cell with its reading, its writing and the sentence when it is wrong."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import partial
from typing import Any

from rso_planner.domain.interval import Interval, read_interval
from rso_planner.files.reject import Cell, cell_text

_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2199
_LONGEST_INTERVAL_DAYS = 5 * 366
_LONGEST_IDENTIFIER = 64
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")
_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,9}(\.[0-9]{1,9})?")
_SPREADSHEET_ERROR = re.compile(r"#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)")
_TIME_ZONE = re.compile(r".*[0-9](Z|[+-][0-9]{2}:?[0-9]{2})")
# Identifiers are joined by these in plan.csv, in task identifiers and on the command line.
_SEPARATORS = ";:,"


class DateStyle(StrEnum):
    """The two ways in which a file may write its dates."""

    ISO = "YYYY-MM-DD"
    BRITISH = "DD/MM/YYYY"

    @property
    def pattern(self) -> re.Pattern[str]:
        """A date of this style, whatever stands after it."""
        return _PATTERNS[self]


_PATTERNS = {
    DateStyle.ISO: re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
    DateStyle.BRITISH: re.compile(r"(?P<day>[0-9]{2})/(?P<month>[0-9]{2})/(?P<year>[0-9]{4})"),
}


def find_date_style(cell: Cell) -> DateStyle | None:
    """The style in which the cell begins with a date, or None."""
    if not isinstance(cell, str):
        return None
    return next((style for style in DateStyle if style.pattern.match(cell)), None)


@dataclass(frozen=True, slots=True)
class CellKind:
    """How a cell is read; `read` raises ValueError with a plain sentence."""

    read: Callable[[Cell, DateStyle], Any]
    holds_dates: bool = False


def _read_text(cell: Cell, _style: DateStyle) -> str:
    text = cell_text(cell)
    if _SPREADSHEET_ERROR.fullmatch(text):
        raise ValueError(f"{text} is what a spreadsheet shows where it has no value")
    return text


def _read_identifier(cell: Cell, style: DateStyle) -> str:
    text = _read_text(cell, style)
    found = next((sign for sign in _SEPARATORS if sign in text), None)
    if found:
        raise ValueError(f"an identifier may not hold the sign '{found}', which separates identifiers")
    if not text.isprintable():
        raise ValueError("an identifier may not hold a line break or another sign that cannot be printed")
    if len(text) > _LONGEST_IDENTIFIER:
        raise ValueError(f"an identifier has at most {_LONGEST_IDENTIFIER} characters, not {len(text)}")
    return text


def _read_date(cell: Cell, style: DateStyle) -> date:
    if isinstance(cell, datetime):
        if cell.time() != time():
            raise ValueError(f"{cell_text(cell)} has a time of day where a date alone belongs")
        return _plausible(cell.date())
    if isinstance(cell, date):
        return _plausible(cell)
    text = cell_text(cell)
    match = style.pattern.fullmatch(text)
    if match is None:
        raise ValueError(_wrong_date(text, style, style.value))
    return _calendar_day(match, text)


def _read_date_time(cell: Cell, style: DateStyle) -> datetime:
    if isinstance(cell, datetime):
        return cell.replace(second=0, microsecond=0)
    text = cell_text(cell)
    match = style.pattern.match(text)
    rest = text[match.end() :] if match else ""
    if match is None or rest[:1] not in ("T", " ") or _TIME.fullmatch(rest[1:]) is None:
        if _TIME_ZONE.fullmatch(text):
            raise ValueError(f"{text} names a time zone; write the local time, such as 2026-03-05T14:30")
        raise ValueError(_wrong_date(text, style, f"{style.value}THH:MM"))
    return datetime.combine(_calendar_day(match, text[: match.end()]), _read_time(rest[1:], style))


def _wrong_date(text: str, style: DateStyle, wanted: str) -> str:
    other = find_date_style(text)
    if other not in (None, style):
        return f"{text} is written {other}, while this file writes its dates {style.value}"
    what = "date and time" if "HH" in wanted else "date"
    return f"{text} is not a {what} written {wanted}"


def _calendar_day(match: re.Match[str], text: str) -> date:
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        raise ValueError(f"{text} is not a day in the calendar") from None
    return _plausible(day)


def _plausible(day: date) -> date:
    if not _EARLIEST_YEAR <= day.year <= _LATEST_YEAR:
        raise ValueError(f"the year {day.year:04} is not between {_EARLIEST_YEAR} and {_LATEST_YEAR}")
    return day


def _read_notification_end(cell: Cell, style: DateStyle) -> date | str:
    if isinstance(cell, str) and cell.casefold() == INDEFINITE:
        return INDEFINITE
    try:
        return _read_date(cell, style)
    except ValueError as error:
        raise ValueError(f"{error}; where there is no end, write {INDEFINITE}") from None


def _read_time(cell: Cell, _style: DateStyle) -> time:
    if isinstance(cell, datetime):
        cell = cell.time()
    if isinstance(cell, time):
        return cell.replace(second=0, microsecond=0)
    text = cell_text(cell)
    match = _TIME.fullmatch(text)
    if match is None:
        raise ValueError(f"{text} is not a time of day written HH:MM")
    hour, minute, second = (int(part or 0) for part in match.groups())
    try:
        time(hour, minute, second)
    except ValueError:
        raise ValueError(f"{text} is not a time of day; times run from 00:00 to 23:59") from None
    return time(hour, minute)


def _read_interval(cell: Cell, _style: DateStyle) -> Interval:
    text = cell_text(cell)
    try:
        interval = read_interval(text)
    except ValueError as error:
        raise ValueError(f"{text} is not an interval; {error}") from None
    if interval.days > _LONGEST_INTERVAL_DAYS:
        raise ValueError(f"{text} is more than 5 years, too long for an interval between visits")
    return interval


def _read_truth(cell: Cell, _style: DateStyle) -> bool:
    text = cell_text(cell).casefold()
    if text not in ("yes", "no"):
        raise ValueError(f"{cell_text(cell)} is not yes or no")
    return text == "yes"


def _read_number(lowest: float, highest: float, whole: bool, cell: Cell, _style: DateStyle) -> float:
    text = cell_text(cell)
    if not (_WHOLE if whole else _DECIMAL).fullmatch(text):
        raise ValueError(f"{text} is not a {'whole ' if whole else ''}number")
    number = int(text) if whole else float(text)
    if not lowest <= number <= highest:
        raise ValueError(f"{text} is not between {lowest:g} and {highest:g}")
    return number


def _read_metres(cell: Cell, _style: DateStyle) -> int:
    text = cell_text(cell)
    if not _DECIMAL.fullmatch(text):
        raise ValueError(f"{text} is not a number of metres on the British National Grid")
    return round(float(text))


def _read_word(words: dict[str, StrEnum], cell: Cell, _style: DateStyle) -> StrEnum:
    word = words.get(cell_text(cell).casefold())
    if word is None:
        allowed = ", ".join(each.value for each in words.values())
        raise ValueError(f"{cell_text(cell)} is not one of {allowed}")
    return word


def word_of(words: type[StrEnum]) -> CellKind:
    """A cell that holds one word of a vocabulary, in capitals or not."""
    return CellKind(partial(_read_word, {each.value.casefold(): each for each in words}))


def whole_number(lowest: int, highest: int) -> CellKind:
    """A cell that holds a whole number between two, both included."""
    return CellKind(partial(_read_number, lowest, highest, True))


def decimal_number(lowest: float, highest: float) -> CellKind:
    """A cell that holds a number between two, both included."""
    return CellKind(partial(_read_number, lowest, highest, False))


INDEFINITE = "indefinite"
TEXT = CellKind(_read_text)
IDENTIFIER = CellKind(_read_identifier)
DATE = CellKind(_read_date, holds_dates=True)
DATE_TIME = CellKind(_read_date_time, holds_dates=True)
NOTIFICATION_END = CellKind(_read_notification_end, holds_dates=True)
TIME_OF_DAY = CellKind(_read_time)
INTERVAL = CellKind(_read_interval)
YES_NO = CellKind(_read_truth)
METRES = CellKind(_read_metres)


def written_cell(cell: Cell, style: DateStyle) -> str:
    """The cell as a file of that style holds it: a real date of a workbook in the style, any text as it is."""
    if style is DateStyle.ISO or not isinstance(cell, date):
        return cell_text(cell)
    day = f"{cell.day:02}/{cell.month:02}/{cell.year:04}"
    return f"{day}T{cell:%H:%M}" if isinstance(cell, datetime) else day


def write_cell(value: object) -> str:
    """The value as the extract writes it; None is an empty cell.

    Raises:
        TypeError: no cell of an extract holds such a value.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime | date | time):
        return cell_text(value)
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    if isinstance(value, str | int | Interval):
        return str(value)
    raise TypeError(f"an extract has no cell for a {type(value).__name__}")
