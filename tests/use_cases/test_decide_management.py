"""Decisions on management and flags: duties change from the day, events raise their duties, nothing is doubled."""

from datetime import date, datetime
from pathlib import Path

import pytest

from rso_planner.domain.arms import ArmsPriority
from rso_planner.domain.decision import DecisionKind
from rso_planner.domain.due import find_tasks
from rso_planner.domain.task import Task, TaskKind
from rso_planner.domain.visit import VisitOutcome
from rso_planner.domain.visit_record import VisitRecord
from rso_planner.files.policy_file import read_policy
from rso_planner.storage.recording import Saved
from rso_planner.use_cases.decide_management import DecisionRefusedError, WantedDecision, decide_management
from rso_planner.use_cases.load_flags import load_flags
from rso_planner.use_cases.record_visits import record_visit
from tests.extracts import good_tables, set_cell
from tests.use_cases.desk import WeekDesk

FLAGS = "offender_id,register_id,occurred_on,kind,significant,source\n"


@pytest.fixture
def desk(tmp_path: Path) -> WeekDesk:
    found = WeekDesk(tmp_path)
    found.load(good_tables())
    return found


def wanted(
    decision: DecisionKind = DecisionKind.TO_ACTIVE,
    offender_id: str = "0002",
    reason: str = "new intelligence",
    on: date | None = None,
) -> WantedDecision:
    return WantedDecision(
        offender_id=offender_id, decision=decision, authorised_by="DI Made-Up", reason=reason, decided_on=on
    )


def by_kind(tasks: tuple[Task, ...]) -> dict[TaskKind, Task]:
    return {task.kind: task for task in tasks}


def test_a_return_to_active_brings_a_first_visit(desk: WeekDesk) -> None:
    found = decide_management(desk.asking, wanted())
    # Low risk: 15 working days from 27 November 2026.
    assert by_kind(found.tasks)[TaskKind.FIRST_VISIT].due_on == date(2026, 12, 18)
    assert found.is_in_force


def test_a_move_to_reactive_shows_every_criterion_and_ends_the_visits(desk: WeekDesk) -> None:
    tables = good_tables()
    set_cell(tables, "offenders", 2, "management_since", "2020-01-01")
    desk.load(tables)
    found = decide_management(desk.asking, wanted(DecisionKind.TO_REACTIVE, "0001"))
    assert {each.name: each.standing.value for each in found.criteria}["risk_low"] == "not_met"
    assert found.not_met
    assert TaskKind.VISIT not in by_kind(found.tasks)
    assert TaskKind.DESKTOP_REVIEW in by_kind(found.tasks)


def test_where_the_extract_knows_no_day_the_safe_management_stays_and_it_is_said(desk: WeekDesk) -> None:
    found = decide_management(desk.asking, wanted(DecisionKind.TO_REACTIVE, "0001"))
    assert not found.is_in_force
    assert TaskKind.VISIT in by_kind(found.tasks)


def test_a_decision_is_undone_by_a_later_one_only(desk: WeekDesk) -> None:
    decide_management(desk.asking, wanted(on=date(2026, 11, 25)))
    with pytest.raises(DecisionRefusedError, match="would hide an earlier one"):
        decide_management(desk.asking, wanted(DecisionKind.TO_REACTIVE, on=date(2026, 11, 24)))
    back = decide_management(desk.asking, wanted(DecisionKind.TO_REACTIVE, on=date(2026, 11, 26)))
    assert back.is_in_force
    assert [each.decision for each in desk.case("0002").decisions] == [
        DecisionKind.TO_REACTIVE,
        DecisionKind.TO_ACTIVE,
        DecisionKind.TO_REACTIVE,
    ]


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (wanted(offender_id="77"), "no person 77"),
        (wanted(reason="  "), "names who authorised it, and why"),
        (wanted(DecisionKind.TO_REACTIVE), "on reactive management already"),
        (wanted(on=date(2026, 12, 1)), "lies in the future"),
    ],
)
def test_what_cannot_stand_is_refused(desk: WeekDesk, decision: WantedDecision, words: str) -> None:
    with pytest.raises(DecisionRefusedError, match=words):
        decide_management(desk.asking, decision)
    assert len(desk.query("SELECT 1 FROM decisions")) == 1


def test_a_decision_that_comes_again_in_an_extract_is_recognised(desk: WeekDesk) -> None:
    decide_management(desk.asking, wanted())
    tables = good_tables()
    set_cell(tables, "extract", 2, "extracted_on", "2026-11-30")
    tables["decisions"].append(["D2", "0002", "2026-11-27", "to_active", "DI Made-Up", "new intelligence", ""])
    outcome = desk.load(tables)
    assert outcome.changes is not None
    assert outcome.changes.by_table["decisions"].recognised == 1
    assert [each.decision_id for each in desk.case("0002").decisions] == ["D1", "D2"]


def test_one_event_told_by_two_teams_is_one_event_with_both_sources(desk: WeekDesk) -> None:
    rows = "0002,,2026-11-24,intelligence,no,neighbourhood team\n0002,,2026-11-24,intelligence,yes,call log\n"
    found = load_flags(desk.asking, desk.write("flags.csv", FLAGS + rows))
    assert found.flags is not None
    (flag,) = found.flags
    assert (flag.saved, flag.event.significant, flag.event.source) == (
        Saved.ADDED,
        True,
        "neighbourhood team; call log",
    )
    assert found.told_again == 1
    again = load_flags(desk.asking, desk.folder / "flags.csv")
    assert again.flags is not None
    assert [each.saved for each in again.flags] == [Saved.UNCHANGED]


