"""Two register-shaped lists drawn by chance: rows of plain facts, each with a verdict of its own list.

People may share names and dates of birth, stand twice on a list, and be linked by an identifier of either list or
by none, so that some pairs are certain, some are left to a person, and some rows are second ones.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from rso_planner.domain.case import Case
from rso_planner.domain.offender import ManagementStatus, RegisterType, Status
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.reconciliation import Reconciliation
from rso_planner.domain.register_record import RegisterExport, RegisterLayout, RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.visit import Visit, VisitOutcome
from rso_planner.files.policy_file import read_policy
from rso_planner.reconciliation.lists import BothLists, ListedPerson
from rso_planner.reconciliation.pairing.pair_people import pair_people
from rso_planner.reconciliation.reconcile import reconcile
from rso_planner.reconciliation.verdict import Facts
from tests.domain.cases import AS_OF, make_offender

POLICY: PlanningPolicy = read_policy()
_DAYS = st.integers(-400, 60).map(lambda days: AS_OF + timedelta(days=days))


@dataclass(frozen=True)
class Row:
    """A row of a list: its own identifier, the other list's where it knows it, and what it says of the person."""

    key: str
    knows: str | None
    said: RegisterRecord


Rows = list[Row]

SAYS_EVERYTHING = Row(
    key="first",
    knows="first",
    said=RegisterRecord(
        register_id="",
        row=0,
        register_type=RegisterType.RSO,
        family_name="Solely",
        given_names="Quentix",
        date_of_birth=date(1949, 3, 4),
        status=Status.COMMUNITY,
        area="North",
        last_visit_on=date(2026, 11, 1),
        next_visit_due_on=date(2027, 11, 1),
    ),
)
_NAMES = st.tuples(
    st.sampled_from(["Zorbly", "Zorbyl", "Mockworth", "NA", None]),
    st.sampled_from(["Zeb", "Zeb Test", "Bill", "William", None]),
    st.sampled_from([date(1980, 1, 2), date(1980, 2, 1), date(1955, 11, 30), None]),
    st.sampled_from(["North", "South", None]),
)
FACTS = st.builds(
    RegisterRecord,
    register_id=st.just(""),
    row=st.just(0),
    register_type=st.just(RegisterType.RSO),
    status=st.sampled_from([Status.COMMUNITY, Status.COMMUNITY, Status.CUSTODY, Status.WANTED, Status.DECEASED]),
    risk_level=st.sampled_from(RiskLevel),
    management=st.sampled_from(ManagementStatus),
    last_visit_on=st.none() | _DAYS.filter(lambda day: day <= AS_OF),
    next_visit_due_on=st.none() | _DAYS,
    visits_outstanding=st.none() | st.integers(0, 3),
)


@st.composite
def lists(draw: st.DrawFn) -> tuple[Rows, Rows]:
    """Two lists of up to ten rows; a person may be on both, on one, or twice, and the first row says it all."""
    left, right = [SAYS_EVERYTHING], [SAYS_EVERYTHING]
    for number in range(draw(st.integers(0, 6))):
        family, given, born, area = draw(_NAMES)
        person: dict[str, Any] = {"family_name": family, "given_names": given, "date_of_birth": born, "area": area}
        where = draw(st.sampled_from(["both", "both", "same", "left", "right", "left twice", "right twice"]))
        link = draw(st.sampled_from(["left", "right", "neither"]))
        facts = replace(draw(FACTS), **person)
        other = facts if where == "same" else replace(draw(FACTS), **person)
        ours, theirs = f"a{number}", f"b{number}"
        if where != "right":
            left.append(Row(ours, theirs if link == "left" else None, facts))
        if where != "left":
            right.append(Row(theirs, ours if link == "right" else None, other))
        if where == "left twice":
            left.append(Row(f"{ours}x", draw(st.sampled_from([theirs, None])), replace(draw(FACTS), **person)))
        if where == "right twice":
            right.append(Row(f"{theirs}x", draw(st.sampled_from([ours, None])), replace(draw(FACTS), **person)))
    return left, right


def against_itself(rows: Rows) -> Rows:
    """The rows, each with its own identifier as that of the other list."""
    return [replace(row, knows=row.key) for row in rows]


def compare(left: Rows, right: Rows) -> Reconciliation:
    """The reconciliation of two lists of one day, the left one as the force's."""
    records = tuple(
        replace(row.said, register_id=row.key, offender_id=row.knows, row=number)
        for number, row in enumerate(right, start=2)
    )
    export = RegisterExport(snapshot_on=AS_OF, layout=RegisterLayout.PEOPLE, records=records)
    cases = [_case_of(row) for row in left]
    verdicts = BothLists(ours={}, export=export, pairing=pair_people([], []), policy=POLICY, as_of=AS_OF)
    both = BothLists(
        ours={
            row.key: ListedPerson(
                facts=Facts(case=case, policy=POLICY, as_of=AS_OF), verdict=verdicts.verdict_of(row.said)
            )
            for case, row in zip(cases, left, strict=True)
        },
        export=export,
        pairing=pair_people([case.offender for case in cases], records),
        policy=POLICY,
        as_of=AS_OF,
    )
    return reconcile(both)


def _case_of(row: Row) -> Case:
    """The facts of a row as the facts of a person."""
    said = row.said
    offender = replace(
        make_offender(),
        offender_id=row.key,
        register_id=row.knows,
        family_name=said.family_name,
        given_names=said.given_names,
        date_of_birth=said.date_of_birth,
        area=said.area,
        status=said.status or Status.COMMUNITY,
        risk_level=said.risk_level or RiskLevel.LOW,
        management=said.management or ManagementStatus.ACTIVE,
    )
    seen = said.last_visit_on
    visits = () if seen is None else (_make_visit(row.key, seen),)
    return Case(offender=offender, events_complete_from=date(2010, 1, 1), visits=visits)


def _make_visit(offender_id: str, day: date) -> Visit:
    return Visit(
        visit_id=f"seen {offender_id}",
        offender_id=offender_id,
        started_at=datetime.combine(day, time(12)),
        outcome=VisitOutcome.SEEN,
        officer_id="OM-01",
    )
