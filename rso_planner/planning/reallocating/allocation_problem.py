"""The problem of who holds whom, without police words beyond officers and people."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from rso_planner.domain.place import Place
from rso_planner.domain.reallocation import ChangeReason
from rso_planner.domain.risk_level import RiskLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """An officer who may hold people.

    `available_minutes` a year decide the fair part of the work; 0 for somebody who takes no part in evening.
    `hands_over` says why everybody the officer holds needs another one.
    """

    officer_id: str
    area: str | None
    base: Place
    available_minutes: int
    may_receive: bool
    hands_over: ChangeReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPerson:
    """A person with the officer who holds the person now, None without one."""

    offender_id: str
    officer_id: str | None
    area: str | None
    risk_level: RiskLevel
    place: Place | None
    yearly_minutes: int


@dataclass(frozen=True, kw_only=True)
class AllocationProblem:
    """Officers and people, sorted by identifier; `band` is the share by which work may differ from the fair part.

    `kept_apart` holds (officer, person) pairs that may not be: a person so held needs another officer. `not_again`
    holds those that were rejected and are not proposed. `most_changes` bounds the changes, None leaves them free.
    """

    as_of: date
    serving_on: date
    holders: tuple[Holder, ...]
    people: tuple[HeldPerson, ...]
    band: float
    kept_apart: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    not_again: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    most_changes: int | None = None

    @cached_property
    def holder_by_id(self) -> dict[str, Holder]:
        """The officers by identifier."""
        return {each.officer_id: each for each in self.holders}

    @cached_property
    def areas_served(self) -> frozenset[str]:
        """The areas that have an officer who may receive people."""
        return frozenset(each.area for each in self.holders if each.may_receive and each.area is not None)

    @cached_property
    def fair_minutes(self) -> dict[str, int]:
        """By officer in the evening: the part of all work that goes by available minutes."""
        taking_part = [each for each in self.holders if each.available_minutes > 0]
        available = sum(each.available_minutes for each in taking_part)
        work = sum(each.yearly_minutes for each in self.people if self._is_shared(each))
        return {each.officer_id: round(work * each.available_minutes / available) for each in taking_part}

    def must_change(self, person: HeldPerson) -> ChangeReason | None:
        """Why the person cannot stay where the person is, or None."""
        holder = self.holder_by_id.get(person.officer_id or "")
        if holder is None:
            return ChangeReason.NO_OFFICER if person.officer_id is None else ChangeReason.OFFICER_LEAVES
        if holder.hands_over is not None:
            return holder.hands_over
        is_apart = (holder.officer_id, person.offender_id) in self.kept_apart
        return ChangeReason.KEPT_APART if is_apart else None

    def may_hold(self, holder: Holder, person: HeldPerson) -> bool:
        """Tell whether the officer may be given the person."""
        pair = (holder.officer_id, person.offender_id)
        is_barred = pair in self.kept_apart or pair in self.not_again
        return holder.may_receive and holder.officer_id != person.officer_id and not is_barred

    def is_of_another_area(self, person: HeldPerson, officer_id: str | None) -> bool:
        """Tell whether the officer serves another area than the person's, although somebody serves that."""
        holder = self.holder_by_id.get(officer_id or "")
        if holder is None or holder.area is None or person.area not in self.areas_served:
            return False
        return holder.area != person.area

    def comes_to_own_area(self, person: HeldPerson, officer_id: str) -> bool:
        """Tell whether the change takes the person from an officer of another area to one who is not."""
        is_elsewhere = self.is_of_another_area(person, person.officer_id)
        return is_elsewhere and not self.is_of_another_area(person, officer_id)

    def _is_shared(self, person: HeldPerson) -> bool:
        # What a supervisor holds and keeps is no part of the offender managers' work.
        if self.must_change(person) is not None:
            return True
        return self.holder_by_id[str(person.officer_id)].available_minutes > 0
