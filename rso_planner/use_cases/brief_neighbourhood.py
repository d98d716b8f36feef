"""Tell a neighbourhood team who lives in its area; the audit has the recipient, the reason and the last day."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.briefing_paper import make_briefing_paper
from rso_planner.domain.force import Force
from rso_planner.domain.neighbourhood_briefing import NeighbourhoodBriefing, areas_of, find_briefed_people
from rso_planner.domain.paper import Paper
from rso_planner.domain.refusal import WrongUseError
from rso_planner.files.policy_file import read_policy
from rso_planner.storage.force_loading import load_force
from rso_planner.use_cases.recording import Asking, recorded_act


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingWish:
    """Which area, for whom, why, and until when.

    `as_of` defaults to the extract's day, the recipient to the area's neighbourhood team, the last day to the
    policy's number of days after the as-of day.
    """

    area: str
    as_of: date | None = None
    recipient: str | None = None
    reason: str = "to protect the public in the area"
    expires_on: date | None = None
    policy_file: Path | None = None


def brief_neighbourhood(asking: Asking, wish: BriefingWish) -> Paper:
    """Make the briefing of an area.

    Raises:
        WrongUseError: nobody lives in such an area, the reason is empty, or the briefing ends before it begins.
    """
    policy = read_policy(wish.policy_file)
    with recorded_act(asking, "briefing") as act:
        force = load_force(act.connection)
        as_of = wish.as_of or force.extracted_on
        expires_on = wish.expires_on or as_of + timedelta(days=policy.briefing_expiry)
        _check(wish, force, as_of, expires_on)
        briefing = NeighbourhoodBriefing(
            area=wish.area,
            as_of=as_of,
            recipient=wish.recipient or f"the neighbourhood team of {wish.area}",
            reason=wish.reason,
            expires_on=expires_on,
            people=find_briefed_people(force, wish.area, as_of),
        )
        paper = make_briefing_paper(briefing)
        given = f"recipient: {briefing.recipient}; reason: {wish.reason}; expires on {expires_on}"
        act.record(
            AuditAction.DISCLOSURE,
            people=len(paper.offender_ids),
            offender_ids=paper.offender_ids,
            scope=f"people in the area {wish.area}",
            detail=f"as of {as_of}; {given}",
        )
    return paper


def _check(wish: BriefingWish, force: Force, as_of: date, expires_on: date) -> None:
    areas = areas_of(force)
    if wish.area not in areas:
        raise WrongUseError(f"The extract has no area {wish.area}. It has: {', '.join(areas) or 'none'}.")
    if not wish.reason.strip() or (wish.recipient is not None and not wish.recipient.strip()):
        raise WrongUseError("A briefing needs its recipient and its reason: neither may be empty.")
    if expires_on < as_of:
        raise WrongUseError(f"The briefing would end on {expires_on}, before its own day, {as_of}.")
