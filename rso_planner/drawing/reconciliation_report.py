"""The reconciliation on one page that stands alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from rso_planner.domain.cause_words import CAUSE_WORDS
from rso_planner.domain.discrepancy import Discrepancy
from rso_planner.domain.plain_words import count_in_words, day_in_words
from rso_planner.domain.reconciliation import Bridge, BridgePart, Reconciliation
from rso_planner.domain.reconciliation_words import (
    bridge_sentence,
    by_seriousness,
    effect_words,
    explained_sentences,
    lists_sentence,
    range_sentence,
    range_words,
    trend_sentence,
    undecided_sentence,
)
from rso_planner.drawing.page import page_template
from rso_planner.drawing.reconciliation_rows import (
    BridgeRow,
    DifferenceRow,
    PartRow,
    bridge_rows,
    difference_rows,
    part_rows,
    part_total,
)
from rso_planner.drawing.waterfall import NARROW, WIDE, Waterfall, draw_waterfall

MOST_SHOWN = 60
"""How many people a table of the page shows; the workbook holds them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _BridgePicture:
    """One bridge, drawn for wide and for narrow pages, and the table that says the same."""

    name: str
    heading: str
    title: str
    sentence: str
    counted: str
    force_total: int
    register_total: int
    people: str
    effect: str
    rows: list[BridgeRow]
    pictures: tuple[Waterfall, Waterfall]
    begins_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _People:
    """A table of people, or the sentence that says that there are none."""

    name: str
    heading: str
    caption: str
    nobody: str
    rows: list[DifferenceRow]
    beyond: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """The bridges of one way to part the force."""

    name: str
    heading: str
    column: str
    rows: list[PartRow]
    total: PartRow


def render_reconciliation_report(reconciliation: Reconciliation) -> str:
    """The page as HTML; it fetches nothing, runs no script, and names nobody."""
    people, visits = reconciliation.people, reconciliation.visits
    trend = [(CAUSE_WORDS[line.cause].title, line.new, line.standing, line.gone) for line in reconciliation.trend]
    return page_template("reconciliation_report.html").render(
        as_of=day_in_words(reconciliation.as_of),
        lists=lists_sentence(reconciliation),
        headline=bridge_sentence(people),
        explained=explained_sentences(reconciliation),
        cards=_cards(reconciliation),
        range=range_sentence(reconciliation),
        differences=len(reconciliation.discrepancies),
        bridges=[
            _bridge("people", "In people", "People overdue, from the force's count to the register's", people),
            _bridge("visits", "In visits owed", "Visits owed, from the force's count to the register's", visits),
        ],
        serious=_serious(reconciliation),
        others=_others_sentence(reconciliation),
        meanings=[CAUSE_WORDS[line.cause] for line in people.lines],
        parts=[
            _parts("by-area", "Area", reconciliation.by_area),
            _parts("by-officer", "Officer", reconciliation.by_officer),
            _parts("by-risk", "Risk", by_seriousness(reconciliation.by_risk)),
        ],
        undecided=undecided_sentence(reconciliation),
        trend_sentence=trend_sentence(reconciliation),
        trend=trend,
        trend_total=[sum(each) for each in list(zip(*trend, strict=True))[1:]],
    )


def _cards(reconciliation: Reconciliation) -> tuple[tuple[str, str, str], ...]:
    people, policy = reconciliation.people, reconciliation.policy_overdue
    cards = (
        ("The force counts", f"{people.force_total:,}", people.force_total),
        ("The register counts", f"{people.register_total:,}", people.register_total),
        ("Under the policy", range_words(reconciliation), policy.highest),
    )
    return tuple(
        (label, figure, "person overdue" if count == 1 else "people overdue") for label, figure, count in cards
    )


def _bridge(name: str, heading: str, title: str, bridge: Bridge) -> _BridgePicture:
    pictures = draw_waterfall(bridge, WIDE), draw_waterfall(bridge, NARROW)
    return _BridgePicture(
        name=name,
        heading=heading,
        title=title,
        sentence=bridge_sentence(bridge),
        counted=title.split(",", maxsplit=1)[0],
        force_total=bridge.force_total,
        register_total=bridge.register_total,
        people=f"{sum(line.people for line in bridge.lines):,}",
        effect=effect_words(sum(line.effect for line in bridge.lines)),
        rows=bridge_rows(bridge),
        pictures=pictures,
        begins_at=pictures[0].begins_at,
    )


def _serious(reconciliation: Reconciliation) -> tuple[_People, _People]:
    found = reconciliation.discrepancies
    one_list = [each for each in found if each.cause.is_one_list_only]
    high = [each for each in found if _is_high_on_both(each)]
    return (
        _People(
            name="one-list",
            heading=_counted("On one list only", one_list),
            caption="Somebody must find out today who manages these people; high risk first",
            nobody="Nobody is on one list only.",
            rows=difference_rows(reconciliation, one_list[:MOST_SHOWN]),
            beyond=max(0, len(one_list) - MOST_SHOWN),
        ),
        _People(
            name="high-risk",
            heading=_counted("High and very high risk", high),
            caption="Differences about people on both lists, by risk; of two alike the one due earlier first",
            nobody="No other difference is about a person at high or very high risk.",
            rows=difference_rows(reconciliation, high[:MOST_SHOWN]),
            beyond=max(0, len(high) - MOST_SHOWN),
        ),
    )


def _is_high_on_both(found: Discrepancy) -> bool:
    is_high = found.risk_level is not None and found.risk_level.is_high_or_above
    return is_high and not found.cause.is_one_list_only


def _counted(heading: str, found: Sequence[Discrepancy]) -> str:
    return f"{heading}: {len(found):,}" if found else heading


def _others_sentence(reconciliation: Reconciliation) -> str:
    found = reconciliation.discrepancies
    others = sum(not each.cause.is_one_list_only and not _is_high_on_both(each) for each in found)
    if others == 0:
        return ""
    return f"{count_in_words(others, 'other difference')} {'is' if others == 1 else 'are'} less serious."


def _parts(name: str, column: str, parts: Sequence[BridgePart]) -> _Parts:
    return _Parts(
        name=name,
        heading=f"By {column.lower()}",
        column=column,
        rows=part_rows(parts),
        total=part_total(parts),
    )
