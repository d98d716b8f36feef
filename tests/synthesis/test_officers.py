"""The unit's officers, their rostered time and their absences."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from rso_planner.domain.force import Force
from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.officer import AbsenceKind, OfficerRole, minute_of_day
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.working_days import is_working_day
from rso_planner.files.force_model_file import force_model_path, read_force_model
from rso_planner.synthesis.chance import stream
from rso_planner.synthesis.officers import draw_contracted_hours
from rso_planner.use_cases.synthesise_force import synthesise_force
from tests.synthesis.counting import merseyside

MONDAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def force() -> Force:
    return merseyside()


@pytest.fixture(scope="module")
def model() -> ForceModel:
    return read_force_model(force_model_path("merseyside-2018"))


@pytest.mark.parametrize("fte", [1.0, 2.0, 3.3, 4.1, 17.7, 18.0, 52.4, 80.0])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_contracted_hours_sum_exactly(fte: float, seed: int, model: ForceModel, policy: PlanningPolicy) -> None:
    hours = draw_contracted_hours(replace(model, officers_fte=fte), policy, stream(seed, "test"))
    assert round(sum(hours), 6) == round(fte * 37, 6)
    assert all(10 <= each <= 37 for each in hours)


def test_the_unit_is_trained_as_the_model_says(force: Force) -> None:
    managers = [officer for officer in force.officers if officer.role is OfficerRole.OFFENDER_MANAGER]
    assert 0.6 <= sum(officer.arms_trained for officer in managers) / len(managers) <= 0.7
    assert [officer.officer_id for officer in force.officers if not officer.visit_trained] == ["OM01"]
    for area in {officer.area for officer in managers}:
        assert any(officer.arms_trained for officer in managers if officer.area == area)


def test_there_are_supervisors_and_others_and_somebody_comes_and_goes(force: Force) -> None:
    roles = [officer.role for officer in force.officers]
    assert roles.count(OfficerRole.SUPERVISOR) in (2, 3)
    assert roles.count(OfficerRole.OTHER) >= 1
    assert any(officer.starts_on and officer.starts_on > MONDAY for officer in force.officers)
    assert any(officer.leaves_on and officer.leaves_on > MONDAY for officer in force.officers)
    assert any(not officer.may_lead for officer in force.officers)


def test_plannable_time_is_the_share_of_contracted_hours(force: Force) -> None:
    """37 hours x 40 % = 888 minutes, bundled into 3 or 4 days; weeks with a bank holiday have less."""
    officer = next(each for each in force.officers if each.officer_id == "OM04")
    assert officer.contracted_hours == 37.0
    minutes: dict[date, int] = defaultdict(int)
    for duty in force.duties:
        if duty.officer_id == "OM04":
            minutes[duty.on] += duty.plannable_minutes
    for week in range(4):
        days = [minutes[MONDAY + timedelta(weeks=week, days=day)] for day in range(7)]
        assert 880 <= sum(days) <= 888
        assert all(200 <= day <= 300 for day in days if day)


def test_duties_lie_in_the_roster_and_in_the_officers_time(force: Force) -> None:
    officer_by_id = {officer.officer_id: officer for officer in force.officers}
    for duty in force.duties:
        assert MONDAY <= duty.on < MONDAY + timedelta(weeks=7)
        assert officer_by_id[duty.officer_id].is_in_post_on(duty.on)
        assert is_working_day(duty.on) or duty.on.weekday() == 5


def test_rows_of_a_day_do_not_overlap_and_some_days_have_two(force: Force) -> None:
    days: dict[tuple[str, date], list[tuple[time, time]]] = defaultdict(list)
    for duty in force.duties:
        days[duty.officer_id, duty.on].append((duty.starts_at, duty.ends_at))
    split = [sorted(rows) for rows in days.values() if len(rows) == 2]
    gaps = {minute_of_day(rows[1][0]) - minute_of_day(rows[0][1]) for rows in split}
    assert max(len(rows) for rows in days.values()) == 2
    # An hour or less apart is one outing, more is two.
    assert min(gaps) <= 60 < max(gaps)
    assert min(gaps) >= 0


def test_late_shifts_allow_evening_visits(force: Force) -> None:
    assert any(duty.ends_at == time(21) and duty.plannable_minutes for duty in force.duties)


def test_every_kind_of_absence_occurs_and_none_overlap(force: Force) -> None:
    assert {absence.kind for absence in force.absences} == set(AbsenceKind)
    assert any(absence.share < 1 for absence in force.absences)
    for first, second in zip(force.absences, force.absences[1:], strict=False):
        assert first.officer_id != second.officer_id or first.last_on < second.first_on


def test_nobody_visits_before_starting(force: Force) -> None:
    starts = {officer.officer_id: officer.starts_on for officer in force.officers}
    for case in force.cases:
        for visit in case.visits:
            for officer_id in filter(None, (visit.officer_id, visit.second_officer_id)):
                assert (starts[officer_id] or date.min) <= visit.started_at.date()


def test_days_out_can_be_drawn_by_lot_instead_of_by_contract() -> None:
    """The benchmark's force: whole days of 240 to 300 minutes, on about 70 % of the officers' days."""
    force = synthesise_force(read_force_model(force_model_path("benchmark-force")), date(2026, 11, 20), 1)
    officers = [officer for officer in force.officers if officer.visit_trained]
    out = [duty for duty in force.duties if duty.plannable_minutes and duty.officer_id != "OM01"]
    weeks = len({duty.on - timedelta(days=duty.on.weekday()) for duty in force.duties})
    assert len(officers) == 22
    assert sum(officer.arms_trained for officer in officers) == 14
    assert {duty.plannable_minutes for duty in out} == set(range(240, 305, 5))
    assert 0.65 <= len(out) / (22 * 5 * weeks) <= 0.85
