"""0,0 and points outside Great Britain are no places."""

import pytest

from rso_planner.domain.place import Place, grid_reference


@pytest.mark.parametrize(
    ("easting", "northing"), [(0, 0), (-1, 391_000), (335_000, 0), (700_001, 391_000), (335_000, 1_300_001)]
)
def test_trap_default_coordinates_are_no_place(easting: int, northing: int) -> None:
    with pytest.raises(ValueError, match="not a point in Great Britain"):
        Place(easting, northing)


def test_the_straight_line() -> None:
    assert Place(335_000, 391_000).metres_to(Place(335_300, 391_400)) == 500


@pytest.mark.parametrize(
    ("easting", "northing", "reference"),
    [
        (335_000, 391_000, "SJ 350 910"),
        (530_034, 180_381, "TQ 300 803"),
        # Ben Nevis, Lerwick and Land's End stand in all books of maps.
        (216_600, 771_200, "NN 166 712"),
        (447_700, 1_141_500, "HU 477 415"),
        (134_200, 25_000, "SW 342 250"),
        (335_099, 391_099, "SJ 350 910"),
    ],
)
def test_a_place_as_it_stands_on_a_map(easting: int, northing: int, reference: str) -> None:
    assert grid_reference(Place(easting, northing)) == reference
