"""A calendar for each officer says when, and nothing about anybody."""

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone

from rso_planner.domain.offender import Offender
from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.task import TaskKind
from rso_planner.files.plan_calendar import write_plan_calendars
from tests.drawing.planned_weeks import (
    make_large_week,
    make_officer,
    make_person,
    make_planned_week,
    make_small_week,
    make_task,
    make_trip,
)

LONDON = ZoneInfo("Europe/London")


def _week_of(person: Offender, *officer_ids: str) -> PlannedWeek:
    officers = [make_officer(number, officer_id=officer_id) for number, officer_id in enumerate(officer_ids)]
    trips = [make_trip(person, (TaskKind.VISIT,), day, "10:00", [officer]) for day, officer in enumerate(officers)]
    return make_planned_week([person], officers, [make_task(person, TaskKind.VISIT)], trips)


def test_an_officer_with_work_has_a_file_with_every_entry_of_the_week(tmp_path: Path) -> None:
    paths = write_plan_calendars(make_small_week(), tmp_path / "calendars")
    assert [path.name for path in paths] == ["OM-01.ics", "OM-02.ics"]
    calendar = Calendar.from_ical(paths[0].read_bytes())
    entries = [
        (str(event["summary"]), event.decoded("dtstart"), event.decoded("dtend"))
        for event in calendar.walk("VEVENT")
    ]
    assert entries == [
        ("Visit", datetime(2026, 11, 23, 9, 15, tzinfo=LONDON), datetime(2026, 11, 23, 10, 15, tzinfo=LONDON)),
        ("Desk work", datetime(2026, 11, 26, 13, 0, tzinfo=LONDON), datetime(2026, 11, 26, 14, 0, tzinfo=LONDON)),
    ]
    assert {str(event["class"]) for event in calendar.walk("VEVENT")} == {"CONFIDENTIAL"}


def test_notes_and_names_do_not_leak_into_titles_and_file_names(tmp_path: Path) -> None:
    marker = make_person(
        7, RiskLevel.HIGH, family_name="MARKERFAMILY", given_names="MARKERGIVEN", area="MARKERAREA"
    )
    marker = replace(marker, offender_id="MARKERPERSON")
    week = _week_of(marker, "OM-01")
    week = replace(week, force=replace(week.force, officers=(make_officer(0, name="MARKEROFFICER"),)))
    (path,) = write_plan_calendars(week, tmp_path / "calendars")
    assert path.name == "OM-01.ics"
    words = path.read_text(encoding="utf-8")
    assert "MARKER" not in words
    assert "high" not in words.casefold()
    assert str(marker.place.easting if marker.place else 0) not in words
    assert "DESCRIPTION" not in words
    assert "LOCATION" not in words


def test_identifiers_of_entries_stay_when_the_person_changes_and_differ_from_each_other(tmp_path: Path) -> None:
    def read_uids(number: int) -> list[str]:
        paths = write_plan_calendars(_week_of(make_person(number), "OM-01", "OM-02"), tmp_path / str(number))
        return [
            str(event["uid"]) for path in paths for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")
        ]

    assert read_uids(1) == read_uids(2)
    assert len(set(read_uids(1))) == 2


def test_all_entries_of_a_large_week_have_their_own_identifier(tmp_path: Path) -> None:
    week = make_large_week()
    paths = write_plan_calendars(week, tmp_path)
    uids = [str(each["uid"]) for path in paths for each in Calendar.from_ical(path.read_bytes()).walk("VEVENT")]
    assert len(uids) == len(set(uids)) == sum(len(each.officer_ids) for each in week.assignments)


def test_the_stamp_is_the_as_of_day_not_the_clock(tmp_path: Path) -> None:
    (path, _) = write_plan_calendars(make_small_week(), tmp_path)
    assert path.read_text(encoding="utf-8").count("DTSTAMP:20261120T000000Z") == 2


def test_the_time_zone_travels_with_the_file_and_knows_the_clock_change(tmp_path: Path) -> None:
    (path, _) = write_plan_calendars(make_small_week(), tmp_path)
    (zone,) = Calendar.from_ical(path.read_bytes()).walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    read = zone.to_tz()
    for day, hour in (
        (date(2026, 10, 25), time(0, 59)),
        (date(2026, 10, 25), time(12)),
        (date(2027, 7, 1), time(9)),
    ):
        assert datetime.combine(day, hour, read).utcoffset() == datetime.combine(day, hour, LONDON).utcoffset()


def test_odd_officer_identifiers_make_safe_and_different_file_names(tmp_path: Path) -> None:
    week = _week_of(make_person(1), "../../etc", "a/b", "a:b", "A b", "é", "O" * 300)
    names = [path.name for path in write_plan_calendars(week, tmp_path / "calendars")]
    assert names == ["etc.ics", "A-b.ics", f"{'O' * 60}.ics", "a-b-2.ics", "a-b-3.ics", "officer.ics"]
    assert len({name.casefold() for name in names}) == 6
    assert sorted(path.name for path in (tmp_path / "calendars").iterdir()) == sorted(names)
