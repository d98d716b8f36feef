"""A planned week in sentences: what every paper of it says first and last."""

from dataclasses import dataclass

from rso_planner.domain.headline_figures import HeadlineFigures
from rso_planner.domain.plan_words import STATUS_WORDS
from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.domain.risk_level import RiskLevel


@dataclass(frozen=True, slots=True)
class HeadlineLine:
    """One of the three headline figures: a label, a figure and a sentence beside it."""

    label: str
    figure: int
    detail: str


def headline_lines(headlines: HeadlineFigures) -> tuple[HeadlineLine, HeadlineLine, HeadlineLine]:
    """Backlog size, the risk of those cases, the most overdue: HMICFRS asked for these (Cambridgeshire, 2024)."""
    by_risk = headlines.overdue_by_risk
    serious = by_risk[RiskLevel.VERY_HIGH] + by_risk[RiskLevel.HIGH]
    risks = ", ".join(f"{by_risk[level]:,} {level.words}" for level in RiskLevel)
    return (
        HeadlineLine("Backlog: people overdue a visit", headlines.overdue_visits, "Registered sex offenders."),
        HeadlineLine("Their risk: high or very high", serious, f"{risks}."),
        HeadlineLine("Most overdue visit, in days", headlines.oldest_days, "Past its due date."),
    )


def plan_sentences(planned_week: PlannedWeek) -> tuple[str, ...]:
    """How good the plan is, what it holds, and what to mind."""
    result = planned_week.result
    planned = sum(len(each.task_ids) for each in planned_week.assignments)
    trips, desk = len(planned_week.trips), len(planned_week.assignments) - len(planned_week.trips)
    sentences = [STATUS_WORDS[result.status]]
    if result.plan is not None:
        sentences.append(
            f"{_count(planned, 'task is', 'tasks are')} in the plan, in {_count(trips, 'visit', 'visits')} and "
            f"{_count(desk, 'piece', 'pieces')} of desk work; "
            f"{_count(len(result.unplanned), 'task is', 'tasks are')} left out."
        )
    sentences += evening_sentences(planned_week)
    if not result.reproducible:
        sentences.append("The clock cut the search short, so another run may give a different plan.")
    if planned_week.data_warnings:
        warned = _count(planned_week.data_warnings, "fact in the records is", "facts in the records are")
        sentences.append(f"{warned} not known or in doubt.")
    return tuple(sentences)


def evening_sentences(planned_week: PlannedWeek) -> list[str]:
    """How many visits are in the evening, and of those that should be (rule unannounced_pattern)."""
    evenings = planned_week.evening_trips
    due = planned_week.count_due_an_evening_visit(planned_week.trips)
    if not evenings and not due:
        return []
    met = planned_week.count_due_an_evening_visit(evenings)
    of_those_due = _count(due, "visit", "visits")
    return [
        f"{_count(len(evenings), 'visit begins', 'visits begin')} at 5pm or later.",
        f"Of {of_those_due} to people due an evening visit, {_count(met, 'is', 'are')} in the evening.",
    ]


def provenance_lines(planned_week: PlannedWeek) -> tuple[tuple[str, str], ...]:
    """What a second run needs to give the same plan, and the plan's hash to compare it by."""
    return (
        ("Plan hash", planned_week.plan_hash),
        ("Seed", str(planned_week.seed)),
        ("Policy hash", planned_week.policy_hash),
        ("Input hash", planned_week.input_hash),
        ("Planner version", planned_week.code_version),
        ("OR-Tools version", planned_week.ortools_version),
    )


def _count(number: int, singular: str, plural: str) -> str:
    return f"{number:,} {singular if number == 1 else plural}"
