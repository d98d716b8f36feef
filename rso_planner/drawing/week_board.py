"""The week board as a picture: officers down, days across, each visit a bar at its time of day."""

from dataclasses import dataclass
from datetime import date, time

from rso_planner.domain.day_note import NOTHING_PLANNED, day_note
from rso_planner.domain.officer import minute_of_day
from rso_planner.domain.plain_words import count_in_words
from rso_planner.domain.plan_words import clock_words, short_day_words, span_words, weekday_words, work_words
from rso_planner.domain.planned_week import PlannedWeek, is_desk_work
from rso_planner.domain.visit_plan import Assignment

WIDTH = 1200
_LABEL_WIDTH = 124
_HEAD_HEIGHT = 46
_ROW_HEIGHT = 36
_BAR_HEIGHT = 28
_NARROWEST_BAR = 14.0
_EARLIEST, _LATEST = 9 * 60, 17 * 60
_TICK_MINUTES = 180


@dataclass(frozen=True, slots=True)
class Bar:
    """One officer's part in an assignment; `letter` and `number` stand on it, `words` say it in full."""

    x: float
    y: float
    width: float
    style: str
    is_second: bool
    letter: str
    number: str
    words: str

    @property
    def middle(self) -> float:
        """Where its text stands."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class Link:
    """The line between the two bars of a joint visit."""

    x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a point."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One officer's line."""

    y: float
    officer_id: str
    words: str


@dataclass(frozen=True, slots=True)
class WeekBoard:
    """All that the picture shows, in pixels of a drawing `WIDTH` wide."""

    height: float
    bar_height: float
    row_height: float
    label_width: float
    rows: tuple[Row, ...]
    days: tuple[Text, ...]
    day_lines: tuple[float, ...]
    ticks: tuple[Text, ...]
    notes: tuple[Text, ...]
    links: tuple[Link, ...]
    bars: tuple[Bar, ...]


