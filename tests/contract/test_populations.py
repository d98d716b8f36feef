"""Who is counted where."""

import pytest

from tests.contract.extracts import Desk, Extract


def test_every_status_stands_in_its_population(desk: Desk, extract: Extract) -> None:
    inside = ("community", "missing", "wanted")
    away = ("custody", "hospital", "abroad")
    gone = ("deceased", "transferred_out", "archived")
    for status in (*inside, *away, *gone):
        extract.person(status, risk_level="high", status=status)
    extract.person("ended", notification_ends_on="2026-11-22")
    extract.person("S", register_type="sro")
    extract.order("S", "SRO", "2024-01-01", "2029-01-01")
    extract.person("O", register_type="other")
    people = desk.due(extract)["people"]
    assert (people["registered"], people["in_community"]) == (6, 3)
    assert people["by_risk"] == {"very_high": 0, "high": 3, "medium": 0, "low": 0}
    assert people["active"] + people["reactive"] == 3


def test_sro_subjects_are_planned_and_stand_in_a_line_of_their_own(desk: Desk, extract: Extract) -> None:
    extract.person("S", register_type="sro", seen="2026-01-01")
    extract.order("S", "SRO", "2024-01-01", "2029-01-01")
    answer = desk.due(extract)
    assert answer["overdue"]["visits"] == 0
    assert answer["overdue"]["not_rso"]["visits"] == 1
    assert "S:visit" in {each["task_id"] for each in answer["tasks"]}
    _, text, _ = desk.ask("due")
    assert "not RSOs" in text


@pytest.mark.parametrize(
    ("kind", "ends_on", "further", "count"),
    [
        ("SHPO", "2026-11-23", "", 1),
        ("SOPO", "", "yes", 1),
        ("SHPO", "2026-11-22", "", 0),
        ("SRO", "2029-01-01", "", 0),
        ("other", "2029-01-01", "", 0),
    ],
)
def test_orders_counts_registered_people_with_a_shpo_or_sopo_in_force(
    desk: Desk, extract: Extract, kind: str, ends_on: str, further: str, count: int
) -> None:
    extract.person("1", status="custody")
    extract.order("1", kind, "2020-01-01", ends_on, further)
    assert desk.due(extract)["orders"] == count


def test_a_person_with_two_orders_counts_once(desk: Desk, extract: Extract) -> None:
    extract.person("1")
    extract.order("1", "SHPO", "2020-01-01", "2030-01-01")
    extract.order("1", "SOPO", "2014-01-01", "", "yes")
    assert desk.due(extract)["orders"] == 1


def test_the_ratio_counts_offender_managers_as_full_time_equivalents(desk: Desk) -> None:
    extract = Extract()
    extract.officer("OM1")
    extract.officer("OM2", contracted_hours="18.5")
    extract.officer("S1", role="supervisor")
    extract.officer("X1", role="other")
    extract.officer("OM3", leaves_on="2026-11-22")
    extract.officer("OM4", starts_on="2026-11-24")
    for number in range(150):
        extract.person(f"P{number}")
    answer = desk.due(extract)
    assert answer["officers_fte"] == pytest.approx(1.5)
    assert answer["people_to_officer"] == "100:1"


def test_na_is_a_surname_and_0012_is_not_12(desk: Desk, extract: Extract) -> None:
    extract.person("0012", family_name="NA", given_names="Null", seen="2026-05-01")
    extract.person("12", family_name="None", seen="2026-05-02")
    answer = desk.due(extract)
    overdue = {each["offender_id"] for each in answer["tasks"] if each["days_overdue"]}
    assert overdue == {"0012", "12"}
    assert answer["people"]["registered"] == 2


def test_the_overdue_count_is_of_people_and_the_enquiries_are_counted_apart(desk: Desk, extract: Extract) -> None:
    extract.person("1", seen="2026-01-01")
    extract.visit("1", "2026-10-01T10:00", "not_seen")
    extract.person("2", seen="2026-01-01", no_fixed_abode="yes", easting="", northing="")
    extract.person("3", seen="2026-01-01", status="missing")
    answer = desk.due(extract)
    assert answer["overdue"]["visits"] == 1
    assert {(each["offender_id"], each["kind"]) for each in answer["enquiries"]} == {
        ("2", "no_place"),
        ("3", "missing"),
    }
