"""The week's field and desk minutes together fit the sum of the week's plannable minutes.

Preparation and write-up, and the desk part of an assessment, are the lead's; the second officer carries the
time out; a review is its officer's. Source: rules.md, Workload.
"""

from collections.abc import Iterator

from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.planning.officer_weeks import officer_weeks
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words, minutes_in_words

NAME = "week_minutes"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each officer whose week holds more work than plannable minutes."""
    for week in officer_weeks(problem, plan):
        if week.used_minutes > week.plannable_minutes:
            yield Violation(
                rule=NAME,
                sentence=f"{week.officer_id}'s work takes {minutes_in_words(week.used_minutes)} in the week "
                f"of {day_in_words(problem.week)} ({week.on_site_minutes} on site, "
                f"{week.travel_minutes} travel, {week.desk_minutes} desk); "
                f"{minutes_in_words(week.plannable_minutes)} can be planned.",
                officer_id=week.officer_id,
            )
