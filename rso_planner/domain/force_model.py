"""The force model: what a synthetic force is drawn from, each figure published or assumed.

The values live in `models/`, never here; this file says what each parameter is and what it may be.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import Field, dataclass, fields
from datetime import date
from typing import Any

from rso_planner.domain.clock_span import read_shift, read_window
from rso_planner.domain.force_model_limits import (
    ModelLimits,
    by_risk,
    count_of,
    day,
    days,
    number_of,
    share,
    shares,
    texts,
    town_list,
    weights,
    weights_by_risk,
)
from rso_planner.domain.interval import read_interval
from rso_planner.domain.register_model import RegisterModel
from rso_planner.domain.risk_level import ByRisk, RiskLevel

Weights = Mapping[str, float]
"""A chance for each word, in the order of the file; only their proportions matter."""

ARRIVALS = ("registered", "released", "back_from_hospital_or_abroad", "transferred_in", "back_to_active")


@dataclass(frozen=True, slots=True)
class Town:
    """A cluster of made-up homes around a point; `has_base` puts the area's police base there."""

    area: str
    name: str
    easting: int
    northing: int
    spread_metres: int
    share: float
    has_base: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceModel:
    """Every figure and every distribution from which a synthetic force is drawn."""

    # Figures that the drawn force has exactly
    registered: int = count_of("people")
    in_community: int = count_of("people")
    very_high_in_community: int = count_of("people")
    high_in_community: int = count_of("people")
    reactive: int = count_of("people")
    prevention_orders: int = count_of("people")
    visits_overdue: int = count_of("people")
    ever_assessed: int = count_of("people")
    officers_fte: float = number_of("full-time equivalents", 1, 5000)
    # Who the people are
    medium_share: float = share()
    away: Weights = weights("custody", "hospital", "abroad")
    away_risk: ByRisk[float] = by_risk("weight", 1_000_000)
    sought: Weights = shares("missing", "wanted")
    off_the_register: Weights = shares("deceased", "transferred_out", "archived", "notification_ended")
    sro_subjects: float = share()
    other_people: float = share()
    women: float = share()
    under_18: float = share()
    registered_under_18: float = share()
    not_known: Weights = shares("sex", "date_of_birth", "officer", "area", "last_notified_on")
    dwelling: Weights = shares("no_fixed_abode_with_place", "no_fixed_abode_without_place", "place_not_known")
    longest_since: Weights = days("sought", "away", "no_longer_managed")
    oldest_on_registration: int = count_of("years", 100)
    years_on_register: int = count_of("years", 60)
    notification_periods: Weights = weights()
    prolonged_by_order: float = share()
    late_notification: float = share()
    mappa_level: Weights = weights("1", "2", "3", "not_known")
    on_licence: float = share()
    probation_led_on_licence: float = share()
    open_investigation: Weights = weights("yes", "no", "not_known")
    couples: float = share()
    kept_from_officer: float = share()
    # Visits
    overdue_risk: ByRisk[float] = by_risk("weight", 1_000_000)
    longest_overdue: ByRisk[float] = by_risk("days", 3650)
    due_today: float = share()
    awaiting_first_visit: Weights = shares(*ARRIVALS)
    arrival: Weights = weights(*ARRIVALS)
    visit_history: int = count_of("years", 30)
    rmp_interval: ByRisk[float] = by_risk("share", 1)
    rmp_intervals: ByRisk[Weights] = weights_by_risk()
    failed_before_visit: float = share()
    failed_since_last_visit: Weights = shares("overdue", "others")
    failed_again: float = share()
    failed_outcome: Weights = weights("not_seen", "refused", "abandoned")
    part_of_day: Weights = weights("morning", "afternoon", "evening")
    second_officer: float = share()
    covered_by_another: float = share()
    visit_windows: Weights = weights()
    visit_window: float = share()
    lone_visit_authority: float = share()
    # ARMS, events, orders, decisions
    arms_current: float = share()
    arms_rounds: Weights = weights("1", "2", "3")
    arms_started: float = share()
    arms_priority: ByRisk[Weights] = weights_by_risk("low", "medium", "high", "very_high")
    events_a_year: ByRisk[float] = by_risk("events a year", 50)
    event_kind: Weights = weights(
        "offence", "order_breach", "intelligence", "risk_change", "address_change", "relationship", "other"
    )
    significant: Weights = shares(
        "offence", "order_breach", "intelligence", "risk_change", "address_change", "relationship", "other"
    )
    event_sources: tuple[str, ...] = texts("names of systems")
    events_complete: int = count_of("calendar months", 600)
    shpo_since: date = day()
    order_end: Weights = weights("dated", "until_further_order", "not_known")
    order_years: Weights = weights()
    order_ended: float = share()
    other_order: float = share()
    eligible_for_reactive: float = share()
    longest_reactive: int = count_of("calendar months", 600)
    reactive_triggered: float = share()
    reactive_raised_risk: float = share()
    stay_decision: float = share()
    # Officers
    part_time: float = share()
    part_time_hours: Weights = weights()
    arms_trained: float = share()
    supervisors: float = number_of("for each full-time equivalent", 0, 1)
    other_officers: float = number_of("for each full-time equivalent", 0, 1)
    supervisor_plannable: float = share()
    roster: int = count_of("weeks", 60)
    field_day: int = count_of("minutes", 480)
    field_day_spread: int = count_of("minutes", 240)
    days_out: float = share()
    shifts: Weights = weights()
    absence_days: Weights = days(
        "leave", "sick", "course", "court", "abstraction", "restricted", "training", "other"
    )
    absence_share: Weights = shares(
        "leave", "sick", "course", "court", "abstraction", "restricted", "training", "other"
    )
    absences: float = number_of("for each officer", 0, 20)
    habits: Weights = shares(
        "rmp_reviewed",
        "supervisor_reviewed",
        "desktop_reviewed",
        "recording_time_missing",
        "recorded_days_later",
        "date_of_release_missing",
        "date_of_return_missing",
        "event_source_missing",
        "two_officers_written",
        "one_officer_written",
        "officer_of_another_area",
        "sentenced_on_registration",
        "recalled_to_custody",
        "visited_before_transfer",
        "saturday_duty",
    )
    # Names and places, all made up
    towns: tuple[Town, ...] = town_list()
    family_names: tuple[str, ...] = texts("names")
    men: tuple[str, ...] = texts("names")
    women_names: tuple[str, ...] = texts("names")
    authorities: tuple[str, ...] = texts("posts")
    # How the register differs from the force: a section with parameters of its own
    register: RegisterModel

    def __post_init__(self) -> None:
        _check_at_most("in_community", self.in_community, "registered", self.registered)
        _check_at_most("prevention_orders", self.prevention_orders, "registered", self.registered)
        graded = self.very_high_in_community + self.high_in_community
        _check_at_most("high_in_community", graded + self.reactive, "in_community", self.in_community)
        _check_at_most("ever_assessed", self.ever_assessed, "in_community", self.in_community)
        _check_at_most("visits_overdue", self.visits_overdue, "in_community", self.in_community)
        _check_words(self)
        for area in self.areas:
            if sum(town.has_base for town in self.towns if town.area == area) != 1:
                raise ValueError(f"towns {area} needs exactly one town with has_base = true")

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas, each once, in the order of the towns."""
        return tuple(dict.fromkeys(town.area for town in self.towns))

    @property
    def community_risk(self) -> ByRisk[int]:
        """How many people of each risk level are in the community."""
        rest = self.in_community - self.very_high_in_community - self.high_in_community
        medium = round(rest * self.medium_share)
        return ByRisk(self.very_high_in_community, self.high_in_community, medium, rest - medium)


def _check_at_most(key: str, count: int, other: str, most: int) -> None:
    if count > most:
        raise ValueError(f"{key} makes {count} people, more than the {most} of {other}")


def _check_words(model: ForceModel) -> None:
    """Check the words that stand for an interval, a number or a span of time."""
    readers: tuple[tuple[str, Mapping[str, float], Callable[[str], object]], ...] = (
        *((f"rmp_intervals.{level.value}", model.rmp_intervals[level], read_interval) for level in RiskLevel),
        ("visit_windows", model.visit_windows, read_window),
        ("shifts", model.shifts, read_shift),
        ("part_time_hours", model.part_time_hours, float),
        ("order_years", model.order_years, int),
    )
    for key, words, read in readers:
        for word in words:
            _check_word(f"{key}.{word}", word, read)
    for word in model.notification_periods:
        if word not in ("indefinite", "not_known"):
            _check_word(f"notification_periods.{word}", word, read_interval)


def _check_word(key: str, word: str, read: Callable[[str], object]) -> None:
    try:
        read(word)
    except ValueError as error:
        # The key ends at the first space of the message.
        raise ValueError(f"{key.replace(' ', '_')} cannot be read: {error}") from error


def model_limits() -> Iterator[tuple[Field[Any], ModelLimits]]:
    """Every field of the force model with its limits, in the order of the file; the register's section apart."""
    for each in fields(ForceModel):
        if each.name != REGISTER:
            yield each, each.metadata["limits"]


RISK_WORDS = tuple(level.value for level in RiskLevel)
REGISTER = "register"
"""The section of the file, and the field, that says how the register differs."""
