"""Scenario files: the shipped ones, what a file may say, and every wrong file answered with file, key, reason."""

import re
from pathlib import Path
from typing import Any

import pytest

from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.scenario import Demand, StaffingChange, figures_of
from rso_planner.files.policy_file import policy_with
from rso_planner.files.scenario_file import (
    ScenarioRefusedError,
    read_demand,
    read_demand_entries,
    read_scenario,
    scenario_path,
    shipped_demand_path,
)

SHIPPED = sorted(scenario_path("baseline").parent.glob("*.toml"))
HEAD = 'title = "Made-up"\ndescription = "Made up for a test."\n'
STAFFING = ", ".join(figures_of(StaffingChange))
DEMAND = ", ".join(figures_of(Demand))
LEVELS = "very_high, high, medium, low"
NO_OFFICER = "officers_required.low is 1 but nobody is named in lone_visit_authorised_by.low"

REFUSED = (
    ('colour = "red"', "colour", "is not one of title, description, breach, staffing, policy, demand, backlog"),
    ("breach = ''", "breach", "is a text in quotation marks"),
    ("breach = 3", "breach", "is a text in quotation marks"),
    ("staffing = 5", "staffing", "is a list of changes, each written as [[staffing]]"),
    ("staffing = 'two more'", "staffing", "is a list of changes, each written as [[staffing]]"),
    ("staffing = [3]", "staffing.1", "is a table of figures"),
    ("[staffing]\nofficers_added = 1", "staffing", "is a list of changes, each written as [[staffing]]"),
    ("[policy]\narms_cycle = 6", "policy", "is a list of changes, each written as [[policy]]"),
    ("[demand]\ngrowth = 0.1", "demand", "is a list of changes, each written as [[demand]]"),
    ("[[staffing]]\nofficers = 2", "staffing.1.officers", f"is not one of {STAFFING}"),
    ("[[staffing]]", "staffing.1", "changes nothing: name a figure beside the weeks"),
    ("[[staffing]]\nweek = 3\nuntil_week = 9", "staffing.1", "changes nothing: name a figure beside the weeks"),
    (
        "[[staffing]]\nofficers_added = '2'",
        "staffing.1.officers_added",
        "is a number (full-time equivalents), not '2'",
    ),
    (
        "[[staffing]]\nofficers_added = true",
        "staffing.1.officers_added",
        "is a number (full-time equivalents), not True",
    ),
    (
        "[[staffing]]\nofficers_added = -1",
        "staffing.1.officers_added",
        "is 0 to 1000 (full-time equivalents), not -1",
    ),
    (
        "[[staffing]]\nofficers_added = nan",
        "staffing.1.officers_added",
        "is 0 to 1000 (full-time equivalents), not nan",
    ),
    (
        "[[staffing]]\nofficers_added = inf",
        "staffing.1.officers_added",
        "is 0 to 1000 (full-time equivalents), not inf",
    ),
    (
        "[[staffing]]\nofficers_added = [1, 2]",
        "staffing.1.officers_added",
        "is a number (full-time equivalents), not [1, 2]",
    ),
    ("[[staffing]]\nweek = 0\novertime = 1", "staffing.1.week", "is 1 to 520 (week), not 0"),
    ("[[staffing]]\nweek = 1.5\novertime = 1", "staffing.1.week", "is a whole number (week), not 1.5"),
    (
        "[[staffing]]\nweek = 2026-11-23\novertime = 1",
        "staffing.1.week",
        "is a number (week), not datetime.date(2026, 11, 23)",
    ),
    (
        "[[staffing]]\nweek = 9\nuntil_week = 8\nofficers_away = 1",
        "staffing.1",
        "until_week 8 is before week 9",
    ),
    (
        "[[staffing]]\nsickness_share = 5",
        "staffing.1.sickness_share",
        "is 0 to 0.9 (share of the plannable time), not 5",
    ),
    (
        "[[staffing]]\npeople_to_officer = 0",
        "staffing.1.people_to_officer",
        "is 1 to 1000 (people in the community to an officer), not 0",
    ),
    (
        "[[staffing]]\novertime = 2\ntraining_weeks = 13",
        "staffing.1.training_weeks",
        "is about recruits: name officers_added beside it",
    ),
    (
        "[[staffing]]\novertime = 1\n[[staffing]]\nplannable_share = 0",
        "staffing.2.plannable_share",
        "is 0.01 to 1 (share of contracted hours), not 0",
    ),
    ("[[policy]]\nweek = 2", "policy.1", "changes nothing: name a key of the policy"),
    ("[[policy]]\nweek = 521\narms_cycle = 6", "policy.1.week", "is 1 to 520 (week), not 521"),
    ("[[policy]]\nvisit_frequency = 3", "policy.1.visit_frequency", "is not a parameter of the policy"),
    (
        "[[policy]]\nuntil_week = 9\narms_cycle = 6",
        "policy.1.until_week",
        "is not a parameter of the policy",
    ),
    (
        "[[policy]]\narms_cycle = 6\n[[policy]]\nweek = 9\narms_cycle = 0",
        "policy.2.arms_cycle",
        "is 1 to 60 calendar months, not 0",
    ),
    ("[[policy]]\n'officers_required.low' = 1", "policy.1.officers_required.low", NO_OFFICER),
    ("[[policy]]\nofficers_required.low = 1", "policy.1.officers_required.low", NO_OFFICER),
    (
        "[[policy]]\nvisit_interval_table.severe = 1",
        "policy.1.visit_interval_table.severe",
        "is not a parameter of the policy",
    ),
    ("[[demand]]\nweek = 3", "demand.1", "changes nothing: name a figure of the demand"),
    ("[[demand]]\nfunerals = 1", "demand.1.funerals", f"is not one of {DEMAND}"),
    ("[[demand]]\ngrowth = '3 %'", "demand.1.growth", "is a number (share a year), not '3 %'"),
    ("[[demand]]\ngrowth = 3", "demand.1.growth", "is -0.5 to 1 (share a year), not 3"),
    ("[[demand]]\nevents = 2", "demand.1.events", f"has a value for each of {LEVELS}"),
    ("[[demand]]\nevents = { high = 2 }", "demand.1.events", f"has a value for each of {LEVELS}"),
    (
        "[[demand]]\nevents = { very_high = 1, high = 1, medium = 1, low = 51 }",
        "demand.1.events.low",
        "is 0 to 50 (events a person and year), not 51",
    ),
    (
        "[[demand]]\nweek = 9\nuntil_week = 8\ngrowth = 0.1",
        "demand.1",
        "until_week 8 is before week 9",
    ),
    ("backlog = 1", "backlog", "is a table of figures"),
    ("[[backlog]]\nvisits_cleared = 1", "backlog", "is a table of figures"),
    ("[backlog]\ncleared = 1", "backlog.cleared", "is not one of visits_cleared, arms_cleared"),
    (
        "[backlog]\nvisits_cleared = 50",
        "backlog.visits_cleared",
        "is 0 to 1 (share of the people overdue a visit), not 50",
    ),
)


