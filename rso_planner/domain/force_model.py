"""The force model: what a synthetic force is drawn from, each figure published or assumed.

The values live in `models/`, never here; this file says what each parameter is and what it may be.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import Any

from rso_planner.domain.clock_span import read_shift, read_window
from rso_planner.domain.interval import read_interval
from rso_planner.domain.risk_level import ByRisk, RiskLevel

Weights = Mapping[str, float]
"""A chance for each word, in the order of the file; only their proportions matter."""


class Shape(StrEnum):
    """How a parameter is written in a force model's file."""

    NUMBER = "number"
    DAY = "day"
    BY_RISK = "a number for each risk level"
    WEIGHTS = "a number for each word"
    WEIGHTS_BY_RISK = "a number for each word, for each risk level"
    TEXTS = "a list of texts"
    TOWNS = "a list of towns"


@dataclass(frozen=True, slots=True)
class ModelLimits:
    """What a parameter may be: its unit, its shape, a range for its numbers, and the words it must have."""

    unit: str
    shape: Shape
    lowest: float = 0
    highest: float = 0
    words: tuple[str, ...] = ()
    whole: bool = False


def _number(unit: str, lowest: float, highest: float) -> Any:
    return field(metadata={"limits": ModelLimits(unit, Shape.NUMBER, lowest, highest)})


def _count(unit: str, highest: int = 1_000_000) -> Any:
    return field(metadata={"limits": ModelLimits(unit, Shape.NUMBER, 0, highest, whole=True)})


def _share() -> Any:
    return field(metadata={"limits": ModelLimits("share", Shape.NUMBER, 0, 1)})


def _by_risk(unit: str, highest: float) -> Any:
    return field(metadata={"limits": ModelLimits(unit, Shape.BY_RISK, 0, highest)})


def _shares(*words: str) -> Any:
    return field(metadata={"limits": ModelLimits("share", Shape.WEIGHTS, 0, 1, words)})


def _weights(*words: str) -> Any:
    return field(metadata={"limits": ModelLimits("weight", Shape.WEIGHTS, 0, 1_000_000, words)})


def _weights_by_risk(*words: str) -> Any:
    return field(metadata={"limits": ModelLimits("weight", Shape.WEIGHTS_BY_RISK, 0, 1_000_000, words)})


