"""A paper as a JSON document."""

from typing import Any

from rso_planner.domain.paper import Paper, table_documents


def make_paper_document(paper: Paper) -> dict[str, Any]:
    """Everything that stands on the paper and in its workbook; tables by their names in lower case."""
    return {
        "title": paper.title,
        "as_of": paper.as_of.isoformat(),
        "sentences": list(paper.sentences),
        "figures": [{"label": each.label, "figure": each.figure, "detail": each.detail} for each in paper.figures],
        "trends": [
            {
                "title": each.title,
                "sentence": each.sentence,
                "points": [
                    {"as_of": day.isoformat(), "value": value}
                    for day, value in zip(each.days, each.values, strict=True)
                ],
            }
            for each in paper.trends
        ],
        "tables": {
            table.name.casefold().replace(" ", "_"): {"sentence": table.sentence, "rows": table_documents(table)}
            for table in paper.tables
        },
        "notes": list(paper.notes),
    }
