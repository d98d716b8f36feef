"""Each cause on a person drawn for it, in both directions where there are two; AS_OF is Monday 23 November 2026.

High risk is visited every 3 months by the table, medium every 6, low every 12.
"""

from datetime import date, timedelta
from typing import Any

import pytest

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.policy import PlanningPolicy
from tests.domain.cases import AS_OF, make_case
from tests.reconciliation.two_lists import compare_lists, find_discrepancy, get_discrepancy, record_of

ON_TIME = "2026-09-20 seen"  # due on 20 December 2026
LATE = "2026-05-03 seen"  # due on 3 August 2026

DRAWN: list[tuple[str, str, str, dict[str, Any], dict[str, Any]]] = [
    # cause, what it is, history, the person here, what the register says otherwise
    (
        "POPULATION",
        "custody on both, timed there",
        LATE,
        {"status": "custody"},
        {"next_visit_due_on": "2026-08-03"},
    ),
    ("POPULATION", "dead, not archived", LATE, {"status": "deceased"}, {"next_visit_due_on": "2026-08-03"}),
    ("POPULATION", "missing on both", LATE, {"status": "missing"}, {"next_visit_due_on": "2026-08-03"}),
    (
        "POPULATION",
        "registration has ended here",
        LATE,
        {"notification_ends_on": "2026-10-01"},
        {"next_visit_due_on": "2026-08-03"},
    ),
    (
        "POPULATION",
        "no place to visit",
        LATE,
        {"no_fixed_abode": True, "place": None},
        {"next_visit_due_on": "2026-08-03"},
    ),
    (
        "REACTIVE_STILL_TIMED",
        "reactive on both, timed there",
        LATE,
        {"management": "reactive", "management_since": "2026-06-01"},
        {"next_visit_due_on": "2026-08-03"},
    ),
    (
        "REACTIVE_STILL_TIMED",
        "reactive there alone",
        LATE,
        {},
        {"management": "reactive", "next_visit_due_on": None},
    ),
    (
        "ENTRY_LAG",
        "our visit is not there",
        f"{LATE}\n{ON_TIME}",
        {},
        {"last_visit_on": "2026-05-03", "next_visit_due_on": "2026-08-03"},
    ),
    (
        "ENTRY_LAG",
        "their visit is not here",
        LATE,
        {},
        {"last_visit_on": "2026-09-20", "next_visit_due_on": "2026-12-20"},
    ),
    (
        "ATTEMPT_AS_VISIT",
        "our attempt is their visit",
        f"{LATE}\n2026-09-20 not_seen",
        {},
        {"last_visit_on": "2026-09-20", "next_visit_due_on": "2026-12-20"},
    ),
    ("UNIT", "two visits owed, counted as one", "2026-04-03 seen", {}, {"visits_outstanding": 1}),
    (
        "TYPE",
        "the date is the assessment's",
        f"{ON_TIME}\n2025-10-01 arms low",
        {},
        {"next_visit_due_on": "2026-10-01", "next_arms_due_on": "2026-10-01"},
    ),
    (
        "TYPE",
        "an assessment among the visits outstanding",
        f"{ON_TIME}\n2025-10-01 arms low",
        {},
        {"visits_outstanding": 1},
    ),
    (
        "FREQUENCY_BASIS",
        "the plan's interval here, the table's there",
        "2026-07-20 seen",
        {"visit_interval": "6 months"},
        {"visit_interval": None, "next_visit_due_on": "2026-10-20"},
    ),
    (
        "FREQUENCY_BASIS",
        "the table's interval here, a plan's there",
        "2026-07-20 seen",
        {},
        {"visit_interval": "7 months", "next_visit_due_on": "2027-02-20"},
    ),
    (
        "ANCHOR",
        "from the last due date",
        "2025-12-03 seen\n2026-03-20 seen\n2026-08-25 seen",
        {},
        {"next_visit_due_on": "2026-09-03"},
    ),
    (
        "ANCHOR",
        "from the last due date, by the last two visits",
        "2024-01-31 seen\n2026-05-10 seen\n2026-09-01 seen",
        {},
        {"next_visit_due_on": "2026-11-10"},
    ),
    ("ANCHOR", "months of 30 days", "2026-08-24 seen", {}, {"next_visit_due_on": "2026-11-22"}),
    (
        "RISK_CHANGE",
        "another level there",
        "2026-07-20 seen",
        {"risk_level": "medium"},
        {"risk_level": "high", "next_visit_due_on": "2026-10-20"},
    ),
    (
        "RISK_CHANGE",
        "the same level, the date not recomputed",
        "2026-07-20 seen",
        {"risk_level": "medium"},
        {"next_visit_due_on": "2026-10-20"},
    ),
    ("CUTOFF", "due today counted there", "2026-08-23 seen", {}, {"visits_outstanding": 1}),
    (
        "OWNER",
        "transferred out here alone",
        LATE,
        {"status": "transferred_out"},
        {"status": "community", "next_visit_due_on": "2026-08-03"},
    ),
    ("OWNER", "transferred out there alone", LATE, {}, {"status": "transferred_out", "next_visit_due_on": None}),
    (
        "OWNER",
        "another unit's area there",
        LATE,
        {"area": "North"},
        {"area": "Far Off", "next_visit_due_on": None},
    ),
    (
        "NOT_RSO",
        "an SRO subject counted there",
        f"{LATE}\n2025-01-01 order SRO until 2027-01-01",
        {"register_type": "sro"},
        {"register_type": "rso", "next_visit_due_on": "2026-08-03"},
    ),
    ("STATUS_ONE_SIDED", "custody there alone", LATE, {}, {"status": "custody", "next_visit_due_on": None}),
    (
        "STATUS_ONE_SIDED",
        "custody here alone",
        LATE,
        {"status": "custody"},
        {"status": "community", "next_visit_due_on": "2026-08-03"},
    ),
    ("STATUS_ONE_SIDED", "wanted there alone", LATE, {}, {"status": "wanted", "next_visit_due_on": None}),
    ("UNEXPLAINED", "a date that no rule gives", ON_TIME, {}, {"next_visit_due_on": "2026-01-13"}),
]


