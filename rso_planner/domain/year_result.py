"""One run of one scenario: the unit's figures week by week."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekMeasures:
    """The unit at the end of one week; `overdue_by_risk` counts people, very high risk first.

    `oldest_days` is how late the visit overdue the longest is. Hours are the week's. `workload` is what the visits
    and ARMS of the caseload ask for against the hours that the staff have; 1 is all of them.
    """

    overdue_by_risk: tuple[int, int, int, int]
    oldest_days: int
    arms_overdue: int
    arms_ever_share: float
    arms_current_share: float
    in_community: int
    reactive: int
    hours_used: float
    hours_available: float
    officers: float
    people_to_officer: float
    active_to_officer: float
    visits_a_year: float
    workload: float
    visits: int
    attempts: int
    assessments: int
    to_reactive: int
    to_active: int
    own_officer_share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearResult:
    """One replication of one scenario, week by week."""

    scenario: str
    replication: int
    weeks: tuple[WeekMeasures, ...]
