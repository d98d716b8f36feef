"""The Monday sheet: what is late, at risk, to decide, to find and to mend; the highest risk first, no names."""

from dataclasses import replace

import pytest

from rso_planner.domain.case import Case
from rso_planner.domain.due import find_data_warnings, find_enquiries, find_force_tasks
from rso_planner.domain.headline_figures import headline_figures
from rso_planner.domain.lateness import days_overdue
from rso_planner.domain.monday_sheet import MondaySheet, WaitingDecisions, make_monday_paper
from rso_planner.domain.paper import Paper, PaperTable
from rso_planner.domain.policy import PlanningPolicy
from tests.domain.cases import AS_OF, make_case, make_force

CURRENT = "2026-09-01 arms low\n"


def _sheet(policy: PlanningPolicy, *cases: Case, decisions: tuple[WaitingDecisions, ...] = ()) -> Paper:
    force = make_force(*cases)
    tasks = find_force_tasks(force, policy, AS_OF)
    return make_monday_paper(
        MondaySheet(
            figures=headline_figures(force, policy, AS_OF, tasks),
            tasks=tuple((task, days_overdue(task, policy, AS_OF)) for task in tasks),
            enquiries=find_enquiries(force, policy, AS_OF),
            decisions=decisions,
            data_warnings=find_data_warnings(force, policy, AS_OF),
            offender_by_id={case.offender.offender_id: case.offender for case in force.cases},
        )
    )


def _table(paper: Paper, name: str) -> PaperTable:
    return next(each for each in paper.tables if each.name == name)


def _cells(table: PaperTable, *keys: str) -> list[tuple[object, ...]]:
    wanted = [[each.key for each in table.columns].index(key) for key in keys]
    return [tuple(row[index] for index in wanted) for row in table.rows]


@pytest.fixture
def cases() -> tuple[Case, ...]:
    """One late at each of three levels, one at risk, one missing, one wanted, one without a place."""
    return (
        make_case(
            CURRENT + "2025-01-05 seen", offender_id="low", risk_level="low", officer_id="OM2", area="North"
        ),
        make_case(CURRENT + "2026-10-01 seen", offender_id="very", risk_level="very_high"),
        make_case(CURRENT + "2026-01-05 seen", offender_id="high"),
        make_case(CURRENT + "2026-08-27 seen", offender_id="soon"),
        make_case(CURRENT + "2026-08-31 seen", offender_id="later"),
        make_case(offender_id="gone", status="missing", status_since="2026-10-10", risk_level="medium"),
        make_case(offender_id="wild", status="wanted", risk_level="very_high"),
        make_case(CURRENT + "2026-11-01 seen", offender_id="nowhere", place=None, no_fixed_abode=True),
    )


def test_late_visits_stand_by_risk_then_by_their_own_interval(
    policy: PlanningPolicy, cases: tuple[Case, ...]
) -> None:
    late = _table(_sheet(policy, *cases), "Late visits")
    assert _cells(late, "offender_id", "risk_level", "days_late", "officer_id", "area") == [
        ("very", "very high", 22, "nobody", "not known"),
        ("high", "high", 232, "nobody", "not known"),
        ("low", "low", 322, "OM2", "North"),
    ]
    assert late.sentence == "3 tasks, the highest risk first: visit 3."


def test_at_risk_is_what_turns_late_within_seven_days(policy: PlanningPolicy, cases: tuple[Case, ...]) -> None:
    # 27 August and 31 August with three months on: 27 and 30 November; the first is in, the second as well.
    at_risk = _cells(_table(_sheet(policy, *cases), "At risk"), "offender_id", "work")
    assert ("soon", "visit") in at_risk
    assert ("later", "visit") in at_risk
    later = make_case(CURRENT + "2026-09-01 seen", offender_id="later")
    assert ("later", "visit") not in _cells(_table(_sheet(policy, later), "At risk"), "offender_id", "work")


def test_visits_and_other_late_work_do_not_mix(policy: PlanningPolicy, cases: tuple[Case, ...]) -> None:
    paper = _sheet(policy, *cases, make_case("2026-11-01 seen", offender_id="arms"))
    others = _cells(_table(paper, "Late others"), "offender_id", "work")
    assert ("arms", "ARMS assessment") in others
    assert "visit" not in {work for _, work in others}


