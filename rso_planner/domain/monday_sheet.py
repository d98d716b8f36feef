"""The supervisor's Monday sheet: what is late, what is at risk, what to decide, whom to find, what to mend."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rso_planner.domain.data_warnings import DataWarning
from rso_planner.domain.duties.enquiry import Enquiry, EnquiryKind
from rso_planner.domain.headline_figures import HeadlineFigures
from rso_planner.domain.offender import Offender
from rso_planner.domain.paper import Cell, Paper, PaperColumn, PaperFigure, PaperTable
from rso_planner.domain.plain_words import count_in_words
from rso_planner.domain.plan_words import KIND_WORDS
from rso_planner.domain.planned_week_words import headline_lines
from rso_planner.domain.task import ASSESSMENT_KINDS, VISIT_KINDS, Task, TaskKind, TaskOwner

_ENQUIRIES_SHOWN, _MENDED_SHOWN = 4, 4
_WEEK = timedelta(days=7)

_PERSON = PaperColumn("offender_id", "Person", 12)
_WORK = PaperColumn("work", "Work", 30)
_RISK = PaperColumn("risk_level", "Risk", 12, "risk")
_DUE = PaperColumn("due_on", "Due", 20, "date")
_DAYS_LATE = PaperColumn("days_late", "Days late", 10, "number")
_OFFICER = PaperColumn("officer_id", "Officer", 12)
_AREA = PaperColumn("area", "Area", 18)
_DECISION_COLUMNS = (
    PaperColumn("decision", "Decision", 44),
    PaperColumn("count", "Waiting", 10, "number"),
    PaperColumn("where", "Where to look", 34),
)
_CASE_COLUMNS = (
    PaperColumn("decision", "Decision", 40),
    PaperColumn("about", "Person, record or change", 16),
    PaperColumn("reason", "Why", 90),
)
_ENQUIRY_COLUMNS = (
    _PERSON,
    PaperColumn("kind", "Kind", 12),
    PaperColumn("since", "Since", 20, "date"),
    _RISK,
    _OFFICER,
)
_FIELD_COLUMNS = (
    PaperColumn("field", "Column of the extract", 26),
    PaperColumn("count", "People", 10, "number"),
)
_WARNING_COLUMNS = (
    _PERSON,
    PaperColumn("field", "Column of the extract", 26),
    PaperColumn("sentence", "What is missing, and how the planner reads it", 90),
)
_ENQUIRY_WORDS = {EnquiryKind.MISSING: "missing", EnquiryKind.WANTED: "wanted", EnquiryKind.NO_PLACE: "no place"}


@dataclass(frozen=True, slots=True)
class _Part:
    """A table of tasks: its names, its columns, how many rows the page shows, and which come first."""

    name: str
    heading: str
    columns: tuple[PaperColumn, ...]
    shown: int
    order: str = "the highest risk first"


_LATE_VISITS = _Part("Late visits", "Late: visits", (_PERSON, _WORK, _RISK, _DUE, _DAYS_LATE, _OFFICER, _AREA), 6)
_LATE_OTHERS = _Part("Late others", "Late: assessments, reviews", (_PERSON, _WORK, _RISK, _DAYS_LATE, _OFFICER), 4)
_AT_RISK = _Part("At risk", "At risk: late in seven days unless done", (_PERSON, _WORK, _RISK, _DUE, _OFFICER), 4)
_OPEN_FLAGS = _Part(
    "Open flags",
    "Asked for by events, not dealt with",
    _LATE_VISITS.columns,
    4,
    "first what nothing else asked for",
)
_DIP_SAMPLES = _Part(
    "Dip samples", "Dip samples still to be made this month", (_PERSON, _WORK, _RISK, _DUE, _OFFICER), 6
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingDecisions:
    """Decisions of one kind that wait for somebody; each of `cases` names whom or what it is about, and why."""

    words: str
    where: str
    cases: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MondaySheet:
    """What the sheet is made from; `tasks` are all of the police's with their days overdue."""

    figures: HeadlineFigures
    tasks: tuple[tuple[Task, int], ...]
    enquiries: tuple[Enquiry, ...]
    decisions: tuple[WaitingDecisions, ...]
    data_warnings: tuple[DataWarning, ...]
    offender_by_id: Mapping[str, Offender]

    @property
    def as_of(self) -> date:
        """The day from which it looks."""
        return self.figures.as_of


