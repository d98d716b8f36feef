"""Calendar arithmetic: months clamp to the month's last day and never drift from their anchor."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

_MONTHS_A_YEAR = 12
_DAYS_OF_EVERY_MONTH = 28
_PATTERN = re.compile(r"(?P<count>[1-9][0-9]{0,3})\s+(?P<unit>day|week|month|year)s?", re.IGNORECASE)


class IntervalUnit(StrEnum):
    """The units in which an interval between visits is written."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


_MEAN_DAYS = {IntervalUnit.DAYS: 1.0, IntervalUnit.WEEKS: 7.0, IntervalUnit.MONTHS: 365.25 / 12}


@dataclass(frozen=True, slots=True)
class Interval:
    """A length of time between two duties, such as 6 weeks or 3 calendar months."""

    count: int
    unit: IntervalUnit

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError(f"an interval is at least 1 {self.unit.value}, not {self.count}")

    def __str__(self) -> str:
        unit = self.unit.value.removesuffix("s") if self.count == 1 else self.unit.value
        return f"{self.count} {unit}"

    def after(self, anchor: date, times: int = 1) -> date:
        """The day that lies `times` intervals after the anchor: 31 January + 1 month = 28 or 29 February."""
        if self.unit is IntervalUnit.MONTHS:
            return add_months(anchor, self.count * times)
        days = self.count * (7 if self.unit is IntervalUnit.WEEKS else 1)
        return anchor + timedelta(days=days * times)

    @property
    def days(self) -> float:
        """The mean length in days; only for comparing lateness, never for a due date."""
        return self.count * _MEAN_DAYS[self.unit]


@cache
def months(count: int) -> Interval:
    """An interval of calendar months."""
    return Interval(count, IntervalUnit.MONTHS)


def add_months(anchor: date, count: int) -> date:
    """The same day of the month `count` calendar months later, or the last day of a shorter month."""
    month_index = anchor.year * _MONTHS_A_YEAR + anchor.month - 1 + count
    year, month_before = divmod(month_index, _MONTHS_A_YEAR)
    month = month_before + 1
    if anchor.day <= _DAYS_OF_EVERY_MONTH:
        return date(year, month, anchor.day)
    return date(year, month, min(anchor.day, calendar.monthrange(year, month)[1]))


def read_interval(text: str) -> Interval:
    """Read '6 weeks', '3 months', '10 days' or '1 year'.

    Raises:
        ValueError: the text is not a whole number and one of these units.
    """
    match = _PATTERN.fullmatch(text.strip())
    if match is None:
        raise ValueError("write a whole number and days, weeks, months or years, such as '6 weeks' or '3 months'")
    count, unit = int(match["count"]), match["unit"].lower()
    if unit == "year":
        return months(count * _MONTHS_A_YEAR)
    return Interval(count, IntervalUnit(unit + "s"))
