"""People on one list only, twice on a list, not yet decided on: each row of both lists counts exactly once."""

from dataclasses import replace
from datetime import date
from typing import Any

from rso_planner.domain.discrepancy import Cause, Discrepancy
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.reconciliation import Reconciliation
from rso_planner.domain.register_record import RegisterLayout
from rso_planner.domain.risk_level import RiskLevel
from tests.domain.cases import make_case
from tests.reconciliation.two_lists import compare_lists, record_of

LATE = "2026-05-03 seen"
ON_TIME = "2026-09-20 seen"
NAMED: dict[str, Any] = {"family_name": "Inventedly", "given_names": "Aldous"}


def only(found: Reconciliation) -> Discrepancy:
    """The one discrepancy that there is."""
    (discrepancy,) = found.discrepancies
    return discrepancy


def test_a_person_whom_the_force_does_not_have(policy: PlanningPolicy) -> None:
    record = replace(record_of(make_case(LATE), policy), offender_id=None)
    found = compare_lists([], [record], policy)
    assert (only(found).cause, only(found).people_effect) == (Cause.MISSING_LOCALLY, 1)
    assert (found.people.force_total, found.people.register_total) == (0, 1)
    assert found.policy_overdue.lowest == 0
    assert found.policy_overdue.highest == 1


def test_a_person_on_one_list_only_is_found_with_nothing_overdue(policy: PlanningPolicy) -> None:
    case = make_case(ON_TIME)
    here, there = compare_lists([case], [], policy), compare_lists([], [record_of(case, policy)], policy)
    assert (only(here).cause, only(here).people_effect) == (Cause.MISSING_FROM_REGISTER, 0)
    assert (only(there).cause, only(there).people_effect) == (Cause.MISSING_LOCALLY, 0)


def test_a_person_in_custody_must_be_on_the_register_too(policy: PlanningPolicy) -> None:
    assert (
        only(compare_lists([make_case(LATE, status="custody")], [], policy)).cause is Cause.MISSING_FROM_REGISTER
    )


def test_who_is_closed_on_the_only_list_is_no_difference(policy: PlanningPolicy) -> None:
    dead = make_case(LATE, status="deceased")
    assert compare_lists([dead], [], policy).discrepancies == ()
    assert compare_lists([], [record_of(dead, policy)], policy).discrepancies == ()


def test_an_sro_subject_is_not_missed_on_the_register(policy: PlanningPolicy) -> None:
    assert compare_lists([make_case(LATE, register_type="sro")], [], policy).discrepancies == ()


def test_a_person_timed_there_after_a_transfer_out_has_another_owner(policy: PlanningPolicy) -> None:
    record = record_of(make_case(LATE), policy, status="transferred_out")
    assert only(compare_lists([], [record], policy)).cause is Cause.OWNER


def test_registered_or_transferred_in_after_the_registers_day(policy: PlanningPolicy) -> None:
    snapshot_on = date(2026, 11, 16)
    new = make_case(registered_on="2026-11-17")
    moved = make_case(transferred_in_on="2026-11-17")
    assert only(compare_lists([new], [], policy, snapshot_on=snapshot_on)).cause is Cause.CUTOFF
    assert only(compare_lists([moved], [], policy, snapshot_on=snapshot_on)).cause is Cause.OWNER
    assert only(compare_lists([moved], [], policy)).cause is Cause.MISSING_FROM_REGISTER


def test_a_second_record_of_a_person_counts_once_more_on_the_register(policy: PlanningPolicy) -> None:
    case = make_case(LATE, **NAMED)
    first = record_of(case, policy, **NAMED, date_of_birth=case.offender.date_of_birth)
    second = replace(first, register_id="V-twice", row=3)
    found = compare_lists([case], [first, second], policy)
    assert (only(found).cause, only(found).register_id) == (Cause.DUPLICATE, "V-twice")
    assert (found.people.force_total, found.people.register_total) == (1, 2)


def test_an_export_of_visits_says_nothing_of_people_without_one(policy: PlanningPolicy) -> None:
    late, on_time = make_case(LATE, offender_id="Zz-0001"), make_case(ON_TIME, offender_id="Zz-0002")
    other = make_case(LATE, offender_id="Zz-0003")
    record = record_of(other, policy, visits_outstanding=2)
    found = compare_lists([late, on_time, other], [record], policy, layout=RegisterLayout.VISITS)
    assert (only(found).offender_id, only(found).cause) == ("Zz-0001", Cause.UNEXPLAINED)
    assert only(found).people_effect == -1


