"""What the rows of the master are worth, as whole numbers, and what they make of each option.

Whole prices make the Lagrangian bound exact: for any prices that are not negative it holds, so that rounding
inside the linear solver can weaken a bound and never falsify it.
"""

from dataclasses import dataclass, fields

import numpy as np

from rso_planner.planning.columns.field_week import FieldWeek, Ints
from rso_planner.planning.columns.offers import NEVER
from rso_planner.planning.columns.week_cuts import WeekCuts

_LARGEST_GAIN = 2**30
_LEAST_FINENESS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """Prices of the rows.

    `stop[p]`: once only; `minute[o]`: of the week; `shift[x]`: one route a day; `cut[c, o]`: of the week cuts;
    `held[j]`: a point of each objective that is held; `along[p]`: going along once only, where the two officers of
    a visit are planned apart.
    """

    stop: Ints
    minute: Ints
    shift: Ints
    cut: Ints
    held: Ints
    along: Ints

    def mixed_with(self, other: "Prices", share: float) -> "Prices":
        """This share of these prices and the rest of the other's, rounded."""
        mixed = {
            each.name: np.rint(share * getattr(self, each.name) + (1 - share) * getattr(other, each.name)).astype(
                np.int64
            )
            for each in fields(self)
        }
        return Prices(**mixed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What is made as great as it can be, with what is held; `number` is its place in the order of service.

    `gains[k, p]` and `review_gains[t]` are whole points of the objective; `work_cost` and `road_cost` are points
    that a minute on site or at a desk, and on the road, takes away; `held` are the objectives above.
    """

    number: int
    gains: Ints
    review_gains: Ints
    held: tuple["Held", ...] = ()
    work_cost: int = 0
    road_cost: int = 0

    @property
    def fineness(self) -> int:
        """Prices are counted in this part of a point."""
        largest = max(1, int(self.gains.max(initial=0)), int(self.review_gains.max(initial=0)))
        return max(_LEAST_FINENESS, _LARGEST_GAIN // largest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An objective above, of which every plan here keeps at least `least`."""

    number: int
    gains: Ints
    review_gains: Ints
    least: int


def priced_gains(aim: Aim, prices: Prices) -> Ints:
    """For each option and stop its gains and those held, at the prices."""
    total = aim.fineness * aim.gains
    for held, price in zip(aim.held, prices.held, strict=True):
        total = total + price * held.gains
    return total


def priced_reviews(aim: Aim, prices: Prices) -> Ints:
    """For each review its gains and those held, at the prices."""
    total = aim.fineness * aim.review_gains
    for held, price in zip(aim.held, prices.held, strict=True):
        total = total + price * held.review_gains
    return total


def minute_prices(aim: Aim, prices: Prices) -> Ints:
    """Per worker the price of a minute on site or at the desk."""
    return prices.minute + aim.fineness * aim.work_cost


def road_prices(week: FieldWeek, aim: Aim, prices: Prices) -> Ints:
    """Per shift the price of a minute on the road."""
    return (prices.minute + aim.fineness * aim.road_cost)[week.worker]


def lead_values(week: FieldWeek, cuts: WeekCuts, aim: Aim, prices: Prices) -> Ints:
    """What each worker gains by leading each option, without travel; NEVER where that is not allowed."""
    minute = minute_prices(aim, prices)
    gains = priced_gains(aim, prices)
    net = (gains - prices.stop[None, :])[None] - minute[:, None, None] * (week.extra + week.on_site)[None]
    net = net - np.einsum("co,cokp->okp", prices.cut, cuts.lead)
    is_wanted = week.may_lead & (gains > 0)[None]
    values: Ints = np.where(is_wanted, net, NEVER)
    return values


def along_values(week: FieldWeek, cuts: WeekCuts, aim: Aim, prices: Prices) -> Ints:
    """What going along costs each worker, as a negative number; NEVER where that is not allowed."""
    minute = minute_prices(aim, prices)
    cost = minute[:, None] * week.on_site[None] + np.einsum("co,cop->op", prices.cut, cuts.along)
    values: Ints = np.where(week.may_go, -cost, NEVER)
    return values
