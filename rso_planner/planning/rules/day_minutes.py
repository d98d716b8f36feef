"""Each day's time on site and travel fits that day's plannable minutes; waiting and desk work do not count.

Source: rules.md, Workload.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.planning.officer_routes import officer_routes
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.wording import day_in_words, minutes_in_words

NAME = "day_minutes"


def violations(problem: PlanningProblem, plan: VisitPlan) -> Iterator[Violation]:
    """Each officer's day with more visits and travel than plannable minutes; officers_on_duty has days off."""
    used: Counter[tuple[str, date]] = Counter()
    for route in officer_routes(problem, plan):
        used[route.officer_id, route.on] += route.on_site_minutes + route.travel_minutes
    for (officer_id, on), minutes in used.items():
        day = problem.officer_by_id[officer_id].days.get(on)
        if day and minutes > day.plannable_minutes:
            yield Violation(
                rule=NAME,
                sentence=f"{officer_id}'s visits with travel take {minutes_in_words(minutes)} on "
                f"{day_in_words(on)}; {minutes_in_words(day.plannable_minutes)} can be planned.",
                officer_id=officer_id,
                on=on,
            )
