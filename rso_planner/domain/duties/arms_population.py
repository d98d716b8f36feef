"""ARMS is for adult men; others have 'other assessment' on the same clock.

Rule arms_population, policy: switched off, everybody has ARMS. Source: ARMS literature. A person whose sex or
date of birth is not known counts as an adult man, so that nobody is left without an assessment; the data
warnings say so.
"""

from datetime import date

from rso_planner.domain.offender import Offender, Sex
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import TaskKind

_ADULT_AT = 18


def assessment_kind(offender: Offender, policy: PlanningPolicy, as_of: date) -> TaskKind:
    """Which kind of assessment the person has: ARMS or another."""
    if not policy.arms_population:
        return TaskKind.ARMS
    age = offender.age_on(as_of)
    is_child = age is not None and age < _ADULT_AT
    return TaskKind.OTHER_ASSESSMENT if is_child or offender.sex is Sex.FEMALE else TaskKind.ARMS


def assessment_words(kind: TaskKind) -> str:
    """The kind of assessment as it stands in a sentence."""
    return "ARMS assessment" if kind is TaskKind.ARMS else "other assessment"
