"""The pages that say what the code says are as the code would write them now."""

import re

import pytest

from docs.generate import (
    DOCS,
    NOT_RULES,
    PACKAGE,
    PAGES,
    causes_page,
    duties_page,
    formulation_page,
    policy_page,
    traps_page,
)
from docs.scenarios_page import scenarios_page
from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.scenario import Backlog, Demand, StaffingChange, figures_of
from rso_planner.files.policy_file import read_policy_entries
from rso_planner.files.scenario_file import read_demand_entries, shipped_demand_path
from rso_planner.planning.rules import RULES
from rso_planner.planning.solve import _OBJECTIVES
from tests.traps.table import TRAPS


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_current(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == PAGES[name](), "run `make docs`"


def headings(page: str) -> list[str]:
    """The third-level headings of a page."""
    return re.findall(r"^### (\w+)$", page, re.MULTILINE)


def test_every_rule_of_a_plan_is_a_heading_of_the_formulation() -> None:
    files = {path.stem for path in (PACKAGE / "planning" / "rules").glob("*.py")} - {"__init__"}
    assert files
    assert {rule.NAME for rule in RULES} == files
    assert set(headings(formulation_page())) == files


def test_the_table_of_tiers_names_the_objectives_in_their_order() -> None:
    named = re.findall(r"^\| \d \| `(\w+)` \| (min|max) \|", formulation_page(), re.MULTILINE)
    assert named == [(name, sense.value) for name, sense, _ in _OBJECTIVES]


def test_every_duty_is_a_heading_of_its_page() -> None:
    files = {
        path.stem for folder in ("duties", "management") for path in (PACKAGE / "domain" / folder).glob("*.py")
    }
    assert set(headings(duties_page())) == files - {"__init__"} - NOT_RULES


def test_every_parameter_stands_on_the_policy_page() -> None:
    named = re.findall(r"^\| `(\w+)` \|", policy_page(), re.MULTILINE)
    assert named == list(dict.fromkeys(key.split(".")[0] for key in read_policy_entries()))


def test_every_cause_stands_on_its_page_in_the_order_of_choice() -> None:
    named = re.findall(r"^\| `(\w+)` \|", causes_page(), re.MULTILINE)
    assert named == [cause.value for cause in Cause]


def test_every_trap_stands_on_its_page_with_what_handles_it() -> None:
    named = re.findall(r"^\| (\d+) \| (.*?) \| ", traps_page(), re.MULTILINE)
    assert named == [(str(number), trap.words) for number, trap in enumerate(TRAPS, start=1)]
    assert traps_page().count("| `rso_planner/") == sum(len(trap.handled) for trap in TRAPS)


def test_every_key_and_every_shipped_scenario_stands_on_the_page_of_scenarios() -> None:
    named = re.findall(r"^\| `([\w-]+)` \|", scenarios_page(), re.MULTILINE)
    shipped = sorted(path.stem for path in (PACKAGE.parent / "scenarios").glob("*.toml"))
    assert named == [*figures_of(StaffingChange), *figures_of(Backlog), *shipped, *figures_of(Demand)]


def test_every_assumed_figure_of_the_demand_is_called_assumed() -> None:
    rows = scenarios_page().split("## The demand")[1].splitlines()
    assumed = sum("| assumed |" in row for row in rows)
    assert assumed == sum(entry.source is None for entry in read_demand_entries(shipped_demand_path())) > 0


def test_a_breach_stands_on_the_page_of_scenarios() -> None:
    assert "**Departs from the practice of two officers at each visit" in scenarios_page()
