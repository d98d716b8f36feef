"""The week beneath the police words: stops with options, shifts with time, workers with a week's budget.

A stop may be left out. An option is one way to serve it (without or with the assessment) with its gains and the
lead's extra minutes. A shift is one worker's day; a crew is one shift, or two shifts of one day that may go
together. Nothing here knows what a visit is, so that other problems with optional stops can use the same engine.
"""

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from rso_planner.planning.compact.draft import NO_OFFICER
from rso_planner.planning.compact.score import met_tasks
from rso_planner.planning.compact.week_index import DAYS_A_WEEK, WeekIndex
from rso_planner.planning.problem import Tier

Ints: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.bool_]
OPTIONS = 2
"""Without the assessment, and with it."""
ALONE = NO_OFFICER


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWeek:
    """Arrays by stop p, option k, worker o, shift x and row r of a shift.

    `earliest[x, r, p]` to `latest[x, r, p]` are the starts at which the shift's worker can serve the stop in that
    row, out of base and back again; an empty span means never. `gains[k, p, t]` is in whole points of tier t.
    `is_short[o]` tells whose week's minutes can run out before those of the days do.
    """

    on_site: Ints
    leg: Ints
    needs_two: Flags
    extra: Ints
    gains: Ints
    is_offered: Flags
    may_lead: Flags
    may_go: Flags
    week_minutes: Ints
    is_short: Flags
    worker: Ints
    day: Ints
    base: Ints
    field_minutes: Ints
    earliest: Ints
    latest: Ints
    outing: Ints
    rows: Ints
    crews: Ints
    solos: Ints

    @property
    def stops(self) -> int:
        """How many stops there are."""
        return len(self.on_site)

    @property
    def workers(self) -> int:
        """How many workers there are."""
        return len(self.week_minutes)

    @property
    def shifts(self) -> int:
        """How many shifts there are."""
        return len(self.worker)


def make_field_week(index: WeekIndex) -> FieldWeek:
    """The arrays of a week's problem."""
    people, workers = len(index.people), len(index.officers)
    leg = np.array(index.leg, dtype=np.int64).reshape(people + workers, people + workers)
    on_site = _whole(person.on_site_minutes for person in index.people)
    may_go = np.zeros((workers, people), dtype=np.bool_)
    for person in range(people):
        may_go[list(index.seconds(person)), person] = True
    is_offered, gains = _gains(index)
    extra = np.array(
        [[index.desk_minutes(person, bool(k)) for person in range(people)] for k in range(OPTIONS)], dtype=np.int64
    ).reshape(OPTIONS, people)
    shifts = [
        (officer, day)
        for officer in range(workers)
        for day in range(DAYS_A_WEEK)
        if index.plannable[officer][day] and index.officers[officer].visit_trained
    ]
    earliest, latest, outing, rows = _start_spans(index, shifts, leg, on_site, may_go)
    return FieldWeek(
        on_site=on_site,
        leg=leg,
        needs_two=np.array([person.officers_required > 1 for person in index.people], dtype=np.bool_),
        extra=extra,
        gains=gains,
        is_offered=is_offered,
        may_lead=_may_lead(index, is_offered),
        may_go=may_go,
        week_minutes=_whole(index.week_minutes),
        is_short=_is_short(index, extra, shifts),
        worker=_whole(officer for officer, _ in shifts),
        day=_whole(day for _, day in shifts),
        base=_whole(index.base(officer) for officer, _ in shifts),
        field_minutes=_whole(min(index.plannable[o][d], index.week_minutes[o]) for o, d in shifts),
        earliest=earliest,
        latest=latest,
        outing=outing,
        rows=rows,
        crews=_crews(index, shifts),
        solos=np.array([(shift, ALONE) for shift in range(len(shifts))], dtype=np.int64).reshape(-1, 2),
    )


def _is_short(index: WeekIndex, extra: Ints, shifts: list[tuple[int, int]]) -> Flags:
    has_desk_work = bool(extra.any()) or any(index.problem.review_minutes[task.kind] for task in index.reviews)
    in_days = np.zeros(len(index.officers), dtype=np.int64)
    for officer, day in shifts:
        in_days[officer] += min(index.plannable[officer][day], index.week_minutes[officer])
    found: Flags = (in_days > _whole(index.week_minutes)) | has_desk_work
    return found


def _whole(numbers: Any) -> Ints:
    return np.array(list(numbers), dtype=np.int64)


def _gains(index: WeekIndex) -> tuple[Flags, Ints]:
    people = len(index.people)
    is_offered = np.zeros((OPTIONS, people), dtype=np.bool_)
    gains = np.zeros((OPTIONS, people, len(Tier)), dtype=np.int64)
    for person, someone in enumerate(index.people):
        for option in range(OPTIONS):
            is_offered[option, person] = bool(someone.assessment_tasks if option else someone.visit_tasks)
            if is_offered[option, person]:
                for task in met_tasks(index, person, bool(option)):
                    gains[option, person, task.tier - 1] += task.worth
    return is_offered, gains


def _may_lead(index: WeekIndex, is_offered: Flags) -> Flags:
    may_lead = np.zeros((len(index.officers), *is_offered.shape), dtype=np.bool_)
    for person in range(is_offered.shape[1]):
        for option in range(OPTIONS):
            if is_offered[option, person]:
                may_lead[list(index.leads(person, bool(option))), option, person] = True
    return may_lead


def _crews(index: WeekIndex, shifts: list[tuple[int, int]]) -> Ints:
    pairs = [
        (first, second)
        for first, (one, day) in enumerate(shifts)
        for second, (other, other_day) in enumerate(shifts)
        if first < second and day == other_day and index.may_go_together(one, other)
    ]
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def _start_spans(
    index: WeekIndex, shifts: list[tuple[int, int]], leg: Ints, on_site: Ints, may_go: Flags
) -> tuple[Ints, Ints, Ints, Ints]:
    people = len(index.people)
    rows_of = [_rows_of(index, officer, day) for officer, day in shifts]
    shape = (len(shifts), max(map(len, rows_of), default=1))
    earliest = np.ones((*shape, people), dtype=np.int64)
    latest = np.zeros((*shape, people), dtype=np.int64)
    outing = np.zeros(shape, dtype=np.int64)
    opens = _whole(person.earliest_start for person in index.people)
    closes = _whole(person.latest_start for person in index.people)
    for shift, (officer, _) in enumerate(shifts):
        out, back = leg[index.base(officer), :people], leg[:people, index.base(officer)]
        for row, (number, leaves, returns, starts, ends) in enumerate(rows_of[shift]):
            left = np.minimum(ends, returns - back)
            earliest[shift, row] = np.maximum(np.maximum(starts, leaves + out), opens)
            latest[shift, row] = np.where(may_go[officer], np.minimum(left - on_site, closes), -1)
            outing[shift, row] = number
    return earliest, latest, outing, _whole(map(len, rows_of))


def _rows_of(index: WeekIndex, officer: int, day: int) -> list[tuple[int, int, int, int, int]]:
    """(outing, leaves base, is back at base, row starts, row ends) of each rostered row, in order of time."""
    officer_day = index.officer_day(officer, day)
    return [
        (number, outing.starts_at, outing.ends_at, starts, ends)
        for number, outing in enumerate(officer_day.outings if officer_day else ())
        for starts, ends in outing.rows
    ]
