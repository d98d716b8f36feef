"""A paper as a workbook: a summary, then a sheet for each table with all its rows."""

from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from rso_planner.domain.paper import Paper, PaperTable
from rso_planner.domain.plain_words import day_in_words
from rso_planner.files.workbook_pen import Column, Pen, lines_of
from rso_planner.files.workbook_writing import workbook_to_write

_SUMMARY_WIDTHS = (44.0, 16.0, 60.0)
_ACROSS = (0, len(_SUMMARY_WIDTHS) - 1)
_ACROSS_WIDTH = sum(_SUMMARY_WIDTHS)
_TREND_COLUMNS = (Column("Figure", 44), Column("As of", 22, "date"), Column("Value", 13, "number"))


def write_paper_workbook(paper: Paper, path: Path) -> None:
    """Write the workbook; the same paper gives the same bytes, whenever it is written.

    Raises:
        OSError: the file cannot be written.
    """
    with workbook_to_write(path, paper.title, paper.as_of) as (workbook, pen):
        _write_summary(pen, workbook.add_worksheet("Summary"), paper)
        for table in paper.tables:
            _write_table(pen, workbook.add_worksheet(table.name), table)
        if paper.trends:
            _write_trends(pen, workbook.add_worksheet("Trend"), paper)


def _write_summary(pen: Pen, sheet: Worksheet, paper: Paper) -> None:
    pen.set_widths(sheet, _SUMMARY_WIDTHS)
    pen.put_across(sheet, 0, _ACROSS, paper.title, "title")
    pen.put_across(sheet, 1, _ACROSS, f"On the records as of {day_in_words(paper.as_of)}.", "note")
    row = 2
    for figure in paper.figures:
        row += 1
        sheet.set_row(row, 27)
        pen.put(sheet, row, 0, figure.label, "label")
        pen.put(sheet, row, 1, figure.figure, "big")
        pen.put(sheet, row, 2, figure.detail, "label")
    tables = (f"{table.heading}: {table.sentence} See the sheet '{table.name}'." for table in paper.tables)
    trends = (each.sentence for each in paper.trends)
    for sentence in (*paper.sentences, *trends, *tables, *paper.notes):
        row += 1
        pen.put_across(sheet, row, _ACROSS, sentence, "wrapped")
        pen.set_lines(sheet, row, lines_of(sentence, _ACROSS_WIDTH))
    pen.set_up_printing(sheet)


def _write_table(pen: Pen, sheet: Worksheet, table: PaperTable) -> None:
    across = (0, max(1, len(table.columns) - 1))
    pen.put_across(sheet, 0, across, table.heading, "title")
    pen.put_across(sheet, 1, across, table.sentence, "note")
    pen.set_lines(sheet, 1, lines_of(table.sentence, sum(each.width for each in table.columns)))
    columns = [Column(each.heading, each.width, each.style) for each in table.columns]
    pen.put_list(sheet, 3, columns, table.rows)


def _write_trends(pen: Pen, sheet: Worksheet, paper: Paper) -> None:
    pen.put_across(sheet, 0, (0, 2), "How the figures went", "title")
    rows = [
        (trend.title, day, value)
        for trend in paper.trends
        for day, value in zip(trend.days, trend.values, strict=True)
    ]
    pen.put_list(sheet, 2, _TREND_COLUMNS, rows)
