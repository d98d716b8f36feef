"""0,0 and points outside Great Britain are no places."""

import pytest

from rso_planner.domain.place import Place


@pytest.mark.parametrize(
    ("easting", "northing"), [(0, 0), (-1, 391_000), (335_000, 0), (700_001, 391_000), (335_000, 1_300_001)]
)
def test_trap_default_coordinates_are_no_place(easting: int, northing: int) -> None:
    with pytest.raises(ValueError, match="not a point in Great Britain"):
        Place(easting, northing)


def test_the_straight_line() -> None:
    assert Place(335_000, 391_000).metres_to(Place(335_300, 391_400)) == 500
