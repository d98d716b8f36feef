"""Random pairs of lists: the bridge ties, one against itself is empty, swapping negates, a change moves its line.

The two lists are register-shaped: each person is a row of plain facts with a verdict of the list's own.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rso_planner.domain.case import Case
from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.offender import ManagementStatus, RegisterType, Status
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.reconciliation import BridgeLine, Reconciliation
from rso_planner.domain.register_record import RegisterExport, RegisterLayout, RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.visit import Visit, VisitOutcome
from rso_planner.files.policy_file import read_policy
from rso_planner.reconciliation.lists import BothLists, ListedPerson
from rso_planner.reconciliation.pairing.pair_people import pair_people
from rso_planner.reconciliation.reconcile import reconcile
from rso_planner.reconciliation.verdict import Facts
from tests.domain.cases import AS_OF, make_offender

Records = list[RegisterRecord]
POLICY: PlanningPolicy = read_policy()
DAYS = st.integers(-400, 60).map(lambda days: AS_OF + timedelta(days=days))

SAYS_EVERYTHING = RegisterRecord(
    register_id="V-first",
    row=1,
    status=Status.COMMUNITY,
    last_visit_on=date(2026, 11, 1),
    next_visit_due_on=date(2027, 11, 1),
)
some_record = st.builds(
    RegisterRecord,
    register_id=st.just(""),
    row=st.just(0),
    register_type=st.just(RegisterType.RSO),
    status=st.sampled_from([Status.COMMUNITY, Status.COMMUNITY, Status.CUSTODY, Status.WANTED, Status.DECEASED]),
    risk_level=st.sampled_from(RiskLevel),
    management=st.sampled_from(ManagementStatus),
    last_visit_on=st.none() | DAYS.filter(lambda day: day <= AS_OF),
    next_visit_due_on=st.none() | DAYS,
    visits_outstanding=st.none() | st.integers(0, 3),
)


@st.composite
def lists(draw: st.DrawFn) -> tuple[Records, Records]:
    """Two lists of up to nine people, some on both with other facts, some on one only; the first says it all."""
    left: Records = [SAYS_EVERYTHING]
    right: Records = [SAYS_EVERYTHING]
    for number in range(draw(st.integers(0, 8))):
        where = draw(st.sampled_from(["both", "both", "same", "left", "right"]))
        record = replace(draw(some_record), register_id=f"V-{number}", row=number + 2)
        if where != "right":
            left.append(record)
        if where == "same":
            right.append(record)
        elif where != "left":
            right.append(replace(draw(some_record), register_id=f"V-{number}", row=number + 2))
    return left, right


def compare(left: Records, right: Records) -> Reconciliation:
    """The reconciliation of two register-shaped lists of one day."""
    export = RegisterExport(snapshot_on=AS_OF, layout=RegisterLayout.PEOPLE, records=tuple(right))
    cases = [case_of(record) for record in left]
    verdicts = BothLists(ours={}, export=export, pairing=pair_people([], []), policy=POLICY, as_of=AS_OF)
    both = BothLists(
        ours={
            case.offender.offender_id: ListedPerson(
                facts=Facts(case=case, policy=POLICY, as_of=AS_OF), verdict=verdicts.verdict_of(record)
            )
            for case, record in zip(cases, left, strict=True)
        },
        export=export,
        pairing=pair_people([case.offender for case in cases], right),
        policy=POLICY,
        as_of=AS_OF,
    )
    return reconcile(both)


def case_of(record: RegisterRecord) -> Case:
    """The facts of a row as the facts of a person."""
    offender = replace(
        make_offender(),
        offender_id=f"Zz-{record.register_id}",
        register_id=record.register_id,
        status=record.status or Status.COMMUNITY,
        risk_level=record.risk_level or RiskLevel.LOW,
        management=record.management or ManagementStatus.ACTIVE,
    )
    seen = record.last_visit_on
    visits = () if seen is None else (make_visit(offender.offender_id, seen),)
    return Case(offender=offender, events_complete_from=date(2010, 1, 1), visits=visits)


def make_visit(offender_id: str, day: date) -> Visit:
    """A completed visit at noon."""
    return Visit(
        visit_id=f"seen {offender_id}",
        offender_id=offender_id,
        started_at=datetime.combine(day, time(12)),
        outcome=VisitOutcome.SEEN,
        officer_id="OM-01",
    )


@settings(deadline=None)
@given(lists())
def test_the_bridge_ties_in_people_and_in_visits(drawn: tuple[Records, Records]) -> None:
    left, right = drawn
    found = compare(left, right)
    assert found.people.force_total == sum(record.is_overdue_on(AS_OF) for record in left)
    assert found.people.register_total == sum(record.is_overdue_on(AS_OF) for record in right)
    for bridge in (found.people, found.visits):
        assert bridge.force_total + sum(line.effect for line in bridge.lines) == bridge.register_total
        assert sum(line.people for line in bridge.lines) == len(found.discrepancies)
    for parts in (found.by_area, found.by_officer, found.by_risk):
        assert sum(part.people.force_total for part in parts) == found.people.force_total
        assert sum(part.visits.register_total for part in parts) == found.visits.register_total
    assert found.policy_overdue.lowest <= found.policy_overdue.highest


@settings(deadline=None)
@given(lists())
def test_a_list_against_itself_is_empty(drawn: tuple[Records, Records]) -> None:
    found = compare(drawn[0], drawn[0])
    assert (found.discrepancies, found.people.lines, found.visits.lines) == ((), (), ())


@settings(deadline=None)
@given(lists())
def test_swapping_the_lists_negates_the_total_and_exchanges_who_is_missing(drawn: tuple[Records, Records]) -> None:
    left, right = drawn
    one, other = compare(left, right), compare(right, left)
    for bridge, swapped in ((one.people, other.people), (one.visits, other.visits)):
        assert effect(bridge.lines) == -effect(swapped.lines)
    for here, there in (
        (Cause.MISSING_LOCALLY, Cause.MISSING_FROM_REGISTER),
        (Cause.MISSING_FROM_REGISTER, Cause.MISSING_LOCALLY),
    ):
        assert missing(one, here) == missing(other, there)


@settings(deadline=None)
@given(lists(), st.data())
def test_one_more_difference_moves_its_own_line_alone(drawn: tuple[Records, Records], data: st.DataObject) -> None:
    left, right = drawn
    before = compare(left, right)
    agreed = replace(data.draw(some_record), register_id="V-new", row=99)
    assume(agreed.status is Status.COMMUNITY and agreed.management is ManagementStatus.ACTIVE)
    ours = replace(agreed, last_visit_on=AS_OF - timedelta(days=1), next_visit_due_on=None, visits_outstanding=0)
    theirs = replace(ours, last_visit_on=AS_OF - timedelta(days=500), visits_outstanding=1)
    after = compare([*left, ours], [*right, theirs])
    by_cause = {line.cause: line for line in before.people.lines}
    line = by_cause.get(Cause.ENTRY_LAG, BridgeLine(cause=Cause.ENTRY_LAG, people=0, effect=0))
    by_cause[Cause.ENTRY_LAG] = replace(line, people=line.people + 1, effect=line.effect + 1)
    assert {each.cause: each for each in after.people.lines} == by_cause


def effect(lines: tuple[BridgeLine, ...]) -> int:
    """What all causes add to the total."""
    return sum(line.effect for line in lines)


def missing(found: Reconciliation, cause: Cause) -> set[str]:
    """Who is on one list only, by the identifier that the register has or would have."""
    of_cause = [each for each in found.discrepancies if each.cause is cause]
    return {each.register_id or (each.offender_id or "").removeprefix("Zz-") for each in of_cause}
