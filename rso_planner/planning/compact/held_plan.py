"""What officers already have in hand: trips and reviews of the issued plan that still hold, and the pins."""

from collections.abc import Collection
from dataclasses import replace

from rso_planner.planning.compact.draft import DraftWeek, Trip
from rso_planner.planning.compact.greedy import Piece, place_piece


class HeldPlan:
    """The part of an earlier plan that still holds; `pinned` are the people whose trip must stay as it is."""

    def __init__(self, draft: DraftWeek, pinned_ids: Collection[str] = ()) -> None:
        self._trips = {person: (trip, draft.start_of(person)) for person, trip in draft.trip_of.items()}
        self._reviewer_of = dict(draft.reviewer_of)
        numbers = (draft.index.person_number.get(each) for each in pinned_ids)
        self.pinned = frozenset(person for person in numbers if person in self._trips)

    def has(self, piece: Piece) -> bool:
        """Tell whether officers hold the piece: a trip to the person that meets it, or the review."""
        if piece.review is not None:
            return piece.review.task_id in self._reviewer_of
        held = self._trips.get(piece.person)
        return held is not None and (held[0].with_assessment or not piece.with_assessment)

    def count_kept(self, draft: DraftWeek) -> int:
        """How many trips are as they were: crew, day, start and whether the assessment is made there."""
        return sum(self._is_kept(draft, person) for person in self._trips)

    def has_pins_in(self, draft: DraftWeek) -> bool:
        """Tell whether every pinned trip of the draft is as it was."""
        return all(self._is_kept(draft, person) for person in self.pinned)

    def place(self, draft: DraftWeek, piece: Piece, *, where_it_was: bool = True) -> bool:
        """Place the piece, first where it was; False, and the draft as before, if it would fit nowhere.

        A placing that moves a pinned trip does not count as one that fits.
        """
        if not self.pinned:
            return (where_it_was and self._put_where_it_was(draft, piece)) or place_piece(draft, piece)
        for put in (self._put_where_it_was, place_piece) if where_it_was else (place_piece,):
            trial = draft.copy()
            if put(trial, piece) and self.has_pins_in(trial):
                draft.become(trial)
                return True
        return False

    def put_pinned(self, draft: DraftWeek) -> None:
        """Put each pinned trip where it was, into a draft that holds nothing else."""
        for person in sorted(self.pinned, key=lambda each: self._trips[each][1]):
            trip, _ = self._trips[person]
            self._insert(draft, trip)

    def _is_kept(self, draft: DraftWeek, person: int) -> bool:
        trip, start = self._trips[person]
        now = draft.trip_of.get(person)
        return (
            now is not None
            and (now.day, now.lead, now.second) == (trip.day, trip.lead, trip.second)
            and now.with_assessment == trip.with_assessment
            and draft.start_of(person) == start
        )

    def _put_where_it_was(self, draft: DraftWeek, piece: Piece) -> bool:
        if piece.review is not None:
            return self._put_review_back(draft, piece)
        if piece.person in draft.trip_of or not self.has(piece):
            return False
        trip, _ = self._trips[piece.person]
        if not draft.may_be_visited_on(trip.person, trip.day):
            return False
        # A visit of a higher tier than its assessment must not wait for the assessment's desk time.
        return self._insert(draft, replace(trip, with_assessment=piece.with_assessment))

    def _put_review_back(self, draft: DraftWeek, piece: Piece) -> bool:
        task = piece.review
        if task is None or task.task_id in draft.reviewer_of or not self.has(piece):
            return False
        return draft.place_review(task.task_id, self._reviewer_of[task.task_id], piece.minutes)

    def _insert(self, draft: DraftWeek, trip: Trip) -> bool:
        _, start = self._trips[trip.person]
        positions = [
            sum(draft.start_of(other) < start for other in draft.routes[officer][trip.day])
            for officer in trip.officers
        ]
        return draft.insert(trip, positions[0], positions[-1])