def write(tmp_path: Path, text: str, name: str = "ours.toml") -> Path:
    """A file of somebody's own."""
    file = tmp_path / name
    file.write_text(text, "utf-8")
    return file


def refusal(read: Any, path: Path) -> tuple[str, str, str]:
    """What the answer to a wrong file names."""
    with pytest.raises(ScenarioRefusedError) as refused:
        read(path)
    error = refused.value
    assert str(error) == f"{error.file}: {error.key}: {error.reason}"
    return error.file, error.key, error.reason


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_scenario_reads(path: Path) -> None:
    scenario = read_scenario(path)
    assert scenario.name == path.stem
    assert scenario.title
    assert scenario.description.endswith(".")
    assert read_scenario(scenario_path(path.stem)) == scenario
    changes = (*scenario.staffing, *scenario.policy, *scenario.demand)
    assert bool(changes) != (path.stem == "baseline")


def test_two_shipped_scenarios_never_have_one_title() -> None:
    titles = [read_scenario(path).title for path in SHIPPED]
    assert len(titles) == len(set(titles)) >= 12


def test_only_a_scenario_that_departs_from_a_practice_says_so() -> None:
    breaching = {path.stem for path in SHIPPED if read_scenario(path).breach}
    assert breaching == {"one-officer-low-and-medium"}


def test_changes_are_read_in_their_order(tmp_path: Path) -> None:
    text = (
        "[[staffing]]\nofficers_added = 2\n[[staffing]]\nweek = 9\nofficers_away = 0.5\n"
        "[backlog]\narms_cleared = 1"
    )
    scenario = read_scenario(write(tmp_path, HEAD + text))
    assert [(each.week, each.officers_added, each.officers_away) for each in scenario.staffing] == [
        (1, 2, 0.0),
        (9, 0.0, 0.5),
    ]
    assert (scenario.backlog.visits_cleared, scenario.backlog.arms_cleared) == (0.0, 1)


@pytest.mark.parametrize("key", ["on_site.low", '"on_site.low"'], ids=["table", "text"])
def test_a_key_of_the_policy_may_be_written_with_and_without_quotation_marks(key: str, tmp_path: Path) -> None:
    scenario = read_scenario(write(tmp_path, f"{HEAD}[[policy]]\n{key} = 30"))
    assert scenario.policy_values_in(1) == {"on_site.low": 30}
    assert policy_with(scenario.policy_values_in(1)).on_site[RiskLevel.LOW] == 30


def test_a_change_of_the_policy_may_build_on_an_earlier_one(tmp_path: Path) -> None:
    text = "[[policy]]\nlone_visit_authorised_by.low = 'Made-up'\n[[policy]]\nweek = 9\nofficers_required.low = 1"
    scenario = read_scenario(write(tmp_path, HEAD + text))
    assert scenario.policy_values_in(8) == {"lone_visit_authorised_by.low": "Made-up"}
    assert scenario.policy_values_in(9)["officers_required.low"] == 1


