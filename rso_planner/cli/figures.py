"""The headline figures in words; every summary leads with the same three."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rso_planner.domain.headline_figures import HeadlineFigures


def headline_lines(figures: "HeadlineFigures") -> list[str]:
    """The backlog, its risk and the most overdue visit, then the force in figures."""
    from rso_planner.domain.plain_words import count_in_words
    from rso_planner.domain.risk_level import RiskLevel

    by_risk = ", ".join(
        f"{figures.overdue_by_risk[level]:,} {level.words}"
        for level in RiskLevel
        if figures.overdue_by_risk[level]
    )
    most = f"{count_in_words(figures.oldest_days, 'day')} late" if figures.overdue_visits else "nobody is overdue"
    fte = f"{figures.officers_fte:g} offender managers (full-time equivalent)"
    ratio = (
        f"; {figures.people_to_officer} people in the community to officers" if figures.people_to_officer else ""
    )
    return [
        f"Visits overdue         {count_in_words(figures.overdue_visits, 'person')}",
        f"The risk of those      {by_risk or 'none'}",
        f"The most overdue       {most}",
        "",
        (
            f"People                 {figures.registered:,} registered, {figures.in_community:,} in the community"
            f": {figures.active:,} active, {figures.reactive:,} reactive"
        ),
        "In the community       " + ", ".join(f"{figures.by_risk[level]:,} {level.words}" for level in RiskLevel),
        (
            f"ARMS                   {figures.arms_ever:,} have had one, {figures.arms_current:,} are current, "
            f"{figures.overdue_arms:,} overdue"
        ),
        f"Orders                 {figures.orders:,} people with a SHPO or SOPO in force",
        f"Officers               {fte}{ratio}",
        (
            f"To be found first      {figures.missing:,} missing, {figures.wanted:,} wanted, {figures.no_place:,} "
            "without a place"
        ),
        (
            f"Others, not RSOs       {count_in_words(figures.other_overdue_visits, 'visit')} and "
            f"{count_in_words(figures.other_overdue_arms, 'assessment')} overdue"
        ),
    ]
