"""Reallocation: which people should change their officer, proposed by the planner and decided by a person."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.visit_plan import ObjectiveValue


class ChangeReason(StrEnum):
    """Why a person should have another officer; the first that holds is told."""

    NO_OFFICER = "no_officer"
    OFFICER_LEAVES = "officer_leaves"
    OFFICER_AWAY = "officer_away"
    KEPT_APART = "kept_apart"
    MOVED_AREA = "moved_area"
    EVENS_WORK = "evens_work"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerChange:
    """One person's change of officer; `from_officer_id` is None for somebody who has none."""

    offender_id: str
    risk_level: RiskLevel
    from_officer_id: str | None
    to_officer_id: str
    reason: ChangeReason
    yearly_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Caseload:
    """Whom an officer holds: people under management, those of them at high or very high risk, and their work."""

    people: int = 0
    high_risk_people: int = 0
    yearly_minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerCaseload:
    """An officer's caseload before and after.

    `fair_minutes` is the officer's part of all yearly work by available hours, None for somebody who takes no part
    in evening: no offender manager, or leaving, or away.
    """

    officer_id: str
    area: str | None
    fair_minutes: int | None
    before: Caseload
    after: Caseload


@dataclass(frozen=True, slots=True, kw_only=True)
class Reallocation:
    """A proposal: the fewest changes that even the work as far as the objectives say.

    `serving_on` is the day by which officers must be in post to hold people. `without_officer` are those for whom
    no officer is left.
    """

    as_of: date
    serving_on: date
    changes: tuple[OfficerChange, ...]
    caseloads: tuple[OfficerCaseload, ...]
    objectives: tuple[ObjectiveValue, ...]
    without_officer: tuple[str, ...]


class ChangeVerdict(StrEnum):
    """What became of a proposed change, by a person's word or by what the next extract says.

    A person accepts, rejects, or takes that back (undone). A change lapses when a later proposal is made before it
    is decided on. An accepted one is replaced by a later accepted one of the same person, confirmed by an extract
    that holds the new officer, and overtaken by an extract that holds a third.
    """

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNDONE = "undone"
    LAPSED = "lapsed"
    REPLACED = "replaced"
    CONFIRMED = "confirmed"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDecision:
    """One entry in the history of a change; nothing is ever struck out, the last one stands.

    `extract_officer_id` is whom the extract had as the person's officer at that moment.
    """

    change_id: int
    verdict: ChangeVerdict
    decided_at: datetime
    decided_by: str
    extract_officer_id: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredChange:
    """A proposed change with its number, the proposal it belongs to, and its history."""

    change_id: int
    proposal_id: int
    change: OfficerChange
    history: tuple[ChangeDecision, ...] = ()

    @property
    def standing(self) -> ChangeVerdict | None:
        """What stands of the change now; None while it waits for a decision."""
        last = self.history[-1].verdict if self.history else None
        return None if last is ChangeVerdict.UNDONE else last


def verdict_of_extract(change: StoredChange, extract_officer_id: str | None) -> ChangeVerdict | None:
    """What an extract with that officer says of an accepted change; None: it does not know of the change yet."""
    if extract_officer_id == change.change.to_officer_id:
        return ChangeVerdict.CONFIRMED
    told_before = change.history[-1].extract_officer_id
    return None if extract_officer_id == told_before else ChangeVerdict.OVERTAKEN
