"""A person as the force counts the person on its day: the ground on which a difference is planted."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from rso_planner.domain.case import Case
from rso_planner.domain.due import find_routine_visit
from rso_planner.domain.duties.arms_cycle import last_completed_on
from rso_planner.domain.duties.arms_due import find_assessment
from rso_planner.domain.duties.completed_visit import completed_on_days, is_completed
from rso_planner.domain.duties.visit_clock_anchor import clock_start
from rso_planner.domain.duties.visit_interval import visit_interval
from rso_planner.domain.duties.visits_owed import visits_owed
from rso_planner.domain.interval import Interval
from rso_planner.domain.offender import Offender, Status
from rso_planner.domain.populations import is_registered
from rso_planner.domain.visit import Visit, VisitOutcome
from rso_planner.synthesis.register.setting import Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The last visit and assessment on file and the next ones; None where there is none, or none can be due."""

    last_visit_on: date | None
    due_on: date | None
    last_arms_on: date | None
    arms_due_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person with what the force's rules make of the case.

    `now` are the dates on the force's day, `then` by what was done until the day of the export; `seen_on` are the
    days of completed visits since the clock's start, `attempts_on` those of attempts since the last of them.
    `owed` and `owed_then` count the visits owed on the two days.
    """

    case: Case
    now: Dates
    then: Dates
    interval: Interval
    seen_on: tuple[date, ...]
    attempts_on: tuple[date, ...]
    is_registered: bool
    owed: int
    owed_then: int

    @property
    def offender(self) -> Offender:
        """The person's row of the extract."""
        return self.case.offender

    @property
    def due_on(self) -> date | None:
        """When the routine or first visit is due; None where none can be."""
        return self.now.due_on

    @property
    def last_visit_on(self) -> date | None:
        """The last completed visit on file."""
        return self.now.last_visit_on

    @property
    def arms_due_on(self) -> date | None:
        """When the next assessment is due to a person to whom a visit can be due."""
        return self.now.arms_due_on

    @property
    def is_overdue(self) -> bool:
        """Tell whether the force counts the person as overdue."""
        return self.is_registered and self.owed > 0

    @property
    def runs(self) -> bool:
        """Tell whether a routine visit is due some day, counted from a completed one, for a registered person."""
        return self.is_registered and self.due_on is not None and bool(self.seen_on)

    @property
    def owes_the_same(self) -> bool:
        """Tell whether the person owes as many visits on the day of the export as on the force's."""
        return self.owed == self.owed_then

    def is_settled_on(self, snapshot_on: date) -> bool:
        """Tell whether nothing about the person's dates changes from the day of the export on."""
        began = (self.offender.registered_on, self.offender.transferred_in_on)
        has_come = any(day is not None and day > snapshot_on for day in began)
        return self.owes_the_same and self.now == self.then and not has_come


def read_person(case: Case, setting: Setting) -> Person:
    """The person on the force's day."""
    policy, as_of, snapshot_on = setting.policy, setting.as_of, setting.snapshot_on
    known = case.known_on(as_of)
    now, then = _dates(known, setting), _dates(_as_recorded_until(known, snapshot_on), setting)
    seen_on = tuple(completed_on_days(known, policy, clock_start(known, policy, as_of).on))
    tried = [each.started_at.date() for each in known.visits if not is_completed(each, policy)]
    interval = visit_interval(case.offender, policy)
    return Person(
        case=known,
        now=now,
        then=then,
        interval=interval,
        seen_on=seen_on,
        attempts_on=tuple(sorted(day for day in tried if seen_on and day > seen_on[-1])),
        is_registered=is_registered(case, as_of),
        owed=visits_owed(now.due_on, interval, policy, as_of) if now.due_on else 0,
        owed_then=visits_owed(then.due_on, interval, policy, snapshot_on) if then.due_on else 0,
    )


def _as_recorded_until(case: Case, day: date) -> Case:
    """The case by the visits and assessments until the day; where the person is and how managed stays as it is."""
    until = case.known_on(day)
    return replace(case, visits=until.visits, assessments=until.assessments)


def _dates(known: Case, setting: Setting) -> Dates:
    policy, as_of = setting.policy, setting.as_of
    visit = find_routine_visit(known, policy, as_of)
    done = [each.started_at.date() for each in known.visits if is_completed(each, policy)]
    return Dates(
        last_visit_on=max(done, default=None),
        due_on=visit.due_on if visit else None,
        last_arms_on=last_completed_on(known),
        arms_due_on=find_assessment(known, policy, as_of).due_on if visit else None,
    )


def with_status(case: Case, status: Status) -> Case:
    """The case of the person at another place."""
    return replace(case, offender=replace(case.offender, status=status))


def with_last_visit(case: Case, last_on: date) -> Case:
    """The case whose last completed visit was on the day; later ones are left out, a missing one is added."""
    kept = [
        visit
        for visit in case.visits
        if visit.outcome is not VisitOutcome.SEEN or visit.started_at.date() <= last_on
    ]
    days: Collection[date] = [visit.started_at.date() for visit in kept if visit.outcome is VisitOutcome.SEEN]
    if last_on not in days:
        kept.append(
            Visit(
                visit_id="",
                offender_id=case.offender.offender_id,
                started_at=datetime.combine(last_on, time(12)),
                outcome=VisitOutcome.SEEN,
                officer_id="",
            )
        )
    return replace(case, visits=tuple(sorted(kept, key=lambda visit: visit.started_at)))
