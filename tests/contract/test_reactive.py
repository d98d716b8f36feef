"""Active and reactive management: criteria, exclusions, duties and triggers."""

from typing import Any

import pytest

from tests.contract.extracts import Desk, Extract, tasks_of

_TODAY = "2026-11-23"


def _candidate(extract: Extract, satisfied: str = "yes", **cells: str) -> None:
    """A person of whom every criterion is met."""
    extract.person("1", **{"risk_level": "low", **cells})
    if satisfied:
        extract.decision("1", "2026-11-02", "stay", satisfied)


def _standings(answer: dict[str, Any], offender_id: str = "1") -> dict[str, str]:
    everybody = [*answer["may_move_to_reactive"], *answer["not_eligible"]]
    (found,) = [each for each in everybody if each["offender_id"] == offender_id]
    return {each["name"]: each["standing"] for each in found["criteria"] if each["standing"] != "met"}


def _eligible(answer: dict[str, Any]) -> list[str]:
    return [each["offender_id"] for each in answer["may_move_to_reactive"]]


def test_low_risk_current_low_arms_three_quiet_years_and_a_satisfied_officer_may_move(
    desk: Desk, extract: Extract
) -> None:
    _candidate(extract)
    answer = desk.reviews(extract)
    assert _eligible(answer) == ["1"]
    assert _standings(answer) == {}


@pytest.mark.parametrize(
    ("cells", "criterion", "standing"),
    [
        ({"risk_level": "medium"}, "risk_low", "not_met"),
        ({"arms": "2025-11-22"}, "arms_current_and_low", "not_met"),
        ({"arms": ""}, "arms_current_and_low", "not_met"),
        ({"satisfied": "no"}, "officer_satisfied", "not_met"),
        ({"satisfied": ""}, "officer_satisfied", "not_known"),
        ({"date_of_birth": "2008-11-24", "registered_on": "2021-01-04"}, "not_under_18", "not_met"),
        ({"date_of_birth": ""}, "not_under_18", "not_known"),
        ({"mappa_level": "2"}, "mappa_level_1", "not_met"),
        ({"mappa_level": ""}, "mappa_level_1", "not_known"),
        ({"on_licence": "yes"}, "not_on_licence", "not_met"),
        ({"on_licence": ""}, "not_on_licence", "not_known"),
        ({"open_investigation": "yes"}, "no_open_investigation", "not_met"),
        ({"open_investigation": ""}, "no_open_investigation", "not_known"),
        ({"in_community_since": "2023-11-24"}, "time_in_community", "not_met"),
    ],
)
def test_one_criterion_that_is_not_met_or_not_known_keeps_the_person_active(
    desk: Desk, extract: Extract, cells: dict[str, str], criterion: str, standing: str
) -> None:
    _candidate(extract, **cells)
    answer = desk.reviews(extract)
    assert _eligible(answer) == []
    assert _standings(answer)[criterion] == standing


def test_low_arms_is_not_low_risk_and_a_medium_arms_is_not_low(desk: Desk, extract: Extract) -> None:
    _candidate(extract, arms="")
    extract.assessment("1", "2026-06-01", "2026-06-01", "medium")
    assert "arms_current_and_low" in _standings(desk.reviews(extract))


@pytest.mark.parametrize(("since", "eligible"), [("2023-11-23", ["1"]), ("2023-11-24", [])])
def test_exactly_36_months_in_the_community_is_met_and_prison_does_not_count(
    desk: Desk, extract: Extract, since: str, eligible: list[str]
) -> None:
    _candidate(extract, in_community_since=since, registered_on="2010-01-04")
    assert _eligible(desk.reviews(extract)) == eligible


@pytest.mark.parametrize("kind", ["offence", "order_breach", "recall"])
@pytest.mark.parametrize(("on", "eligible"), [("2023-11-23", ["1"]), ("2023-11-24", [])])
def test_a_sign_of_risk_counts_for_36_months_even_if_not_marked_significant(
    desk: Desk, extract: Extract, kind: str, on: str, eligible: list[str]
) -> None:
    _candidate(extract)
    extract.event("1", on, kind, "no")
    assert _eligible(desk.reviews(extract)) == eligible


def test_an_insignificant_note_is_no_sign_of_risk_and_a_significant_one_is(desk: Desk, extract: Extract) -> None:
    _candidate(extract)
    extract.event("1", "2025-05-05", "intelligence", "no")
    extract.person("2", risk_level="low")
    extract.decision("2", "2026-11-02", "stay", "yes")
    extract.event("2", "2025-05-05", "intelligence", "yes")
    answer = desk.reviews(extract)
    assert _eligible(answer) == ["1"]
    assert _standings(answer, "2") == {"no_offence_or_sign_of_risk": "not_met"}


