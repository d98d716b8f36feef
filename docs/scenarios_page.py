"""Makes `scenarios.md`: every key of a scenario file, every scenario that ships, every figure of the demand."""

from collections.abc import Iterator, Mapping

from docs.cell_words import WRITTEN
from rso_planner.domain.risk_level import ByRisk
from rso_planner.domain.scenario import Backlog, Demand, Range, StaffingChange, figures_of
from rso_planner.domain.scenario_words import (
    BACKLOG_WORDS,
    DEMAND_WORDS,
    STAFFING_WORDS,
    change_lines,
)
from rso_planner.files.scenario_file import read_demand_entries, read_scenario, scenario_path, shipped_demand_path

_PLACE = "…"
_INTRODUCTION = """\
A scenario is a TOML file. `title` and `description` must be there; `breach` names the practice from which the
scenario would depart, and every paper then says so. The rest says what changes, and from which week on; week 1 is
the week after the as-of day. What is not named stays as it is. Several changes of one kind stand one below the
other, each under its own `[[staffing]]`, `[[policy]]` or `[[demand]]`; where two set the same figure in the same
week the later in the file counts, and officers who join or leave add up. A wrong key, unit or value is refused
with the file, the key and the reason before anything is run.
"""
_POLICY = """\
Keys and values are those of [the policy](policy.md), each part of a table by itself: `on_site.low = 40`. The
change holds from `week` (week 1 if left out) to the end.
"""
_DEMAND = """\
The same figures as [below](#the-demand), and `week` and `until_week` as for staffing. A figure by risk level is
given for all four: `events = { very_high = 5.0, high = 2.4, medium = 1.0, low = 0.44 }`.
"""


def scenarios_page() -> str:
    """The page as Markdown."""
    lines = [
        WRITTEN.format(source="scenarios/, models/demand.toml and rso_planner/domain/scenario.py"),
        "# Scenarios",
        "",
        _INTRODUCTION.rstrip(),
        "",
        "How to try one: [howto/try-a-staffing-change.md](howto/try-a-staffing-change.md).",
        "",
        "## Staffing",
        "",
        *_key_table(figures_of(StaffingChange), STAFFING_WORDS, StaffingChange()),
        "",
        "## Policy",
        "",
        _POLICY.rstrip(),
        "",
        "## Demand",
        "",
        _DEMAND.rstrip(),
        "",
        "## Backlog",
        "",
        "One table, `[backlog]`; it is done before the first week.",
        "",
        *_key_table(figures_of(Backlog), BACKLOG_WORDS, Backlog()),
        "",
        "## What ships",
        "",
        *_shipped_table(),
        "",
        "## The demand",
        "",
        "What `models/demand.toml` supposes unless a scenario says otherwise; a force's own file has these keys.",
        "",
        *_demand_table(),
        "",
    ]
    return "\n".join(lines)


def _key_table(ranges: Mapping[str, Range], words: Mapping[str, str], standard: object) -> Iterator[str]:
    yield "| key | meaning | unit | least | most | if left out |"
    yield "|---|---|---|---|---|---|"
    for key, limits in ranges.items():
        default = getattr(standard, key)
        left_out = "" if default is None else f"{default:g}"
        meaning = words[key].format(_PLACE)
        yield f"| `{key}` | {meaning} | {limits.unit} | {limits.lowest:g} | {limits.highest:,g} | {left_out} |"


def _shipped_table() -> Iterator[str]:
    yield "| name | title | description | what it changes |"
    yield "|---|---|---|---|"
    for path in sorted(scenario_path("baseline").parent.glob("*.toml")):
        scenario = read_scenario(path)
        description = f"{scenario.description} **{scenario.breach}**" if scenario.breach else scenario.description
        changes = "<br>".join(change_lines(scenario))
        yield f"| `{scenario.name}` | {scenario.title} | {description} | {changes} |"


def _as_written(value: float | ByRisk[float]) -> str:
    if isinstance(value, ByRisk):
        return ", ".join(f"{level.words} {each:g}" for level, each in value.items())
    return f"{value:g}"


def _demand_table() -> Iterator[str]:
    ranges = figures_of(Demand)
    yield "| key | meaning | value | unit | least | most | source | note |"
    yield "|---|---|---|---|---|---|---|---|"
    for entry in read_demand_entries(shipped_demand_path()):
        limits = ranges[entry.key]
        meaning, value = DEMAND_WORDS[entry.key].format(_PLACE), _as_written(entry.value)
        source, note = entry.source or "assumed", entry.note or ""
        yield (
            f"| `{entry.key}` | {meaning} | {value} | {entry.unit} | {limits.lowest:g} | {limits.highest:g} | "
            f"{source} | {note} |"
        )
