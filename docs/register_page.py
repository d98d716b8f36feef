"""The page of the register's export: its layouts, their fields, and the rows of a report."""

import textwrap
from collections.abc import Iterator

from docs.cell_words import WRITTEN, cell_words
from rso_planner.domain.register_record import RegisterLayout
from rso_planner.files.register_mapping import RegisterMapping, read_register_mapping, register_mapping_path
from rso_planner.files.register_rows import RowKind

_AGREE = "They must agree on everything else."
_LAYOUTS = {
    RegisterLayout.PEOPLE: ("register-people", "One row a person. Two rows of one person are two records."),
    RegisterLayout.VISITS: (
        "register-visits",
        f"""One row an outstanding visit. The rows of a person become one record: `visits_outstanding` is their
        number, `next_visit_due_on` the earliest of them. {_AGREE}""",
    ),
    RegisterLayout.ASSESSMENTS: (
        "register-arms",
        f"""One row an assessment. The rows of a person become one record: `last_arms_on` is the latest
        `completed_on`; a row without one is not done. {_AGREE}""",
    ),
}
_ROWS = {
    RowKind.RECORD: "any row with a register_id that is none of those below",
    RowKind.UNCLEAR: "refused: a row above the heading that is filled like a record; a total with a register_id",
    RowKind.TITLE: "what stands above the heading, and where a page repeats it",
    RowKind.HEADING: "the heading again, as on each page",
    RowKind.TOTAL: "Total, Sub-total, Grand total or Number of records, with nothing but numbers beside it",
    RowKind.NOTE: "page numbers, protective markings, rulers, 'End of report'; after the last record a text alone",
    RowKind.BLANK: "nothing in it",
}


def register_page() -> str:
    """`register.md`: the layouts of an export of the register, their fields, and what is skipped."""
    lines = [
        WRITTEN.format(source="the register's modules in rso_planner/files and models/register-*.toml"),
        "# The register's export",
        "",
        "A CSV file, or one sheet of an XLSX workbook. It is read through a mapping; three are shipped, one for",
        "each thing that a row may stand for. An empty cell means 'not said'. How to load one:",
        "[howto/load-the-register-export.md](howto/load-the-register-export.md).",
        "",
    ]
    for layout, (name, sentence) in _LAYOUTS.items():
        mapping = read_register_mapping(register_mapping_path(name))
        text = " ".join(f"{sentence} Shipped mapping: `{name}`.".split())
        lines += [f"## {layout.value}", "", *textwrap.wrap(text, 110, break_on_hyphens=False), ""]
        lines += [*_field_lines(mapping), ""]
    lines += ["## The rows of a report", "", "| row | what it is |", "|---|---|"]
    lines += [f"| {kind.value} | {_ROWS[kind]} |" for kind in RowKind]
    lines += ["", "All but records and what is refused are skipped, and how many of each is told.", ""]
    return "\n".join(lines)


def _field_lines(mapping: RegisterMapping) -> Iterator[str]:
    yield "| field | must be filled | what it holds | headings that the shipped mapping takes for it |"
    yield "|---|---|---|---|"
    for column in mapping.table.columns:
        past = ", not after the day of the export" if column.is_past else ""
        must = "yes" if column.required else ""
        headings = [heading for heading, name in mapping.columns.field_by_heading.items() if name == column.name]
        yield f"| `{column.name}` | {must} | {cell_words(column.kind)}{past} | {', '.join(headings)} |"
