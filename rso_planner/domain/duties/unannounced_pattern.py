"""Not the same weekday and part of day as either of the last two visits, and some visits in the evening.

Rule unannounced_pattern, policy. Source: APP, home visits. Every outcome counts: an attempt
tells the person as much as a visit does.
Somebody with visits on file, none of the last `unannounced_pattern_evening_every` of which began from 17:00, is
due an evening visit; with fewer on file, all of them count. Nobody is whose own hours end before 17:00. How often
an evening is wanted is assumed. Both are wishes of a plan, which the duties may not allow.
"""

from rso_planner.domain.case import Case
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.visit import EVENING_STARTS_AT, PartOfDay, part_of_day

_VISITS_REMEMBERED = 2


def slots_to_avoid(case: Case, policy: PlanningPolicy) -> frozenset[tuple[int, PartOfDay]]:
    """(weekday, part of day) of the last two visits, Monday being 0; empty when the rule is switched off.

    `case` is the case as known on the as-of day.
    """
    if not policy.unannounced_pattern:
        return frozenset()
    return frozenset(_last_slots(case, _VISITS_REMEMBERED))


def is_due_an_evening_visit(case: Case, policy: PlanningPolicy) -> bool:
    """Tell whether the last visits on file, whatever their outcome, all began before the evening.

    `case` is the case as known on the as-of day; nobody is due one when the rule or its figure is switched off.
    """
    every = policy.unannounced_pattern_evening_every
    not_after = case.offender.visit_not_after
    if not policy.unannounced_pattern or not every or (not_after is not None and not_after < EVENING_STARTS_AT):
        return False
    parts = [part for _, part in _last_slots(case, every)]
    return bool(parts) and PartOfDay.EVENING not in parts


def _last_slots(case: Case, count: int) -> list[tuple[int, PartOfDay]]:
    starts = sorted(visit.started_at for visit in case.visits)[-count:]
    return [(start.weekday(), part_of_day(start.time())) for start in starts]
