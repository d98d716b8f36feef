"""Not the same weekday and part of day as either of the last two visits, whatever their outcome.

Rule unannounced_pattern, policy. Source: APP, home visits. An attempt tells the person as much as a visit does.
"""

from rso_planner.domain.case import Case
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.visit import PartOfDay, part_of_day

_VISITS_REMEMBERED = 2


def slots_to_avoid(case: Case, policy: PlanningPolicy) -> frozenset[tuple[int, PartOfDay]]:
    """(weekday, part of day) of the last two visits, Monday being 0; empty when the rule is switched off.

    `case` is the case as known on the as-of day.
    """
    if not policy.unannounced_pattern:
        return frozenset()
    starts = sorted(visit.started_at for visit in case.visits)[-_VISITS_REMEMBERED:]
    return frozenset((start.weekday(), part_of_day(start.time())) for start in starts)
