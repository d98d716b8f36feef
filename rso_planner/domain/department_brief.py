"""The head of department's page: the three headline figures, how they went, and what stands behind them."""

from collections.abc import Callable, Sequence
from datetime import date

from rso_planner.domain.headline_figures import HeadlineFigures
from rso_planner.domain.paper import Paper, PaperColumn, PaperFigure, PaperTable, PaperTrend
from rso_planner.domain.plain_words import count_in_words, day_in_words
from rso_planner.domain.planned_week_words import headline_lines
from rso_planner.domain.risk_level import RiskLevel

_RISK_COLUMNS = (
    PaperColumn("risk_level", "Risk", 16, "risk"),
    PaperColumn("in_community", "In the community", 18, "number"),
    PaperColumn("overdue", "Overdue a visit", 18, "number"),
    PaperColumn("share", "Share of them", 16),
)
_FIGURE_COLUMNS = (PaperColumn("figure", "Figure", 52), PaperColumn("value", "Value", 30))


def serious_overdue(figures: HeadlineFigures) -> int:
    """People at high or very high risk who are overdue a visit."""
    return sum(count for level, count in figures.overdue_by_risk.items() if level.is_high_or_above)


_FOLLOWED: tuple[tuple[str, Callable[[HeadlineFigures], int]], ...] = (
    ("People overdue a visit", lambda figures: figures.overdue_visits),
    ("Of them at high or very high risk", serious_overdue),
    ("The most overdue visit, in days late", lambda figures: figures.oldest_days),
)
"""The three headline figures, each with its title."""


def make_department_paper(history: Sequence[HeadlineFigures]) -> Paper:
    """The paper from the figures of each day in order, the last of them today's."""
    now = history[-1]
    return Paper(
        name=f"head-brief-{now.as_of}",
        title="Sex offender unit: brief for the head of department",
        as_of=now.as_of,
        sentences=(_lead(now),),
        figures=tuple(PaperFigure(each.label, each.figure, each.detail) for each in headline_lines(now)),
        trends=tuple(_trend(title, [value(each) for each in history], history) for title, value in _FOLLOWED),
        tables=(_by_risk(now), _behind(now)),
        notes=(
            "Registered sex offenders in the community only, people and not visits; due today is not overdue.",
            "Each earlier day is counted anew from the records as its extract had them, by today's rules.",
        ),
    )


def _lead(now: HeadlineFigures) -> str:
    if not now.overdue_visits:
        return f"Nobody of {now.in_community:,} in the community is overdue a visit."
    people = count_in_words(now.overdue_visits, "person")
    is_overdue = "is" if now.overdue_visits == 1 else "are"
    serious = serious_overdue(now)
    return (
        f"{people} of {now.in_community:,} in the community {is_overdue} overdue a visit, {serious:,} of them at "
        f"high or very high risk; the most overdue visit is {count_in_words(now.oldest_days, 'day')} late."
    )


def _trend(title: str, values: Sequence[int], history: Sequence[HeadlineFigures]) -> PaperTrend:
    days = tuple(each.as_of for each in history)
    return PaperTrend(
        title=title, sentence=f"{title}: {_trend_words(values, days)}.", days=days, values=tuple(values)
    )


def _trend_words(values: Sequence[int], days: Sequence[date]) -> str:
    if len(values) == 1:
        return f"{values[0]:,}; there is no earlier extract to compare with"
    # Against the week before, and against the first week shown where that is another.
    compared = (-2,) if len(values) == 2 else (-2, 0)
    parts = []
    for index in compared:
        change = values[-1] - values[index]
        told = "as many as" if not change else f"{abs(change):,} {'more' if change > 0 else 'fewer'} than"
        parts.append(f"{told} on {day_in_words(days[index])}")
    return ", ".join([f"{values[-1]:,}", *parts])


def _by_risk(now: HeadlineFigures) -> PaperTable:
    rows = [
        (
            level.words,
            now.by_risk[level],
            now.overdue_by_risk[level],
            _share(now.overdue_by_risk[level], now.by_risk[level]),
        )
        for level in RiskLevel
    ]
    return PaperTable(
        name="By risk",
        heading="The risk of those cases",
        sentence="People in the community, and those of them overdue a visit, the most serious first.",
        columns=_RISK_COLUMNS,
        rows=(*rows, ("all", now.in_community, now.overdue_visits, _share(now.overdue_visits, now.in_community))),
        is_wide=False,
    )


def _behind(now: HeadlineFigures) -> PaperTable:
    rows = (
        ("People registered", f"{now.registered:,}"),
        ("In the community: active, reactive", f"{now.active:,}, {now.reactive:,}"),
        ("ARMS: have ever had one", f"{now.arms_ever:,} ({_share(now.arms_ever, now.in_community)})"),
        ("ARMS: current", f"{now.arms_current:,} ({_share(now.arms_current, now.in_community)})"),
        ("ARMS: overdue", f"{now.overdue_arms:,}"),
        ("Missing, wanted, without a place", f"{now.missing:,}, {now.wanted:,}, {now.no_place:,}"),
        ("With a SHPO or SOPO in force", f"{now.orders:,}"),
        ("Offender managers, full-time equivalent", f"{now.officers_fte:g}"),
        ("People in the community to an officer", now.people_to_officer or "nobody is in post"),
    )
    return PaperTable(
        name="Behind them",
        heading="What stands behind them",
        sentence="The unit in figures on the same day.",
        columns=_FIGURE_COLUMNS,
        rows=rows,
        is_wide=False,
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "nobody"
