"""What stops, vehicles and cuts cost at one point of a column generation, in whole parts of a prize."""

from dataclasses import dataclass

import numpy as np

from rso_planner.planning.orienteering.problem import Ints

UNITS = 1_000_000
"""Parts of a prize: prices are rounded to them, and any prices give a valid bound."""


@dataclass(frozen=True, slots=True)
class Prices:
    """A price for each stop, for each kind of vehicle and for each cut; none is negative."""

    stop: Ints
    kind: Ints
    cut: Ints

    def mixed_with(self, other: "Prices", share: float) -> "Prices":
        """These prices drawn towards others by a share; cuts that the others do not know cost nothing there."""
        known = np.zeros_like(self.cut)
        known[: other.cut.size] = other.cut
        return Prices(
            stop=_mix(self.stop, other.stop, share),
            kind=_mix(self.kind, other.kind, share),
            cut=_mix(self.cut, known, share),
        )


def _mix(one: Ints, other: Ints, share: float) -> Ints:
    return np.rint((1 - share) * one + share * other).astype(np.int64)
