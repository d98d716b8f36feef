"""How much staff a target needs, in sentences."""

from rso_planner.domain.plain_words import count_in_words
from rso_planner.domain.staffing_need import StaffingNeed


def staffing_sentences(found: StaffingNeed) -> tuple[str, ...]:
    """The three answers, each with the confidence that it was found with, or that no staffing tried is enough."""
    runs = f"in at least {found.confidence:.0%} of {count_in_words(found.replications, 'run')}"
    target = f"{found.target} at the end of week {found.by_week}"
    return (
        f"Target: {target}, {runs}. Officers today: {found.officers_today:.1f} full-time equivalents.",
        _officers(found),
        _share(found),
        _recruits(found),
    )


def _officers(found: StaffingNeed) -> str:
    if found.officers is None:
        most = max((point.staffing for point in found.tried), default=0.0)
        tried = f"No number of officers that was tried, up to {most:.0f}, reaches it"
        return f"{tried}: hours alone are not what is missing."
    return f"The fewest officers that reach it: {count_in_words(round(found.officers), 'full-time equivalent')}."


def _share(found: StaffingNeed) -> str:
    if found.plannable_share is None:
        return "With the officers of today no plannable share reaches it, not even all of their hours."
    return f"With the officers of today it takes {found.plannable_share:.0%} of their hours for this work."


def _recruits(found: StaffingNeed) -> str:
    if not found.recruits:
        return "No recruits are needed." if found.officers is not None else "Recruits alone do not reach it."
    recruits = count_in_words(round(found.recruits), "recruit")
    if found.latest_recruits is None:
        return f"{recruits} are too late even in week 1, with their training."
    return f"{recruits} must start in week {found.latest_recruits} at the latest, with 13 weeks of training."
