"""Issuing and re-planning: versions as they were, the past fixed, pins kept, every change with its reason."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rso_planner.domain.change_slips import make_change_slips
from rso_planner.domain.officer import Absence, AbsenceKind
from rso_planner.domain.planned_week import is_desk_work
from rso_planner.domain.refusal import WrongUseError
from rso_planner.domain.visit import VisitOutcome
from rso_planner.domain.visit_plan import Assignment
from rso_planner.domain.visit_record import VisitRecord
from rso_planner.files.plan_json import read_plan_document
from rso_planner.use_cases.issue_plan import NothingToIssueError, get_issued_plan, issue_plan, write_issued_plan
from rso_planner.use_cases.load_extract import load_extract
from rso_planner.use_cases.make_monday_sheet import make_monday_sheet
from rso_planner.use_cases.plan_week import PlanWish, plan_week
from rso_planner.use_cases.record_visits import record_visit
from rso_planner.use_cases.recording import Asking
from rso_planner.use_cases.replan_week import ReplanWish, replan_week
from rso_planner.use_cases.synthesise_force import write_synthetic_force

MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)


@pytest.fixture(scope="module")
def planned_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a small synthetic force and a plan of its week, to be copied."""
    folder = tmp_path_factory.mktemp("store")
    write_synthetic_force("merseyside-2018", date(2026, 11, 20), 3, folder)
    asking = asking_of(folder / "store.db")
    load_extract(asking, folder / "extract")
    plan_week(asking, PlanWish(week=MONDAY, seconds=1))
    return folder / "store.db"


@pytest.fixture
def asking(planned_store: Path, tmp_path: Path) -> Asking:
    copy = tmp_path / "store.db"
    copy.write_bytes(planned_store.read_bytes())
    return asking_of(copy)


def asking_of(file: Path) -> Asking:
    return Asking(
        database_url=f"sqlite:///{file}", actor="made-up-user", now=datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    )


def assignments_of(content: str) -> tuple[Assignment, ...]:
    return read_plan_document(json.loads(content))[0].assignments


def ill(officer_id: str) -> tuple[Absence, ...]:
    return (Absence(officer_id=officer_id, first_on=TUESDAY, last_on=FRIDAY, kind=AbsenceKind.SICK),)


def record_as_planned(asking: Asking, trip: Assignment) -> None:
    """The person was seen by the crew and at the time of the plan."""
    record_visit(
        asking,
        VisitRecord(
            offender_id=trip.offender_id,
            started_at=datetime.combine(trip.on, trip.starts_at),
            outcome=VisitOutcome.SEEN,
            officer_id=trip.officer_ids[0],
            second_officer_id=trip.officer_ids[1],
        ),
    )


def busiest(plan: tuple[Assignment, ...]) -> str:
    trips = [each for each in plan if each.on >= TUESDAY and not is_desk_work(each)]
    officers = sorted({officer for each in trips for officer in each.officer_ids})
    return max(officers, key=lambda officer: sum(officer in each.officer_ids for each in trips))


def test_an_issued_plan_comes_back_byte_for_byte_whatever_is_planned_later(asking: Asking, tmp_path: Path) -> None:
    first = issue_plan(asking, MONDAY, "DI Made-Up").issued
    assert (first.version, first.signed_by) == (1, "DI Made-Up")
    before = [path.read_bytes() for path in write_issued_plan(asking, first, tmp_path / "before")]
    replan_week(
        asking, ReplanWish(week=MONDAY, as_of=TUESDAY, absences=ill(busiest(assignments_of(first.content))))
    )
    second = issue_plan(asking, MONDAY, "DI Other")
    assert second.issued.version == 2
    assert second.changes, "an absence changes something"
    again = get_issued_plan(asking, MONDAY, 1)
    assert [path.read_bytes() for path in write_issued_plan(asking, again, tmp_path / "after")] == before
    assert get_issued_plan(asking, MONDAY) == second.issued


def test_a_plan_is_issued_once_and_by_somebody(asking: Asking) -> None:
    with pytest.raises(NothingToIssueError, match="name who signs"):
        issue_plan(asking, MONDAY, "  ")
    issue_plan(asking, MONDAY, "DI Made-Up")
    with pytest.raises(NothingToIssueError, match="issued already, as version 1"):
        issue_plan(asking, MONDAY, "DI Made-Up")
    with pytest.raises(NothingToIssueError, match="make one first"):
        issue_plan(asking, date(2026, 11, 30), "DI Made-Up")
    with pytest.raises(NothingToIssueError, match="No version 7"):
        get_issued_plan(asking, MONDAY, 7)


