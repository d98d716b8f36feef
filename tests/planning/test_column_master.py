"""The linear master: optimum, prices, columns and rows that come later."""

import pytest

from rso_planner.planning.column_master import ColumnMaster, MasterNotSolvedError


def triangle() -> ColumnMaster:
    """Three stops, of which each column covers two: half of each column is best."""
    master = ColumnMaster()
    for _ in range(3):
        master.add_row(upper=1.0)
    for pair in ((0, 1), (1, 2), (0, 2)):
        master.add_column(2.0, dict.fromkeys(pair, 1.0))
    return master


def test_the_optimum_has_a_share_for_each_column_and_a_price_for_each_row() -> None:
    optimum = triangle().solve()
    assert optimum.value == pytest.approx(3.0)
    assert optimum.shares == pytest.approx((0.5, 0.5, 0.5))
    assert optimum.prices == pytest.approx((1.0, 1.0, 1.0))


def test_a_column_that_comes_later_is_used() -> None:
    master = triangle()
    master.solve()
    number = master.add_column(4.0, {0: 1.0, 1: 1.0, 2: 1.0})
    optimum = master.solve()
    assert optimum.value == pytest.approx(4.0)
    assert optimum.shares[number] == pytest.approx(1.0)


def test_a_row_that_comes_later_cuts_the_columns_before_it() -> None:
    master = triangle()
    master.solve()
    master.add_row(upper=1.0, coefficients={0: 1.0, 1: 1.0, 2: 1.0})
    assert master.solve().value == pytest.approx(2.0)


def test_a_closed_column_is_not_used() -> None:
    master = triangle()
    master.close_column(0)
    optimum = master.solve()
    assert optimum.value == pytest.approx(2.0)
    assert optimum.shares[0] == 0.0


def test_rows_that_contradict_are_refused() -> None:
    master = ColumnMaster()
    row = master.add_row(lower=2.0, upper=3.0)
    master.add_column(1.0, {row: 0.0})
    with pytest.raises(MasterNotSolvedError):
        master.solve()


def test_solved_anew_the_optimum_is_the_same() -> None:
    master = triangle()
    master.close_column(1)
    master.add_row(upper=0.5, coefficients={0: 1.0})
    optimum = master.solve()
    master._solve_anew()
    assert master.solve() == optimum
    assert optimum.value == pytest.approx(2.0)