@pytest.mark.parametrize(
    ("cause", "what", "history", "here", "there"), DRAWN, ids=[f"{row[0]}: {row[1]}" for row in DRAWN]
)
def test_the_cause_is_found(
    policy: PlanningPolicy, cause: str, what: str, history: str, here: dict[str, Any], there: dict[str, Any]
) -> None:
    found = get_discrepancy(make_case(history, **here), policy, **there)
    assert (found.cause.value, found.also) == (cause, ()), found.reason
    assert found.people_effect != 0 or found.visits_effect != 0


@pytest.mark.parametrize(("history", "here"), [(row[2], row[3]) for row in DRAWN])
def test_a_list_that_agrees_gives_no_discrepancy(
    policy: PlanningPolicy, history: str, here: dict[str, Any]
) -> None:
    assert find_discrepancy(make_case(history, **here), policy) is None


def test_a_visit_after_the_registers_day_is_no_entry_lag(policy: PlanningPolicy) -> None:
    case = make_case("2026-05-03 seen\n2026-11-20 seen")
    found = get_discrepancy(
        case, policy, snapshot_on=date(2026, 11, 16), last_visit_on="2026-05-03", next_visit_due_on="2026-08-03"
    )
    assert found.cause is Cause.CUTOFF


def test_a_visit_made_before_an_earlier_snapshot_is_entry_lag(policy: PlanningPolicy) -> None:
    case = make_case("2026-05-03 seen\n2026-11-10 seen")
    found = get_discrepancy(
        case, policy, snapshot_on=date(2026, 11, 16), last_visit_on="2026-05-03", next_visit_due_on="2026-08-03"
    )
    assert found.cause is Cause.ENTRY_LAG


def test_due_between_the_two_days_is_cutoff(policy: PlanningPolicy) -> None:
    found = get_discrepancy(make_case("2026-08-18 seen"), policy, snapshot_on=date(2026, 11, 16))
    assert (found.cause, found.force_overdue, found.register_overdue) == (Cause.CUTOFF, True, False)


def test_a_visit_between_our_day_and_a_later_snapshot_is_cutoff(policy: PlanningPolicy) -> None:
    later = AS_OF + timedelta(days=7)
    found = get_discrepancy(
        make_case(LATE), policy, snapshot_on=later, last_visit_on="2026-11-26", next_visit_due_on="2027-02-26"
    )
    assert found.cause is Cause.CUTOFF


