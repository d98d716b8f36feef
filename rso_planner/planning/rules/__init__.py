"""The rule book of a plan: one hard rule a file, each checked in plain Python that no solver shares.

Preferences (own officer, area, unannounced pattern, even shares) are not rules: a plan may give them up.
"""

from collections.abc import Iterator
from typing import Protocol

from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.rules import (
    arms_by_an_arms_trained_lead,
    day_minutes,
    each_task_once,
    known_place,
    lead_may_lead,
    officer_kept_from_person,
    officers_kept_apart,
    officers_of_the_unit,
    officers_on_duty,
    one_kind_of_work_per_assignment,
    one_trip_a_day,
    one_trip_meets_every_visit_due,
    people_kept_apart,
    plan_within_the_week,
    reviews_by_those_who_may,
    tasks_of_the_week,
    time_for_the_visit,
    travel_between_visits,
    two_officers_at_each_visit,
    visit_window,
    week_minutes,
)


class Rule(Protocol):
    """A file of the rule book: its name and what of a plan breaks it."""

    NAME: str

    def violations(self, problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
        """What of the plan breaks the rule; never fails on a person, officer or task it does not know."""


RULES: tuple[Rule, ...] = (
    plan_within_the_week,
    tasks_of_the_week,
    each_task_once,
    one_kind_of_work_per_assignment,
    one_trip_meets_every_visit_due,
    one_trip_a_day,
    known_place,
    visit_window,
    time_for_the_visit,
    officers_of_the_unit,
    two_officers_at_each_visit,
    lead_may_lead,
    arms_by_an_arms_trained_lead,
    reviews_by_those_who_may,
    officers_on_duty,
    travel_between_visits,
    day_minutes,
    week_minutes,
    officer_kept_from_person,
    officers_kept_apart,
    people_kept_apart,
)
"""The rules: what is planned, each visit and its crew, the day and the week, and who is kept apart."""
