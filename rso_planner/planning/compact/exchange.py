"""The least valuable planned trips of one day that make room for a task."""

from collections.abc import Collection, Iterator
from itertools import combinations
from typing import NamedTuple

from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.greedy import Piece, can_place_piece
from rso_planner.planning.compact.score import met_tasks
from rso_planner.planning.problem import PlanTask, Tier

_MOST_TRIPS = 2


class Exchange(NamedTuple):
    """Trips, by person, whose going lets a task in, and what they are worth in its tier and those below."""

    worth: int
    people: tuple[int, ...]


def find_exchange(
    draft: DraftWeek, piece: Piece, *, pinned: Collection[int] = (), most_worth: int | None = None
) -> Exchange | None:
    """The exchange of the least worth for a piece that does not fit, none of its trips of a higher tier or pinned.

    With `most_worth` only an exchange worth less than that is looked for.
    """
    for worth, people in sorted(_choices(draft, piece, pinned, most_worth)):
        without = draft.copy()
        for person in people:
            without.remove(person)
        if can_place_piece(without, piece):
            return Exchange(worth, people)
    return None


def tasks_of(draft: DraftWeek, person: int) -> tuple[PlanTask, ...]:
    """The tasks that the person's planned trip meets."""
    return met_tasks(draft.index, person, draft.trip_of[person].with_assessment)


def _choices(
    draft: DraftWeek, piece: Piece, pinned: Collection[int], most_worth: int | None
) -> Iterator[tuple[int, tuple[int, ...]]]:
    worth = {
        person: sum(task.worth for task in tasks_of(draft, person))
        for person in draft.trip_of
        if person != piece.person and person not in pinned and _is_no_higher(draft, person, piece.tier)
    }
    for count in range(1, _MOST_TRIPS + 1):
        for people in combinations(sorted(worth), count):
            total = sum(worth[person] for person in people)
            is_one_day = len({draft.trip_of[person].day for person in people}) == 1
            if is_one_day and (most_worth is None or total < most_worth):
                yield total, people


def _is_no_higher(draft: DraftWeek, person: int, tier: Tier) -> bool:
    return all(task.tier >= tier for task in tasks_of(draft, person))
