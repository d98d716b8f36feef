"""After 2 attempts without success: 'warrant to be considered' (s.96B); never in custody, hospital or abroad.

Rule failed_attempts, law. Source: SOA s.96B, which is about the homes of people under notification
requirements, so no other register type is flagged. Being seen ends the count, whatever the policy says of other
outcomes.
"""

from dataclasses import dataclass
from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.duties.completed_visit import visits_from
from rso_planner.domain.duties.visit_clock_anchor import clock_start
from rso_planner.domain.plain_words import count_in_words, day_in_words
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.populations import is_in_community
from rso_planner.domain.visit import Visit, VisitOutcome

ATTEMPTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class WarrantFlag:
    """'Warrant to be considered' for a person: how many attempts in a row failed, and the last one's day."""

    offender_id: str
    attempts: int
    last_attempt_on: date
    reason: str


def find_warrant_flag(case: Case, policy: PlanningPolicy, as_of: date) -> WarrantFlag | None:
    """The flag, or None; attempts count since the person was last seen and since the clock's start."""
    if not is_in_community(case, as_of):
        return None
    known = case.known_on(as_of)
    attempts = _attempts_since_seen(visits_from(known, clock_start(known, policy, as_of).on))
    if len(attempts) < ATTEMPTS:
        return None
    last_on = attempts[-1].started_at.date()
    return WarrantFlag(
        offender_id=case.offender.offender_id,
        attempts=len(attempts),
        last_attempt_on=last_on,
        reason=(
            f"Warrant to be considered (section 96B): {count_in_words(len(attempts), 'attempt')} without success, "
            f"the last on {day_in_words(last_on)}."
        ),
    )


def _attempts_since_seen(visits: list[Visit]) -> list[Visit]:
    attempts: list[Visit] = []
    for visit in visits:
        attempts = [] if visit.outcome is VisitOutcome.SEEN else [*attempts, visit]
    return attempts
