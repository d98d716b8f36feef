"""The week's optional work as single calls at a home: a visit, or the visit with its assessment."""

from typing import NamedTuple

from rso_planner.planning.compact.score import met_tasks
from rso_planner.planning.compact.week_index import DAYS_A_WEEK, WeekIndex


class Call(NamedTuple):
    """One way to serve a person; of a person's calls one at most is made."""

    person: int
    with_assessment: bool
    worth: int
    leads: tuple[int, ...]


class OfficerDay(NamedTuple):
    """A working day of an officer who makes visits, with its shift and its plannable minutes."""

    officer: int
    day: int
    minutes: int
    starts_at: int
    ends_at: int


def make_calls(index: WeekIndex) -> list[Call]:
    """Every call that somebody may lead, by person."""
    found = []
    for person, someone in enumerate(index.people):
        for with_assessment in (False, True):
            wanted = someone.assessment_tasks if with_assessment else someone.visit_tasks
            leads = index.leads(person, with_assessment)
            if wanted and leads:
                worth = sum(task.worth for task in met_tasks(index, person, with_assessment))
                found.append(Call(person, with_assessment, worth, leads))
    return found


def officer_days(index: WeekIndex) -> list[OfficerDay]:
    """The days out of all officers who make visits, by officer and day.

    Raises:
        ValueError: a day has more than one rostered row, which several of the methods cannot say.
    """
    found = []
    for number, officer in enumerate(index.officers):
        for day in range(DAYS_A_WEEK):
            rostered = index.officer_day(number, day)
            if rostered is None or not officer.visit_trained:
                continue
            if sum(len(outing.rows) for outing in rostered.outings) != 1:
                raise ValueError(f"{officer.officer_id} has a day of several rows; this method knows days of one")
            (outing,) = rostered.outings
            found.append(OfficerDay(number, day, rostered.plannable_minutes, outing.starts_at, outing.ends_at))
    return found


def is_lone(index: WeekIndex) -> bool:
    """Tell whether every visit needs one officer only."""
    return all(person.officers_required == 1 for person in index.people)