def test_a_row_that_was_left_out_makes_nobody_missing(policy: PlanningPolicy) -> None:
    late = make_case(LATE, register_id="V-1")
    assert only(compare_lists([late], [], policy, left_out_ids=("V-1",))).cause is Cause.UNEXPLAINED
    on_time = make_case(ON_TIME, register_id="V-1")
    assert compare_lists([on_time], [], policy, left_out_ids=("V-1",)).discrepancies == ()


def test_only_one_of_two_readings_of_a_record_is_counted_until_a_person_decides(policy: PlanningPolicy) -> None:
    """Same identifier, other names and date of birth: nobody pairs these without looking."""
    case = make_case(LATE, register_id="V-1", **NAMED)
    record = replace(
        record_of(case, policy),
        family_name="Otherwhile",
        given_names="Berenice",
        date_of_birth=date(1951, 7, 8),
    )
    found = compare_lists([case], [record], policy)
    assert found.undecided_pairs == 1
    assert (only(found).cause, only(found).people_effect) == (Cause.UNEXPLAINED, 0)
    assert (found.people.force_total, found.people.register_total) == (1, 1)
    on_time_there = replace(record, next_visit_due_on=date(2027, 1, 1))
    differing = compare_lists([case], [on_time_there], policy)
    assert only(differing).cause is Cause.UNEXPLAINED
    assert "pairs list" in only(differing).reason


def test_the_most_serious_first(policy: PlanningPolicy) -> None:
    people = [
        make_case(LATE, offender_id="Zz-0001", risk_level="low"),
        make_case(LATE, offender_id="Zz-0002", risk_level="very_high"),
        make_case("2026-04-03 seen", offender_id="Zz-0003"),
        make_case(LATE, offender_id="Zz-0004"),
    ]
    late_here = [
        make_case(f"{day} seen", offender_id=name)
        for name, day in (("Zz-5", "2026-05-03"), ("Zz-6", "2026-03-03"))
    ]
    visits_only = make_case("2026-04-03 seen", offender_id="Zz-7")
    records = [
        record_of(case, policy, row, last_visit_on="2026-11-01", next_visit_due_on="2027-02-01")
        for row, case in enumerate(late_here)
    ]
    records.append(record_of(visits_only, policy, 9, visits_outstanding=1))
    found = compare_lists([*people, *late_here, visits_only], records, policy)
    assert [each.offender_id for each in found.discrepancies] == [
        "Zz-0002",
        "Zz-0003",
        "Zz-0004",
        "Zz-0001",
        "Zz-6",
        "Zz-5",
        "Zz-7",
    ]
    assert [each.discrepancy for each in found.corrections] == list(found.discrepancies)


def test_a_likely_pair_shows_only_where_the_lists_differ(policy: PlanningPolicy) -> None:
    """Names alone pair nobody, and nothing speaks against this pair."""
    case = make_case(LATE, offender_id="Zz-1", **NAMED)
    record = replace(record_of(case, policy, **NAMED), register_id="V-9", offender_id=None)
    found = compare_lists([case], [record], policy)
    assert (found.undecided_pairs, found.discrepancies) == (1, ())
    differing = compare_lists([case], [replace(record, next_visit_due_on=date(2027, 1, 1))], policy)
    assert only(differing).cause is Cause.UNEXPLAINED


def test_a_record_for_which_nobody_is_left_is_on_the_register_only(policy: PlanningPolicy) -> None:
    """It may be a second record of somebody, which only a person can say: until then nobody is left out."""
    case = make_case(ON_TIME, **NAMED, date_of_birth="1970-01-02")
    first = replace(record_of(case, policy, **NAMED), date_of_birth=date(1970, 1, 2))
    second = replace(
        first,
        register_id="V-9",
        offender_id=None,
        row=3,
        family_name="Inventedyl",
        date_of_birth=date(1970, 2, 1),
    )
    found = compare_lists([case], [first, second], policy)
    assert (found.undecided_pairs, only(found).cause, only(found).people_effect) == (1, Cause.MISSING_LOCALLY, 0)
    assert "pairs list" in only(found).reason


def test_the_higher_risk_level_of_the_two_counts(policy: PlanningPolicy) -> None:
    case = make_case("2026-07-20 seen", risk_level="medium")
    record = record_of(case, policy, risk_level="very_high", next_visit_due_on="2026-08-20")
    assert only(compare_lists([case], [record], policy)).risk_level is RiskLevel.VERY_HIGH
    case = make_case("2026-07-20 seen", risk_level="very_high")
    record = record_of(case, policy, risk_level="medium", next_visit_due_on="2027-01-20")
    assert only(compare_lists([case], [record], policy)).risk_level is RiskLevel.VERY_HIGH
