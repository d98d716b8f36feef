"""The hours of a week under a scenario, from the unit's own roster and the changes that hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rso_planner.domain.officer import OffenderManager, OfficerRole
from rso_planner.domain.scenario import Scenario, StaffingChange

_MINUTES_AN_HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerHours:
    """One officer's plannable minutes of a week, absences taken off.

    `fte` is the part of a full-time post as an offender manager, 0 for others. `rostered_as` names the officer of
    the unit whose duties the officer keeps.
    """

    officer: OffenderManager
    minutes: float
    fte: float
    rostered_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffWeek:
    """The staff of one week under a scenario.

    `arms_minutes` are those of officers who may lead an ARMS, `supervisor_minutes` those of supervisors; both are
    part of `minutes`. `help_minutes` come from outside for ARMS alone. `fte` counts offender managers.
    """

    officers: tuple[OfficerHours, ...]
    help_minutes: float
    fte: float

    @property
    def minutes(self) -> float:
        """The plannable minutes of everybody of the unit."""
        return sum(each.minutes for each in self.officers)

    @property
    def arms_minutes(self) -> float:
        """The plannable minutes of those who may lead an ARMS."""
        return sum(each.minutes for each in self.officers if may_lead_arms(each.officer))

    @property
    def supervisor_minutes(self) -> float:
        """The plannable minutes of supervisors."""
        return sum(each.minutes for each in self.officers if each.officer.role is OfficerRole.SUPERVISOR)


def may_lead_arms(officer: OffenderManager) -> bool:
    """Tell whether the officer may lead an ARMS."""
    return officer.arms_trained and officer.visit_trained and officer.may_lead


def staff_in(
    scenario: Scenario, week: int, roster: Sequence[OfficerHours], people: int, plannable_share: float
) -> StaffWeek:
    """The staff of a week; `people` in the community is what a ratio refers to, `plannable_share` the policy's."""
    changes = [change for change in scenario.staffing if change.holds_in(week)]
    officers = list(roster)
    for change in changes:
        officers = _with_change(officers, change, week, people, plannable_share)
    arms_share = next((c.arms_trained_share for c in reversed(changes) if c.arms_trained_share is not None), None)
    if arms_share is not None:
        officers = _with_arms_training(officers, arms_share)
    return StaffWeek(
        officers=tuple(officers),
        help_minutes=_MINUTES_AN_HOUR * sum(change.arms_hours for change in changes),
        fte=sum(each.fte for each in _managers(officers)),
    )


def _managers(officers: Iterable[OfficerHours]) -> list[OfficerHours]:
    return [each for each in officers if each.officer.role is OfficerRole.OFFENDER_MANAGER]


def _with_change(
    officers: list[OfficerHours], change: StaffingChange, week: int, people: int, plannable_share: float
) -> list[OfficerHours]:
    if change.people_to_officer is not None:
        wanted = people / change.people_to_officer
        have = sum(each.fte for each in _managers(officers))
        officers = _added(officers, wanted - have) if wanted >= have else _taken_out(officers, have - wanted)
    if change.officers_added:
        is_training = week < change.week + change.training_weeks
        officers = _added(officers, change.officers_added, change.training_share if is_training else None)
    if change.officers_leaving + change.officers_away:
        officers = _taken_out(officers, change.officers_leaving + change.officers_away)
    times = 1 - (change.sickness_share or 0.0)
    if change.plannable_share is not None:
        times *= change.plannable_share / plannable_share
    overtime = change.overtime * _MINUTES_AN_HOUR
    return [replace(each, minutes=each.minutes * times + overtime * each.fte) for each in officers]


def _added(officers: list[OfficerHours], fte: float, training_share: float | None = None) -> list[OfficerHours]:
    """More offender managers, each with the mean minutes of a full-time post, like those who are there."""
    managers = _managers(officers)
    present = sum(each.fte for each in managers)
    if fte <= 0 or not present:
        return officers
    minutes = sum(each.minutes for each in managers) / present * (1 if training_share is None else training_share)
    new, number = list(officers), 0
    while fte > 1e-9:
        part = min(1.0, fte)
        model = managers[number % len(managers)].officer
        officer = replace(
            model,
            officer_id=f"added {len(officers) + number + 1:03}",
            name="added",
            arms_trained=model.arms_trained and training_share is None,
            visit_trained=True,
            may_lead=training_share is None,
        )
        hours = OfficerHours(officer=officer, minutes=minutes * part, fte=part, rostered_as=model.officer_id)
        new.append(hours)
        fte, number = fte - part, number + 1
    return new


def _taken_out(officers: list[OfficerHours], fte: float) -> list[OfficerHours]:
    """Fewer offender managers: the last ones of the list, the last of these in part."""
    kept: list[OfficerHours] = []
    for each in reversed(officers):
        if each.officer.role is not OfficerRole.OFFENDER_MANAGER or fte <= 1e-9:
            kept.append(each)
            continue
        gone = min(each.fte, fte)
        fte -= gone
        if each.fte - gone > 1e-9:
            share = (each.fte - gone) / each.fte
            kept.append(replace(each, minutes=each.minutes * share, fte=each.fte - gone))
    return kept[::-1]


def _with_arms_training(officers: list[OfficerHours], share: float) -> list[OfficerHours]:
    managers = _managers(officers)
    trained = {each.officer.officer_id for each in managers[: round(share * len(managers))]}
    return [
        replace(each, officer=replace(each.officer, arms_trained=each.officer.officer_id in trained))
        if each in managers
        else each
        for each in officers
    ]
