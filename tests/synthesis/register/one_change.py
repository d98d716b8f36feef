"""A second opinion on what explains a row: every single change of a fact or a rule, by plain arithmetic on dates.

Shares no code with the drawing of the register or with the reconciliation.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from rso_planner.domain.interval import Interval, IntervalUnit, add_months, read_interval
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.risk_level import RiskLevel
from tests.synthesis.counting import clock_start
from tests.synthesis.register.written import Person

AT_HOME = "community"


@dataclass(frozen=True)
class Facts:
    """What a count of one person rests on."""

    status: str
    management: str
    is_rso: bool
    level: str
    own_interval: str
    seen: tuple[date, ...]
    tried: tuple[date, ...]
    start: date
    today: date
    policy: PlanningPolicy
    counts_attempts: bool = False
    counts_from_due: bool = False
    months_of_30_days: bool = False
    counts_due_today: bool = False
    instead: date | None = None

    @property
    def is_overdue(self) -> bool:
        if self.status != AT_HOME or self.management != "active" or not self.is_rso:
            return False
        due = self.instead or self.due_on
        return due < self.today or (self.counts_due_today and due == self.today)

    @property
    def due_on(self) -> date:
        days = sorted({*self.seen, *(self.tried if self.counts_attempts else ())})
        done = [day for day in days if self.start <= day <= self.today]
        if not self.counts_from_due:
            return self.after(done[-1], 1)
        # Each period asks for one visit: a visit discharges the earliest due date still open, once it has begun.
        periods = 0
        for day in done[1:]:
            periods += day > self.after(done[0], periods)
        return self.after(done[0], periods + 1)

    def after(self, anchor: date, times: int) -> date:
        table = self.policy.visit_interval_table[RiskLevel(self.level)]
        interval = read_interval(self.own_interval or f"{table} months")
        if interval.unit is IntervalUnit.MONTHS and self.months_of_30_days:
            return anchor + timedelta(days=30 * interval.count * times)
        return (
            add_months(anchor, interval.count * times) if _in_months(interval) else interval.after(anchor, times)
        )


def _in_months(interval: Interval) -> bool:
    return interval.unit is IntervalUnit.MONTHS


def facts_of(person: Person) -> Facts:
    """The facts as the force has them."""
    offender = person.case.offender
    return Facts(
        status=offender.status.value,
        management=offender.management.value,
        is_rso=offender.is_rso,
        level=offender.risk_level.value,
        own_interval=str(offender.visit_interval or ""),
        seen=tuple(person.seen),
        tried=tuple(person.tried),
        start=clock_start(person.case),
        today=person.as_of,
        policy=person.policy,
    )


def changes(person: Person, snapshot_on: date) -> dict[str, list[Facts]]:
    """For each cause what the facts become when the register's single fact, or another rule, takes the place."""
    row, facts = person.row, facts_of(person)
    assert row is not None
    found: dict[str, list[Facts]] = {
        "ATTEMPT_AS_VISIT": [replace(facts, counts_attempts=True)],
        "FREQUENCY_BASIS": [replace(facts, own_interval=row["visit_interval"]), replace(facts, own_interval="")],
        "RISK_CHANGE": [replace(facts, level=level) for level in _levels(person)],
        "CUTOFF": [replace(facts, counts_due_today=True), replace(facts, today=snapshot_on)],
        "NOT_RSO": [replace(facts, is_rso=True)],
        "REACTIVE_STILL_TIMED": [replace(facts, management="active")],
    }
    if row["next_visit_due_on"] != str(person.due_on):
        # The register's own date speaks against another way of counting where it is the force's.
        found["ANCHOR"] = [replace(facts, counts_from_due=True), replace(facts, months_of_30_days=True)]
    last_on = row["last_visit_on"] and date.fromisoformat(row["last_visit_on"])
    if last_on and last_on != max(person.seen):
        cause = "ATTEMPT_AS_VISIT" if last_on in person.tried else "ENTRY_LAG"
        earlier = tuple(day for day in person.seen if day < last_on)
        found.setdefault(cause, []).append(replace(facts, seen=(*earlier, last_on)))
    if row["next_visit_due_on"] and row["next_visit_due_on"] == row["next_arms_due_on"]:
        found["TYPE"] = [replace(facts, instead=date.fromisoformat(row["next_arms_due_on"]))]
    elif row["visits_outstanding"] and row["next_arms_due_on"] and row["next_arms_due_on"] < str(person.as_of):
        found["TYPE"] = [replace(facts, instead=date.min)]
    if row["status"] == facts.status:
        found["POPULATION"] = [replace(facts, status=AT_HOME)]
    else:
        moved = "transferred_out" in (row["status"], facts.status)
        found["OWNER" if moved else "STATUS_ONE_SIDED"] = [replace(facts, status=row["status"])]
    return found


def _levels(person: Person) -> list[str]:
    """The register's level, and every level whose date in the table is the register's."""
    row, offender = person.row, person.case.offender
    assert row is not None
    anchors = {max(person.seen), date.fromisoformat(row["last_visit_on"])}
    follows = [
        level.value
        for level, months in person.policy.visit_interval_table.items()
        if row["next_visit_due_on"] in {str(add_months(day, months)) for day in anchors}
    ]
    return [level for level in (row["risk_level"], *follows) if level != offender.risk_level.value]


def causes_of_flips(person: Person, is_overdue_there: bool, snapshot_on: date) -> set[str]:
    """The causes of which one change alone makes the force's verdict the register's."""
    return {
        cause
        for cause, changed in changes(person, snapshot_on).items()
        if any(facts.is_overdue is is_overdue_there for facts in changed)
    }
