"""Writes the pages that say what the code says: policy, duties, files, rules, causes, scenarios (`make docs`)."""

import ast
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

from docs.cell_words import WRITTEN, cell_words
from docs.pairing_page import pairing_page
from docs.register_page import register_page
from docs.scenarios_page import scenarios_page
from rso_planner.domain.cause_words import CAUSE_WORDS
from rso_planner.files.extract_layout import TABLES
from rso_planner.files.policy_file import PolicyEntry, read_policy_entries, standard_policy_path
from rso_planner.files.table_layout import Table
from rso_planner.planning.rules import RULES
from tests.traps.table import TRAPS, Handling, Trap

DOCS = Path(__file__).parent
PACKAGE = DOCS.parent / "rso_planner"
RULES_BEGIN = "<!-- The rules below are written by docs/generate.py from rso_planner/planning/rules. -->"
RULES_END = "<!-- The rules end here. -->"

_SOURCES = """\
SEED is HMICFRS, Merseyside, April 2018. NPCC is the National Police Chiefs' Council's release of 29 June 2017.
APP is the College of Policing's authorised professional practice. SOA is the Sexual Offences Act 2003. PEEL is
an inspection by HMICFRS. 'rules.md' and 'the contract' are the written rules and the agreed files and commands
that the planner was built to; they are kept outside this repository. 'Assumed' means that no source was found:
replace the value by a decision of the force.
"""
_DUTIES: Mapping[str, tuple[str, ...]] = {
    "Visits": (
        "visit_interval",
        "visit_clock_anchor",
        "completed_visit",
        "overdue",
        "visits_owed",
        "first_visit",
        "clock_suspension",
        "retry_after",
        "failed_attempts",
        "unannounced_pattern",
        "officers_required",
        "missing_or_wanted",
        "no_fixed_abode",
        "end_of_management",
        "dip_sample",
    ),
    "ARMS": (
        "arms_cycle",
        "arms_significant_event",
        "arms_first",
        "arms_due",
        "arms_population",
        "arms_with_visit",
        "arms_states",
    ),
    "Active and reactive": (
        "reactive_eligibility",
        "reactive_exclusions",
        "unknown_is_not_met",
        "person_decides",
        "reactive_duties",
        "reactive_trigger",
        "rmp_review_after_trigger",
    ),
    "Other clocks": (
        "notification_due",
        "three_day_periods",
        "notification_end",
        "rmp_review",
        "supervisor_review",
        "register_types",
    ),
}
NOT_RULES = frozenset({"enquiry", "raised_task", "review_clock"})
"""Modules beside the rules that hold what several of them share."""


def policy_page() -> str:
    """`policy.md`: every parameter of the standard policy with its value, unit and source."""
    lines = [
        WRITTEN.format(source="models/standard.toml"),
        "# The standard policy",
        "",
        "Every figure of the rules that a force may set; [here](howto/change-the-policy.md) is how.",
        "",
        _SOURCES,
    ]
    entries = read_policy_entries()
    for heading, keys in _policy_sections():
        lines += [f"## {heading}", "", "| parameter | value | unit | source | note |", "|---|---|---|---|---|"]
        lines += [_policy_row(name, parts) for name, parts in _by_parameter(entries, keys)]
        lines.append("")
    return "\n".join(lines)


def _policy_sections() -> Iterator[tuple[str, list[str]]]:
    heading, keys = "", list[str]()
    for line in standard_policy_path().read_text("utf-8").splitlines():
        if line.startswith("# ---- "):
            if heading:
                yield heading, keys
            heading, keys = line.removeprefix("# ---- "), []
        elif line.startswith("["):
            keys.append(line.strip("[]"))
    yield heading, keys


def _by_parameter(entries: Mapping[str, PolicyEntry], keys: list[str]) -> Iterator[tuple[str, list[PolicyEntry]]]:
    parts: dict[str, list[PolicyEntry]] = {}
    for key in keys:
        parts.setdefault(key.split(".")[0], []).append(entries[key])
    yield from parts.items()


def _policy_row(name: str, parts: list[PolicyEntry]) -> str:
    if len({str(part.value) for part in parts}) == 1:
        value = _value_words(parts[0].value)
    else:
        value = ", ".join(f"{_part_of(part)} {_value_words(part.value)}" for part in parts)
    sources = list(dict.fromkeys(part.source or "assumed" for part in parts))
    if len(sources) == 1:
        source = sources[0]
    else:
        source = "; ".join(f"{_part_of(part)}: {part.source or 'assumed'}" for part in parts)
    notes = [part.note for part in parts if part.note]
    return f"| `{name}` | {value} | {parts[0].unit} | {source} | {'; '.join(notes)} |"


def _part_of(entry: PolicyEntry) -> str:
    return entry.key.split(".")[1].replace("_", " ")


def _value_words(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value) if value != "" else "nobody"


