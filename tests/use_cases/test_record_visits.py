"""Recording visits: clocks move by the rules, corrections keep the history, extracts recognise what is known."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from rso_planner.domain.arms import ArmsPriority
from rso_planner.domain.planned_week import is_desk_work
from rso_planner.domain.task import TaskKind
from rso_planner.domain.visit import VisitOutcome
from rso_planner.domain.visit_record import VisitRecord
from rso_planner.files.plan_workbook import write_plan_workbook
from rso_planner.files.visit_records import read_visit_records
from rso_planner.storage.recording import Saved
from rso_planner.use_cases.record_visits import (
    RecordedVisit,
    UnknownInRecordError,
    record_visit,
    record_visits_of_file,
)
from tests.drawing.planned_weeks import make_small_week
from tests.extracts import good_tables, set_cell
from tests.use_cases.desk import WeekDesk

AT = datetime(2026, 11, 25, 14, 30)  # noqa: DTZ001 -- local time, as in an extract


@pytest.fixture
def desk(tmp_path: Path) -> WeekDesk:
    found = WeekDesk(tmp_path)
    found.load(good_tables())
    return found


def seen(
    *,
    at: datetime = AT,
    outcome: VisitOutcome = VisitOutcome.SEEN,
    arms: ArmsPriority | None = None,
    is_rmp_reviewed: bool = False,
    officer_id: str = "OM1",
) -> VisitRecord:
    return VisitRecord(
        offender_id="0001",
        started_at=at,
        outcome=outcome,
        officer_id=officer_id,
        second_officer_id="OM2",
        arms=arms,
        is_rmp_reviewed=is_rmp_reviewed,
    )


def due(found: RecordedVisit, kind: TaskKind) -> date | None:
    return next((task.due_on for task in found.tasks if task.kind is kind), None)


def test_a_visit_on_which_the_person_was_seen_moves_the_clock(desk: WeekDesk) -> None:
    # Every 6 weeks from the last visit on which the person was seen.
    found = record_visit(desk.asking, seen())
    assert found.saved is Saved.ADDED
    assert due(found, TaskKind.VISIT) == date(2027, 1, 6)
    assert found.warrant_flag is None


def test_an_attempt_moves_no_clock_and_the_second_one_raises_the_flag(desk: WeekDesk) -> None:
    found = record_visit(desk.asking, seen(outcome=VisitOutcome.NOT_SEEN))
    assert due(found, TaskKind.VISIT) == date(2026, 11, 12)
    assert found.warrant_flag is not None
    assert due(found, TaskKind.RETRY) is not None


def test_an_assessment_and_a_review_move_their_own_clocks(desk: WeekDesk) -> None:
    found = record_visit(desk.asking, seen(arms=ArmsPriority.HIGH, is_rmp_reviewed=True))
    assert due(found, TaskKind.ARMS) == date(2027, 11, 25)
    assert due(found, TaskKind.RMP_REVIEW) == date(2027, 3, 25)


def test_cover_is_credited_to_who_went(desk: WeekDesk) -> None:
    record_visit(desk.asking, seen(officer_id="S1"))
    assert (desk.case("0001").visits[-1].officer_id, desk.case("0001").visits[-1].second_officer_id) == (
        "S1",
        "OM2",
    )


def test_told_again_a_visit_is_corrected_and_what_stood_before_is_kept(desk: WeekDesk) -> None:
    record_visit(desk.asking, seen(arms=ArmsPriority.LOW, is_rmp_reviewed=True))
    found = record_visit(desk.asking, seen(outcome=VisitOutcome.REFUSED))
    assert found.saved is Saved.CORRECTED
    case = desk.case("0001")
    assert [visit.outcome for visit in case.visits if visit.started_at == AT] == [VisitOutcome.REFUSED]
    assert len(case.assessments) == 1, "the assessment that was told with it is taken back"
    assert case.offender.rmp_reviewed_on is None
    versions = desk.query("SELECT outcome, superseded_at IS NULL FROM visits WHERE visit_id LIKE 'planner-%'")
    assert versions == [("seen", 0), ("refused", 1)]


def test_told_twice_in_the_same_words_nothing_changes(desk: WeekDesk) -> None:
    record_visit(desk.asking, seen(arms=ArmsPriority.LOW))
    later = desk.at(datetime(2026, 11, 28, 9, 0, tzinfo=UTC))
    assert record_visit(later, seen(arms=ArmsPriority.LOW)).saved is Saved.UNCHANGED
    assert len(desk.query("SELECT 1 FROM visits")) == 4


def test_an_extract_that_brings_the_recorded_visit_recognises_it(desk: WeekDesk) -> None:
    record_visit(desk.asking, seen(arms=ArmsPriority.LOW))
    tables = good_tables()
    set_cell(tables, "extract", 2, "extracted_on", "2026-11-30")
    tables["visits"].append(["V9", "0001", "2026-11-25T14:30", "seen", "OM1", "OM2", "2026-11-26T08:00"])
    tables["arms"].append(["A9", "0001", "2026-11-25", "2026-11-25", "low", "OM1"])
    outcome = desk.load(tables)
    assert outcome.changes is not None
    assert outcome.changes.by_table["visits"].recognised == 1
    assert outcome.changes.by_table["arms"].recognised == 1
    case = desk.case("0001")
    assert [visit.visit_id for visit in case.visits if visit.started_at == AT] == ["V9"]
    assert [each.assessment_id for each in case.assessments] == ["A1", "A9"]


def test_an_extract_without_the_recorded_visit_keeps_it(desk: WeekDesk) -> None:
    record_visit(desk.asking, seen(is_rmp_reviewed=True))
    tables = good_tables()
    set_cell(tables, "extract", 2, "extracted_on", "2026-11-30")
    set_cell(tables, "offenders", 2, "rmp_reviewed_on", "2026-10-01")
    desk.load(tables)
    assert desk.case("0001").visits[-1].started_at == AT
    assert desk.case("0001").offender.rmp_reviewed_on == AT.date()


def test_an_extract_that_still_tells_what_was_corrected_tells_nothing_new(desk: WeekDesk) -> None:
    wrong = datetime(2026, 11, 2, 18, 5)  # noqa: DTZ001 -- local time, as in an extract
    record = VisitRecord(
        offender_id="0001", started_at=wrong, outcome=VisitOutcome.SEEN, officer_id="OM1", second_officer_id=None
    )
    assert record_visit(desk.asking, record).saved is Saved.CORRECTED
    tables = good_tables()
    set_cell(tables, "extract", 2, "extracted_on", "2026-11-30")
    desk.load(tables)
    assert {visit.visit_id: visit.outcome for visit in desk.case("0001").visits}["V2"] is VisitOutcome.SEEN
    set_cell(tables, "extract", 2, "extracted_on", "2026-12-01")
    set_cell(tables, "visits", 3, "outcome", "abandoned")
    desk.load(tables)
    assert {visit.visit_id: visit.outcome for visit in desk.case("0001").visits}["V2"] is VisitOutcome.ABANDONED


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (
            VisitRecord(offender_id="77", started_at=AT, outcome=VisitOutcome.SEEN, officer_id="OM1"),
            "no person 77",
        ),
        (
            VisitRecord(offender_id="0001", started_at=AT, outcome=VisitOutcome.SEEN, officer_id="X"),
            "no officer X",
        ),
        (seen(at=datetime(2026, 11, 30, 9, 0)), "lies in the future"),  # noqa: DTZ001 -- local time
    ],
)
def test_what_the_force_does_not_know_is_refused(desk: WeekDesk, record: VisitRecord, words: str) -> None:
    with pytest.raises(UnknownInRecordError, match=words):
        record_visit(desk.asking, record)
    assert len(desk.query("SELECT 1 FROM visits")) == 3


def test_an_assessment_without_the_person_is_no_record() -> None:
    with pytest.raises(ValueError, match="must be seen"):
        seen(outcome=VisitOutcome.NOT_SEEN, arms=ArmsPriority.LOW)


HEADING = "task_ids,offender_id,date,starts_at,ends_at,lead_id,second_id,outcome,arms,rmp_reviewed\n"
GOOD = "0001:visit,0001,2026-11-25,14:30,15:30,OM1,OM2,seen,medium,yes\n"
EMPTY = "0002:visit,0002,2026-11-26,10:00,10:45,OM2,,,,\n"


def test_a_filled_in_plan_is_recorded_and_rows_without_an_outcome_tell_nothing(desk: WeekDesk) -> None:
    found = record_visits_of_file(desk.asking, desk.write("plan.csv", HEADING + GOOD + EMPTY))
    assert found.visits is not None
    assert [each.saved for each in found.visits] == [Saved.ADDED]
    assert (found.not_filled_in, found.rejects, found.ignored_columns) == (1, (), ())
    assert desk.case("0001").offender.rmp_reviewed_on == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (GOOD.replace("OM1", "OM7"), "lead_id", "the force has no officer OM7"),
        (
            GOOD.replace("0001,", "0009,", 1).replace("0001:", "0009:"),
            "offender_id",
            "the force has no person 0009",
        ),
        (GOOD.replace("seen", "met"), "outcome", "met is not one of seen, not_seen, refused, abandoned"),
        (GOOD.replace("seen", ""), "outcome", "the row tells of work done and not of what came of the visit"),
        (GOOD.replace("seen", "refused"), "arms", "an assessment needs an interview, so the outcome must be seen"),
        (
            GOOD.replace("OM2", "OM1").replace("medium", ""),
            "second_id",
            "the second officer is the lead officer again",
        ),
        (
            GOOD.replace("2026-11-25", "2026-12-25"),
            "date",
            "25 December 2026 lies after the day of the recording, 27 November 2026",
        ),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_recorded(desk: WeekDesk, row: str, column: str, reason: str) -> None:
    good = EMPTY.replace(",,,,", ",,seen,,")
    found = record_visits_of_file(desk.asking, desk.write("plan.csv", HEADING + good + row))
    assert found.visits is None
    assert [(each.file, each.row, each.column, each.reason) for each in found.rejects] == [
        ("plan.csv", 3, column, reason)
    ]
    assert len(desk.query("SELECT 1 FROM visits")) == 3
    accepted = record_visits_of_file(desk.asking, desk.folder / "plan.csv", accepts_good_rows=True)
    assert accepted.visits is not None
    assert [each.record.offender_id for each in accepted.visits] == ["0002"]
    assert accepted.left_out == 1


def test_the_same_visit_twice_in_a_file_is_refused(desk: WeekDesk) -> None:
    found = record_visits_of_file(desk.asking, desk.write("plan.csv", HEADING + GOOD + GOOD))
    assert [each.reason for each in found.rejects] == ["row 2 is a visit to the same person at the same time"]


def test_each_act_is_on_the_audit_with_the_people_it_is_about(desk: WeekDesk) -> None:
    record_visit(desk.asking, seen())
    assert desk.query("SELECT action, command, people, offender_ids FROM audit_events")[-1][:3] == (
        "alteration",
        "record-visit",
        1,
    )


def test_a_filled_in_workbook_is_read_from_its_sheet_of_outcomes(desk: WeekDesk) -> None:
    path = desk.folder / "plan.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet("Summary").write_string(0, 0, "Visit plan")
        sheet = workbook.add_worksheet("Outcomes")
        for column, heading in enumerate(plan_headings()):
            sheet.write_string(0, column, heading)
        day = workbook.add_format({"num_format": "d mmmm yyyy"})
        for column, text in enumerate(["OM1", "OM2", "", "14:30", "0001", "made-up name", "seen", "low", "yes"]):
            sheet.write_string(1, column, text)
        sheet.write_datetime(1, 2, datetime(2026, 11, 25), day)  # noqa: DTZ001 -- a day
    found = record_visits_of_file(desk.asking, path)
    assert (found.rejects, found.ignored_columns) == ((), ())
    assert found.visits is not None
    assert [(each.record.started_at, each.saved) for each in found.visits] == [(AT, Saved.ADDED)]
    assert desk.case("0001").visits[-1].second_officer_id == "OM2"


def test_the_sheet_of_outcomes_as_it_is_handed_out_can_be_read_and_tells_nothing(tmp_path: Path) -> None:
    week = make_small_week()
    write_plan_workbook(week, tmp_path / "plan.xlsx")
    trips = [each for each in week.assignments if not is_desk_work(each)]
    reading = read_visit_records(
        tmp_path / "plan.xlsx",
        people={each.offender_id for each in trips},
        officers={officer for each in trips for officer in each.officer_ids},
        last_day=week.week,
    )
    assert (reading.records, reading.rejects, reading.ignored_columns) == ((), (), ())
    assert reading.not_filled_in == len(trips) > 0


def plan_headings() -> list[str]:
    return ["lead_id", "second_id", "date", "starts_at", "offender_id", "name", "outcome", "arms", "rmp_reviewed"]
