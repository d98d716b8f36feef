"""The whole of a force's extract, checked and put together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.officer import Absence, Duty, OffenderManager
from rso_planner.domain.separation import Separation


@dataclass(frozen=True, slots=True, kw_only=True)
class Force:
    """A force on the day of its extract.

    `cases` and `officers` are sorted by identifier; `travel_minutes` maps (from id, to id) to one-way
    minutes, where an officer's id is that base and an offender's id that home.
    """

    extracted_on: date
    events_complete_from: date
    cases: tuple[Case, ...]
    officers: tuple[OffenderManager, ...]
    duties: tuple[Duty, ...] = ()
    absences: tuple[Absence, ...] = ()
    separations: tuple[Separation, ...] = ()
    travel_minutes: Mapping[tuple[str, str], int] = field(default_factory=dict)
