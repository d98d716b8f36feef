"""Policy files: the standard one whole, a force's own with what differs, and every refusal in words."""

from datetime import time
from pathlib import Path

import pytest

from rso_planner.domain.risk_level import RiskLevel
from rso_planner.files.policy_file import PolicyRefusedError, read_policy, read_policy_entries

REFUSED = (
    ("[visit_frequency]\nvalue = 1", "visit_frequency", "is not a parameter of the policy"),
    (
        "[visit_interval_table.severe]\nvalue = 1",
        "visit_interval_table.severe",
        "is not a parameter of the policy",
    ),
    ("visit_interval_table = 3", "visit_interval_table", "has a value for each of very_high, high, medium, low"),
    ("[arms_cycle]\nsource = 'minute 4'", "arms_cycle", "has no value"),
    (
        "[arms_cycle]\nvalue = 12\nreason = 'x'",
        "arms_cycle.reason",
        "is not one of value, unit, source, assumed, note",
    ),
    ("[arms_cycle]\nvalue = 365\nunit = 'days'", "arms_cycle", "is in calendar months, not in days"),
    ("[arms_cycle]\nvalue = '12'", "arms_cycle", "is a number of calendar months, not '12'"),
    ("[arms_cycle]\nvalue = true", "arms_cycle", "is a number of calendar months, not True"),
    ("[arms_cycle]\nvalue = 11.5", "arms_cycle", "is a whole number of calendar months, not 11.5"),
    ("[arms_cycle]\nvalue = 0", "arms_cycle", "is 1 to 60 calendar months, not 0"),
    ("[plannable_share]\nvalue = nan", "plannable_share", "is 0.01 to 1 share of contracted hours, not nan"),
    ("[unannounced_pattern]\nvalue = 'on'", "unannounced_pattern", "is true or false, not 'on'"),
    ("[completed_visit]\nvalue = 'tried'", "completed_visit", "is one of seen, any_outcome, not 'tried'"),
    ("[roster_starts_at]\nvalue = '9am'", "roster_starts_at", "is a time such as 09:00, not '9am'"),
    ("[roster_ends_at]\nvalue = '08:00'", "roster_ends_at", "roster_ends_at is not after roster_starts_at"),
    (
        "[lone_visit_authorised_by.low]\nvalue = 1",
        "lone_visit_authorised_by.low",
        "is a text in quotation marks, not 1",
    ),
    (
        "[officers_required.low]\nvalue = 1",
        "officers_required.low",
        "officers_required.low is 1 but nobody is named in lone_visit_authorised_by.low",
    ),
    ("[arms_total]\nvalue = 30", "arms_total", "arms_total is 30 minutes, less than on_site.very_high (60)"),
)


def write(tmp_path: Path, text: str) -> Path:
    """The force's file."""
    file = tmp_path / "our-policy.toml"
    file.write_text(text, "utf-8")
    return file


def test_every_standard_parameter_has_a_source_or_is_assumed() -> None:
    entries = read_policy_entries()
    assert len(entries) > 60
    assert all(bool(entry.source) != entry.assumed for entry in entries.values())


def test_a_force_overrides_single_keys(tmp_path: Path) -> None:
    standard = read_policy()
    ours = read_policy(write(tmp_path, "[visit_interval_table.low]\nvalue = 6\nsource = 'minute 4'"))
    assert ours.visit_interval_table[RiskLevel.LOW] == 6
    assert ours.visit_interval_table[RiskLevel.HIGH] == standard.visit_interval_table[RiskLevel.HIGH]
    assert ours.arms_cycle == standard.arms_cycle


def test_an_override_without_a_source_is_assumed(tmp_path: Path) -> None:
    entry = read_policy_entries(write(tmp_path, "arms_cycle = 6"))["arms_cycle"]
    assert (entry.value, entry.assumed, entry.file) == (6, True, "our-policy.toml")


def test_times_of_day_are_read(tmp_path: Path) -> None:
    assert read_policy(write(tmp_path, "roster_starts_at = '08:30'")).roster_starts_at == time(8, 30)


@pytest.mark.parametrize(("text", "key", "reason"), REFUSED, ids=[key for _, key, _ in REFUSED])
def test_a_policy_that_cannot_be_used_is_refused(text: str, key: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(PolicyRefusedError) as refusal:
        read_policy(write(tmp_path, text))
    assert (refusal.value.file, refusal.value.key, refusal.value.reason) == ("our-policy.toml", key, reason)


@pytest.mark.parametrize("content", [b"[arms_cycle\nvalue = 1", b"\xff\xfe\x00"])
def test_a_file_that_is_no_toml_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "our-policy.toml"
    file.write_bytes(content)
    with pytest.raises(PolicyRefusedError, match="is not valid TOML"):
        read_policy(file)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyRefusedError, match="does not exist"):
        read_policy(tmp_path / "none.toml")
    with pytest.raises(PolicyRefusedError, match="cannot be read"):
        read_policy(tmp_path)