class _Scale:
    """Turns a day and a time into a place across the drawing."""

    def __init__(self, planned_week: PlannedWeek) -> None:
        work = planned_week.assignments
        starts = [_EARLIEST, *(minute_of_day(each.starts_at) for each in work)]
        ends = [_LATEST, *(minute_of_day(each.ends_at) for each in work)]
        self.days = planned_week.working_days
        self.first = min(starts) // 60 * 60
        self.last = -(-max(ends) // 60) * 60
        self.day_width = (WIDTH - _LABEL_WIDTH) / len(self.days)
        self.per_minute = (self.day_width - 8) / (self.last - self.first)

    def day_x(self, day: date) -> float:
        return _LABEL_WIDTH + self.days.index(day) * self.day_width

    def x(self, day: date, minute: int) -> float:
        return round(self.day_x(day) + 4 + (minute - self.first) * self.per_minute, 1)

    def width(self, starts_at: time, ends_at: time) -> float:
        minutes = minute_of_day(ends_at) - minute_of_day(starts_at)
        return round(max(_NARROWEST_BAR, minutes * self.per_minute), 1)


def draw_week_board(planned_week: PlannedWeek, number_by_trip: dict[Assignment, int]) -> WeekBoard:
    """Place every bar; `number_by_trip` numbers the visits as the table beside the picture does."""
    scale = _Scale(planned_week)
    officer_ids = [week.officer_id for week in planned_week.officer_weeks]
    y_of = {officer_id: _HEAD_HEIGHT + index * _ROW_HEIGHT for index, officer_id in enumerate(officer_ids)}
    bars = [
        _visit_bar(planned_week, scale, trip, officer_id, y_of[officer_id], number)
        for trip, number in number_by_trip.items()
        for officer_id in dict.fromkeys(trip.officer_ids)
        if officer_id in y_of
    ]
    bars += [bar for officer_id, y in y_of.items() for bar in _desk_bars(planned_week, scale, officer_id, y)]
    return WeekBoard(
        height=_HEAD_HEIGHT + len(officer_ids) * _ROW_HEIGHT + 2,
        bar_height=_BAR_HEIGHT,
        row_height=_ROW_HEIGHT,
        label_width=_LABEL_WIDTH,
        rows=tuple(Row(y_of[each], each, planned_week.officer_name(each)) for each in officer_ids),
        days=tuple(Text(round(scale.day_x(day) + 4, 1), 18, short_day_words(day)) for day in scale.days),
        day_lines=tuple(round(scale.day_x(day), 1) for day in scale.days),
        ticks=tuple(tick for day in scale.days for tick in _ticks(scale, day)),
        notes=tuple(_notes(planned_week, scale, y_of)),
        links=tuple(link for each, number in number_by_trip.items() for link in _links(scale, each, number, y_of)),
        bars=tuple(bars),
    )


def _ticks(scale: _Scale, day: date) -> list[Text]:
    minutes = range(-(-scale.first // _TICK_MINUTES) * _TICK_MINUTES, scale.last, _TICK_MINUTES)
    places = [(scale.x(day, each), clock_words(time(each // 60)).replace(" noon", "")) for each in minutes]
    return [Text(x, 36, words) for x, words in places if x < scale.day_x(day) + scale.day_width - 24]


def _notes(planned_week: PlannedWeek, scale: _Scale, y_of: dict[str, int]) -> list[Text]:
    busy = {(officer_id, each.on) for each in planned_week.assignments for officer_id in each.officer_ids}
    notes = [
        Text(round(scale.day_x(day) + 8, 1), y + _ROW_HEIGHT / 2 + 4, day_note(planned_week, officer_id, day))
        for officer_id, y in y_of.items()
        for day in scale.days
        if (officer_id, day) not in busy
    ]
    # The page says once what an empty day means; said in every cell it would drown the visits.
    return [note for note in notes if note.words != NOTHING_PLANNED]


def _visit_bar(
    planned_week: PlannedWeek, scale: _Scale, trip: Assignment, officer_id: str, y: int, number: int
) -> Bar:
    level = planned_week.find_risk_level(trip.offender_id)
    others = [each for each in trip.officer_ids if each != officer_id]
    risk = f", {level.words} risk" if level else ""
    company = f", with {', '.join(others)}" if others else ""
    return Bar(
        x=scale.x(trip.on, minute_of_day(trip.starts_at)),
        y=y + (_ROW_HEIGHT - _BAR_HEIGHT) / 2,
        width=scale.width(trip.starts_at, trip.ends_at),
        style=level.value if level else "unknown",
        is_second=officer_id != trip.lead_id,
        letter=level.words[0].upper() if level else "?",
        number=str(number),
        words=f"Visit {number}: {weekday_words(trip.on)}, {span_words(trip.starts_at, trip.ends_at)}, "
        f"{work_words(trip.kinds)}{risk}, {officer_id}{company}",
    )


def _desk_bars(planned_week: PlannedWeek, scale: _Scale, officer_id: str, y: int) -> list[Bar]:
    """One bar for each stretch of desk work without a gap."""
    mine = [each for each in planned_week.assignments if is_desk_work(each) and each.lead_id == officer_id]
    stretches: list[list[Assignment]] = []
    for work in sorted(mine, key=lambda each: (each.on, each.starts_at)):
        last = stretches[-1][-1] if stretches else None
        if last and (last.on, last.ends_at) == (work.on, work.starts_at):
            stretches[-1].append(work)
        else:
            stretches.append([work])
    return [_desk_bar(scale, stretch, officer_id, y) for stretch in stretches]


def _desk_bar(scale: _Scale, stretch: list[Assignment], officer_id: str, y: int) -> Bar:
    first, last = stretch[0], stretch[-1]
    pieces = count_in_words(len(stretch), "piece")
    return Bar(
        x=scale.x(first.on, minute_of_day(first.starts_at)),
        y=y + (_ROW_HEIGHT - _BAR_HEIGHT) / 2,
        width=scale.width(first.starts_at, last.ends_at),
        style="desk",
        is_second=False,
        letter="D",
        number="",
        words=f"Desk work, {pieces}: {weekday_words(first.on)}, {span_words(first.starts_at, last.ends_at)}, "
        f"{officer_id}",
    )


def _links(scale: _Scale, work: Assignment, number: int, y_of: dict[str, int]) -> list[Link]:
    ys = sorted(y_of[each] for each in set(work.officer_ids) if each in y_of)
    if len(ys) < 2:
        return []
    middle = (minute_of_day(work.starts_at) + minute_of_day(work.ends_at)) // 2
    # Visits at one time would share one line: every third stands to the left, every third to the right.
    x = round(scale.x(work.on, middle) + (number % 3 - 1) * 3.5, 1)
    return [Link(x, ys[0] + _ROW_HEIGHT / 2, ys[-1] + _ROW_HEIGHT / 2)]
