"""The planning policy: every figure of the rules that a force may set, with its unit and its limits.

The values live in `models/standard.toml`, never here; this file says what each is and what it may be.
"""

from collections.abc import Iterator
from dataclasses import Field, dataclass, field, fields
from datetime import time
from typing import Any

from rso_planner.domain.risk_level import ByRisk, RiskLevel

_BY_RISK = tuple(level.value for level in RiskLevel)
_EXCLUSIONS = (
    "order_in_force",
    "under_18",
    "mappa_2_or_3",
    "on_licence",
    "open_investigation",
    "short_time_in_community",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a parameter may be: a unit, and a range for numbers or a list of words."""

    unit: str
    lowest: float = 0
    highest: float = 0
    words: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


def _number(unit: str, lowest: float, highest: float, parts: tuple[str, ...] = ()) -> Any:
    return field(metadata={"limits": Limits(unit, lowest, highest, parts=parts)})


def _word(*words: str) -> Any:
    return field(metadata={"limits": Limits("word", words=words)})


def _switch(parts: tuple[str, ...] = ()) -> Any:
    return field(metadata={"limits": Limits("switch", parts=parts)})


def _text(unit: str, parts: tuple[str, ...] = ()) -> Any:
    return field(metadata={"limits": Limits(unit, parts=parts)})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReactiveExclusions:
    """Which exclusions from reactive management are switched on (rule reactive_exclusions)."""

    order_in_force: bool
    under_18: bool
    mappa_2_or_3: bool
    on_licence: bool
    open_investigation: bool
    short_time_in_community: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanningPolicy:
    """Every parameter of the rules, named as the rule it belongs to."""

    # Visits
    visit_interval_source: str = _word("rmp_then_table", "table")
    visit_interval_table: ByRisk[int] = _number("calendar months", 1, 60, _BY_RISK)
    visit_clock_anchor: str = _word("last_completed", "last_due")
    completed_visit: str = _word("seen", "any_outcome")
    overdue: str = _word("after_due_date", "on_due_date")
    retry_after: ByRisk[int] = _number("working days", 1, 60, _BY_RISK)
    unannounced_pattern: bool = _switch()
    unannounced_pattern_evening_every: int = _number("visits", 0, 100)
    officers_required: ByRisk[int] = _number("officers", 1, 2, _BY_RISK)
    lone_visit_authorised_by: ByRisk[str] = _text("name of the authority", _BY_RISK)
    own_officer_leads: str = _word("preferred", "off")
    first_visit: ByRisk[int] = _number("working days", 1, 60, _BY_RISK)
    clock_suspension: bool = _switch()
    dip_sample: int = _number("visits a month", 0, 1000)
    dip_sample_seed: int = _number("number", 0, 2**31 - 1)
    # ARMS
    arms_cycle: int = _number("calendar months", 1, 60)
    arms_significant_event: int = _number("working days", 1, 250)
    arms_first_police_led: int = _number("days", 1, 730)
    arms_first_probation_led: int = _number("days", 1, 730)
    arms_population: bool = _switch()
    arms_with_visit: int = _number("days", 0, 365)
    # Active and reactive
    reactive_eligibility: int = _number("calendar months", 1, 240)
    reactive_exclusions: ReactiveExclusions = _switch(_EXCLUSIONS)
    reactive_exclusions_community_months: int = _number("calendar months", 0, 240)
    reactive_duties_review: int = _number("calendar months", 1, 60)
    reactive_duties_arms_renewal: bool = _switch()
    reactive_trigger: int = _number("working days", 1, 60)
    # Other clocks
    rmp_review: ByRisk[int] = _number("calendar months", 1, 60, _BY_RISK)
    supervisor_review: ByRisk[int] = _number("calendar months", 1, 60, _BY_RISK)
    # Order of service
    look_ahead: int = _number("days", 0, 90)
    absolute_age: int = _number("days", 30, 3650)
    not_yet_overdue_worth: float = _number("share of an overdue task's worth", 0.0, 0.5)
    risk_weight: ByRisk[int] = _number("points", 1, 1000, _BY_RISK)
    replan_tolerance: float = _number("share of a tier's value", 0.0, 0.2)
    # Reallocation
    reallocation_band: float = _number("share of an officer's fair part of the work", 0.0, 1.0)
    reallocation_notice: int = _number("days", 0, 182)
    reallocation_horizon: int = _number("weeks", 1, 52)
    # Papers
    briefing_expiry: int = _number("days", 1, 182)
    # Workload
    preparation: int = _number("minutes", 0, 480)
    on_site: ByRisk[int] = _number("minutes", 1, 480, _BY_RISK)
    write_up: int = _number("minutes", 0, 480)
    arms_total: int = _number("minutes", 1, 960)
    failed_attempt: int = _number("minutes", 0, 480)
    desktop_review: int = _number("minutes", 1, 480)
    rmp_review_work: int = _number("minutes", 1, 480)
    reactive_review_work: int = _number("minutes", 1, 480)
    supervisor_review_work: int = _number("minutes", 1, 480)
    plannable_share: float = _number("share of contracted hours", 0.01, 1.0)
    full_time: float = _number("hours a week", 1, 60)
    roster_starts_at: time = _text("time of day")
    roster_ends_at: time = _text("time of day")
    # Travel
    travel_detour: float = _number("times the straight line", 1.0, 5.0)
    travel_speed: float = _number("km/h", 1, 130)
    travel_parking: int = _number("minutes", 0, 60)

    def __post_init__(self) -> None:
        for risk_level, officers in self.officers_required.items():
            if officers == 1 and not self.lone_visit_authorised_by[risk_level]:
                raise ValueError(
                    f"officers_required.{risk_level.value} is 1 but nobody is named in "
                    f"lone_visit_authorised_by.{risk_level.value}"
                )
        for risk_level, minutes in self.on_site.items():
            if self.arms_total < minutes:
                raise ValueError(
                    f"arms_total is {self.arms_total} minutes, less than on_site.{risk_level.value} ({minutes})"
                )
        if self.roster_ends_at <= self.roster_starts_at:
            raise ValueError("roster_ends_at is not after roster_starts_at")


def parameter_limits() -> Iterator[tuple[Field[Any], Limits]]:
    """Every field of the policy with its limits, in the order of the policy file."""
    for each in fields(PlanningPolicy):
        yield each, each.metadata["limits"]
