"""A calendar file for each officer: when to be out or at the desk, and nothing about anybody."""

import hashlib
import re
from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from rso_planner.domain.planned_week import PlannedWeek, is_desk_work
from rso_planner.domain.visit_plan import Assignment
from rso_planner.files.whole_file import write_whole_file

_ZONE = "Europe/London"
# The library's own rendering ends with the week and starts summer time an hour late; this is the law since 1996
# (Summer Time Order 2002): the last Sundays of March and October at 01:00 UTC.
_LONDON = """\
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""
_NOT_IN_A_FILE_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_NAME = 60


def write_plan_calendars(planned_week: PlannedWeek, folder: Path) -> tuple[Path, ...]:
    """Write one file for each officer with work, named by the officer's identifier; make the folder if need be.

    Titles say 'Visit' or 'Desk work' and no more: calendars are read on telephones and by others.
    """
    folder.mkdir(parents=True, exist_ok=True)
    work = _work_by_officer(planned_week)
    paths = []
    for officer_id, name in zip(work, _file_names(work), strict=True):
        path = folder / f"{name}.ics"
        write_whole_file(path, _calendar(planned_week, officer_id, work[officer_id]))
        paths.append(path)
    return tuple(paths)


def _work_by_officer(planned_week: PlannedWeek) -> dict[str, list[Assignment]]:
    work: dict[str, list[Assignment]] = {}
    for assignment in sorted(planned_week.assignments, key=lambda each: (each.on, each.starts_at)):
        for officer_id in dict.fromkeys(assignment.officer_ids):
            work.setdefault(officer_id, []).append(assignment)
    return dict(sorted(work.items()))


def _file_names(officer_ids: dict[str, list[Assignment]]) -> list[str]:
    names: list[str] = []
    for officer_id in officer_ids:
        plain = _NOT_IN_A_FILE_NAME.sub("-", officer_id)[:_LONGEST_NAME].strip("-") or "officer"
        name, turn = plain, 1
        while name.casefold() in {used.casefold() for used in names}:
            turn += 1
            name = f"{plain}-{turn}"
        names.append(name)
    return names


def _calendar(planned_week: PlannedWeek, officer_id: str, work: list[Assignment]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//rso-planner//visit plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(Timezone.from_ical(_LONDON))
    turns: dict[str, int] = {}
    for assignment in work:
        day = assignment.on.isoformat()
        turns[day] = turns.get(day, 0) + 1
        calendar.add_component(_event(planned_week, assignment, f"{officer_id} {day} {turns[day]}"))
    return bytes(calendar.to_ical())


def _event(planned_week: PlannedWeek, assignment: Assignment, turn: str) -> Event:
    """One entry; `turn` is all that its identifier knows: the officer, the day and which entry of the day.

    So a changed plan moves the entries that are there, and no identifier can be traced to a person.
    """
    zone = ZoneInfo(_ZONE)
    event = Event()
    event.add("uid", f"{hashlib.sha256(turn.encode()).hexdigest()[:32]}@rso-planner.invalid")
    event.add("dtstamp", datetime.combine(planned_week.as_of, time(), tzinfo=UTC))
    event.add("dtstart", datetime.combine(assignment.on, assignment.starts_at, tzinfo=zone))
    event.add("dtend", datetime.combine(assignment.on, assignment.ends_at, tzinfo=zone))
    event.add("summary", "Desk work" if is_desk_work(assignment) else "Visit")
    event.add("class", "CONFIDENTIAL")
    return event
