"""A difference is new, standing or gone by its person and cause."""

from rso_planner.domain.discrepancy import Cause, Discrepancy
from rso_planner.domain.reconciliation import TrendLine
from rso_planner.reconciliation.trend import compare_with_earlier
from tests.drawing.reconciliations import make_discrepancy


def _trend(present: list[Discrepancy], earlier: list[Discrepancy]) -> dict[Cause, tuple[int, int, int]]:
    lines = compare_with_earlier(present, [each.same for each in earlier])
    return {line.cause: (line.new, line.standing, line.gone) for line in lines}


def test_new_standing_and_gone_are_counted_for_each_cause() -> None:
    present = [make_discrepancy(number, Cause.ENTRY_LAG) for number in (1, 2, 3)]
    earlier = [make_discrepancy(number, Cause.ENTRY_LAG) for number in (3, 4)]
    assert compare_with_earlier(present, [each.same for each in earlier]) == (
        TrendLine(cause=Cause.ENTRY_LAG, new=2, standing=1, gone=1),
    )


def test_another_cause_of_the_same_person_is_new_and_the_old_one_gone() -> None:
    present, earlier = make_discrepancy(1, Cause.RISK_CHANGE), make_discrepancy(1, Cause.ENTRY_LAG)
    assert _trend([present], [earlier]) == {Cause.ENTRY_LAG: (0, 0, 1), Cause.RISK_CHANGE: (1, 0, 0)}


def test_lines_stand_in_the_order_of_the_causes() -> None:
    present = [make_discrepancy(1, Cause.UNEXPLAINED), make_discrepancy(2, Cause.POPULATION)]
    earlier = [make_discrepancy(3, Cause.OWNER)]
    assert list(_trend(present, earlier)) == [Cause.POPULATION, Cause.OWNER, Cause.UNEXPLAINED]


def test_what_else_has_changed_makes_no_new_difference() -> None:
    present = make_discrepancy(1, Cause.ENTRY_LAG, register_id="R-renumbered", register_visits=4, reason="Else.")
    assert _trend([present], [make_discrepancy(1, Cause.ENTRY_LAG)]) == {Cause.ENTRY_LAG: (0, 1, 0)}


def test_a_person_without_a_record_of_the_force_goes_by_the_registers_identifier() -> None:
    present = [make_discrepancy(number, Cause.MISSING_LOCALLY) for number in (1, 2)]
    assert _trend(present, present[:1]) == {Cause.MISSING_LOCALLY: (1, 1, 0)}


def test_an_identifier_of_the_force_is_not_taken_for_one_of_the_register() -> None:
    ours = make_discrepancy(1, Cause.DUPLICATE, offender_id="0012", register_id=None)
    theirs = make_discrepancy(2, Cause.DUPLICATE, offender_id=None, register_id="0012")
    assert _trend([ours], [theirs]) == {Cause.DUPLICATE: (1, 0, 1)}


def test_a_third_record_of_one_person_counts_as_one_more() -> None:
    second, third = (make_discrepancy(1, Cause.DUPLICATE, register_id=each) for each in ("R2", "R3"))
    assert _trend([second, third], [second]) == {Cause.DUPLICATE: (1, 1, 0)}


def test_two_reconciliations_without_a_difference_have_no_trend() -> None:
    assert compare_with_earlier([], []) == ()
