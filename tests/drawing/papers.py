"""Made-up papers."""

from datetime import date, timedelta
from typing import Any

from rso_planner.domain.paper import Paper, PaperColumn, PaperFigure, PaperTable, PaperTrend

AS_OF = date(2026, 11, 23)
COLUMNS = (
    PaperColumn("who", "Who", 12),
    PaperColumn("risk", "Risk", 12, "risk"),
    PaperColumn("due", "Due", 20, "date"),
    PaperColumn("late", "Days late", 10, "number"),
    PaperColumn("why", "Why", 30),
)


def make_table(name: str = "Some", rows: int = 3, why: str = "made up", **changes: Any) -> PaperTable:
    """A table of made-up rows."""
    return PaperTable(
        **{
            "name": name,
            "heading": f"The {name} table",
            "sentence": f"{rows} rows.",
            "columns": COLUMNS,
            "rows": tuple((f"P{n}", "very high", AS_OF - timedelta(days=n), 1000 + n, why) for n in range(rows)),
        }
        | changes
    )


def make_paper(*tables: PaperTable, words: str = "Some words", **changes: Any) -> Paper:
    """A paper with figures, trends and tables."""
    days = tuple(AS_OF - timedelta(weeks=weeks) for weeks in (2, 1, 0))
    paper: dict[str, Any] = {
        "name": "made-up-paper",
        "title": "A made-up paper",
        "as_of": AS_OF,
        "sentences": (words,),
        "figures": (PaperFigure("People", 1234, words), PaperFigure("Days", 5, words)),
        "trends": (PaperTrend(title="People", sentence=f"People: {words}.", days=days, values=(5, 0, 1234)),),
        "tables": tables or (make_table(),),
        "notes": (words,),
    }
    return Paper(**paper | changes)
