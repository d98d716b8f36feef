"""Columns for the search to choose from, tier by tier, and what they prove about any plan."""

from collections.abc import Sequence

import numpy as np

from rso_planner.planning.column_master import MasterNotSolvedError
from rso_planner.planning.columns.crew_columns import CrewPool
from rso_planner.planning.columns.dive import dive, draft_of
from rso_planner.planning.columns.field_week import make_field_week
from rso_planner.planning.columns.prices import Aim, Held, Prices
from rso_planner.planning.columns.repack import repack
from rso_planner.planning.columns.solo_bound import SoloBound
from rso_planner.planning.columns.start_prices import make_start_prices
from rso_planner.planning.columns.week_cuts import make_week_cuts
from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.recombine import DayPart
from rso_planner.planning.compact.safety import SafetyLimit
from rso_planner.planning.compact.score import score
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.problem import Tier

_COLUMNS_TO_CHOOSE_FROM = 800
_COLUMNS_OF_THE_BOUND = 1_500


class ColumnEngine:
    """One week's columns, and for each tier the prices with which they ended."""

    def __init__(self, index: WeekIndex, limit: SafetyLimit) -> None:
        self._index, self._limit = index, limit
        self._week = make_field_week(index)
        self._cuts = make_week_cuts(self._week)
        self._pool = CrewPool(index, self._week, self._cuts)
        self._prices: dict[Tier, Prices] = {}

    def columns_for(self, tier: Tier, best: DraftWeek, rounds: int) -> list[DayPart]:
        """Good day parts for the tier beside what `best` keeps of the tiers above."""
        self._pool.add_draft(best)
        aim = self._aim(tier, score(best).tiers)
        if not aim.gains.any() and not aim.review_gains.any():
            return []
        start = make_start_prices(self._week, aim)
        try:
            self._prices[tier] = self._pool.generate(aim, start, rounds, self._limit)
        except MasterNotSolvedError:
            # The search goes on with the columns there are; nothing is proved about this tier by columns.
            return []
        return self._pool.ranked(aim, self._prices[tier])[:_COLUMNS_TO_CHOOSE_FROM]

    def dive(self, tier: Tier, best: DraftWeek) -> DraftWeek | None:
        """A draft of whole columns for the tier, reviews and small work still left out; None without columns."""
        if tier not in self._prices:
            return None
        return draft_of(self._pool, dive(self._pool, self._aim(tier, score(best).tiers), self._limit))

    def repack(self, tier: Tier, best: DraftWeek, passes: int) -> DraftWeek | None:
        """What `best` does, packed anew some shifts at a time; None without columns for the tier."""
        if tier not in self._prices:
            return None
        self._pool.add_draft(best)
        aim = self._aim(tier, score(best).tiers)
        return draft_of(self._pool, repack(self._pool, aim, self._pool.of_draft(best), passes, self._limit))

    def bounds(self, best: DraftWeek, known: Sequence[int], rounds: int) -> dict[Tier, int]:
        """For each tier with columns, what no plan exceeds that holds the tiers above as `best` does.

        `known` are bounds known already. Nothing is proved where the force has a travel table of its own:
        without a visit a round may then be longer.
        """
        if self._index.has_table:
            return {}
        self._pool.add_draft(best)
        solo = SoloBound(self._index, self._week, self._cuts)
        reached = score(best).tiers
        found = {}
        for tier, prices in self._prices.items():
            aim = self._aim(tier, reached)
            solo.add_parts(self._pool.of_draft(best) + self._pool.ranked(aim, prices)[:_COLUMNS_OF_THE_BOUND])
            solo.add_reviews(self._pool.review_places)
            if known[aim.number] <= reached[aim.number]:
                continue
            found[tier] = solo.prove(aim, prices, reached[aim.number], known[aim.number], rounds, self._limit)
        return found

    def _aim(self, tier: Tier, reached: Sequence[int]) -> Aim:
        gains, reviews = self._week.gains, self._pool.reviews
        worths = [reviews.gains(number) for number in range(len(reviews.tasks))]
        review_gains = np.array(worths, dtype=np.int64).reshape(-1, len(Tier) + 1)
        held = tuple(
            Held(
                number=above,
                gains=gains[:, :, above],
                review_gains=review_gains[:, above],
                least=reached[above],
            )
            for above in range(tier - 1)
            if gains[:, :, above].any() or review_gains[:, above].any()
        )
        number = tier - 1
        return Aim(number=number, gains=gains[:, :, number], review_gains=review_gains[:, number], held=held)
