"""The problem as lists of whole numbers, so that thousands of insertions a second can be tried."""

from functools import cache
from typing import NamedTuple

from rso_planner.domain.task import TaskKind
from rso_planner.planning.problem import OfficerDay, Person, PlannedOfficer, PlanningProblem, PlanTask
from rso_planner.planning.travel import base_of, home_of

DAYS_A_WEEK = 7


class StartWindow(NamedTuple):
    """Starts at which a crew can see a person, and the outing of each officer in which they lie."""

    earliest: int
    latest: int
    lead_outing: int
    second_outing: int


class WeekIndex:
    """Officers, days and people with a place by number; `leg[i][j]` is minutes between people and bases.

    People are numbered 0 to n-1 and are their own stops; the base of officer o is the stop n + o.
    """

    def __init__(self, problem: PlanningProblem) -> None:
        self.problem = problem
        self.officers: tuple[PlannedOfficer, ...] = problem.officers
        self.people: tuple[Person, ...] = tuple(
            person
            for person in problem.people
            if person.has_place and (person.visit_tasks or person.assessment_tasks)
        )
        self.reviews: tuple[PlanTask, ...] = tuple(task for person in problem.people for task in person.desk_tasks)
        self.officer_number = {officer.officer_id: number for number, officer in enumerate(self.officers)}
        self.person_number = {person.offender_id: number for number, person in enumerate(self.people)}
        stops = [home_of(person.offender_id) for person in self.people]
        stops += [base_of(officer.officer_id) for officer in self.officers]
        self.leg = problem.travel.matrix(stops)
        self.plannable = [
            [officer.days[day].plannable_minutes if day in officer.days else 0 for day in problem.days]
            for officer in self.officers
        ]
        self.has_one_outing = [
            [day not in officer.days or len(officer.days[day].outings) == 1 for day in problem.days]
            for officer in self.officers
        ]
        self.week_minutes = [officer.week_minutes for officer in self.officers]
        self.has_table = problem.travel.has_table
        self.apart_from = self._people_kept_apart()
        self._together = [[self._may_go_together(one, other) for other in self.officers] for one in self.officers]
        self.start_windows = cache(self._start_windows)
        self._windows_of_officer = cache(self._officer_windows)
        self.leads = cache(self._leads)
        self.seconds = cache(self._seconds)

    def base(self, officer: int) -> int:
        """The stop number of the officer's base."""
        return len(self.people) + officer

    def officer_day(self, officer: int, day: int) -> OfficerDay | None:
        """The officer's day, or None when the officer is off."""
        return self.officers[officer].days.get(self.problem.days[day])

    def desk_minutes(self, person: int, with_assessment: bool) -> int:
        """The lead's desk minutes beside the visit."""
        someone = self.people[person]
        return someone.assessment_desk_minutes if with_assessment else someone.visit_desk_minutes

    def _leads(self, person: int, with_assessment: bool) -> tuple[int, ...]:
        """The officers who may lead the visit, in order of number."""
        needs_arms = with_assessment and any(
            task.kind is TaskKind.ARMS for task in self.people[person].assessment_tasks
        )
        return tuple(
            officer
            for officer in self._seconds(person)
            if self.officers[officer].may_lead and (self.officers[officer].arms_trained or not needs_arms)
        )

    def _seconds(self, person: int) -> tuple[int, ...]:
        """The officers who may go to the person at all."""
        offender_id = self.people[person].offender_id
        return tuple(
            number
            for number, officer in enumerate(self.officers)
            if officer.visit_trained and self.problem.may_visit(officer.officer_id, offender_id)
        )

    def may_go_together(self, first: int, second: int) -> bool:
        """Tell whether the two officers may form a crew."""
        return self._together[first][second]

    def _may_go_together(self, one: PlannedOfficer, other: PlannedOfficer) -> bool:
        return one is not other and self.problem.may_go_together(one.officer_id, other.officer_id)

    def _people_kept_apart(self) -> dict[int, tuple[int, ...]]:
        apart: dict[int, list[int]] = {}
        for first_id, second_id in sorted(self.problem.people_kept_apart):
            if first_id in self.person_number and second_id in self.person_number:
                first, second = self.person_number[first_id], self.person_number[second_id]
                apart.setdefault(first, []).append(second)
                apart.setdefault(second, []).append(first)
        return {person: tuple(others) for person, others in apart.items()}

    def _start_windows(self, person: int, lead: int, second: int | None, day: int) -> tuple[StartWindow, ...]:
        """When the crew can start the visit on that day if it did nothing else, earliest first."""
        windows = []
        for low, high, outing in self._windows_of_officer(person, lead, day):
            if second is None:
                windows.append(StartWindow(low, high, outing, -1))
                continue
            for other_low, other_high, other_outing in self._windows_of_officer(person, second, day):
                earliest, latest = max(low, other_low), min(high, other_high)
                if earliest <= latest:
                    windows.append(StartWindow(earliest, latest, outing, other_outing))
        return tuple(sorted(windows))

    def _officer_windows(self, person: int, officer: int, day: int) -> list[tuple[int, int, int]]:
        officer_day = self.officer_day(officer, day)
        if officer_day is None:
            return []
        someone, base = self.people[person], self.base(officer)
        out, back = self.leg[base][person], self.leg[person][base]
        found = []
        for number, outing in enumerate(officer_day.outings):
            for row_start, row_end in outing.rows:
                low = max(row_start, outing.starts_at + out, someone.earliest_start)
                high = min(row_end, outing.ends_at - back) - someone.on_site_minutes
                high = min(high, someone.latest_start)
                if low <= high:
                    found.append((low, high, number))
        return found
