"""Who may move to reactive management: risk low, a current low ARMS, three clean years, the officer satisfied.

Rule reactive_eligibility, policy. Source: SEED. No offence and no sign of risk for 36 months: a sign is a
significant event, an offence, a breach of an order or a recall; one exactly 36 months ago no longer counts. The
exclusions stand beside it. The answer is advice: a person decides.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rso_planner.domain.arms import ArmsPriority
from rso_planner.domain.case import Case
from rso_planner.domain.duties.arms_cycle import cycle_due_on, find_latest_assessment
from rso_planner.domain.duties.arms_states import arms_state
from rso_planner.domain.event import Event, EventKind
from rso_planner.domain.force import Force
from rso_planner.domain.interval import add_months
from rso_planner.domain.management.reactive_exclusions import find_exclusions
from rso_planner.domain.management.unknown_is_not_met import (
    Criterion,
    Standing,
    are_all_met,
    standing_of,
)
from rso_planner.domain.offender import Status
from rso_planner.domain.plain_words import count_in_words, day_in_words
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.populations import is_active, is_in_community
from rso_planner.domain.risk_level import RiskLevel

SIGNS_OF_RISK = frozenset({EventKind.OFFENCE, EventKind.ORDER_BREACH, EventKind.RECALL})
"""The kinds of event that are a sign of risk whether or not they are marked significant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReactiveReview:
    """What the records say for and against a move to reactive management."""

    offender_id: str
    criteria: tuple[Criterion, ...]

    @property
    def is_eligible(self) -> bool:
        """Tell whether every criterion is met."""
        return are_all_met(self.criteria)

    @property
    def missing(self) -> tuple[Criterion, ...]:
        """The criteria that are not met or not known."""
        return tuple(each for each in self.criteria if each.standing is not Standing.MET)

    @property
    def is_nearly_eligible(self) -> bool:
        """Tell whether a single criterion is missing."""
        return len(self.missing) == 1


@dataclass(frozen=True, slots=True)
class Missing:
    """For how many people a criterion is not met, and for how many not known."""

    not_met: int
    not_known: int


def count_missing(reviews: Iterable[ReactiveReview]) -> Mapping[str, Missing]:
    """What keeps people on active management: every criterion by name, those that stop nobody too."""
    standings: dict[str, Counter[Standing]] = {}
    for review in reviews:
        for each in review.criteria:
            standings.setdefault(each.name, Counter())[each.standing] += 1
    return {
        name: Missing(counts[Standing.NOT_MET], counts[Standing.NOT_KNOWN]) for name, counts in standings.items()
    }


def find_reactive_candidates(force: Force, policy: PlanningPolicy, as_of: date) -> tuple[ReactiveReview, ...]:
    """A review for each active registered sex offender with status community, the eligible first."""
    reviews = (
        review_for_reactive(case, policy, as_of)
        for case in force.cases
        if case.offender.status is Status.COMMUNITY and is_in_community(case, as_of) and is_active(case, as_of)
    )
    return tuple(sorted(reviews, key=lambda review: (not review.is_eligible, review.offender_id)))


def review_for_reactive(case: Case, policy: PlanningPolicy, as_of: date) -> ReactiveReview:
    """Go through the criteria for one person who is active and in the community, one by one."""
    known = case.known_on(as_of)
    return ReactiveReview(
        offender_id=case.offender.offender_id,
        criteria=(
            _risk_low(known),
            _arms_current_and_low(known, policy, as_of),
            _no_offence_or_sign_of_risk(known, policy, as_of),
            _officer_satisfied(known),
            *find_exclusions(known, policy, as_of),
        ),
    )


def is_sign_of_risk(event: Event) -> bool:
    """Tell whether the event is a sign of risk."""
    return event.significant or event.kind in SIGNS_OF_RISK


def _risk_low(case: Case) -> Criterion:
    risk_level = case.offender.risk_level
    return Criterion(
        "risk_low", standing_of(risk_level is RiskLevel.LOW), f"The risk level is {risk_level.words}."
    )


def _arms_current_and_low(case: Case, policy: PlanningPolicy, as_of: date) -> Criterion:
    latest = find_latest_assessment(case)
    if latest is None or latest.completed_on is None:
        return Criterion("arms_current_and_low", Standing.NOT_MET, "No completed assessment is on file.")
    is_current = arms_state(case, policy, as_of).is_current
    until = cycle_due_on(latest.completed_on, policy)
    currency = f"current until {day_in_words(until)}" if is_current else "out of date"
    return Criterion(
        "arms_current_and_low",
        standing_of(is_current and latest.priority is ArmsPriority.LOW),
        f"The last assessment, completed on {day_in_words(latest.completed_on)}, gave "
        f"{latest.priority.value.replace('_', ' ')} priority and is {currency}.",
    )


def _no_offence_or_sign_of_risk(case: Case, policy: PlanningPolicy, as_of: date) -> Criterion:
    name, months = "no_offence_or_sign_of_risk", policy.reactive_eligibility
    last_on = max((event.occurred_on for event in case.events if is_sign_of_risk(event)), default=None)
    if last_on is not None and add_months(last_on, months) > as_of:
        clean_on = day_in_words(add_months(last_on, months))
        return Criterion(
            name,
            Standing.NOT_MET,
            f"The last offence or sign of risk was on {day_in_words(last_on)}; it counts until {clean_on}.",
        )
    complete_from = case.events_complete_from
    if add_months(complete_from, months) > as_of:
        return Criterion(
            name,
            Standing.NOT_KNOWN,
            f"The events are complete only from {day_in_words(complete_from)}, less than "
            f"{count_in_words(months, 'month')} before {day_in_words(as_of)}.",
        )
    last = "none is on file" if last_on is None else f"the last was on {day_in_words(last_on)}"
    return Criterion(
        name, Standing.MET, f"No offence and no sign of risk for {count_in_words(months, 'month')}: {last}."
    )


def _officer_satisfied(case: Case) -> Criterion:
    name = "officer_satisfied"
    recorded = [each for each in case.decisions if each.officer_satisfied is not None]
    latest = max(recorded, key=lambda each: (each.decided_on, each.decision_id), default=None)
    if latest is None:
        return Criterion(name, Standing.NOT_KNOWN, "The offender manager's view is not recorded.")
    was = "satisfied" if latest.officer_satisfied else "not satisfied"
    return Criterion(
        name,
        standing_of(latest.officer_satisfied),
        f"The offender manager was recorded as {was} on {day_in_words(latest.decided_on)}.",
    )