def test_a_plan_that_nobody_issued_waits_on_the_monday_sheet(asking: Asking) -> None:
    def waiting() -> list[tuple[object, ...]]:
        tables = {each.name: each for each in make_monday_sheet(asking, MONDAY).tables}
        return [row for row in tables["Decisions one by one"].rows if row[0] == "Issue the plan"]

    assert waiting() == [
        ("Issue the plan", "2026-11-23", "Made on 24 November 2026, and nobody has signed it."),
    ]
    issue_plan(asking, MONDAY, "DI Made-Up")
    assert waiting() == []


def test_after_an_absence_the_past_is_fixed_and_every_change_is_told(asking: Asking) -> None:
    issued = issue_plan(asking, MONDAY, "DI Made-Up").issued
    plan = assignments_of(issued.content)
    away = busiest(plan)
    found = replan_week(asking, ReplanWish(week=MONDAY, as_of=TUESDAY, absences=ill(away)))
    assert found.past == tuple(each for each in plan if each.on < TUESDAY)
    future = {(each.offender_id, each.task_ids): each for each in plan if each.on >= TUESDAY}
    now = {(each.offender_id, each.task_ids): each for each in found.planned.assignments}
    assert all(away not in each.officer_ids for each in now.values())
    # Recount what changed from the two plans alone.
    same = sum(
        (each.on, each.starts_at, each.officer_ids) == (now[key].on, now[key].starts_at, now[key].officer_ids)
        for key, each in future.items()
        if key in now
    )
    assert found.kept == same
    assert sum(each.before is not None for each in found.changes) == len(future) - same
    assert all(each.reason for each in found.changes)
    touched = [each for each in found.changes if each.before is not None and away in each.before.officer_ids]
    assert touched
    assert all(away in each.reason for each in touched if not is_desk_work(each.before or each.after))  # type: ignore[arg-type]


def test_a_visit_made_today_is_over_and_takes_its_hours_of_the_day(asking: Asking) -> None:
    issued = issue_plan(asking, MONDAY, "DI Made-Up").issued
    plan = assignments_of(issued.content)
    made = next(each for each in plan if each.on == TUESDAY and not is_desk_work(each))
    before = replan_week(asking, ReplanWish(week=MONDAY, as_of=TUESDAY)).planned
    record_as_planned(asking, made)
    found = replan_week(asking, ReplanWish(week=MONDAY, as_of=TUESDAY))
    assert made in found.past
    assert all(made not in (each.before, each.after) for each in found.changes)
    assert all(each.offender_id != made.offender_id for each in found.planned.trips)
    for officer_id in made.officer_ids:
        was, now = (
            next(each for each in planned.officer_weeks if each.officer_id == officer_id).plannable_minutes
            for planned in (before, found.planned)
        )
        assert was - now > 45, "at least the time on site"
        today = [each for each in plan if each.on == TUESDAY and officer_id in each.officer_ids]
        assert set(today) <= set(found.past), "who is out goes on as told"
        assert all(each.on > TUESDAY for each in found.planned.assignments if officer_id in each.officer_ids), (
            "and gets nothing more that day"
        )
    assert not {each.offender_id for each in found.not_recorded} & {
        each.offender_id for each in found.past if each.on == TUESDAY
    }


def test_who_falls_ill_on_a_round_loses_the_rest_of_it(asking: Asking) -> None:
    issued = issue_plan(asking, MONDAY, "DI Made-Up").issued
    plan = assignments_of(issued.content)
    trips = [each for each in plan if each.on == TUESDAY and not is_desk_work(each)]
    made, rest = next(
        (first, later)
        for first in trips
        for later in trips
        if later.starts_at > first.starts_at and later.officer_ids[0] == first.officer_ids[0]
    )
    record_as_planned(asking, made)
    found = replan_week(asking, ReplanWish(week=MONDAY, as_of=TUESDAY, absences=ill(made.officer_ids[0])))
    assert made in found.past
    assert rest not in found.past
    assert rest in [each.before for each in found.changes]


