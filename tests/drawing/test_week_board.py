"""The week board: bars at their times, joint visits linked, risk by letter as well as colour."""

from dataclasses import replace

from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.domain.task import TaskKind
from rso_planner.drawing.week_board import WIDTH, WeekBoard, draw_week_board
from tests.drawing.planned_weeks import (
    make_large_week,
    make_officer,
    make_person,
    make_planned_week,
    make_small_week,
    make_task,
    make_trip,
)


def _draw(week: PlannedWeek) -> WeekBoard:
    return draw_week_board(week, {trip: number for number, trip in enumerate(week.trips, start=1)})


def test_each_officers_part_is_a_bar_with_a_letter_and_the_visits_number() -> None:
    board = _draw(make_small_week())
    assert [(bar.letter, bar.number, bar.style, bar.is_second) for bar in board.bars] == [
        ("V", "1", "very_high", False),
        ("V", "1", "very_high", True),
        ("H", "2", "high", False),
        ("D", "", "desk", False),
    ]
    assert board.bars[0].words == (
        "Visit 1: Monday 23 November, 9:15am to 10:15am, Visit, ARMS assessment, very high risk, OM-01, with OM-02"
    )


def test_the_two_bars_of_a_joint_visit_are_linked_and_no_others() -> None:
    board = _draw(make_small_week())
    (link,) = board.links
    first, second = board.bars[:2]
    for bar, end in ((first, link.top), (second, link.bottom)):
        assert bar.x <= link.x <= bar.x + bar.width
        assert bar.y <= end <= bar.y + board.bar_height


def test_a_later_time_stands_further_right_and_a_longer_visit_is_wider() -> None:
    officer, person = make_officer(1), make_person(1)
    trips = [
        make_trip(person, (TaskKind.VISIT,), 0, "09:00", [officer], 60),
        make_trip(person, (TaskKind.RETRY,), 0, "11:00", [officer], 120),
        make_trip(person, (TaskKind.DIP_SAMPLE,), 1, "09:00", [officer], 60),
    ]
    tasks = [make_task(person, trip.kinds[0]) for trip in trips]
    early, late, next_day = _draw(make_planned_week([person], [officer], tasks, trips)).bars
    assert early.x < late.x < next_day.x
    assert abs(late.width - 2 * early.width) <= 0.2
    assert abs((late.x - early.x) - 2 * early.width) <= 0.3


def test_everything_stays_inside_the_picture_and_in_its_day() -> None:
    board = _draw(make_large_week())
    assert len(board.rows) == 18
    for bar in board.bars:
        assert board.label_width <= bar.x
        assert bar.x + bar.width <= WIDTH + 1
        assert 0 <= bar.y <= board.height - board.bar_height
    ends = [*board.day_lines[1:], WIDTH + 1]
    for bar in board.bars:
        day = max(index for index, x in enumerate(board.day_lines) if x <= bar.x)
        assert bar.x + bar.width <= ends[day] + 1


def test_weekend_days_are_shown_only_when_somebody_works_on_them() -> None:
    week = make_small_week()
    assert [text.words.split()[0] for text in _draw(week).days] == [
        "Mon",
        "Tue",
        "Wed",
        "Thu",
        "Fri",
    ]
    person = make_person(9)
    sunday = make_trip(person, (TaskKind.VISIT,), 6, "10:00", [make_officer(1)])
    plan = replace(week.result.plan, assignments=(sunday,)) if week.result.plan else None
    week = replace(
        week,
        result=replace(week.result, plan=plan),
        task_by_id={task.task_id: task for task in [make_task(person, TaskKind.VISIT)]},
    )
    assert [text.words.split()[0] for text in _draw(week).days][-1] == "Sun"


def test_days_without_work_say_why() -> None:
    assert [text.words for text in _draw(make_small_week()).notes] == ["Leave"]


def test_desk_work_without_a_gap_is_one_bar_of_its_officer() -> None:
    officer, people = make_officer(1), [make_person(number) for number in range(1, 5)]
    kind = TaskKind.DESKTOP_REVIEW
    times = ("09:00", "09:15", "09:30", "11:00")
    work = [make_trip(each, (kind,), 0, at, [officer], 15) for each, at in zip(people, times, strict=True)]
    board = _draw(make_planned_week(people, [officer], [make_task(each, kind) for each in people], work))
    assert [bar.words for bar in board.bars] == [
        "Desk work, 3 pieces: Monday 23 November, 9am to 9:45am, OM-01",
        "Desk work, 1 piece: Monday 23 November, 11am to 11:15am, OM-01",
    ]


def test_a_person_whom_the_records_do_not_hold_is_drawn_with_a_question_mark() -> None:
    week = make_small_week()
    week = replace(week, force=replace(week.force, cases=()))
    assert _draw(week).bars[0].letter == "?"
