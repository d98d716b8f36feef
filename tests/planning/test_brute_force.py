"""The brute force is right: known answers, plans that keep every rule, and no random plan that beats it."""

from collections.abc import Iterator
from datetime import date, time
from random import Random

import pytest

from rso_planner.domain.visit_plan import Assignment, VisitPlan
from rso_planner.planning.check_plan import check_plan
from rso_planner.planning.problem import PlanningProblem
from tests.planning.brute_force import BestWeek, Values, best_values, find_best_week, tasks_met, worth_of
from tests.planning.weeks import make_week

NAMES_OF_WORK = ("visit", "retry", "arms", "other_assessment", "rmp_review", "supervisor_review")
ROSTERS = ("9-17", "9-17", "9-12 12:30-16", "9-11:30 14-17:30")


def draw_random_week(seed: int) -> str:
    """Three officers, two days, three people, now and then a separation; the same seed draws the same."""
    random = Random(seed)
    lines = ["officer | can | at | Mon | Tue"]
    for officer in "ABC":
        can = [word for word in ("lead", "visit", "arms", "review", "supervisor") if random.random() < 0.8]
        days = [f"{random.choice(ROSTERS)} ={random.choice((150, 200, 300))}" for _ in range(2)]
        lines.append(f"{officer} | {' '.join(can) or 'nothing'} | {random.randint(0, 9)} | {' | '.join(days)}")
    lines += ["", "person | risk | due | at | officers | starts"]
    for person in "PQR":
        work = [f"{kind}={random.randint(1, 99)}" for kind in NAMES_OF_WORK if random.random() < 0.4]
        risk, place = random.choice(("high", "low")), f"{random.randint(-20, 20)},{random.randint(-20, 20)}"
        starts = random.choice(("0:00-23:59", "9-12", "14-16"))
        lines.append(
            f"{person} | {risk} | {' '.join(work) or 'visit'} | {place} | {random.choice('122')} | {starts}"
        )
    if random.random() < 0.5:
        lines += ["", "apart | from", random.choice(("A | P", "A | B", "P | Q"))]
    return "\n".join(lines)


def as_plan(problem: PlanningProblem, best: BestWeek) -> VisitPlan:
    """The trips of the best week as a plan."""
    assignments = []
    for trip, start in zip(best.trips, best.starts, strict=True):
        person = problem.person_by_id[trip.offender_id]
        task_ids = tuple(task.task_id for task in tasks_met(person, trip.with_assessment))
        end = start + person.on_site_minutes
        assignments.append(make_assignment(problem, task_ids, trip.on, (start, end), trip.crew))
    return VisitPlan(week=problem.week, assignments=tuple(assignments))


