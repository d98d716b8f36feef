"""Tier 1 is full: with all work of lower tiers taken out, no very-high or high-risk visit left out fits.

Shown by trying, in code of its own: every left-out visit, every crew, every day, every place in both routes, with
the other tier-1 visits where and when the plan has them.
"""

from collections.abc import Iterator
from datetime import date, time
from itertools import pairwise

import pytest

from rso_planner.domain.task import DESK_KINDS
from rso_planner.domain.visit_plan import Assignment
from rso_planner.files.plan_csv import read_plan_csv
from rso_planner.planning.problem import Outing, Person, PlannedOfficer, PlanningProblem, Tier
from rso_planner.planning.travel import base_of, home_of
from rso_planner.settings import now
from rso_planner.use_cases.recording import Asking
from rso_planner.use_cases.week_problem import get_week_problem
from tests.whole.conftest import DemoRun

pytestmark = pytest.mark.whole_run

Span = tuple[int, int]


class TierOneWeek:
    """The plan's tier-1 visits alone, and what they leave of each officer's days."""

    def __init__(self, problem: PlanningProblem, assignments: tuple[Assignment, ...]) -> None:
        self.problem = problem
        self.trips = [each for each in assignments if self._is_tier_one(each)]

    def _is_tier_one(self, each: Assignment) -> bool:
        if DESK_KINDS.intersection(each.kinds):
            return False
        return any(self.problem.task_by_id[task_id].tier is Tier.HIGH_RISK_VISITS for task_id in each.task_ids)

    def left_out(self) -> list[Person]:
        visited = {each.offender_id for each in self.trips}
        return [
            person
            for person in self.problem.people
            if person.has_place
            and person.offender_id not in visited
            and any(task.tier is Tier.HIGH_RISK_VISITS for task in person.visit_tasks)
        ]

    def route(self, officer_id: str, on: date) -> list[Assignment]:
        mine = [each for each in self.trips if each.on == on and officer_id in each.officer_ids]
        return sorted(mine, key=lambda each: each.starts_at)

    def week_minutes_left(self, officer: PlannedOfficer) -> int:
        used = sum(self.field_minutes(officer, on) for on in officer.days)
        desk = sum(
            self.problem.person_by_id[each.offender_id].visit_desk_minutes
            for each in self.trips
            if each.lead_id == officer.officer_id
        )
        return officer.week_minutes - used - desk

    def field_minutes(self, officer: PlannedOfficer, on: date) -> int:
        total = 0
        for outing in officer.days[on].outings:
            stops = [
                home_of(each.offender_id) for each in self.route(officer.officer_id, on) if _within(each, outing)
            ]
            if stops:
                base = base_of(officer.officer_id)
                total += sum(self.problem.travel.minutes(a, b) for a, b in pairwise([base, *stops, base]))
                total += sum(self.problem.person_by_id[stop.id].on_site_minutes for stop in stops)
        return total

    def starts(self, officer: PlannedOfficer, person: Person, on: date, desk: int) -> Iterator[Span]:
        """Spans of starts at which the officer could see the person between the visits of that day."""
        minutes, home = self.problem.travel.minutes, home_of(person.offender_id)
        base, day = base_of(officer.officer_id), officer.days[on]
        room = min(day.plannable_minutes - self.field_minutes(officer, on), self.week_minutes_left(officer) - desk)
        for outing in day.outings:
            out = [each for each in self.route(officer.officer_id, on) if _within(each, outing)]
            ends = [(base, outing.starts_at)] + [(home_of(e.offender_id), _minute(e.ends_at)) for e in out]
            begins = [(home_of(e.offender_id), _minute(e.starts_at)) for e in out] + [(base, outing.ends_at)]
            for (before, free_from), (after, needed_at) in zip(ends, begins, strict=True):
                extra = minutes(before, home) + minutes(home, after) - (minutes(before, after) if out else 0)
                if person.on_site_minutes + extra > room:
                    continue
                earliest = max(free_from + minutes(before, home), person.earliest_start)
                latest = min(needed_at - minutes(home, after) - person.on_site_minutes, person.latest_start)
                for row_start, row_end in outing.rows:
                    low, high = max(earliest, row_start), min(latest, row_end - person.on_site_minutes)
                    if low <= high:
                        yield low, high

    def find_crew(self, person: Person) -> str | None:
        """A crew and day for the person, in words, or None."""
        problem = self.problem
        for on in problem.days:
            if any(
                not problem.may_share_a_day(person.offender_id, each.offender_id)
                for each in self.trips
                if each.on == on
            ):
                continue
            able = [
                officer
                for officer in problem.officers
                if on in officer.days
                and officer.visit_trained
                and problem.may_visit(officer.officer_id, person.offender_id)
            ]
            seconds = {each.officer_id: list(self.starts(each, person, on, 0)) for each in able}
            for lead in able:
                if not lead.may_lead:
                    continue
                for mine in self.starts(lead, person, on, person.visit_desk_minutes):
                    if person.officers_required == 1:
                        return f"{lead.officer_id} on {on}"
                    for other in able:
                        if other is lead or not problem.may_go_together(lead.officer_id, other.officer_id):
                            continue
                        if any(max(mine[0], low) <= min(mine[1], high) for low, high in seconds[other.officer_id]):
                            return f"{lead.officer_id} and {other.officer_id} on {on}"
        return None


def _within(each: Assignment, outing: Outing) -> bool:
    return outing.starts_at <= _minute(each.starts_at) < outing.ends_at


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def read_week(demo: DemoRun) -> TierOneWeek:
    week = date.fromisoformat(demo.plan["week"])
    asking = Asking(database_url=demo.database_url, actor="a test", now=now())
    problem = get_week_problem(asking, "test", week, None, None).problem
    return TierOneWeek(problem, read_plan_csv(demo.folder / "plan.csv", week).assignments)


def test_no_left_out_visit_of_tier_one_fits(demo: DemoRun) -> None:
    week = read_week(demo)
    left_out = week.left_out()
    assert left_out, "nothing of tier 1 was left out, so the test shows nothing"
    assert {person.offender_id: crew for person in left_out if (crew := week.find_crew(person))} == {}


def test_the_attempt_finds_room_where_a_visit_was_taken_out(demo: DemoRun) -> None:
    """The check can fail: without one of its own visits the week has room for it again."""
    week = read_week(demo)
    for trip in list(week.trips):
        week.trips.remove(trip)
        assert week.find_crew(week.problem.person_by_id[trip.offender_id]), trip
        week.trips.append(trip)
