"""Random pairs of lists: the bridge ties, one against itself is empty, swapping negates, a change moves its line.

`pytest --hypothesis-profile=slow` draws some thousand examples.
"""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from rso_planner.domain.discrepancy import Cause, Discrepancy
from rso_planner.domain.offender import ManagementStatus, Status
from rso_planner.domain.reconciliation import BridgeLine, Reconciliation
from tests.domain.cases import AS_OF
from tests.reconciliation.register_shaped import FACTS, Row, Rows, against_itself, compare, lists


@given(lists())
def test_the_bridge_ties_in_people_and_in_visits(drawn: tuple[Rows, Rows]) -> None:
    left, right = drawn
    found = compare(left, right)
    assert found.people.force_total == sum(row.said.is_overdue_on(AS_OF) for row in left)
    assert found.people.register_total == sum(row.said.is_overdue_on(AS_OF) for row in right)
    for bridge in (found.people, found.visits):
        assert bridge.force_total + sum(line.effect for line in bridge.lines) == bridge.register_total
        assert sum(line.people for line in bridge.lines) == len(found.discrepancies)
    for parts in (found.by_area, found.by_officer, found.by_risk):
        assert sum(part.people.force_total for part in parts) == found.people.force_total
        assert sum(part.visits.register_total for part in parts) == found.visits.register_total
        on_one_list = Counter(each.people_effect for each in found.discrepancies)
        assert sum(part.register_only for part in parts) == on_one_list[1]
        assert sum(part.force_only for part in parts) == on_one_list[-1]
    assert found.policy_overdue.lowest <= found.policy_overdue.highest


@given(lists())
def test_whoever_is_not_listed_stands_beside_somebody_who_is_not_listed_either(drawn: tuple[Rows, Rows]) -> None:
    """Unless the person is closed on the only list that holds the person."""
    left, right = drawn
    found = compare(left, right)
    here = {each.offender_id for each in found.discrepancies if not is_second(each, "register")}
    there = {each.register_id for each in found.discrepancies if not is_second(each, "force")}
    quiet_here = [row for row in left if row.key not in here]
    quiet_there = [row for row in right if row.key not in there]
    assert sum(row.said.status is not Status.DECEASED for row in quiet_here) <= len(quiet_there)
    assert sum(row.said.status is not Status.DECEASED for row in quiet_there) <= len(quiet_here)


@given(lists())
def test_a_list_against_itself_is_empty(drawn: tuple[Rows, Rows]) -> None:
    rows = against_itself(drawn[0])
    found = compare(rows, rows)
    assert (found.discrepancies, found.people.lines, found.visits.lines) == ((), (), ())


@given(lists())
def test_swapping_the_lists_negates_the_total_and_exchanges_who_is_missing(drawn: tuple[Rows, Rows]) -> None:
    left, right = drawn
    one, other = compare(left, right), compare(right, left)
    for bridge, swapped in ((one.people, other.people), (one.visits, other.visits)):
        assert effect(bridge.lines) == -effect(swapped.lines)
    for here, there in (
        (Cause.MISSING_LOCALLY, Cause.MISSING_FROM_REGISTER),
        (Cause.MISSING_FROM_REGISTER, Cause.MISSING_LOCALLY),
    ):
        assert missing(one, here) == missing(other, there)


@given(lists(), st.data())
def test_one_more_difference_moves_its_own_line_alone(drawn: tuple[Rows, Rows], data: st.DataObject) -> None:
    left, right = drawn
    before = compare(left, right)
    agreed = replace(
        data.draw(FACTS),
        family_name="Newcomer",
        given_names="Ipsum",
        status=Status.COMMUNITY,
        management=ManagementStatus.ACTIVE,
    )
    ours = replace(agreed, last_visit_on=AS_OF - timedelta(days=1), next_visit_due_on=None, visits_outstanding=0)
    theirs = replace(ours, last_visit_on=AS_OF - timedelta(days=500), visits_outstanding=1)
    after = compare([*left, Row("new", "new", ours)], [*right, Row("new", "new", theirs)])
    by_cause = {line.cause: line for line in before.people.lines}
    line = by_cause.get(Cause.ENTRY_LAG, BridgeLine(cause=Cause.ENTRY_LAG, people=0, effect=0))
    by_cause[Cause.ENTRY_LAG] = replace(line, people=line.people + 1, effect=line.effect + 1)
    assert {each.cause: each for each in after.people.lines} == by_cause


def is_second(found: Discrepancy, whose: str) -> bool:
    """Tell whether the row of that list is a second one, so that the row beside it is not listed for itself."""
    return found.cause is Cause.DUPLICATE and f"the {whose} has a second record" in found.reason


def effect(lines: tuple[BridgeLine, ...]) -> int:
    """What all causes add to the total."""
    return sum(line.effect for line in lines)


def missing(found: Reconciliation, cause: Cause) -> set[str]:
    """Who is on one list only."""
    of_cause = [each for each in found.discrepancies if each.cause is cause]
    return {each.register_id or each.offender_id or "" for each in of_cause}
