"""A point on the British National Grid."""

from dataclasses import dataclass
from math import hypot

# The corners of the grid squares that hold Great Britain (Ordnance Survey, National Grid letters).
EASTING_METRES = (0, 700_000)
NORTHING_METRES = (0, 1_300_000)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in British National Grid metres; 0,0 and points outside Great Britain are no places."""

    easting: int
    northing: int

    def __post_init__(self) -> None:
        if not is_in_great_britain(self.easting, self.northing):
            raise ValueError(f"{self.easting},{self.northing} is not a point in Great Britain")

    def metres_to(self, other: "Place") -> float:
        """The straight-line distance in metres."""
        return hypot(self.easting - other.easting, self.northing - other.northing)


def is_in_great_britain(easting: float, northing: float) -> bool:
    """Tell whether the coordinates lie on the grid and are not the default point 0,0."""
    if (easting, northing) == (0, 0):
        return False
    east_low, east_high = EASTING_METRES
    north_low, north_high = NORTHING_METRES
    return east_low < easting < east_high and north_low < northing < north_high


def grid_reference(place: Place) -> str:
    """The place to 100 metres as it stands on a map: 'SJ 350 910' (Ordnance Survey, six figures)."""
    # The squares of 100 km are lettered from the north-west, five by five, twice over, without the letter I.
    east, from_top = place.easting // 100_000, 19 - place.northing // 100_000
    first = from_top - from_top % 5 + (east + 10) // 5
    second = from_top * 5 % 25 + east % 5
    letters = "".join("ABCDEFGHJKLMNOPQRSTUVWXYZ"[index] for index in (first, second))
    return f"{letters} {place.easting % 100_000 // 100:03} {place.northing % 100_000 // 100:03}"
