"""A what-if scenario: named, dated changes to staffing, policy and demand, and the backlog at the start."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from rso_planner.domain.risk_level import ByRisk


@dataclass(frozen=True, slots=True)
class Range:
    """What a figure of a scenario may be, with its unit."""

    unit: str
    lowest: float
    highest: float


def _figure(unit: str, lowest: float, highest: float, default: Any = None) -> Any:
    return field(default=default, metadata={"range": Range(unit, lowest, highest)})


def _demand(unit: str, lowest: float, highest: float) -> Any:
    return field(metadata={"range": Range(unit, lowest, highest)})


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffingChange:
    """A change of the unit's staff from the Monday of `week` on, week 1 being the first; None changes nothing.

    `until_week` is the last week in which it holds. Officers are full-time equivalents of offender managers, and
    may be fractions. A recruit gives `training_share` of the plannable time and leads nothing for
    `training_weeks`. Overtime is hours a week for each full-time equivalent; `arms_hours` are hours a week of
    ARMS-trained help from outside that do nothing but ARMS.
    """

    week: int = _figure("week", 1, 520, 1)
    until_week: int | None = _figure("week", 1, 520)
    people_to_officer: float | None = _figure("people in the community to an officer", 1, 1000)
    officers_added: float = _figure("full-time equivalents", 0, 1000, 0.0)
    officers_leaving: float = _figure("full-time equivalents", 0, 1000, 0.0)
    officers_away: float = _figure("full-time equivalents", 0, 1000, 0.0)
    training_weeks: int = _figure("weeks", 0, 104, 0)
    training_share: float = _figure("share of the plannable time", 0, 1, 0.5)
    sickness_share: float | None = _figure("share of the plannable time", 0, 0.9)
    arms_trained_share: float | None = _figure("share of the officers", 0, 1)
    plannable_share: float | None = _figure("share of contracted hours", 0.01, 1)
    overtime: float = _figure("hours a week for each full-time equivalent", 0, 20, 0.0)
    arms_hours: float = _figure("hours a week", 0, 10_000, 0.0)

    def __post_init__(self) -> None:
        if self.until_week is not None and self.until_week < self.week:
            raise ValueError(f"until_week {self.until_week} is before week {self.week}")

    def holds_in(self, week: int) -> bool:
        """Tell whether the change is in force in the week."""
        return self.week <= week and (self.until_week is None or week <= self.until_week)


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyChange:
    """Other values of the planning policy from a week on; keys and values as in a policy file."""

    week: int = 1
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """How work comes in; rates are a year's, and each figure is assumed until a force measures it.

    Growth is of the people registered, net of those who leave. `recalls` go into custody, `releases` come out of
    it, `leavers` die or move away for good, beside those whose registration ends by its date. `visit_success` is
    the share of attempts at which the person is seen, `arms_low` that of completed assessments whose priority is
    low. `reactive_acceptance` is the share of the people found eligible for reactive management for whom the move
    is decided, `reactive_return` that of the people reviewed for active who are brought back.
    """

    growth: float = _demand("share a year", -0.5, 1)
    releases: float = _demand("share of those in custody a year", 0, 5)
    recalls: float = _demand("share of those in the community a year", 0, 1)
    leavers: float = _demand("share of those registered a year", 0, 1)
    events: ByRisk[float] = _demand("events a person and year", 0, 50)
    significant: float = _demand("share of the events", 0, 1)
    offences: float = _demand("share of the events", 0, 1)
    risk_rises: float = _demand("share of the people a year", 0, 2)
    risk_falls: float = _demand("share of the people a year", 0, 2)
    visit_success: float = _demand("share of the attempts", 0.01, 1)
    arms_low: ByRisk[float] = _demand("share of the assessments", 0, 1)
    reactive_acceptance: float = _demand("share of the eligible", 0, 1)
    reactive_return: float = _demand("share of the reviewed", 0, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandChange:
    """Other figures of the demand from a week on, until and with `until_week`."""

    week: int = 1
    until_week: int | None = None
    values: Mapping[str, Any]

    def holds_in(self, week: int) -> bool:
        """Tell whether the change is in force in the week."""
        return self.week <= week and (self.until_week is None or week <= self.until_week)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """What of the backlog is taken away before the first week: shares of the people overdue, by drawing."""

    visits_cleared: float = _figure("share of the people overdue a visit", 0, 1, 0.0)
    arms_cleared: float = _figure("share of the people overdue an ARMS", 0, 1, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One what-if; without changes it is the world as it is.

    `name` is the file's; `breach` names the practice that the scenario would depart from, or is empty.
    """

    name: str
    title: str
    description: str
    breach: str = ""
    staffing: tuple[StaffingChange, ...] = ()
    policy: tuple[PolicyChange, ...] = ()
    demand: tuple[DemandChange, ...] = ()
    backlog: Backlog = field(default_factory=Backlog)

    def demand_in(self, week: int, baseline: Demand) -> Demand:
        """The demand of one week: the baseline's with the changes that hold, a later one over an earlier."""
        values: dict[str, Any] = {}
        for change in self.demand:
            if change.holds_in(week):
                values.update(change.values)
        return replace(baseline, **values)

    def policy_values_in(self, week: int) -> Mapping[str, Any]:
        """The policy's values that differ in the week."""
        values: dict[str, Any] = {}
        for change in self.policy:
            if change.week <= week:
                values.update(change.values)
        return values


def figures_of(kind: type) -> Mapping[str, Range]:
    """The figures of one kind of change with what each may be, in the order of their definition."""
    return {each.name: each.metadata["range"] for each in fields(kind) if "range" in each.metadata}