@pytest.mark.parametrize(
    ("text", "key", "reason"), REFUSED, ids=[re.sub(r"\W+", "-", text) for text, _, _ in REFUSED]
)
def test_a_scenario_that_cannot_be_used_is_refused(text: str, key: str, reason: str, tmp_path: Path) -> None:
    assert refusal(read_scenario, write(tmp_path, HEAD + text)) == ("ours.toml", key, reason)


@pytest.mark.parametrize("key", ["title", "description"])
def test_a_title_and_a_description_are_needed(key: str, tmp_path: Path) -> None:
    without = "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(key))
    assert refusal(read_scenario, write(tmp_path, without))[1:] == (key, "is missing")
    blank = f'{without}{key} = "  "\n'
    assert refusal(read_scenario, write(tmp_path, blank))[1:] == (key, "is a text in quotation marks")


@pytest.mark.parametrize("read", [read_scenario, read_demand], ids=["scenario", "demand"])
@pytest.mark.parametrize(
    "content",
    [b"title = 'x", b"title = 'x'\ntitle = 'y'", b"\xff\xfe\x00", b"a = " + b"9" * 5000, b"a = " + b"[" * 9000],
    ids=["open", "twice", "no text", "huge number", "deep"],
)
def test_a_file_that_is_no_toml_is_refused(read: Any, content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_bytes(content)
    name, key, reason = refusal(read, file)
    assert (name, key) == ("ours.toml", "the file")
    assert reason.startswith("is not valid TOML: ")


@pytest.mark.parametrize("read", [read_scenario, read_demand], ids=["scenario", "demand"])
def test_a_missing_file_and_a_folder_are_refused(read: Any, tmp_path: Path) -> None:
    assert refusal(read, tmp_path / "none.toml") == ("none.toml", "the file", "does not exist")
    assert refusal(read, tmp_path) == (tmp_path.name, "the file", "does not exist")
    under_a_file = write(tmp_path, HEAD) / "ours.toml"
    assert refusal(read, under_a_file) == ("ours.toml", "the file", "cannot be read")


def demand_with(tmp_path: Path, old: str, new: str) -> Path:
    """The shipped demand with one text in place of another."""
    text = shipped_demand_path().read_text("utf-8")
    assert text.count(old) >= 1
    return write(tmp_path, text.replace(old, new, 1), "our-demand.toml")


def test_the_shipped_demand_has_every_figure_with_a_source_or_assumed() -> None:
    entries = read_demand_entries(shipped_demand_path())
    assert [entry.key for entry in entries] == list(figures_of(Demand))
    demand = read_demand()
    assert all(getattr(demand, entry.key) == entry.value for entry in entries)


def test_a_measured_figure_has_its_source(tmp_path: Path) -> None:
    text = 'value = 0.0\nunit = "share a year"\n'
    ours = demand_with(tmp_path, f"{text}assumed = true", f"{text}source = 'Count of 2026, made up'")
    growth = read_demand_entries(ours)[0]
    assert (growth.key, growth.source) == ("growth", "Count of 2026, made up")


NEEDS = "needs a value, a unit, and a source or assumed = true"


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ("[growth]", "[increase]", "increase", "is not a figure of the demand"),
        ("[recalls]", "[growth.recalls]", "growth.recalls", "is not one of value, unit, source, assumed, note"),
        ("[growth]\nvalue = 0.0", "[growth]", "growth", NEEDS),
        ("[growth]", "growth = 0.03\n[growth_]", "growth_", "is not a figure of the demand"),
        ("assumed = true", "", "growth", "needs either a source or assumed = true"),
        ("assumed = true", "assumed = 'yes'", "growth", "needs either a source or assumed = true"),
        ("assumed = true", "assumed = true\nsource = 'x'", "growth", "needs either a source or assumed = true"),
        ("assumed = true", "source = 5", "growth.source", "is a text in quotation marks"),
        ("assumed = true", "assumd = true", "growth.assumd", "is not one of value, unit, source, assumed, note"),
        ('"share a year"', '"a year"', "growth", "is in share a year, not in a year"),
        ('unit = "share a year"\n', "", "growth", "is in share a year, not in no unit"),
        ("value = 0.0", "value = 30", "growth.value", "is -0.5 to 1 (share a year), not 30"),
        (
            "low = 0.22 }",
            "low = -1 }",
            "events.value.low",
            "is 0 to 50 (events a person and year), not -1",
        ),
        ("value = 0.8", "value = 0", "visit_success.value", "is 0.01 to 1 (share of the attempts), not 0"),
    ],
)
def test_a_demand_that_cannot_be_used_is_refused(
    old: str, new: str, key: str, reason: str, tmp_path: Path
) -> None:
    assert refusal(read_demand, demand_with(tmp_path, old, new)) == ("our-demand.toml", key, reason)


def test_a_missing_figure_of_the_demand_is_refused(tmp_path: Path) -> None:
    assert refusal(read_demand, write(tmp_path, ""))[1:] == ("growth", NEEDS)