def make_monday_paper(sheet: MondaySheet) -> Paper:
    """The paper; people stand on it by identifier alone."""
    ours = [(task, late) for task, late in sheet.tasks if task.owner is TaskOwner.POLICE]
    late = sorted((each for each in ours if each[1]), key=_by_seriousness)
    late_visits = [each for each in late if each[0].kind in VISIT_KINDS]
    late_others = [each for each in late if each[0].kind not in VISIT_KINDS]
    in_time = (each for each in ours if not each[1] and each[0].due_on <= sheet.as_of + _WEEK)
    soon = sorted(in_time, key=_by_seriousness)
    flags = sorted((each for each in ours if each[0].is_asked_for_by_event), key=_events_own_first)
    samples = [each for each in ours if each[0].kind is TaskKind.DIP_SAMPLE]
    return Paper(
        name=f"monday-sheet-{sheet.as_of}",
        title="Supervisor's Monday sheet",
        as_of=sheet.as_of,
        sentences=(),
        figures=tuple(PaperFigure(each.label, each.figure, each.detail) for each in headline_lines(sheet.figures)),
        tables=(
            _tasks(sheet, _OPEN_FLAGS, flags),
            _tasks(sheet, _LATE_VISITS, late_visits),
            _tasks(sheet, _LATE_OTHERS, late_others),
            _tasks(sheet, _AT_RISK, soon),
            _decisions(sheet.decisions),
            _fields(sheet.data_warnings),
            _enquiries(sheet),
            _tasks(sheet, _DIP_SAMPLES, samples),
            _cases(sheet.decisions),
            _warnings(sheet.data_warnings),
        ),
        notes=("The planner advises; people decide. People stand here by their identifiers alone.",),
        offender_ids=_people(sheet, flags + late + soon + samples),
    )


def _by_seriousness(each: tuple[Task, int]) -> tuple[int, int, float, date, str]:
    task, days_late = each
    group = 0 if task.kind in VISIT_KINDS else 1 if task.kind in ASSESSMENT_KINDS else 2
    return task.risk_level.rank, group, -days_late / task.cycle_days, task.due_on, task.task_id


def _events_own_first(each: tuple[Task, int]) -> tuple[bool, tuple[int, int, float, date, str]]:
    return not each[0].is_dated_by_event, _by_seriousness(each)


def _tasks(sheet: MondaySheet, part: _Part, tasks: list[tuple[Task, int]]) -> PaperTable:
    return PaperTable(
        name=part.name,
        heading=part.heading,
        sentence=_counted(tasks, part.order),
        columns=part.columns,
        rows=tuple(_task_row(sheet, part, *each) for each in tasks),
        shown=part.shown,
        is_wide=_AREA in part.columns,
    )


def _counted(tasks: list[tuple[Task, int]], order: str) -> str:
    if not tasks:
        return "None."
    kinds = Counter(task.kind for task, _ in tasks)
    parts = ", ".join(f"{KIND_WORDS[kind]} {kinds[kind]:,}" for kind in TaskKind if kinds[kind])
    return f"{count_in_words(len(tasks), 'task')}, {order}: {parts}."


def _task_row(sheet: MondaySheet, part: _Part, task: Task, days_late: int) -> tuple[Cell, ...]:
    offender = sheet.offender_by_id[task.offender_id]
    cells: dict[PaperColumn, Cell] = {
        _PERSON: task.offender_id,
        _WORK: KIND_WORDS[task.kind],
        _RISK: task.risk_level.words,
        _DUE: task.due_on,
        _DAYS_LATE: days_late,
        _OFFICER: offender.officer_id or "nobody",
        _AREA: offender.area or "not known",
    }
    return tuple(cells[column] for column in part.columns)


