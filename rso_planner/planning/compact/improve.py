"""Better plans for a large force: one part of the week after another is decided anew by CP-SAT.

Which parts, in which order and how often is fixed by counts and the seed, never by the clock, so that the same
input gives the same plan. A safety limit on the clock stops early and says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.exact import improve_part
from rso_planner.planning.compact.greedy import Piece, place_all
from rso_planner.planning.compact.safety import SafetyLimit
from rso_planner.planning.compact.scope import some_days
from rso_planner.planning.compact.score import score
from rso_planner.planning.compact.week_index import DAYS_A_WEEK, WeekIndex
from rso_planner.planning.problem import Tier


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard to try: rounds over the parts of each tier, and CP-SAT's deterministic time for a part."""

    rounds: int
    part_effort: float
    most_people: int = 18


def improve_tier(
    draft: DraftWeek, pieces: Sequence[Piece], tier: Tier, effort: Effort, random: Random, limit: SafetyLimit
) -> DraftWeek:
    """The draft improved in this tier without loss in those above; `pieces` are the work of tiers up to it."""
    best = draft
    for officers, day in _parts(best, effort.rounds, random):
        if limit.is_reached:
            break
        left_out = _most_worthy_left_out(best, pieces, officers, day, effort.most_people)
        scope, emptied = some_days(best, officers, (day,), left_out)
        if len(scope.people) < 2:
            continue
        found = improve_part(best.index, scope, emptied, best, tier, effort.part_effort, random.randrange(2**31))
        if found is None:
            continue
        place_all(found, pieces)
        if found.is_within_minutes and score(found)[:2] > score(best)[:2]:
            best = found
    return best


def _parts(draft: DraftWeek, rounds: int, random: Random) -> Iterator[tuple[tuple[int, ...], int]]:
    groups = officer_groups(draft.index)
    for _ in range(rounds):
        parts = [(group, day) for group in groups for day in range(DAYS_A_WEEK) if _works(draft, group, day)]
        random.shuffle(parts)
        yield from parts


def _works(draft: DraftWeek, group: Sequence[int], day: int) -> bool:
    return any(draft.index.plannable[officer][day] for officer in group)


def officer_groups(index: WeekIndex, size: int = 5) -> list[tuple[int, ...]]:
    """Officers of one area together, a large area in parts of about five."""
    by_area: dict[str, list[int]] = {}
    for number, officer in enumerate(index.officers):
        if officer.visit_trained and index.week_minutes[number]:
            by_area.setdefault(officer.area or "", []).append(number)
    groups = []
    for _, members in sorted(by_area.items()):
        parts = -(-len(members) // size)
        groups += [tuple(members[part::parts]) for part in range(parts)]
    return groups


def _most_worthy_left_out(
    draft: DraftWeek, pieces: Sequence[Piece], officers: Sequence[int], day: int, most: int
) -> list[int]:
    """People without a trip who lie near these officers' bases and homes of that day, the most worthy first."""
    index = draft.index
    found: list[int] = []
    areas = {index.officers[officer].area for officer in officers}
    for piece in pieces:
        person = piece.person
        if person < 0 or person in draft.trip_of or person in found:
            continue
        if index.people[person].area in areas and draft.may_be_visited_on(person, day):
            found.append(person)
            if len(found) >= most:
                break
    return found