def test_a_team_that_knows_more_of_an_event_adds_to_it(desk: WeekDesk) -> None:
    load_flags(desk.asking, desk.write("one.csv", FLAGS + "0002,,2026-11-24,intelligence,no,call log\n"))
    found = load_flags(
        desk.asking, desk.write("two.csv", FLAGS + "0002,,2026-11-24,intelligence,yes,crime system\n")
    )
    assert found.flags is not None
    assert [each.saved for each in found.flags] == [Saved.CORRECTED]
    (event,) = [each for each in desk.case("0002").events if each.occurred_on == date(2026, 11, 24)]
    assert (event.significant, event.source) == (True, "call log; crime system")


def test_a_significant_event_about_an_active_person_asks_for_an_assessment(desk: WeekDesk) -> None:
    found = load_flags(desk.asking, desk.write("flags.csv", FLAGS + ",R-1,2026-11-24,offence,yes,crime system\n"))
    assert found.flags is not None
    assert by_kind(found.flags[0].tasks)[TaskKind.ARMS].event_triggered


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (
            ",,2026-11-24,offence,yes,x\n",
            "offender_id",
            "the row names no person; fill in offender_id or register_id",
        ),
        ("77,,2026-11-24,offence,yes,x\n", "offender_id", "the force has no person 77"),
        (
            ",R-9,2026-11-24,offence,yes,x\n",
            "register_id",
            "the force has nobody with the register's identifier R-9",
        ),
        ("0002,R-1,2026-11-24,offence,yes,x\n", "register_id", "the register's R-1 is 0001, not 0002"),
        (
            "0002,,2026-12-24,offence,yes,x\n",
            "occurred_on",
            "24 December 2026 lies after the day of the loading, ",
        ),
        ("0002,,2026-11-24,murmur,yes,x\n", "kind", "murmur is not one of offence, order_breach, "),
        ("0002,,2026-11-24,offence,,x\n", "significant", "significant is empty; it must be filled in"),
    ],
)
def test_a_bad_flag_is_named_and_none_is_loaded(desk: WeekDesk, row: str, column: str, reason: str) -> None:
    good = "0002,,2026-11-23,offence,yes,crime system\n"
    found = load_flags(desk.asking, desk.write("flags.csv", FLAGS + good + row))
    assert found.flags is None
    (reject,) = found.rejects
    assert (reject.row, reject.column) == (3, column)
    assert reject.reason.startswith(reason)
    assert len(desk.query("SELECT 1 FROM events")) == 2


def test_the_reports_case_intelligence_about_a_person_on_reactive_management(desk: WeekDesk) -> None:
    """A review, an RMP review and, when decided, a first visit on time, which ends with the visit."""
    policy = read_policy()
    flags = desk.write("flags.csv", FLAGS + "0002,,2026-11-24,intelligence,yes,neighbourhood team\n")
    found = load_flags(desk.asking, flags)
    assert found.flags is not None
    raised = by_kind(found.flags[0].tasks)
    # Within 5 working days of Tuesday 24 November.
    assert raised[TaskKind.REACTIVE_REVIEW].due_on == date(2026, 12, 1)
    assert raised[TaskKind.RMP_REVIEW].due_on == date(2026, 12, 1)
    decided = decide_management(desk.asking, wanted())
    assert [each.since for each in decided.triggers] == [date(2026, 11, 24)]
    after = by_kind(decided.tasks)
    assert TaskKind.REACTIVE_REVIEW not in after
    assert after[TaskKind.FIRST_VISIT].due_on == date(2026, 12, 18)
    later = desk.at(datetime.fromisoformat("2026-12-10T18:00+00:00"))
    record_visit(
        later,
        VisitRecord(
            offender_id="0002",
            started_at=datetime(2026, 12, 10, 11, 0),  # noqa: DTZ001 -- local time, as in an extract
            outcome=VisitOutcome.SEEN,
            officer_id="OM1",
            second_officer_id="OM2",
            arms=ArmsPriority.MEDIUM,
            is_rmp_reviewed=True,
        ),
    )
    done = by_kind(find_tasks(desk.case("0002"), policy, date(2026, 12, 10)))
    assert TaskKind.FIRST_VISIT not in done
    assert done[TaskKind.VISIT].due_on == date(2027, 12, 10)
    assert done[TaskKind.ARMS].due_on == date(2027, 12, 10)


def test_a_review_of_the_rmp_after_the_trigger_meets_it(desk: WeekDesk) -> None:
    load_flags(desk.asking, desk.write("flags.csv", FLAGS + "0002,,2026-11-24,other,no,call log\n"))
    tables = good_tables()
    set_cell(tables, "extract", 2, "extracted_on", "2026-11-27")
    set_cell(tables, "offenders", 3, "rmp_reviewed_on", "2026-11-26")
    desk.load(tables)
    tasks = by_kind(find_tasks(desk.case("0002"), read_policy(), date(2026, 11, 27)))
    assert TaskKind.RMP_REVIEW not in tasks
    assert TaskKind.REACTIVE_REVIEW in tasks