def test_two_causes_that_are_needed_together_are_combined(policy: PlanningPolicy) -> None:
    case = make_case("2026-03-01 seen\n2026-11-01 seen", visit_interval="9 months")
    found = get_discrepancy(
        case, policy, visit_interval=None, last_visit_on="2026-03-01", next_visit_due_on="2026-06-01"
    )
    assert (found.cause, found.parts) == (Cause.COMBINED, (Cause.ENTRY_LAG, Cause.FREQUENCY_BASIS))


def test_of_two_differences_the_one_that_flips_alone_is_the_cause(policy: PlanningPolicy) -> None:
    case = make_case("2026-03-01 seen\n2026-11-01 seen\n2026-06-01 arms low", risk_level="medium")
    found = get_discrepancy(
        case, policy, risk_level="high", last_visit_on="2026-03-01", visits_outstanding=1, next_visit_due_on=None
    )
    assert (found.cause, found.also) == (Cause.ENTRY_LAG, ())


def test_of_two_single_causes_the_first_in_order_is_primary_and_the_other_is_listed(
    policy: PlanningPolicy,
) -> None:
    case = make_case(LATE)
    found = get_discrepancy(
        case, policy, status="custody", last_visit_on="2026-11-01", visits_outstanding=0, next_visit_due_on=None
    )
    assert (found.cause, found.also) == (Cause.ENTRY_LAG, (Cause.STATUS_ONE_SIDED,))


def test_overdue_assessments_alone_do_not_make_type(policy: PlanningPolicy) -> None:
    """Most people's ARMS are overdue: that alone explains no date of a visit."""
    case = make_case("2026-07-20 seen\n2024-01-01 arms low", risk_level="medium")
    found = get_discrepancy(case, policy, risk_level="high", next_visit_due_on="2026-10-20")
    assert (found.cause, found.also) == (Cause.RISK_CHANGE, ())


def test_the_interval_of_another_level_is_a_change_of_risk_and_not_of_frequency(policy: PlanningPolicy) -> None:
    case = make_case("2026-07-20 seen", risk_level="medium")
    found = get_discrepancy(
        case, policy, risk_level="high", visit_interval="3 months", next_visit_due_on="2026-10-20"
    )
    assert found.cause is Cause.RISK_CHANGE


def test_the_reason_says_what_differs_in_one_sentence(policy: PlanningPolicy) -> None:
    found = get_discrepancy(make_case(LATE), policy, last_visit_on="2026-09-20", next_visit_due_on="2026-12-20")
    assert found.reason == (
        "Overdue in the force's records only: the register's last visit is of 20 September 2026 and the "
        "force's of 3 May 2026."
    )
    assert [(each.field, each.force, each.register) for each in found.fields] == [
        ("last_visit_on", "2026-05-03", "2026-09-20"),
        ("next_visit_due_on", "2026-08-03", "2026-12-20"),
    ]


def test_areas_that_the_two_lists_name_in_different_ways_say_nothing_of_the_owner(policy: PlanningPolicy) -> None:
    cases = [make_case(LATE, offender_id=f"Zz-{n}", register_id=f"V-{n}", area="North") for n in range(20)]
    records = [
        record_of(case, policy, row, area="Unit 7", next_visit_due_on=None) for row, case in enumerate(cases, 2)
    ]
    assert {each.cause for each in compare_lists(cases, records, policy).discrepancies} == {Cause.UNEXPLAINED}
    same = [record_of(case, policy, row, area="NORTH") for row, case in enumerate(cases[1:], 2)]
    (found,) = compare_lists(cases, [records[0], *same], policy).discrepancies
    assert found.cause is Cause.OWNER


def test_a_day_on_which_a_visit_falls_due_explains_no_other_date(policy: PlanningPolicy) -> None:
    found = get_discrepancy(make_case("2026-08-23 seen"), policy, next_visit_due_on="2026-02-02")
    assert found.cause is Cause.UNEXPLAINED


def test_the_words_say_only_what_the_register_says(policy: PlanningPolicy) -> None:
    case = make_case(LATE, status="custody")
    silent = get_discrepancy(case, policy, status=None, next_visit_due_on="2026-08-03")
    assert silent.reason.endswith("the status is custody here and not said there.")
    seen, other = make_case(ON_TIME), make_case(ON_TIME, offender_id="Zz-0002")
    records = [
        record_of(seen, policy, last_visit_on=None, next_visit_due_on="2026-08-03"),
        record_of(other, policy, 3),
    ]
    (unseen,) = compare_lists([seen, other], records, policy).discrepancies
    assert unseen.reason.endswith("the register has no visit and the force has one of 20 September 2026.")
