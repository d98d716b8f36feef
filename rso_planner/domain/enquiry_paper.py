"""The enquiry lists as a paper: who is missing, who is wanted, who has no place, the highest risk first."""

from collections.abc import Iterable, Mapping
from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.duties.enquiry import Enquiry, EnquiryKind
from rso_planner.domain.paper import Cell, Paper, PaperColumn, PaperFigure, PaperTable
from rso_planner.domain.plain_words import count_in_words
from rso_planner.domain.visit import VisitOutcome

_COLUMNS = (
    PaperColumn("offender_id", "Person", 12),
    PaperColumn("risk_level", "Risk", 12, "risk"),
    PaperColumn("since", "Since", 20, "date"),
    PaperColumn("days", "Days", 8, "number"),
    PaperColumn("last_seen_on", "Last seen", 20, "date"),
    PaperColumn("attempts", "Attempts since", 12, "number"),
    PaperColumn("officer_id", "Officer", 12),
    PaperColumn("area", "Area", 18),
)
_HEADINGS = {EnquiryKind.MISSING: "Missing", EnquiryKind.WANTED: "Wanted", EnquiryKind.NO_PLACE: "Without a place"}
_SENTENCES = {
    EnquiryKind.MISSING: "Nobody knows where they are; no visit is planned until they are found.",
    EnquiryKind.WANTED: "To be arrested; no visit is planned.",
    EnquiryKind.NO_PLACE: "No fixed abode and no place notified: find out where each can be visited.",
}


def make_enquiry_paper(as_of: date, enquiries: Iterable[Enquiry], case_by_id: Mapping[str, Case]) -> Paper:
    """The paper; people stand on it by identifier alone.

    `Since` is the day of the status, and empty for those without a place, of whom no day is recorded.
    """
    by_kind: dict[EnquiryKind, list[Case]] = {kind: [] for kind in EnquiryKind}
    for each in enquiries:
        by_kind[each.kind].append(case_by_id[each.offender_id].known_on(as_of))
    people = [case.offender.offender_id for cases in by_kind.values() for case in cases]
    return Paper(
        name=f"enquiries-{as_of}",
        title="People to be found before a visit can be planned",
        as_of=as_of,
        sentences=(f"{count_in_words(len(people), 'person')} to be found. All of them stay in the counts.",),
        figures=tuple(PaperFigure(_HEADINGS[kind], len(cases), _high(cases)) for kind, cases in by_kind.items()),
        tables=tuple(_table(kind, cases, as_of) for kind, cases in by_kind.items()),
        offender_ids=tuple(sorted(people)),
    )


def _high(cases: list[Case]) -> str:
    return f"{sum(case.offender.risk_level.is_high_or_above for case in cases):,} at high or very high risk."


def _table(kind: EnquiryKind, cases: list[Case], as_of: date) -> PaperTable:
    ordered = sorted(cases, key=lambda case: (case.offender.risk_level.rank, case.offender.offender_id))
    return PaperTable(
        name=_HEADINGS[kind],
        heading=_HEADINGS[kind],
        sentence=_SENTENCES[kind] if cases else "Nobody.",
        columns=_COLUMNS,
        rows=tuple(_row(kind, case, as_of) for case in ordered),
    )


def _row(kind: EnquiryKind, case: Case, as_of: date) -> tuple[Cell, ...]:
    offender = case.offender
    seen_on = max(
        (each.started_at.date() for each in case.visits if each.outcome is VisitOutcome.SEEN), default=None
    )
    since: Cell = "" if kind is EnquiryKind.NO_PLACE else offender.status_since
    days: Cell = (as_of - since).days if isinstance(since, date) else since
    return (
        offender.offender_id,
        offender.risk_level.words,
        since,
        days,
        seen_on,
        sum(each.started_at.date() > (seen_on or date.min) for each in case.visits),
        offender.officer_id or "nobody",
        offender.area or "not known",
    )