def _texts(unit: str) -> Any:
    return field(metadata={"limits": ModelLimits(unit, Shape.TEXTS)})


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
    registered: int = _count("people")
    in_community: int = _count("people")
    very_high_in_community: int = _count("people")
    high_in_community: int = _count("people")
    reactive: int = _count("people")
    prevention_orders: int = _count("people")
    visits_overdue: int = _count("people")
    ever_assessed: int = _count("people")
    officers_fte: float = _number("full-time equivalents", 1, 5000)
    # Who the people are
    medium_share: float = _share()
    away: Weights = _weights("custody", "hospital", "abroad")
    away_risk: ByRisk[float] = _by_risk("weight", 1_000_000)
    sought: Weights = _shares("missing", "wanted")
    off_the_register: Weights = _shares("deceased", "transferred_out", "archived", "notification_ended")
    sro_subjects: float = _share()
    other_people: float = _share()
    women: float = _share()
    under_18: float = _share()
    registered_under_18: float = _share()
    not_known: Weights = _shares("sex", "date_of_birth", "officer", "area", "last_notified_on")
    dwelling: Weights = _shares("no_fixed_abode_with_place", "no_fixed_abode_without_place", "place_not_known")
    years_on_register: int = _count("years", 60)
    notification_periods: Weights = _weights()
    prolonged_by_order: float = _share()
    late_notification: float = _share()
    mappa_level: Weights = _weights("1", "2", "3", "not_known")
    on_licence: float = _share()
    probation_led_on_licence: float = _share()
    open_investigation: Weights = _weights("yes", "no", "not_known")
    couples: float = _share()
    kept_from_officer: float = _share()
    # Visits
    overdue_risk: ByRisk[float] = _by_risk("weight", 1_000_000)
    longest_overdue: ByRisk[float] = _by_risk("days", 3650)
    due_today: float = _share()
    awaiting_first_visit: Weights = _shares(*ARRIVALS)
    arrival: Weights = _weights(*ARRIVALS)
    visit_history: int = _count("years", 30)
    rmp_interval: ByRisk[float] = _by_risk("share", 1)
    rmp_intervals: ByRisk[Weights] = _weights_by_risk()
    failed_before_visit: float = _share()
    failed_since_last_visit: Weights = _shares("overdue", "others")
    failed_again: float = _share()
    failed_outcome: Weights = _weights("not_seen", "refused", "abandoned")
    part_of_day: Weights = _weights("morning", "afternoon", "evening")
    second_officer: float = _share()
    covered_by_another: float = _share()
    visit_windows: Weights = _weights()
    visit_window: float = _share()
    lone_visit_authority: float = _share()
    # ARMS, events, orders, decisions
    arms_current: float = _share()
    arms_rounds: Weights = _weights("1", "2", "3")
    arms_started: float = _share()
    arms_priority: ByRisk[Weights] = _weights_by_risk("low", "medium", "high", "very_high")
    events_a_year: ByRisk[float] = _by_risk("events a year", 50)
    event_kind: Weights = _weights(
        "offence", "order_breach", "intelligence", "risk_change", "address_change", "relationship", "other"
    )
    significant: Weights = _shares(
        "offence", "order_breach", "intelligence", "risk_change", "address_change", "relationship", "other"
    )
    event_sources: tuple[str, ...] = _texts("names of systems")
    events_complete: int = _count("calendar months", 600)
    shpo_since: date = field(metadata={"limits": ModelLimits("day", Shape.DAY)})
    order_end: Weights = _weights("dated", "until_further_order", "not_known")
    order_years: Weights = _weights()
    order_ended: float = _share()
    other_order: float = _share()
    eligible_for_reactive: float = _share()
    longest_reactive: int = _count("calendar months", 600)
    reactive_triggered: float = _share()
    reactive_raised_risk: float = _share()
    stay_decision: float = _share()
    # Officers
    part_time: float = _share()
    part_time_hours: Weights = _weights()
    arms_trained: float = _share()
    supervisors: float = _number("for each full-time equivalent", 0, 1)
    other_officers: float = _number("for each full-time equivalent", 0, 1)
    supervisor_plannable: float = _share()
    roster: int = _count("weeks", 60)
    field_day: int = _count("minutes", 480)
    shifts: Weights = _weights()
    absence_days: Weights = _weights(
        "leave", "sick", "course", "court", "abstraction", "restricted", "training", "other"
    )
    absence_share: Weights = _shares(
        "leave", "sick", "course", "court", "abstraction", "restricted", "training", "other"
    )
    absences: float = _number("for each officer", 0, 20)
    habits: Weights = _shares(
        "rmp_reviewed",
        "supervisor_reviewed",
        "desktop_reviewed",
        "recording_time_missing",
        "recorded_days_later",
        "date_of_release_missing",
        "date_of_return_missing",
        "event_source_missing",
        "two_officers_written",
        "officer_of_another_area",
        "sentenced_on_registration",
        "recalled_to_custody",
        "visited_before_transfer",
        "saturday_duty",
    )
    # Names and places, all made up
    towns: tuple[Town, ...] = field(metadata={"limits": ModelLimits("towns", Shape.TOWNS)})
    family_names: tuple[str, ...] = _texts("names")
    men: tuple[str, ...] = _texts("names")
    women_names: tuple[str, ...] = _texts("names")
    authorities: tuple[str, ...] = _texts("posts")

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
    """Every field of the force model with its limits, in the order of the file."""
    for each in fields(ForceModel):
        yield each, each.metadata["limits"]


RISK_WORDS = tuple(level.value for level in RiskLevel)