def test_what_was_not_touched_by_the_absence_mostly_stays(asking: Asking) -> None:
    issued = issue_plan(asking, MONDAY, "DI Made-Up").issued
    plan = assignments_of(issued.content)
    away = busiest(plan)
    found = replan_week(asking, ReplanWish(week=MONDAY, as_of=TUESDAY, absences=ill(away)))
    others = [
        each for each in plan if each.on >= TUESDAY and away not in each.officer_ids and not is_desk_work(each)
    ]
    moved = [
        each
        for each in found.changes
        if each.before is not None and away not in each.before.officer_ids and not is_desk_work(each.before)
    ]
    assert len(moved) <= 0.4 * len(others)


def test_a_pinned_trip_stays_and_a_pin_on_nobody_is_refused(asking: Asking) -> None:
    issued = issue_plan(asking, MONDAY, "DI Made-Up").issued
    plan = assignments_of(issued.content)
    away = busiest(plan)
    trips = [
        each for each in plan if each.on >= TUESDAY and not is_desk_work(each) and away not in each.officer_ids
    ]
    pinned = tuple(sorted({each.offender_id for each in trips}))[:10]
    found = replan_week(asking, ReplanWish(week=MONDAY, as_of=TUESDAY, absences=ill(away), pinned=pinned))
    assert not {each.offender_id for each in found.changes if each.before and not is_desk_work(each.before)} & set(
        pinned
    )
    with pytest.raises(WrongUseError, match="could be pinned"):
        replan_week(asking, ReplanWish(week=MONDAY, as_of=TUESDAY, pinned=("nobody",)))


def test_without_news_trips_only_make_way_for_more_serious_work(asking: Asking) -> None:
    issued = issue_plan(asking, MONDAY, "DI Made-Up").issued
    found = replan_week(asking, ReplanWish(week=MONDAY))
    moved = [each for each in found.changes if each.before is not None and not is_desk_work(each.before)]
    trips = [each for each in assignments_of(issued.content) if not is_desk_work(each)]
    assert len(moved) <= 0.1 * len(trips)
    before = json.loads(issued.content)["objectives"][0]["value"]
    gained = found.planned.result.objectives[0].value - before
    assert gained > 0 if moved else gained == 0


def test_trips_gone_by_without_an_outcome_are_named_and_not_planned_twice(asking: Asking) -> None:
    issued = issue_plan(asking, MONDAY, "DI Made-Up").issued
    monday = [each for each in assignments_of(issued.content) if each.on == MONDAY and not is_desk_work(each)]
    made, open_still = monday[0], monday[1:]
    record_visit(
        asking,
        VisitRecord(
            offender_id=made.offender_id,
            started_at=datetime.combine(made.on, made.starts_at),
            outcome=VisitOutcome.NOT_SEEN,
            officer_id=made.lead_id,
            second_officer_id=made.second_id,
        ),
    )
    found = replan_week(asking, ReplanWish(week=MONDAY, as_of=TUESDAY))
    assert {each.offender_id for each in found.not_recorded} == {each.offender_id for each in open_still}
    again = {each.offender_id for each in found.planned.trips}
    assert not again & {each.offender_id for each in open_still}


def test_nothing_can_be_replanned_that_was_not_issued(asking: Asking) -> None:
    with pytest.raises(NothingToIssueError, match="nothing to keep"):
        replan_week(asking, ReplanWish(week=MONDAY))
    issue_plan(asking, MONDAY, "DI Made-Up")
    with pytest.raises(WrongUseError, match="no officer OM99"):
        replan_week(asking, ReplanWish(week=MONDAY, absences=ill("OM99")))


def test_a_change_slip_for_each_officer_touched_and_no_name_on_it(asking: Asking) -> None:
    issued = issue_plan(asking, MONDAY, "DI Made-Up").issued
    away = busiest(assignments_of(issued.content))
    found = replan_week(asking, ReplanWish(week=MONDAY, as_of=TUESDAY, absences=ill(away)))
    slips = make_change_slips(found.changes, MONDAY, TUESDAY, found.kept)
    touched = {
        officer
        for each in found.changes
        for side in (each.before, each.after)
        if side
        for officer in side.officer_ids
    }
    assert {table.name for table in slips.tables} == touched
    assert sum(len(table.rows) for table in slips.tables) >= len(found.changes)
