"""A plan in plain words: kinds of work, reasons, rules, and how good a plan is proved to be."""

from collections.abc import Mapping
from datetime import date, time
from math import ceil

from rso_planner.domain.officer_week import OfficerWeek
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.task import TaskKind
from rso_planner.domain.visit_plan import ObjectiveValue, PlanStatus, Sense, UnplannedReason

KIND_WORDS = {
    TaskKind.VISIT: "visit",
    TaskKind.FIRST_VISIT: "first visit",
    TaskKind.RETRY: "new attempt",
    TaskKind.ARMS: "ARMS assessment",
    TaskKind.OTHER_ASSESSMENT: "other assessment",
    TaskKind.RMP_REVIEW: "risk management plan review",
    TaskKind.SUPERVISOR_REVIEW: "supervisor review",
    TaskKind.REACTIVE_REVIEW: "review for active management",
    TaskKind.DESKTOP_REVIEW: "desktop review",
    TaskKind.DIP_SAMPLE: "dip-sample visit",
}

REASON_WORDS = {
    UnplannedReason.IMPOSSIBLE: "Impossible this week: nobody could do it even with an empty diary",
    UnplannedReason.NO_CAPACITY: "No room: it fits an empty week, but not beside more serious work",
    UnplannedReason.TRADED: "Traded: it would fit, but other work took its place that removes more lateness",
    UnplannedReason.TIME_LIMIT: "Not settled: the search ended before this could be decided",
}

STATUS_WORDS = {
    PlanStatus.OPTIMAL: "Proved best: no plan can do better on a line below without doing worse on one above it.",
    PlanStatus.FEASIBLE: "The plan keeps every rule. It is not proved best: each line below says how much better "
    "any plan could be.",
    PlanStatus.NO_PLAN: "No plan could be made for this week.",
}

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""Written out, because the standard library's names follow the machine's language."""

NOT_AVAILABLE = "not available"
"""What stands where an officer has no hours: never 0 %."""

_PROVED_WITHIN = 1e-6
_ABBREVIATIONS = {"arms": "ARMS", "mappa": "MAPPA", "rmp": "RMP"}


def work_words(kinds: tuple[TaskKind, ...]) -> str:
    """The kinds of one trip or piece of desk work: 'Visit, ARMS assessment'."""
    words = ", ".join(KIND_WORDS[kind] for kind in kinds)
    return words[:1].upper() + words[1:]


def rule_words(rule: str) -> str:
    """A rule's name as it is read: 'two officers at each visit'."""
    return " ".join(_ABBREVIATIONS.get(word, word) for word in rule.split("_"))


def rules_words(rules: Mapping[str, int]) -> str:
    """The rules that stopped a task, the most frequent first."""
    ranked = sorted(rules.items(), key=lambda item: (-item[1], item[0]))
    return "; ".join(f"{rule_words(rule)} ({count})" for rule, count in ranked)


def objective_title(objective: ObjectiveValue) -> str:
    """The name of an objective as a heading."""
    words = rule_words(objective.name)
    return words[:1].upper() + words[1:]


def figure_words(value: float) -> str:
    """A figure with a comma between thousands and at most one decimal: '1,204' or '3.5'."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def bound_words(objective: ObjectiveValue) -> str:
    """How much better any plan could be, the objectives above held; the percentage is rounded up, so true."""
    if objective.gap <= _PROVED_WITHIN:
        return "Proved: no plan can do better."
    bound, value = objective.bound, objective.value
    is_maximised = objective.sense is Sense.MAX
    if value <= 0 or (is_maximised and bound > 2 * value):
        side = "more" if is_maximised else "less"
        return f"No plan can reach {side} than {figure_words(bound)}."
    per_cent = f"{ceil(abs(bound - value) / value * 1000 - _PROVED_WITHIN) / 10:g} %"
    if not is_maximised:
        return f"No plan can bring this down by more than {per_cent}."
    verb = "remove" if "remove" in objective.words else "reach"
    return f"No plan can {verb} more than {per_cent} more."


def clock_words(at: time) -> str:
    """A time of day: '9:15am', '12 noon', '5pm'."""
    if (at.hour, at.minute) in ((0, 0), (12, 0)):
        return "12 noon" if at.hour else "midnight"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def span_words(starts_at: time, ends_at: time) -> str:
    """From when to when: '9:15am to 10:15am'."""
    return f"{clock_words(starts_at)} to {clock_words(ends_at)}"


def weekday_words(day: date) -> str:
    """A day of a known week: 'Monday 23 November'."""
    return f"{WEEKDAYS[day.weekday()]} {day_in_words(day).rsplit(' ', 1)[0]}"


def short_day_words(day: date) -> str:
    """A day of a known week where there is little room: 'Mon 23 Nov'."""
    number, month = day_in_words(day).split()[:2]
    return f"{WEEKDAYS[day.weekday()][:3]} {number} {month[:3]}"


def hours_words(week: OfficerWeek | None) -> str:
    """One sentence: '9.5 of 14.8 hours used (64 %).'"""
    if week is None or week.used_share is None:
        return "Not available this week."
    used, available = week.used_minutes / 60, week.plannable_minutes / 60
    return f"{used:.1f} of {available:.1f} hours used ({week.used_share * 100:.0f} %)."


def objective_words(objective: ObjectiveValue) -> str:
    """What is reached and how much better any plan could be."""
    return f"{figure_words(objective.value)} {objective.words}. {bound_words(objective)}"
