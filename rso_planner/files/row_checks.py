"""Checks between the columns of one row that more than one kind of table needs."""

from dataclasses import dataclass
from datetime import date, datetime

from rso_planner.domain.plain_words import day_in_words
from rso_planner.files.table_reading import TableReading


@dataclass(frozen=True, slots=True)
class Sequence:
    """Two fields of a row of which the later may not come before the earlier."""

    earlier: str
    later: str
    blamed: str
    sentence: str


def check_past(reading: TableReading, last_day: date, source: str) -> None:
    """Refuse facts that lie after the last day that the source, such as 'the extract', can tell of."""
    for column in reading.layout.columns:
        if not column.is_past:
            continue
        for position, value in enumerate(reading[column.name]):
            if value is not None and _day(value) > last_day:
                reading.refuse(
                    position,
                    column.name,
                    f"{day_in_words(_day(value))} lies after the day of {source}, {day_in_words(last_day)}",
                )


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def check_sequence(reading: TableReading, sequence: Sequence) -> None:
    """Refuse the rows in which the later of two fields comes before the earlier."""
    for position, (earlier, later) in enumerate(
        zip(reading[sequence.earlier], reading[sequence.later], strict=True)
    ):
        if earlier is not None and later is not None and later < earlier:
            reading.refuse(position, sequence.blamed, sequence.sentence)
