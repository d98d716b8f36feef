"""From a planning problem to a plan with its objectives, bounds and reasons."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING

from rso_planner.domain.visit_plan import ObjectiveValue, PlanningResult, PlanStatus, Sense, VisitPlan
from rso_planner.planning.check_plan import check_plan_or_raise
from rso_planner.planning.compact.bounds import bounds
from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.exact import solve_whole
from rso_planner.planning.compact.greedy import Piece, make_pieces, place_all, strip_to_tiers
from rso_planner.planning.compact.plan_from_draft import make_plan
from rso_planner.planning.compact.reasons import explain_unplanned
from rso_planner.planning.compact.recombine import PartPool, recombine
from rso_planner.planning.compact.ruin_and_recreate import ruin_and_recreate
from rso_planner.planning.compact.safety import SafetyLimit
from rso_planner.planning.compact.score import Score, score
from rso_planner.planning.compact.week_index import DAYS_A_WEEK, WeekIndex
from rso_planner.planning.problem import PlanningProblem, Tier

if TYPE_CHECKING:
    from rso_planner.planning.columns.engine import ColumnEngine

DEFAULT_SECONDS = 20.0
_PROVEN_GAP = 1e-6
# Above that many arcs of possible rounds, CP-SAT cannot prove a whole week and only takes time.
_MOST_ARCS_OF_A_SMALL_WEEK = 4_000
_SAFETY_FACTOR = 12
# Longer than a busy machine takes to start, to compile and to make the least plan.
_LEAST_SAFETY = 60
_SECONDS_TO_PACK_TWICE = 30
# Beside columns the search is the smaller part of the work.
_MOST_ROUNDS_BESIDE_COLUMNS = 1
_PROGRESS_OF_TIER = 0.7 / 3
_RECOMBINING = 0.3
_PLAIN_MOVES = 20
# CP-SAT proves seven tiers one after another; none gets more than this part of the effort.
_PROVING_SHARES = 4
_LEAST_PROVING_EFFORT = 2.0

_OBJECTIVES = (
    (
        "high_risk_visits",
        Sense.MAX,
        "missed intervals removed, weighed by risk, of very-high and high-risk visits",
    ),
    (
        "high_risk_assessments",
        Sense.MAX,
        "missed intervals removed, weighed by risk, of high-risk ARMS and of what an event triggered",
    ),
    (
        "other_visits_and_assessments",
        Sense.MAX,
        "missed intervals removed, weighed by risk, of all other visits and ARMS",
    ),
    ("other_reviews", Sense.MAX, "missed intervals removed, weighed by risk, of other reviews and dip samples"),
    (
        "own_officer_area_and_pattern",
        Sense.MAX,
        "points for the own officer or area leading, for a varied pattern and for evenings where one is due",
    ),
    ("even_hours", Sense.MIN, "thousandths of plannable time used by the officer who has the most to do"),
    ("travel", Sense.MIN, "minutes of all officers on the road"),
)


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard to work, in counts: rounds of pricing, packing, proving and search; moves, CP-SAT's time a turn."""

    pricing: int
    packing: int
    proving: int
    rounds: int
    moves: int
    recombining: float

    @classmethod
    def for_seconds(cls, seconds: float) -> "Effort":
        """About what fits into so many seconds on a machine of 2026 for one force; the counts alone decide."""
        return cls(
            pricing=round(min(60, 5 + 0.5 * seconds)),
            packing=1 if seconds < _SECONDS_TO_PACK_TWICE else 3,
            proving=round(min(60, 5 + 0.5 * seconds)),
            rounds=max(1, round(seconds / 3)),
            moves=round(min(200, 50 * seconds)),
            recombining=_RECOMBINING,
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the planner is: a share of the work from 0 to 1, and what it is doing, in words."""

    share: float
    doing: str


def solve(
    problem: PlanningProblem,
    *,
    seconds: float = DEFAULT_SECONDS,
    seed: int = 0,
    on_progress: Callable[[Progress], None] = lambda _: None,
) -> PlanningResult:
    """Plan the week.

    `seconds` chooses an effort in counts, so that the same input gives the same plan on any machine; the clock
    is only a safety net, and a plan that it cut short is not reproducible.

    Raises:
        PlanBreaksRulesError: the planner made a plan that breaks a rule; it is never shown.
    """
    began = monotonic()
    limit = SafetyLimit(_SAFETY_FACTOR * seconds + _LEAST_SAFETY)
    index = WeekIndex(problem)
    draft, proven, tier_bounds = _plan_draft(index, seconds, seed, limit, on_progress)
    on_progress(Progress(0.9, "checking every rule and finding the reasons"))
    plan = make_plan(draft)
    check_plan_or_raise(problem, plan)
    unplanned = explain_unplanned(draft, was_cut_short=limit.was_reached)
    if problem.task_by_id and not any(index.week_minutes):
        return PlanningResult(
            status=PlanStatus.NO_PLAN,
            plan=None,
            unplanned=unplanned,
            objectives=(),
            reproducible=True,
            seed=seed,
            seconds=monotonic() - began,
        )
    objectives = objectives_of(index, score(draft), proven, tier_bounds)
    is_proven = all(objective.gap <= _PROVEN_GAP for objective in objectives)
    return PlanningResult(
        status=PlanStatus.OPTIMAL if is_proven else PlanStatus.FEASIBLE,
        plan=plan,
        unplanned=unplanned,
        objectives=objectives,
        reproducible=not limit.was_reached,
        seed=seed,
        seconds=monotonic() - began,
    )


def first_plan(problem: PlanningProblem) -> DraftWeek:
    """The greedy plan alone: the work in the order of service, each put where it costs the least."""
    index = WeekIndex(problem)
    draft = DraftWeek(index)
    place_all(draft, make_pieces(index))
    return draft


def plan_plainly(problem: PlanningProblem, *, turns: int = 1, seed: int = 0) -> VisitPlan:
    """The plan alone, without bounds and reasons: the first plan and so many turns of the search for each tier.

    Raises:
        PlanBreaksRulesError: the planner made a plan that breaks a rule; it is never shown.
    """
    index = WeekIndex(problem)
    pieces = make_pieces(index)
    effort = Effort(pricing=0, packing=0, proving=0, rounds=turns, moves=_PLAIN_MOVES, recombining=_RECOMBINING)
    draft = _search(index, pieces, effort, seed, SafetyLimit(_LEAST_SAFETY), lambda _: None, None)
    plan = make_plan(draft)
    check_plan_or_raise(problem, plan)
    return plan


def _plan_draft(
    index: WeekIndex, seconds: float, seed: int, limit: SafetyLimit, on_progress: Callable[[Progress], None]
) -> tuple[DraftWeek, tuple[int | None, ...], Mapping[Tier, int]]:
    pieces, effort = make_pieces(index), Effort.for_seconds(seconds)
    if _is_small(index):
        draft = _search(index, pieces, effort, seed, limit, on_progress, None)
        draft, proven = solve_whole(
            index,
            draft,
            max(_LEAST_PROVING_EFFORT, seconds / _PROVING_SHARES),
            seed,
            lambda tier: on_progress(Progress(0.7 + 0.03 * tier, "proving the plan")),
        )
        return draft, proven, {}
    if len({piece.tier for piece in pieces}) > 1:
        # Measured: with several tiers columns cost twice the time and reach no more (docs/decisions/0020).
        return _search(index, pieces, effort, seed, limit, on_progress, None), (), {}
    # numba and the linear solver take a moment to import, which a small week or a first plan need not wait for.
    from rso_planner.planning.columns.engine import ColumnEngine

    engine = ColumnEngine(index, limit)
    draft = _search(index, pieces, effort, seed, limit, on_progress, engine)
    on_progress(Progress(0.75, "proving how good the plan is"))
    return draft, (), engine.bounds(draft, bounds(index, score(draft)), effort.proving)


def _search(
    index: WeekIndex,
    pieces: Sequence[Piece],
    effort: Effort,
    seed: int,
    limit: SafetyLimit,
    on_progress: Callable[[Progress], None],
    engine: "ColumnEngine | None",
) -> DraftWeek:
    random = Random(seed)  # noqa: S311 - reproducible choices of the search, nothing secret
    draft, pool = DraftWeek(index), PartPool()
    for tier in Tier:
        up_to_tier = [piece for piece in pieces if piece.tier <= tier]
        place_all(draft, up_to_tier)
        if engine is not None:
            on_progress(
                Progress(_PROGRESS_OF_TIER * (tier - 1), f"making columns for tier {tier.value} of {len(Tier)}")
            )
            pool.add(engine.columns_for(tier, draft, effort.pricing))
            draft = _better(draft, engine.dive(tier, draft), up_to_tier, pool)
            draft = _better(draft, engine.repack(tier, draft, effort.packing), up_to_tier, pool)
        if tier is Tier.OTHER_REVIEWS or not any(piece.tier is tier for piece in pieces):
            continue
        rounds = effort.rounds if engine is None else min(effort.rounds, _MOST_ROUNDS_BESIDE_COLUMNS)
        for turn in range(rounds):
            share = _PROGRESS_OF_TIER * (tier - 1 + (turn + 1) / (rounds + 2))
            on_progress(Progress(share, f"improving tier {tier.value} of {len(Tier)}"))
            draft = ruin_and_recreate(draft, up_to_tier, tier, effort.moves, random, limit, pool)
            draft = recombine(pool, draft, tier, effort.recombining, seed)
        if engine is not None and effort.packing > 1:
            draft = _better(draft, engine.repack(tier, draft, effort.packing), up_to_tier, pool)
        if score(draft).tiers[tier - 1] < sum(piece.worth for piece in pieces if piece.tier is tier):
            # Below the first tier that does not all fit there is little left to build columns from.
            engine = None
    return _fill_each_tier(draft, pieces)


def _better(draft: DraftWeek, other: DraftWeek | None, pieces: Sequence[Piece], pool: PartPool) -> DraftWeek:
    """The better of the draft and one put together from columns and filled up."""
    if other is None:
        return draft
    place_all(other, pieces)
    pool.add_days(other, range(DAYS_A_WEEK))
    return max(draft, other, key=score)


def _fill_each_tier(draft: DraftWeek, pieces: Sequence[Piece]) -> DraftWeek:
    """Until no left-out task fits once the work of lower tiers is taken out: let it in and fill up again."""
    tier = Tier.HIGH_RISK_VISITS
    while True:
        stripped = strip_to_tiers(draft, tier)
        before = score(stripped).tiers
        place_all(stripped, [piece for piece in pieces if piece.tier <= tier])
        if score(stripped).tiers[:tier] > before[:tier]:
            # A visit that moved to another crew may have made room for one of a higher tier: start anew.
            place_all(stripped, pieces)
            draft, tier = stripped, Tier.HIGH_RISK_VISITS
        elif tier is Tier.OTHER_REVIEWS:
            return draft
        else:
            tier = Tier(tier + 1)


def _is_small(index: WeekIndex) -> bool:
    """Tell whether the possible rounds of the week have so few arcs that CP-SAT can prove it whole."""
    arcs = 0
    for officer, days in enumerate(index.plannable):
        for day, minutes in enumerate(days):
            can_go = 0
            for person in range(len(index.people)) if minutes else ():
                can_go += bool(index.start_windows(person, officer, None, day))
                if arcs + can_go * can_go > _MOST_ARCS_OF_A_SMALL_WEEK:
                    return False
            arcs += can_go * can_go
    return True


def objectives_of(
    index: WeekIndex,
    reached: Score,
    proven: tuple[int | None, ...] = (),
    tier_bounds: Mapping[Tier, int] = MappingProxyType({}),
) -> tuple[ObjectiveValue, ...]:
    """What is reached in each tier with the best that is proved: by CP-SAT, by columns, or by a relaxation."""
    units = (index.problem.points_a_unit,) * len(Tier) + (1, 1, 1)
    relaxed = list(bounds(index, reached))
    for tier, by_columns in tier_bounds.items():
        relaxed[tier - 1] = min(relaxed[tier - 1], by_columns)
    found = []
    for number, (name, sense, words) in enumerate(_OBJECTIVES):
        side = 1 if sense is Sense.MAX else -1
        exact = proven[number] if proven else None
        bound = relaxed[number] if exact is None else side * min(side * exact, side * relaxed[number])
        found.append(
            ObjectiveValue(
                name=name,
                sense=sense,
                value=side * reached.in_order[number] / units[number],
                bound=bound / units[number],
                words=words,
            )
        )
    return tuple(found)
