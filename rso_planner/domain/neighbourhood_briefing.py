"""What a neighbourhood team is told of the people in its area: the fewest facts with which it can help.

Told are a reference to report by, the name, the age, the place to 100 metres, what to look out for (missing,
wanted, a high or very high risk, an order in force) and whom to tell. Not told: dates of birth, offences,
assessments, MAPPA levels, visits, notes. People away are not in the area; subjects of sexual risk orders are,
beside registered people.
"""

from dataclasses import dataclass
from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.force import Force
from rso_planner.domain.offender import AWAY, SOUGHT, Offender, RegisterType
from rso_planner.domain.order import Order, OrderKind
from rso_planner.domain.place import grid_reference
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.populations import is_under_management

_BRIEFED_TYPES = (RegisterType.RSO, RegisterType.SRO)


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefedPerson:
    """One person as the neighbourhood team is told, the family name first; the age None where it is not known."""

    offender_id: str
    name: str
    age: int | None
    place: str
    is_sought: bool
    look_out_for: tuple[str, ...]
    tell: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourhoodBriefing:
    """The people of an area, with whom it is for, why, and until when it may be kept."""

    area: str
    as_of: date
    recipient: str
    reason: str
    expires_on: date
    people: tuple[BriefedPerson, ...]


def find_briefed_people(force: Force, area: str, as_of: date) -> tuple[BriefedPerson, ...]:
    """Everybody whom the area's team should know of: those sought first, then by family name."""
    officers = {each.officer_id: each.name for each in force.officers}
    found = [
        _briefed(case.known_on(as_of), officers, as_of)
        for case in force.cases
        if case.offender.area == area and _is_told(case, as_of)
    ]
    return tuple(sorted(found, key=lambda each: (not each.is_sought, each.name.casefold(), each.offender_id)))


def areas_of(force: Force) -> tuple[str, ...]:
    """Every area that the extract's people live in, in order."""
    return tuple(sorted({case.offender.area for case in force.cases if case.offender.area is not None}))


def _is_told(case: Case, as_of: date) -> bool:
    offender = case.offender
    is_here = offender.status not in AWAY and offender.register_type in _BRIEFED_TYPES
    return is_here and is_under_management(case, as_of)


def _briefed(case: Case, officers: dict[str, str], as_of: date) -> BriefedPerson:
    offender = case.offender
    names = [each for each in (offender.family_name, offender.given_names) if each]
    return BriefedPerson(
        offender_id=offender.offender_id,
        name=", ".join(names) or "name not known",
        age=offender.age_on(as_of),
        place=_place(offender),
        is_sought=offender.status in SOUGHT,
        look_out_for=tuple(_look_out_for(case, as_of)),
        tell=officers.get(offender.officer_id or "", "the unit"),
    )


def _place(offender: Offender) -> str:
    if offender.place is not None:
        return grid_reference(offender.place)
    return "no fixed abode" if offender.no_fixed_abode else "not known"


def _look_out_for(case: Case, as_of: date) -> list[str]:
    offender = case.offender
    found = []
    if offender.status in SOUGHT:
        since = f" since {day_in_words(offender.status_since)}" if offender.status_since else ""
        found.append(f"{offender.status.value}{since}")
    if offender.risk_level.is_high_or_above:
        found.append(f"{offender.risk_level.words} risk")
    in_force = [each for each in case.orders if each.kind is not OrderKind.OTHER and each.is_in_force_on(as_of)]
    return [*found, *sorted({_order_words(each) for each in in_force})]


def _order_words(order: Order) -> str:
    end = f" until {day_in_words(order.ends_on)}" if order.ends_on else " in force"
    return f"{order.kind.value}{end}"