def _decisions(decisions: Iterable[WaitingDecisions]) -> PaperTable:
    waiting = [each for each in decisions if each.cases]
    count = sum(len(each.cases) for each in waiting)
    return PaperTable(
        name="Decisions",
        heading="Decisions waiting",
        sentence=f"{count_in_words(count, 'decision')} for a person to make.",
        columns=_DECISION_COLUMNS,
        rows=tuple((each.words, len(each.cases), each.where) for each in waiting),
        is_wide=False,
    )


def _cases(decisions: Iterable[WaitingDecisions]) -> PaperTable:
    rows = tuple((each.words, about, reason) for each in decisions for about, reason in each.cases)
    return PaperTable(
        name="Decisions one by one",
        heading="Decisions one by one",
        sentence=f"{count_in_words(len(rows), 'decision')}, each with its reason.",
        columns=_CASE_COLUMNS,
        rows=rows,
        shown=0,
        is_wide=False,
    )


def _fields(warnings: Iterable[DataWarning]) -> PaperTable:
    by_field: dict[str, list[DataWarning]] = {}
    for each in warnings:
        by_field.setdefault(each.field, []).append(each)
    fields = sorted(by_field.items(), key=lambda each: (-len(each[1]), each[0]))
    count = sum(map(len, by_field.values()))
    return PaperTable(
        name="Data to mend",
        heading="Data to mend",
        sentence=f"{count_in_words(count, 'gap')} in the records.",
        columns=_FIELD_COLUMNS,
        rows=tuple((field, len(found)) for field, found in fields),
        shown=_MENDED_SHOWN,
        is_wide=False,
    )


def _warnings(warnings: Iterable[DataWarning]) -> PaperTable:
    rows = tuple((each.offender_id, each.field, each.sentence) for each in warnings)
    return PaperTable(
        name="Gaps one by one",
        heading="Gaps one by one",
        sentence=f"{count_in_words(len(rows), 'gap')}, each with how the planner reads it.",
        columns=_WARNING_COLUMNS,
        rows=rows,
        shown=0,
        is_wide=False,
    )


def _enquiries(sheet: MondaySheet) -> PaperTable:
    kinds = Counter(each.kind for each in sheet.enquiries)
    counts = ", ".join(f"{kinds[kind]:,} {_ENQUIRY_WORDS[kind]}" for kind in EnquiryKind)
    rows = [_enquiry_row(each, sheet.offender_by_id[each.offender_id]) for each in _enquiries_by_risk(sheet)]
    return PaperTable(
        name="To be found",
        heading="To be found first",
        sentence=f"{count_in_words(len(rows), 'person')}: {counts}; the highest risk first.",
        columns=_ENQUIRY_COLUMNS,
        rows=tuple(rows),
        shown=_ENQUIRIES_SHOWN,
        is_wide=False,
    )


def _enquiries_by_risk(sheet: MondaySheet) -> list[Enquiry]:
    return sorted(
        sheet.enquiries,
        key=lambda each: (sheet.offender_by_id[each.offender_id].risk_level.rank, each.offender_id),
    )


def _enquiry_row(enquiry: Enquiry, offender: Offender) -> tuple[Cell, ...]:
    # Nobody records since when there is no place; the status has its day.
    since = "" if enquiry.kind is EnquiryKind.NO_PLACE else offender.status_since
    return (
        enquiry.offender_id,
        _ENQUIRY_WORDS[enquiry.kind],
        since,
        offender.risk_level.words,
        offender.officer_id or "nobody",
    )


def _people(sheet: MondaySheet, tasks: list[tuple[Task, int]]) -> tuple[str, ...]:
    about = {task.offender_id for task, _ in tasks} | {each.offender_id for each in sheet.enquiries}
    about |= {each.offender_id for each in sheet.data_warnings}
    about |= {who for each in sheet.decisions for who, _ in each.cases if who in sheet.offender_by_id}
    return tuple(sorted(about))
