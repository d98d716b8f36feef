"""Pairs who are kept apart: people who know each other, officers who must not visit somebody."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from rso_planner.domain.case import Case
from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.offender import ManagementStatus, Status
from rso_planner.domain.officer import OffenderManager
from rso_planner.domain.separation import Separation, SeparationKind
from rso_planner.synthesis.chance import draw_number, draw_some, some_of


@dataclass(frozen=True, slots=True)
class Couples:
    """All cases, the couples moved to one address, and the couples' identifiers."""

    cases: tuple[Case, ...]
    pairs: tuple[tuple[str, str], ...]


def _is_visited_at_home(case: Case) -> bool:
    person = case.offender
    is_active = person.management is ManagementStatus.ACTIVE and person.status is Status.COMMUNITY
    return is_active and person.is_rso and person.place is not None and not person.no_fixed_abode


def draw_couples(cases: Sequence[Case], model: ForceModel, chance: Random) -> Couples:
    """Let some people of one area share an address."""
    at_home = [case for case in cases if _is_visited_at_home(case)]
    wanted = min(some_of(model.in_community, model.couples), len(at_home) // 4)
    moved: dict[str, Case] = {}
    pairs: list[tuple[str, str]] = []
    taken: dict[str, bool] = {}
    for host in draw_some(chance, at_home, wanted):
        if host.offender.offender_id in taken:
            continue
        guests = [
            case
            for case in at_home
            if case.offender.area == host.offender.area
            and case.offender.offender_id != host.offender.offender_id
            and case.offender.offender_id not in taken
        ]
        if not guests:
            continue
        guest = guests[draw_number(chance, 0, len(guests) - 1)]
        host_id, guest_id = host.offender.offender_id, guest.offender.offender_id
        taken |= {host_id: True, guest_id: True}
        moved[guest_id] = replace(guest, offender=replace(guest.offender, place=host.offender.place))
        pairs.append((min(host_id, guest_id), max(host_id, guest_id)))
    return Couples(tuple(moved.get(case.offender.offender_id, case) for case in cases), tuple(sorted(pairs)))


def draw_separations(
    couples: Couples, officers: Sequence[OffenderManager], model: ForceModel, chance: Random
) -> tuple[Separation, ...]:
    """The couples, some people and the officers who must not visit them, and one pair of officers."""
    found = [
        Separation(kind=SeparationKind.OFFENDERS, first_id=first_id, second_id=second_id)
        for first_id, second_id in couples.pairs
    ]
    at_home = [case for case in couples.cases if _is_visited_at_home(case)]
    count = min(len(at_home), some_of(model.in_community, model.kept_from_officer))
    for case in draw_some(chance, at_home, count):
        others = [officer for officer in officers if officer.officer_id != case.offender.officer_id]
        near = [officer for officer in others if officer.area == case.offender.area] or others
        officer = near[draw_number(chance, 0, len(near) - 1)]
        found.append(
            Separation(
                kind=SeparationKind.OFFICER_OFFENDER,
                first_id=officer.officer_id,
                second_id=case.offender.offender_id,
            )
        )
    if len(officers) > 5:
        first, second = draw_some(chance, officers, 2)
        found.append(
            Separation(kind=SeparationKind.OFFICERS, first_id=first.officer_id, second_id=second.officer_id)
        )
    return tuple(sorted(found, key=lambda each: (each.kind.value, each.first_id, each.second_id)))