@pytest.mark.parametrize(("complete_from", "eligible"), [("2023-11-23", ["1"]), ("2023-11-24", [])])
def test_no_event_is_known_only_from_the_day_on_which_the_events_are_complete(
    desk: Desk, extract: Extract, complete_from: str, eligible: list[str]
) -> None:
    extract.events_complete_from = complete_from
    _candidate(extract)
    answer = desk.reviews(extract)
    assert _eligible(answer) == eligible
    if not eligible:
        assert _standings(answer) == {"no_offence_or_sign_of_risk": "not_known"}


@pytest.mark.parametrize(
    ("kind", "ends_on", "further", "standing"),
    [
        ("SHPO", "2026-11-23", "", "not_met"),
        ("SHPO", "2026-11-22", "", None),
        ("SHPO", "", "yes", "not_met"),
        ("SOPO", "2030-01-01", "", "not_met"),
    ],
)
def test_an_order_in_force_excludes_and_its_last_day_is_in_force(
    desk: Desk, extract: Extract, kind: str, ends_on: str, further: str, standing: str | None
) -> None:
    _candidate(extract)
    extract.order("1", kind, "2015-01-01", ends_on, further)
    assert _standings(desk.reviews(extract)).get("no_order_in_force") == standing


def test_an_order_without_an_end_is_not_known_and_a_data_warning(desk: Desk, extract: Extract) -> None:
    _candidate(extract)
    extract.order("1", "SHPO", "2015-01-01")
    answer = desk.reviews(extract)
    assert _standings(answer) == {"no_order_in_force": "not_known"}
    assert "1" in {each["offender_id"] for each in desk.json("due")["data_warnings"]}


def test_each_exclusion_can_be_switched_off(desk: Desk, extract: Extract) -> None:
    _candidate(extract, mappa_level="2")
    policy = desk.policy('[reactive_exclusions.mappa_2_or_3]\nvalue = false\nunit = "switch"\n')
    assert _eligible(desk.reviews(extract, "--policy", policy)) == ["1"]


@pytest.mark.parametrize("status", ["custody", "hospital", "abroad", "missing", "wanted"])
def test_nobody_who_is_not_there_may_move(desk: Desk, extract: Extract, status: str) -> None:
    _candidate(extract, status=status)
    assert _eligible(desk.reviews(extract)) == []


def test_a_summary_stands_before_the_checklists(desk: Desk, extract: Extract) -> None:
    _candidate(extract)
    extract.person("2", risk_level="low")
    extract.person("3", risk_level="medium", on_licence="yes", open_investigation="")
    extract.person("4", risk_level="low", management="reactive", management_since="2026-02-02")
    extract.event("4", "2026-11-20", "offence")
    summary = desk.reviews(extract)["summary"]
    missing = summary.pop("missing")
    assert summary == {"may_move_to_reactive": 1, "nearly": 1, "not_eligible": 2, "must_be_reviewed": 1}
    assert {name: counts for name, counts in missing.items() if any(counts.values())} == {
        "risk_low": {"not_met": 1, "not_known": 0},
        "officer_satisfied": {"not_met": 0, "not_known": 2},
        "not_on_licence": {"not_met": 1, "not_known": 0},
        "no_open_investigation": {"not_met": 0, "not_known": 1},
    }
    _, printed, _ = desk.ask("reviews")
    lines = printed.splitlines()
    assert [line.split()[:2] for line in lines[2:5]] == [["1", "may"], ["1", "nearly:"], ["1", "on"]]
    assert lines.index("What keeps 2 people on active management:") < lines.index(
        "Every criterion is met: 1 person."
    )
    assert "  2  The offender manager's view is not recorded." in lines


def _reactive(extract: Extract, since: str = "2026-02-02", **cells: str) -> None:
    extract.person(
        "1",
        **{
            "risk_level": "low",
            "management": "reactive",
            "management_since": since,
            "seen": "2020-05-01",
            "arms": "2024-01-10",
            **cells,
        },
    )


