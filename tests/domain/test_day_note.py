"""Why an officer's day is empty."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from rso_planner.domain.day_note import day_note
from rso_planner.domain.officer import Absence, AbsenceKind, Duty
from tests.drawing.planned_weeks import MONDAY, make_officer, make_planned_week

OFFICER = make_officer(1)


def _note(day: date, *, duties: tuple[Duty, ...] = (), absence: AbsenceKind | None = None) -> str:
    absences = [Absence(officer_id="OM-01", first_on=day, last_on=day, kind=absence)] if absence else []
    week = make_planned_week([], [OFFICER], [], [], absences=absences, duties=duties)
    return day_note(week, "OM-01", day)


def test_an_officer_without_a_roster_works_monday_to_friday() -> None:
    assert _note(MONDAY) == "Nothing planned"
    assert _note(MONDAY + timedelta(days=5)) == "Off duty"


def test_an_officer_with_a_roster_is_off_on_days_without_a_row() -> None:
    saturday = MONDAY + timedelta(days=5)
    duty = Duty(officer_id="OM-01", on=saturday, starts_at=time(9), ends_at=time(17), plannable_minutes=200)
    assert _note(saturday, duties=(duty,)) == "Nothing planned"
    assert _note(MONDAY, duties=(duty,)) == "Off duty"


@pytest.mark.parametrize(("kind", "words"), [(AbsenceKind.LEAVE, "Leave"), (AbsenceKind.COURT, "Court")])
def test_an_absence_is_named(kind: AbsenceKind, words: str) -> None:
    assert _note(MONDAY, absence=kind) == words


def test_nobodys_sickness_stands_in_the_papers() -> None:
    assert _note(MONDAY, absence=AbsenceKind.SICK) == "Absent"


def test_every_kind_of_absence_has_a_word() -> None:
    assert all(_note(MONDAY, absence=kind) for kind in AbsenceKind)


def test_before_the_first_and_after_the_last_day_the_officer_is_not_in_post() -> None:
    week = make_planned_week([], [OFFICER], [], [])
    leaver = replace(OFFICER, leaves_on=MONDAY)
    week = replace(week, force=replace(week.force, officers=(leaver,)))
    assert day_note(week, "OM-01", MONDAY) == "Nothing planned"
    assert day_note(week, "OM-01", MONDAY + timedelta(days=1)) == "Not in post"
