"""The unit's roster week by week over a year: the extract's own weeks, then the same pattern again."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache, cached_property

from rso_planner.domain.force import Force
from rso_planner.domain.officer import Duty, OffenderManager, OfficerRole
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.forecast.staff import OfficerHours
from rso_planner.planning.roster import officer_days

_WEEK = timedelta(days=7)


class UnitRoster:
    """The officers' plannable minutes of any week.

    The weeks that the extract rosters are taken as they are, with their absences. Later ones repeat them, less the
    mean share that absences take in the extract's weeks. Without rostered weeks the contract holds.
    """

    def __init__(self, force: Force, policy: PlanningPolicy, first_week: date) -> None:
        self._force, self._policy, self._first = force, policy, first_week
        last_on = max((duty.on for duty in force.duties), default=None)
        self._rostered = 0 if last_on is None else max(0, ((last_on - first_week).days + 1) // 7)
        self._is_rostered = frozenset(duty.officer_id for duty in force.duties)
        self.duties_in = cache(self._duties_in)
        """The rostered duties of a week by its number from 1; none where nothing is rostered."""
        self.hours_in = cache(self._hours_in)
        """The officers' plannable minutes of a week by its number from 1."""

    def _duties_in(self, week: int) -> tuple[Duty, ...]:
        if not self._rostered:
            return ()
        from_week = (week - 1) % self._rostered
        starts, shift = self._first + from_week * _WEEK, (week - 1 - from_week) * _WEEK
        return tuple(
            replace(duty, on=duty.on + shift) for duty in self._force.duties if starts <= duty.on < starts + _WEEK
        )

    def _hours_in(self, week: int) -> tuple[OfficerHours, ...]:
        is_extracts_own = week <= self._rostered or not self._rostered
        kept = 1.0 if is_extracts_own else 1.0 - self._share_lost
        return tuple(
            OfficerHours(
                officer=officer,
                minutes=kept * self._minutes(officer, week, with_absences=is_extracts_own),
                fte=self._fte(officer, week),
                rostered_as=officer.officer_id,
            )
            for officer in self._force.officers
        )

    @cached_property
    def _share_lost(self) -> float:
        weeks = range(1, self._rostered + 1)
        whole, left = (
            sum(
                self._minutes(officer, week, with_absences=with_absences)
                for week in weeks
                for officer in self._force.officers
            )
            for with_absences in (False, True)
        )
        return 1 - left / whole if whole else 0.0

    def _minutes(self, officer: OffenderManager, week: int, *, with_absences: bool) -> float:
        monday = self._first + (week - 1) * _WEEK
        own = tuple(duty for duty in self.duties_in(week) if duty.officer_id == officer.officer_id)
        # An officer whom the extract rosters, and not in this week, is off and does not fall back on the contract.
        if not own and officer.officer_id in self._is_rostered:
            return 0.0
        absences = self._force.absences if with_absences else ()
        force = replace(self._force, duties=own, absences=absences)
        days = officer_days(force, officer, self._policy, monday, monday)
        return float(sum(day.plannable_minutes for day in days.values()))

    def _fte(self, officer: OffenderManager, week: int) -> float:
        monday = self._first + (week - 1) * _WEEK
        if officer.role is not OfficerRole.OFFENDER_MANAGER or not officer.is_in_post_on(monday):
            return 0.0
        return officer.contracted_hours / self._policy.full_time