def test_probations_work_is_not_the_supervisors(policy: PlanningPolicy) -> None:
    ours, theirs = (
        make_case("2026-11-01 seen", offender_id="x", registered_on="2026-06-01", lead_agency=agency)
        for agency in ("police", "probation")
    )

    def late(case: Case) -> list[tuple[object, ...]]:
        return _cells(_table(_sheet(policy, case), "Late others"), "work")

    assert ("ARMS assessment",) in late(ours)
    assert ("ARMS assessment",) not in late(theirs)


def test_whom_to_find_stands_by_risk_with_the_kind_and_since_when(
    policy: PlanningPolicy, cases: tuple[Case, ...]
) -> None:
    found = _table(_sheet(policy, *cases), "To be found")
    assert [row[:2] for row in found.rows] == [("wild", "wanted"), ("nowhere", "no place"), ("gone", "missing")]
    assert [row[2] for row in found.rows] == [None, "", cases[5].offender.status_since]
    assert found.sentence == "3 people: 1 missing, 1 wanted, 1 no place; the highest risk first."


def test_decisions_are_counted_by_kind_and_listed_one_by_one(
    policy: PlanningPolicy, cases: tuple[Case, ...]
) -> None:
    waiting = WaitingDecisions(words="A move?", where="here", cases=(("high", "one"), ("low", "two")))
    none = WaitingDecisions(words="Nothing?", where="there", cases=())
    paper = _sheet(policy, *cases, decisions=(waiting, none))
    assert _table(paper, "Decisions").rows == (("A move?", 2, "here"),)
    assert _table(paper, "Decisions").sentence == "2 decisions for a person to make."
    assert _table(paper, "Decisions one by one").rows == (("A move?", "high", "one"), ("A move?", "low", "two"))
    assert _table(paper, "Decisions one by one").shown == 0


def test_gaps_are_counted_by_field_the_most_frequent_first(policy: PlanningPolicy) -> None:
    gaps = [make_case(CURRENT + "2026-11-01 seen", offender_id=str(n), last_notified_on=None) for n in range(3)]
    gaps.append(make_case(CURRENT + "2026-11-01 seen", offender_id="x", sex=None))
    paper = _sheet(policy, *gaps)
    assert _table(paper, "Data to mend").rows == (("last_notified_on", 3), ("sex", 1))
    assert len(_table(paper, "Gaps one by one").rows) == 4


def test_the_months_dip_samples_are_on_the_sheet(policy: PlanningPolicy) -> None:
    low = make_case(CURRENT + "2026-10-05 seen", offender_id="drawn", risk_level="low")
    drawn = _table(_sheet(replace(policy, dip_sample=1), low), "Dip samples")
    assert _cells(drawn, "offender_id", "work") == [("drawn", "dip-sample visit")]
    assert _table(_sheet(policy, low), "Dip samples").sentence == "None."


def test_nobody_is_named_and_everybody_on_it_is_listed_for_the_audit(
    policy: PlanningPolicy, cases: tuple[Case, ...]
) -> None:
    named = [replace(each, offender=replace(each.offender, family_name="Zzample")) for each in cases]
    paper = _sheet(
        policy, *named, decisions=(WaitingDecisions(words="A pair?", where="", cases=(("V-1", "why"),)),)
    )
    assert "Zzample" not in repr(paper)
    shown = {row[0] for table in paper.tables for row in table.rows if table.columns[0].key == "offender_id"}
    assert set(paper.offender_ids) == shown


def test_what_events_ask_for_stands_first_until_it_is_dealt_with(policy: PlanningPolicy) -> None:
    asked = make_case(CURRENT + "2026-11-01 seen\n2026-11-10 event offence significant", offender_id="asked")
    done = make_case(
        CURRENT + "2026-11-01 seen\n2026-11-10 event offence significant\n2026-11-20 arms low", offender_id="done"
    )
    late = make_case("2026-11-01 seen\n2026-11-10 event offence significant", offender_id="late")
    first = _sheet(policy, late, asked, done).tables[0]
    assert first.name == "Open flags"
    assert next(iter(first.rows))[0] == "asked", "what the event itself dates stands before what was late anyway"
    assert ("asked", "ARMS assessment") in _cells(first, "offender_id", "work")
    assert all(work != "ARMS assessment" for who, work in _cells(first, "offender_id", "work") if who == "done")