def test_reactive_people_have_notification_and_a_yearly_desktop_review_and_nothing_else(
    desk: Desk, extract: Extract
) -> None:
    _reactive(extract)
    answer = desk.due(extract)
    assert tasks_of(answer, "1")["desktop_review"] == "2027-02-02"
    assert not {"visit", "first_visit", "arms", "retry"} & set(tasks_of(answer, "1"))
    assert answer["notifications"][0]["due_on"] == "2027-11-02"
    assert (answer["overdue"]["visits"], answer["overdue"]["arms"]) == (0, 0)
    assert (answer["people"]["active"], answer["people"]["reactive"]) == (0, 1)


def test_the_next_desktop_review_counts_from_the_last(desk: Desk, extract: Extract) -> None:
    _reactive(extract, since="2024-02-02", desktop_reviewed_on="2025-12-08")
    assert tasks_of(desk.due(extract), "1")["desktop_review"] == "2026-12-08"


def test_arms_renewal_on_reactive_can_be_switched_on(desk: Desk, extract: Extract) -> None:
    _reactive(extract)
    policy = desk.policy('[reactive_duties_arms_renewal]\nvalue = true\nunit = "switch"\n')
    assert tasks_of(desk.due(extract, "--policy", policy), "1")["arms"] == "2025-01-10"


@pytest.mark.parametrize("kind", ["address_change", "other", "offence", "release"])
def test_any_event_on_reactive_brings_a_review_in_5_working_days(desk: Desk, extract: Extract, kind: str) -> None:
    _reactive(extract)
    extract.event("1", "2026-11-20", kind, "no")
    assert tasks_of(desk.due(extract), "1")["reactive_review"] == "2026-11-27"
    (found,) = desk.json("reviews")["must_be_reviewed"]
    assert (found["offender_id"], found["due_on"]) == ("1", "2026-11-27")


def test_a_raised_arms_on_reactive_brings_a_review(desk: Desk, extract: Extract) -> None:
    _reactive(extract, arms="2026-01-10")
    extract.assessment("1", "2026-11-13", "2026-11-13", "high")
    assert tasks_of(desk.due(extract), "1")["reactive_review"] == "2026-11-20"


@pytest.mark.parametrize("kind", ["SHPO", "SOPO"])
def test_a_new_order_on_reactive_brings_a_review(desk: Desk, extract: Extract, kind: str) -> None:
    _reactive(extract)
    extract.order("1", kind, "2026-11-20", "2031-11-19")
    assert tasks_of(desk.due(extract), "1")["reactive_review"] == "2026-11-27"


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"mappa_level": "2"}, "the MAPPA level is 2"),
        ({"on_licence": "yes"}, "the person is on licence"),
        ({"open_investigation": "yes"}, "the person is under investigation"),
        ({"date_of_birth": "2010-01-01"}, "the person is under 18"),
    ],
)
def test_what_excludes_from_reactive_brings_a_review_counted_from_the_move(
    desk: Desk, extract: Extract, cells: dict[str, str], words: str
) -> None:
    _reactive(extract, registered_on="2024-01-04", **cells)
    assert tasks_of(desk.due(extract), "1")["reactive_review"] == "2026-02-09"
    (found,) = desk.json("reviews")["must_be_reviewed"]
    assert words in found["reason"]
    assert "counted from 2 February 2026" in found["reason"]


def test_an_event_before_the_move_to_reactive_brings_none(desk: Desk, extract: Extract) -> None:
    _reactive(extract)
    extract.event("1", "2026-01-20", "address_change", "no")
    assert "reactive_review" not in tasks_of(desk.due(extract), "1")


@pytest.mark.parametrize("discharge", ["decision", "review"])
def test_a_later_decision_or_review_discharges_it(desk: Desk, extract: Extract, discharge: str) -> None:
    reviewed = {"desktop_reviewed_on": "2026-11-19"} if discharge == "review" else {}
    _reactive(extract, **reviewed)
    extract.event("1", "2026-11-16", "address_change", "no")
    if discharge == "decision":
        extract.decision("1", "2026-11-19", "stay")
    assert "reactive_review" not in tasks_of(desk.due(extract), "1")


def test_an_event_after_the_review_brings_a_new_one(desk: Desk, extract: Extract) -> None:
    _reactive(extract, desktop_reviewed_on="2026-11-12")
    extract.event("1", "2026-11-10", "address_change", "no")
    extract.event("1", "2026-11-16", "address_change", "no")
    assert tasks_of(desk.due(extract), "1")["reactive_review"] == "2026-11-23"


def test_the_answer_is_advice_and_moves_nobody(desk: Desk, extract: Extract) -> None:
    _candidate(extract)
    desk.reviews(extract)
    assert desk.json("due")["people"]["reactive"] == 0