def make_assignment(
    problem: PlanningProblem,
    task_ids: tuple[str, ...],
    on: date,
    minutes: tuple[int, int],
    crew: tuple[str, ...],
) -> Assignment:
    """An assignment of tasks of one person."""
    tasks = [problem.task_by_id[task_id] for task_id in task_ids]
    start, end = (time(minute // 60, minute % 60) for minute in minutes)
    return Assignment(
        task_ids=task_ids,
        kinds=tuple(task.kind for task in tasks),
        offender_id=tasks[0].offender_id,
        on=on,
        starts_at=start,
        ends_at=end,
        officer_ids=crew,
    )


def random_trips(problem: PlanningProblem, random: Random) -> Iterator[Assignment]:
    """For each person, perhaps, a trip by anybody at any quarter of an hour."""
    for person in problem.people:
        tasks = tasks_met(person, random.random() < 0.5)
        if tasks and random.random() < 0.8:
            start = random.randrange(9 * 60, 16 * 60, 15)
            crew = random.sample([officer.officer_id for officer in problem.officers], person.officers_required)
            span = (start, start + person.on_site_minutes)
            on = random.choice(problem.days[:2])
            yield make_assignment(problem, tuple(task.task_id for task in tasks), on, span, tuple(crew))


def values_of(problem: PlanningProblem, plan: VisitPlan) -> Values:
    """What the plan places, tier by tier."""
    return worth_of(problem.task_by_id[task_id] for each in plan.assignments for task_id in each.task_ids)


@pytest.mark.parametrize("seed", range(30))
def test_the_best_trips_keep_every_rule_and_no_random_plan_beats_them(seed: int) -> None:
    problem, _ = make_week(draw_random_week(seed))
    best = find_best_week(problem)
    random = Random(seed)

    assert check_plan(problem, as_plan(problem, best)) == ()
    for _ in range(40):
        plan = VisitPlan(week=problem.week, assignments=tuple(random_trips(problem, random)))
        if not check_plan(problem, plan):
            assert values_of(problem, plan) <= best.values


TWO_OFFICERS = """
officer | Mon
A       | 9-17 ={minutes}
B       | 9-17 ={minutes}

person | risk | due              | at | desk
P      | high | visit=10 arms=7  | 10 | 90/240
Q      | low  | visit=90         | 20 | 90/240
R      | low  | rmp_review=5     | 20 | 90/240
"""


@pytest.mark.parametrize(
    ("minutes", "values"),
    [
        # A visit to P is 80 minutes for both and 90 more for its lead; with ARMS 240 more.
        (29, (0, 0, 0, 0)),
        (30, (0, 0, 0, 5)),
        (169, (0, 0, 0, 5)),
        (170, (10, 0, 0, 5)),
        # P and Q together are 160 minutes out; each officer leads one.
        (250, (10, 0, 90, 0)),
        (280, (10, 0, 90, 5)),
        # The ARMS goes before the low risk visit.
        (320, (10, 7, 0, 5)),
        (400, (10, 7, 90, 5)),
    ],
)
def test_known_answers_as_the_minutes_grow(minutes: int, values: Values) -> None:
    problem, _ = make_week(TWO_OFFICERS.format(minutes=minutes))

    assert best_values(problem) == values


CROSSED = """
officer | Mon
A       | 9-12
B       | 9-12
C       | 9-12

person | due      | at | starts      | desk
P      | visit=1  | 10 | 9:00-10:00  | 0/0
Q      | visit=1  | 10 | {starts}    | 0/0
"""


def test_a_crew_waits_for_its_later_member() -> None:
    # Officer C alone is free for both, so A and B each see one person with C, one after the other.
    drawing = CROSSED.replace("A       | 9-12", "A       | 9-10:30").replace("B       | 9-12", "B       | 10-12")

    assert best_values(make_week(drawing.format(starts="9:00-10:20"))[0]) == (2, 0, 0, 0)
    assert best_values(make_week(drawing.format(starts="9:00-10:09"))[0]) == (1, 0, 0, 0)


def test_a_second_outing_starts_from_base() -> None:
    split_day = CROSSED.replace("9-12", "9-10:20 13-14:20").replace("C       | 9-10:20 13-14:20\n", "")

    assert best_values(make_week(split_day.format(starts="13:10-13:10"))[0]) == (2, 0, 0, 0)
    assert best_values(make_week(split_day.format(starts="13:11-13:20"))[0]) == (1, 0, 0, 0)


def test_a_way_round_that_is_shorter_by_the_table_is_found() -> None:
    # Base to P takes 100 minutes by the table, base to Q and Q to P 5 each: P fits only after Q.
    drawing = """
officer | Mon
A       | 9-17 ={minutes}

person | due      | at | officers | desk
P      | visit=5  | 10 | 1        | 0/0
Q      | visit=1  | 5  | 1        | 0/0

travel from | to | minutes
A           | P  | 100
"""

    assert best_values(make_week(drawing.format(minutes=140))[0]) == (6, 0, 0, 0)
    assert best_values(make_week(drawing.format(minutes=139))[0]) == (1, 0, 0, 0)
    assert best_values(make_week(drawing.replace(" 5  |", " nowhere |").format(minutes=169))[0]) == (0, 0, 0, 0)
    assert best_values(make_week(drawing.replace(" 5  |", " nowhere |").format(minutes=170))[0]) == (5, 0, 0, 0)
