"""Finds the day of an export in the lines around its table, such as 'Report run on 20/11/2026'."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from rso_planner.domain.plain_words import DAY_IN_WORDS, day_in_words, read_day_in_words
from rso_planner.files.cells import DATE, find_date_style
from rso_planner.files.raw_table import RawRow, RawTable
from rso_planner.files.register_mapping import DATE_IN_PHRASE
from rso_planner.files.reject import cell_text

_DATE = rf"(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{2}}/[0-9]{{2}}/[0-9]{{4}}|{DAY_IN_WORDS})(?![0-9])"
_NOTHING_ELSE = re.compile(r"\W*(?:(?:at )?\d{1,2}:\d{2}(?::\d{2})?)?\W*", re.IGNORECASE)


def has_phrase(text: str, phrases: tuple[str, ...]) -> bool:
    """Tell whether a text holds one of the phrases, with a day in it."""
    return bool(phrases) and _any_pattern(phrases).search(text) is not None


def is_phrase_alone(line: str, phrases: tuple[str, ...]) -> bool:
    """Tell whether a line is one of the phrases with its day and at most a time of day."""
    return bool(phrases) and _NOTHING_ELSE.fullmatch(_any_pattern(phrases).sub("", line, count=1)) is not None


def find_day_around(table: RawTable, rows: Sequence[RawRow], phrases: Iterable[str]) -> date | None:
    """The day that the first of the phrases which is found tells; None where none is.

    A day that cannot be, or two of them, are noted as problems of the table.
    """
    for phrase in phrases:
        days: dict[date, RawRow] = {}
        for row in rows:
            match = _pattern(phrase).search(line_of(row))
            if match is None:
                continue
            try:
                days.setdefault(_read(match["date"]), row)
            except ValueError:
                table.refuse(f"{match['date']} is not a day in the calendar", row.number, "", line_of(row))
                return None
        if len(days) > 1:
            first, second, *_ = days
            sentence = f"the export names two days, {day_in_words(first)} and {day_in_words(second)}"
            table.refuse(sentence, days[second].number, "", line_of(days[second]))
        if days:
            return next(iter(days))
    return None


def line_of(row: RawRow) -> str:
    """The row as one line of text."""
    return " ".join(cell_text(cell) for cell in row.cells if cell)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    before, after = (_flexible(part) for part in phrase.split(DATE_IN_PHRASE))
    return re.compile(rf"(?<!\w){before}(?P<date>{_DATE}){after}", re.IGNORECASE)


@cache
def _any_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    alone = [_pattern(phrase).pattern.replace("?P<date>", "?:") for phrase in phrases]
    return re.compile("|".join(f"(?:{each})" for each in alone), re.IGNORECASE)


def _flexible(words: str) -> str:
    # A title may have a colon or several spaces where the phrase has one space.
    spaced = r"[\s:]+".join(map(re.escape, words.split()))
    start = r"[\s:]*" if words[:1].isspace() or not words else ""
    end = r"[\s:]*" if words[-1:].isspace() else ""
    return start + spaced + end


def _read(text: str) -> date:
    style = find_date_style(text)
    if style is None:
        return read_day_in_words(text)
    day: date = DATE.read(text, style)
    return day
