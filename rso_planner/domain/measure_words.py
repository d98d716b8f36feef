"""The measures of a what-if run in words: what each counts, in which unit, and how a figure of it is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Protocol

NOT_AVAILABLE = "not available"
"""What stands for a figure that cannot be given, such as people to an officer where there is no officer."""

_MINUS = "\N{MINUS SIGN}"
_TO_THE_TENTH_BELOW = 10


class Interval(Protocol):
    """A figure with what lies around it: a band over the runs, or a difference with its interval."""

    @property
    def mean(self) -> float:
        """The figure itself."""

    @property
    def low(self) -> float:
        """The lower end."""

    @property
    def high(self) -> float:
        """The upper end."""


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """A measure's title and unit; a share is kept from 0 to 1 and written as a percentage."""

    title: str
    unit: str
    is_share: bool = False

    @property
    def shown_unit(self) -> str:
        """The unit of the figures as they are written."""
        return f"% of {self.unit}" if self.is_share else self.unit

    @property
    def difference_unit(self) -> str:
        """The unit of a difference of two figures as it is written."""
        return "percentage points" if self.is_share else self.unit

    def shown(self, value: float) -> float | None:
        """The figure on the scale on which it is written; None where it cannot be given."""
        return (value * 100 if self.is_share else value) if isfinite(value) else None

    def figure(self, value: float) -> str:
        """The figure for a table: '1,204', '3.4', '62 %'."""
        shown = self.shown(value)
        if shown is None:
            return NOT_AVAILABLE
        return f"{_digits(shown)} %" if self.is_share else _digits(shown)

    def signed(self, value: float) -> str:
        """A difference for a table: '+3.4', '−38', '0'."""
        shown = self.shown(value)
        if shown is None:
            return NOT_AVAILABLE
        digits = _digits(abs(shown))
        return digits if digits == "0" else f"{'+' if shown > 0 else _MINUS}{digits}"

    def range(self, around: Interval) -> str:
        """From where to where the middle of the runs lies: '0 to 7'; nothing where that is the figure alone."""
        if not (isfinite(around.low) and isfinite(around.high)):
            return ""
        low, high = self.figure(around.low), self.figure(around.high)
        return "" if low == high == self.figure(around.mean) else f"{low.removesuffix(' %')} to {high}"

    def signed_range(self, around: Interval) -> str:
        """The interval of a difference: '−41 to −35'; nothing where that is the figure alone."""
        if not (isfinite(around.low) and isfinite(around.high)):
            return ""
        low, high = self.signed(around.low), self.signed(around.high)
        return "" if low == high == self.signed(around.mean) else f"{low} to {high}"


def _digits(value: float) -> str:
    """Whole from 10 on; below to a tenth, which tells a few from none."""
    rounded = round(float(value), 1)
    if abs(rounded) >= _TO_THE_TENTH_BELOW or rounded.is_integer():
        return f"{round(value):,}".replace("-", _MINUS)
    return f"{rounded:.1f}".replace("-", _MINUS)


_IN_COMMUNITY = "the people in the community"

MEASURE_WORDS: Mapping[str, MeasureWords] = {
    "overdue": MeasureWords("Overdue a visit", "people"),
    "high_or_above_overdue": MeasureWords("Overdue a visit, high or very high risk", "people"),
    "medium_or_low_overdue": MeasureWords("Overdue a visit, medium or low risk", "people"),
    "very_high_overdue": MeasureWords("Overdue a visit, very high risk", "people"),
    "high_overdue": MeasureWords("Overdue a visit, high risk", "people"),
    "medium_overdue": MeasureWords("Overdue a visit, medium risk", "people"),
    "low_overdue": MeasureWords("Overdue a visit, low risk", "people"),
    "oldest_days": MeasureWords("Most overdue visit", "days"),
    "arms_overdue": MeasureWords("Overdue an ARMS", "people"),
    "arms_ever_share": MeasureWords("ARMS ever", _IN_COMMUNITY, is_share=True),
    "arms_current_share": MeasureWords("ARMS current", _IN_COMMUNITY, is_share=True),
    "hours_used": MeasureWords("Hours used", "hours a week"),
    "hours_available": MeasureWords("Hours available", "hours a week"),
    "workload": MeasureWords(
        "Hours that routine visits and ARMS ask for", "the hours of the staff", is_share=True
    ),
    "officers": MeasureWords("Offender managers", "full-time equivalents"),
    "people_to_officer": MeasureWords("People to an officer", "people to a full-time equivalent"),
    "active_to_officer": MeasureWords(
        "People on active management to an officer", "people to a full-time equivalent"
    ),
    "in_community": MeasureWords("People in the community", "people"),
    "reactive": MeasureWords("People on reactive management", "people"),
    "visits": MeasureWords("Visits completed", "visits a week"),
    "visits_a_year": MeasureWords("Visits that the caseload asks for", "visits a year"),
    "assessments": MeasureWords("ARMS completed", "assessments a week"),
    "to_reactive": MeasureWords("Moved to reactive", "people in the week"),
    "to_active": MeasureWords("Brought back to active", "people in the week"),
}
"""Every measure in the order in which papers show them: backlog, its risk and the oldest first."""

KEY_MEASURES = (
    *("overdue", "high_or_above_overdue", "medium_or_low_overdue", "oldest_days", "arms_current_share"),
    *("hours_used", "hours_available", "people_to_officer"),
)
"""The measures that a page shows at a glance; the workbook has all."""