def duties_page() -> str:
    """`duties.md`: every rule that says when something is due, in the words of its own file.

    Raises:
        ValueError: a rule's file has no place on the page.
    """
    written = {path.stem: path for folder in ("duties", "management") for path in _rule_files(folder)}
    listed = {name for names in _DUTIES.values() for name in names}
    if astray := sorted(written.keys() - listed - NOT_RULES):
        raise ValueError(f"docs/generate.py does not say under which heading these rules stand: {astray}")
    lines = [
        WRITTEN.format(source="rso_planner/domain/duties and rso_planner/domain/management"),
        "# What is due when",
        "",
        "One rule, one file, one name. 'Policy': the figures are in [policy.md](policy.md). 'Law': fixed.",
        "",
        _SOURCES,
    ]
    for heading, names in _DUTIES.items():
        lines += [f"## {heading}", ""]
        for name in names:
            lines += [f"### {name}", "", _docstring_words(written[name]), ""]
    return "\n".join(lines)


def _rule_files(folder: str) -> Iterator[Path]:
    yield from (path for path in sorted((PACKAGE / "domain" / folder).glob("*.py")) if path.stem != "__init__")


def extract_page() -> str:
    """`extract.md`: every file of the extract with its columns and what a cell may hold."""
    lines = [
        WRITTEN.format(source="rso_planner/files/extract_layout.py"),
        "# The force extract",
        "",
        "A folder of CSV files, or one XLSX workbook with a sheet of each name. An empty cell means 'not known'.",
        "How to load one: [howto/load-your-extract.md](howto/load-your-extract.md).",
        "",
    ]
    for table in TABLES:
        lines += [*_table_lines(table), ""]
    return "\n".join(lines)


def _table_lines(table: Table) -> Iterator[str]:
    yield f"## {table.name}"
    yield ""
    if table.is_optional:
        yield "This file may be missing."
        yield ""
    yield "| column | must be filled | what it holds |"
    yield "|---|---|---|"
    for column in table.columns:
        past = ", not after the day of the extract" if column.is_past else ""
        yield f"| `{column.name}` | {'yes' if column.required else ''} | {cell_words(column.kind)}{past} |"


def formulation_page() -> str:
    """`formulation.md` with its list of rules brought up to date; the rest of the page is written by hand."""
    page = (DOCS / "formulation.md").read_text("utf-8")
    before, after = page.split(RULES_BEGIN)[0], page.split(RULES_END)[1]
    rules = [
        f"### {rule.NAME}\n\n{_docstring_words(PACKAGE / 'planning' / 'rules' / f'{rule.NAME}.py')}\n"
        for rule in RULES
    ]
    return "\n".join([before + RULES_BEGIN, "", *rules, RULES_END + after])


def _docstring_words(path: Path) -> str:
    """The module's docstring: its first sentence in bold, then one paragraph."""
    written = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    sentence, _, rest = written.partition("\n")
    text = f"**{sentence.strip()}** {' '.join(rest.split())}".strip()
    return "\n".join(textwrap.wrap(text, 110, break_long_words=False, break_on_hyphens=False))


def causes_page() -> str:
    """`causes.md`: every cause of disagreement between the force's list and the register's."""
    lines = [
        WRITTEN.format(source="rso_planner/domain/cause_words.py"),
        "",
        "# Causes of disagreement",
        "",
        textwrap.fill(
            "One cause for each person on whom the two lists disagree: the change of a field's value or of a "
            "counting rule after which the force's verdict becomes the register's. Where several changes do so "
            "alone, the first in the order of this table counts, and the others are listed. "
            "[How to use them](howto/explain-two-counts.md).",
            115,
        ),
        "",
        "| cause | in the papers | what it means |",
        "|---|---|---|",
        *(f"| `{cause.value}` | {words.title} | {words.sentence} |" for cause, words in CAUSE_WORDS.items()),
    ]
    return "\n".join(lines) + "\n"


def traps_page() -> str:
    """`traps.md`: every trap, what handles it, and the tests that fail when that is taken out."""
    lines = [
        WRITTEN.format(source="tests/traps/table.py"),
        "# Traps",
        "",
        *textwrap.wrap(
            "Mistakes that such planners make, as 'rules.md' lists them. `tests/traps` takes each handling out "
            "of a copy of the planner, one at a time, and sees that the tests named here fail; with it they pass.",
            110,
        ),
        "",
        "| | trap | handled in | the tests that fail without it |",
        "|---|---|---|---|",
    ]
    for number, trap in enumerate(TRAPS, start=1):
        lines += _trap_rows(number, trap)
    return "\n".join([*lines, ""])


def _trap_rows(number: int, trap: Trap) -> Iterator[str]:
    if trap.elsewhere:
        yield f"| {number} | {trap.words} | {trap.elsewhere} | |"
    for place, handling in enumerate(trap.handled):
        head = f"{number} | {trap.words}" if place == 0 else " | "
        yield f"| {head} | `{handling.file}` | {_test_words(handling)} |"


def _test_words(handling: Handling) -> str:
    return ", ".join(
        f"`{name}` in `{file}`" for file, _, name in (test.partition("::") for test in handling.tests)
    )


PAGES = {
    "policy.md": policy_page,
    "duties.md": duties_page,
    "extract.md": extract_page,
    "register.md": register_page,
    "pairing.md": pairing_page,
    "formulation.md": formulation_page,
    "causes.md": causes_page,
    "traps.md": traps_page,
    "scenarios.md": scenarios_page,
}
"""How each page is made."""


def main() -> None:
    """Write every page."""
    for name, make_page in PAGES.items():
        (DOCS / name).write_text(make_page(), "utf-8")


if __name__ == "__main__":
    main()
