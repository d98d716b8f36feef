"""A paper as a page that stands alone, made to be printed upright on A4."""

from dataclasses import dataclass
from datetime import date

from rso_planner.domain.paper import Cell, Paper, PaperColumn, PaperTable
from rso_planner.domain.plain_words import day_in_words
from rso_planner.drawing.page import page_template
from rso_planner.drawing.trend_chart import draw_trend


@dataclass(frozen=True, slots=True, kw_only=True)
class _ShownTable:
    """A table as the page has it: cells in words, each with the class of its column."""

    name: str
    heading: str
    sentence: str
    columns: tuple[PaperColumn, ...]
    rows: list[list[str]]
    beyond: int
    is_wide: bool


def render_paper_page(paper: Paper) -> str:
    """The page as HTML; it fetches nothing and runs no script."""
    return page_template("paper_page.html").render(
        paper=paper,
        as_of=day_in_words(paper.as_of),
        charts=[draw_trend(each, number) for number, each in enumerate(paper.trends, 1) if len(each.days) > 1],
        trends=paper.trends,
        tables=[_shown(table) for table in paper.tables if table.shown != 0],
    )


def _shown(table: PaperTable) -> _ShownTable:
    rows = table.rows if table.shown is None else table.rows[: table.shown]
    return _ShownTable(
        name="table-" + table.name.casefold().replace(" ", "-"),
        heading=table.heading,
        sentence=table.sentence,
        columns=table.columns,
        rows=[[_words(cell) for cell in row] for row in rows],
        beyond=len(table.rows) - len(rows),
        is_wide=table.is_wide,
    )


def _words(cell: Cell) -> str:
    if cell is None:
        return "not known"
    if isinstance(cell, date):
        return day_in_words(cell)
    return f"{cell:,}" if isinstance(cell, int) else cell
