"""How the commands that make a paper answer."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.messages import answer, answer_json

if TYPE_CHECKING:
    from rso_planner.domain.paper import Paper, PaperTable

_MOST_LETTERS = 60

Out = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Write the paper there: a page to print, and a workbook.")
]


def tell_paper(context: typer.Context, paper: "Paper", command: str, out: Path | None, *, as_json: bool) -> None:
    """Write the paper where a folder is given; show it, or the document, on standard output."""
    written = () if out is None else write_where_asked(context, paper, command, out)
    if as_json:
        from rso_planner.use_cases.json_answers import make_paper_answer

        answer_json(make_paper_answer(paper))
        return
    for line in _lines(paper):
        answer(line)
    for path in written:
        answer(f"Wrote {path}.")


def write_where_asked(context: typer.Context, paper: "Paper", command: str, out: Path) -> tuple[Path, ...]:
    """Write the paper into the folder and return its paths."""
    from rso_planner.use_cases.write_paper import write_paper

    return write_paper(asking_of(context), paper, command, out)


def _lines(paper: "Paper") -> list[str]:
    from rso_planner.domain.plain_words import day_in_words

    lines = [paper.title, f"On the records as of {day_in_words(paper.as_of)}.", *paper.sentences, ""]
    lines += [f"{each.label}: {each.figure:,}. {each.detail}" for each in paper.figures]
    lines += [each.sentence for each in paper.trends]
    for table in (each for each in paper.tables if each.shown != 0):
        lines += ["", f"{table.heading}. {table.sentence}", *_table_lines(table)]
    return [*lines, "", *paper.notes]


def _table_lines(table: "PaperTable") -> list[str]:
    rows = table.rows if table.shown is None else table.rows[: table.shown]
    if not rows:
        return []
    cells = [[column.heading for column in table.columns], *([_words(cell) for cell in row] for row in rows)]
    widths = [min(_MOST_LETTERS, max(len(row[index]) for row in cells)) for index in range(len(table.columns))]
    lines = [
        "  " + "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]
    beyond = len(table.rows) - len(rows)
    return [*lines, *([f"  and {beyond:,} more: --out writes them, --json lists them"] if beyond else [])]


def _words(cell: object) -> str:
    return "not known" if cell is None else str(cell)
