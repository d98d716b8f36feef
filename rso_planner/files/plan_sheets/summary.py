"""The first sheet: the three figures that inspectors ask for, then what the plan reaches and what it uses."""

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.plan_words import REASON_WORDS, objective_title, objective_words
from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.domain.planned_week_words import headline_lines, plan_sentences, provenance_lines
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.files.plan_sheets.hours import HOURS_COLUMNS, hours_rows
from rso_planner.files.workbook_pen import Pen, lines_of

_WIDTH = (0, len(HOURS_COLUMNS) - 1)
_WORDS = (4, _WIDTH[1])
_WORDS_WIDTH = sum(column.width for column in HOURS_COLUMNS[4:])
_REASON_WIDTH = sum(column.width for column in HOURS_COLUMNS[:3])


def write_summary(pen: Pen, sheet: Worksheet, planned_week: PlannedWeek) -> None:
    """Write the sheet from top to bottom."""
    pen.set_widths(sheet, (column.width for column in HOURS_COLUMNS))
    pen.put_across(sheet, 0, _WIDTH, f"Visit plan for the week of {day_in_words(planned_week.week)}", "title")
    pen.put_across(sheet, 1, _WIDTH, f"On the records as of {day_in_words(planned_week.as_of)}.", "note")
    row = _write_headlines(pen, sheet, planned_week, 3)
    row = _write_status(pen, sheet, planned_week, row + 1)
    row = _write_objectives(pen, sheet, planned_week, row + 1)
    row = _write_left_out(pen, sheet, planned_week, row + 1)
    sheet.set_h_pagebreaks([row + 1])
    pen.put_across(sheet, row + 1, _WIDTH, "Officers' hours", "heading")
    row = pen.put_table(sheet, row + 2, HOURS_COLUMNS, hours_rows(planned_week))
    _write_provenance(pen, sheet, planned_week, row + 1)
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(0)
    pen.set_up_printing(sheet)


def _write_headlines(pen: Pen, sheet: Worksheet, planned_week: PlannedWeek, row: int) -> int:
    for line in headline_lines(planned_week.headlines):
        sheet.set_row(row, 27)
        pen.put_across(sheet, row, (0, 1), line.label, "label")
        pen.put(sheet, row, 2, line.figure, "big")
        pen.put_across(sheet, row, (3, _WIDTH[1]), line.detail, "label")
        row += 1
    return row


def _write_status(pen: Pen, sheet: Worksheet, planned_week: PlannedWeek, row: int) -> int:
    pen.put_across(sheet, row, _WIDTH, "The plan", "heading")
    for sentence in plan_sentences(planned_week):
        row += 1
        pen.put_across(sheet, row, _WIDTH, sentence, "sentence")
    return row + 1


def _write_objectives(pen: Pen, sheet: Worksheet, planned_week: PlannedWeek, row: int) -> int:
    pen.put_across(sheet, row, _WIDTH, "What it reaches, the most important first", "heading")
    row += 1
    pen.put_head(sheet, row, ["Order", "What is served", "Reached", "Bound", "In words"])
    pen.put_across(sheet, row, _WORDS, "In words", "head")
    for order, objective in enumerate(planned_week.result.objectives, start=1):
        row += 1
        words = objective_words(objective)
        pen.set_lines(sheet, row, lines_of(words, _WORDS_WIDTH))
        pen.put(sheet, row, 0, order, "order")
        pen.put(sheet, row, 1, objective_title(objective))
        pen.put(sheet, row, 2, objective.value, "figure")
        pen.put(sheet, row, 3, objective.bound, "figure")
        pen.put_across(sheet, row, _WORDS, words, "text")
    return row + 1


def _write_left_out(pen: Pen, sheet: Worksheet, planned_week: PlannedWeek, row: int) -> int:
    pen.put_across(sheet, row, _WIDTH, "Left out, by reason and risk", "heading")
    row += 1
    pen.put_across(sheet, row, (0, 2), "Reason", "head")
    for column, level in enumerate(RiskLevel, start=3):
        pen.put(sheet, row, column, level.words.capitalize(), "head")
    pen.put(sheet, row, _WIDTH[1], "All", "head")
    for reason, counts in planned_week.left_out_counts.items():
        row += 1
        pen.set_lines(sheet, row, lines_of(REASON_WORDS[reason], _REASON_WIDTH))
        pen.put_across(sheet, row, (0, 2), REASON_WORDS[reason], "text")
        for column, count in enumerate([*counts.values(), sum(counts.values())], start=3):
            pen.put(sheet, row, column, count, "number")
    return row + 1


def _write_provenance(pen: Pen, sheet: Worksheet, planned_week: PlannedWeek, row: int) -> None:
    pen.put_across(sheet, row, _WIDTH, "Where this plan comes from", "heading")
    for label, value in provenance_lines(planned_week):
        row += 1
        pen.put(sheet, row, 0, label, "sentence")
        pen.put_across(sheet, row, (1, _WIDTH[1]), value, "sentence")
