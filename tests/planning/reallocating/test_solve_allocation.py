"""No way to allocate tiny caseloads beats the solver's, and each rule of a proposal is kept."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rso_planner.domain.place import Place
from rso_planner.domain.reallocation import ChangeReason
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.planning.reallocating.allocation_problem import AllocationProblem, HeldPerson, Holder
from rso_planner.planning.reallocating.build_allocation import make_reallocation
from rso_planner.planning.reallocating.solve_allocation import TIERS, solve_allocation
from tests.planning.reallocating.brute_allocation import (
    BruteCase,
    BruteOfficer,
    BrutePerson,
    best_score,
    is_allowed,
    score_of,
)

AS_OF = date(2026, 11, 23)
NAMES = ("A", "B", "C")


def as_problem(case: BruteCase) -> AllocationProblem:
    """The drawn force as the solver takes it."""
    return AllocationProblem(
        as_of=AS_OF,
        serving_on=AS_OF,
        holders=tuple(
            Holder(
                officer_id=each.name,
                area=each.area,
                base=Place(335_000 + 1_000 * number, 390_000),
                available_minutes=each.available,
                may_receive=each.may_receive,
                hands_over=ChangeReason.OFFICER_LEAVES if each.hands_over else None,
            )
            for number, each in enumerate(case.officers)
        ),
        people=tuple(
            HeldPerson(
                offender_id=each.name,
                officer_id=each.held_by,
                area=each.area,
                risk_level=RiskLevel.HIGH if each.is_high else RiskLevel.LOW,
                place=Place(335_000 + 300 * number, 390_000),
                yearly_minutes=each.minutes,
            )
            for number, each in enumerate(case.people)
        ),
        band=case.band,
        kept_apart=case.apart,
        not_again=case.refused,
        most_changes=case.most,
    )


@st.composite
def brute_cases(draw: st.DrawFn) -> BruteCase:
    """Up to three officers and five people, with leavers, areas, pairs kept apart and refused, and a bound."""
    officers = []
    for name in NAMES[: draw(st.integers(1, 3))]:
        leaves = draw(st.sampled_from((False, False, True)))
        available = 0 if leaves else draw(st.sampled_from((0, 100, 100, 150)))
        area = draw(st.sampled_from(("north", "south", None)))
        receives = available > 0 and draw(st.sampled_from((True, True, False)))
        officers.append(BruteOfficer(name, area, available, receives, leaves))
    people = tuple(
        BrutePerson(
            name=f"P{number}",
            held_by=draw(st.sampled_from((*(each.name for each in officers), None))),
            area=draw(st.sampled_from(("north", "south", None))),
            is_high=draw(st.booleans()),
            minutes=draw(st.sampled_from((0, 30, 30, 70, 110))),
        )
        for number in range(draw(st.integers(1, 5)))
    )
    pairs = st.frozensets(
        st.tuples(st.sampled_from(NAMES), st.sampled_from([each.name for each in people])), max_size=2
    )
    return BruteCase(
        officers=tuple(officers),
        people=people,
        band=draw(st.sampled_from((0.0, 0.1, 0.5))),
        apart=draw(pairs),
        refused=draw(pairs),
        most=draw(st.sampled_from((None, None, 0, 1, 2))),
    )


@settings(max_examples=150)
@given(brute_cases())
def test_no_way_beats_the_solvers(case: BruteCase) -> None:
    found = solve_allocation(as_problem(case))
    moves = dict(found.new_officer_by_person)
    assert is_allowed(case, moves)
    best = best_score(case)
    assert score_of(case, moves) == best
    assert tuple(each.value for each in found.objectives) == best
    assert all(each.bound == each.value for each in found.objectives)


@settings(max_examples=50)
@given(brute_cases())
def test_the_proposal_adds_up(case: BruteCase) -> None:
    problem = as_problem(case)
    found = make_reallocation(problem, solve_allocation(problem))
    values = {each.name: each.value for each in found.objectives}
    assert len(found.changes) == values["changes"]
    assert len(found.without_officer) == values["without_officer"]
    # Whoever leaves one officer comes to another; somebody without one comes from nowhere.
    newcomers = sum(each.from_officer_id is None for each in found.changes)
    before = sum(each.before.people for each in found.caseloads)
    assert sum(each.after.people for each in found.caseloads) == before + newcomers
    for each in found.caseloads:
        came = sum(change.to_officer_id == each.officer_id for change in found.changes)
        went = sum(change.from_officer_id == each.officer_id for change in found.changes)
        assert each.after.people - each.before.people == came - went


def _officers(*available: int) -> tuple[BruteOfficer, ...]:
    return tuple(
        BruteOfficer(name, "north", minutes, may_receive=True, hands_over=False)
        for name, minutes in zip(NAMES, available, strict=False)
    )


def _person(
    name: str, held_by: str | None, minutes: int, *, area: str = "north", is_high: bool = False
) -> BrutePerson:
    return BrutePerson(name, held_by, area, is_high, minutes)


def _propose(case: BruteCase) -> list[tuple[str, str | None, str, ChangeReason]]:
    problem = as_problem(case)
    found = make_reallocation(problem, solve_allocation(problem))
    return [(each.offender_id, each.from_officer_id, each.to_officer_id, each.reason) for each in found.changes]


def test_the_work_is_evened_and_not_the_count() -> None:
    people = (_person("P0", "A", 90), *(_person(f"P{number}", "B", 30) for number in (1, 2, 3)))
    assert _propose(BruteCase(_officers(100, 100), people, band=0.1)) == []


def test_within_the_band_nobody_moves() -> None:
    people = tuple(_person(f"P{number}", "A" if number < 6 else "B", 10) for number in range(10))
    assert _propose(BruteCase(_officers(100, 100), people, band=0.2)) == []
    assert len(_propose(BruteCase(_officers(100, 100), people, band=0.1))) == 1


def test_whoever_works_half_the_hours_gets_half_the_work() -> None:
    people = tuple(_person(f"P{number}", "A", 10) for number in range(9))
    moved = _propose(BruteCase(_officers(100, 50), people, band=0.0))
    assert [to for _, _, to, _ in moved] == ["B"] * 3


def test_a_leavers_people_all_go_and_each_says_why() -> None:
    officers = (*_officers(100, 100), BruteOfficer("C", "north", 0, may_receive=False, hands_over=True))
    people = tuple(_person(f"P{number}", "C", 10) for number in range(4))
    moved = _propose(BruteCase(officers, people, band=0.0))
    assert [who for who, *_ in moved] == ["P0", "P1", "P2", "P3"]
    assert {reason for *_, reason in moved} == {ChangeReason.OFFICER_LEAVES}
    assert sorted(to for _, _, to, _ in moved) == ["A", "A", "B", "B"]


def test_a_person_who_moved_goes_to_an_officer_of_the_new_area() -> None:
    officers = (*_officers(100), replace(_officers(100, 100)[1], area="south"))
    people = (_person("P0", "A", 40), _person("P1", "A", 40, area="south"), _person("P2", "B", 40, area="south"))
    assert _propose(BruteCase(officers, people, band=0.5)) == [("P1", "A", "B", ChangeReason.MOVED_AREA)]


def test_nobody_at_high_risk_makes_room_for_people_of_the_area() -> None:
    # B is full with P0; to bring P1 and P2, whose officer leaves, to their own area would move P0 out of it.
    officers = (
        BruteOfficer("A", "north", 100, may_receive=True, hands_over=False),
        BruteOfficer("B", "south", 100, may_receive=True, hands_over=False),
        BruteOfficer("C", "south", 0, may_receive=False, hands_over=True),
    )
    people = (
        _person("P0", "B", 60, area="south", is_high=True),
        *(_person(f"P{number}", "C", 30, area="south") for number in (1, 2)),
    )
    assert [(who, to) for who, _, to, _ in _propose(BruteCase(officers, people, 0.0))] == [
        ("P1", "A"),
        ("P2", "A"),
    ]


def test_people_at_low_risk_move_before_those_at_high_risk() -> None:
    people = (_person("P0", "A", 30, is_high=True), _person("P1", "A", 30), _person("P2", "B", 0))
    assert [who for who, *_ in _propose(BruteCase(_officers(100, 100), people, band=0.0))] == ["P1"]


def test_of_people_alike_whoever_lives_nearest_the_new_base_moves() -> None:
    people = tuple(_person(f"P{number}", "A", 30) for number in range(4))
    # The second base lies 1,000 m east of the first, the people 300 m apart on the way to it.
    moved = _propose(BruteCase(_officers(100, 100), people, band=0.0))
    assert sorted(who for who, *_ in moved) == ["P2", "P3"]


@pytest.mark.parametrize("barred", ["apart", "refused"])
def test_a_barred_pair_is_not_proposed(barred: str) -> None:
    people = (_person("P0", "A", 30), _person("P1", "A", 30))
    pair = frozenset({("B", "P1")})
    case = BruteCase(_officers(100, 100), people, band=0.0)
    case = replace(case, apart=pair) if barred == "apart" else replace(case, refused=pair)
    assert [who for who, *_ in _propose(case)] == ["P0"]


def test_an_officer_kept_from_a_person_hands_that_person_over() -> None:
    case = BruteCase(
        _officers(100, 100), (_person("P0", "A", 30), _person("P1", "B", 30)), 1.0, apart=frozenset({("A", "P0")})
    )
    assert _propose(case) == [("P0", "A", "B", ChangeReason.KEPT_APART)]


def test_a_bound_on_changes_goes_to_those_without_an_officer_first() -> None:
    people = (*(_person(f"P{number}", "A", 30) for number in range(4)), _person("P4", None, 30))
    assert _propose(BruteCase(_officers(100, 100), people, band=0.0, most=1)) == [
        ("P4", None, "B", ChangeReason.NO_OFFICER)
    ]


def test_the_same_problem_gives_the_same_answer() -> None:
    people = tuple(_person(f"P{number}", "A", 10 * number, is_high=number % 2 == 0) for number in range(9))
    problem = as_problem(BruteCase(_officers(100, 80, 60), people, band=0.05))
    assert solve_allocation(problem) == solve_allocation(problem)


def test_every_tier_is_told() -> None:
    found = solve_allocation(as_problem(BruteCase(_officers(100), (_person("P0", "A", 30),), band=0.1)))
    assert [each.name for each in found.objectives] == [name for name, _ in TIERS]
