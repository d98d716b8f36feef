"""What a planned week knows of itself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rso_planner.domain.planned_week_words import evening_sentences
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.task import TaskKind
from rso_planner.domain.visit_plan import UnplannedReason
from tests.drawing.planned_weeks import (
    MONDAY,
    make_left_out,
    make_officer,
    make_person,
    make_planned_week,
    make_small_week,
    make_task,
)


def test_it_starts_on_a_monday() -> None:
    with pytest.raises(ValueError, match="starts on a Monday"):
        replace(make_small_week(), week=MONDAY + timedelta(days=1))


def test_the_most_serious_left_out_come_first() -> None:
    very_high, high = make_person(1, RiskLevel.VERY_HIGH), make_person(2, RiskLevel.HIGH)
    medium, low = make_person(3, RiskLevel.MEDIUM), make_person(4, RiskLevel.LOW)
    ranked = [
        make_task(very_high, TaskKind.VISIT, 1),
        make_task(high, TaskKind.FIRST_VISIT, 50),
        make_task(high, TaskKind.VISIT, 5),
        make_task(very_high, TaskKind.ARMS, 300),
        make_task(very_high, TaskKind.RMP_REVIEW, 300),
        make_task(medium, TaskKind.VISIT, 10),
        make_task(low, TaskKind.VISIT, 400),
        make_task(medium, TaskKind.OTHER_ASSESSMENT, 10),
        make_task(low, TaskKind.SUPERVISOR_REVIEW, 10),
    ]
    left_out = [make_left_out(task, UnplannedReason.NO_CAPACITY) for task in reversed(ranked)]
    week = make_planned_week([very_high, high, medium, low], [make_officer(1)], ranked, [], left_out)
    assert [each.task_id for each in week.unplanned_by_seriousness] == [task.task_id for task in ranked]


def test_the_left_out_are_counted_by_reason_and_risk() -> None:
    counts = make_small_week().left_out_counts
    assert counts[UnplannedReason.NO_CAPACITY][RiskLevel.MEDIUM] == 1
    assert sum(sum(by_risk.values()) for by_risk in counts.values()) == 1


def test_trips_leave_base_and_desk_work_does_not() -> None:
    assert [trip.offender_id for trip in make_small_week().trips] == ["P001", "P002"]


def test_evenings_are_counted_among_all_trips_and_among_those_due_one() -> None:
    week = replace(make_small_week(), due_an_evening_visit=frozenset({"P001", "P002", "P004"}))
    assert [trip.offender_id for trip in week.evening_trips] == ["P002"]
    assert week.count_due_an_evening_visit(week.trips) == 2
    assert week.count_due_an_evening_visit(week.evening_trips) == 1
    assert evening_sentences(week) == [
        "1 visit begins at 5pm or later.",
        "Of 2 visits to people due an evening visit, 1 is in the evening.",
    ]


def test_nothing_is_said_of_evenings_where_there_are_none_and_none_is_due() -> None:
    week = make_planned_week([make_person(1)], [make_officer(1)], [], [], [])
    assert evening_sentences(week) == []


def test_names_fall_back_on_identifiers_and_on_nothing() -> None:
    week = make_small_week()
    assert week.officer_name("OM-01") == "PC Invented-01"
    assert week.officer_name("OM-99") == "OM-99"
    assert week.offender_name("P001") == "Madeup-001, Zzample"
    assert week.offender_name("P999") == ""
    assert week.find_risk_level("P999") is None
