"""Take some neighbouring trips out, put work back in another order, keep what is better.

The moves are counted and drawn from the seed, never timed, so that the same input gives the same plan.
Idea: Schrimpf et al., Journal of Computational Physics 159 (2000); neighbours by place, day and officer.
"""

from collections.abc import Collection, Sequence
from random import Random

from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.greedy import Piece, place_all
from rso_planner.planning.compact.recombine import PartPool
from rso_planner.planning.compact.safety import SafetyLimit
from rso_planner.planning.compact.score import score
from rso_planner.planning.problem import Tier

_MOST_REMOVED = 8
_MOST_TRIED = 14
_MOVES_A_PIECE = 10
# A worse plan is kept as the next start when it loses no more than this share of the tier; it cools to nothing.
_FIRST_TOLERANCE = 0.004


def ruin_and_recreate(
    draft: DraftWeek,
    pieces: Sequence[Piece],
    tier: Tier,
    moves: int,
    random: Random,
    limit: SafetyLimit,
    pool: PartPool,
) -> DraftWeek:
    """The best draft found in so many moves, no worse in the tiers above; the days seen go into the pool."""
    trips = [piece for piece in pieces if piece.person >= 0]
    if not trips:
        return draft
    best, best_score = draft, score(draft)
    current, current_score = draft, best_score
    moves = min(moves, _MOVES_A_PIECE * len(trips))
    for move in range(moves):
        if limit.is_reached:
            break
        trial = current.copy()
        centre = random.choice(trips).person
        removed = ruin(trial, centre, random)
        place_all(trial, choose_left_out(trial, trips, removed, centre, random))
        if not trial.is_within_minutes:
            continue
        pool.add_days(trial, _days_changed(current, trial))
        trial_score = score(trial)
        tolerance = _FIRST_TOLERANCE * (1 - move / moves) * random.random()
        above = tier - 1
        if trial_score.tiers[:above] < best_score.tiers[:above]:
            continue
        if trial_score.tiers[above] >= current_score.tiers[above] - tolerance * best_score.tiers[above]:
            current, current_score = trial, trial_score
        if trial_score > best_score:
            best, best_score = trial, trial_score
    return best


def _days_changed(before: DraftWeek, after: DraftWeek) -> list[int]:
    trips = [trip for person, trip in after.trip_of.items() if before.trip_of.get(person) != trip]
    trips += [trip for person, trip in before.trip_of.items() if after.trip_of.get(person) != trip]
    return sorted({trip.day for trip in trips})


def ruin(trial: DraftWeek, centre: int, random: Random, spared: Collection[int] = ()) -> list[int]:
    """Remove trips that lie near the centre, or on one officer's days; the people removed, none of the spared."""
    count = random.randint(1, _MOST_REMOVED)
    leg = trial.index.leg
    near = sorted(trial.trip_of, key=lambda person: (leg[centre][person] * random.uniform(0.6, 1.4), person))
    if random.random() < 0.5 and near:
        anchor = trial.trip_of[near[0]]
        same = [p for p in near if trial.trip_of[p].day == anchor.day or anchor.lead in trial.trip_of[p].officers]
        near = same
    removed = [person for person in near if person not in spared][:count]
    for person in removed:
        trial.remove(person)
    return removed


def choose_left_out(
    trial: DraftWeek,
    trips: Sequence[Piece],
    removed: Sequence[int],
    centre: int,
    random: Random,
    last: Tier = Tier.OTHER_REVIEWS,
) -> list[Piece]:
    """What was removed and some of what else is left out up to the last tier, in a shaken order of service."""
    leg = trial.index.leg
    left_out = [piece for piece in trips if piece.person not in trial.trip_of]
    back = [piece for piece in left_out if piece.person in removed]
    others = [piece for piece in left_out if piece.person not in removed and piece.tier <= last]
    others.sort(key=lambda piece: (leg[centre][piece.person] * random.uniform(0.5, 2.0), piece.person))
    chosen = back + others[:_MOST_TRIED]
    noise = random.choice((0.0, 0.3, 1.0))
    chosen.sort(
        key=lambda piece: (piece.tier, piece.order[0] * random.uniform(1 - noise, 1 + noise), piece.person)
    )
    return chosen
