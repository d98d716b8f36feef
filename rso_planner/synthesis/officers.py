"""The unit's officers: contracted hours that sum exactly to the model's full-time equivalents."""

from datetime import date, timedelta
from random import Random

from rso_planner.domain.force_model import ForceModel, Town
from rso_planner.domain.officer import OffenderManager, OfficerRole
from rso_planner.domain.place import Place
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.synthesis.chance import draw_word, share_out, some_of, stream


def draw_officers(
    model: ForceModel, policy: PlanningPolicy, as_of: date, seed: int
) -> tuple[OffenderManager, ...]:
    """Offender managers, supervisors and others, sorted by identifier.

    The first offender manager has just joined and is in training; the last one leaves within the coming
    weeks; the last of the others joins then.
    """
    chance = stream(seed, "officers")
    officers = _draw_offender_managers(model, policy, as_of, chance)
    officers += _draw_role(OfficerRole.SUPERVISOR, "SV", model.supervisors, model, policy, as_of)
    officers += _draw_role(OfficerRole.OTHER, "VO", model.other_officers, model, policy, as_of)
    return tuple(sorted(officers, key=lambda officer: officer.officer_id))


def _draw_offender_managers(
    model: ForceModel, policy: PlanningPolicy, as_of: date, chance: Random
) -> list[OffenderManager]:
    hours = draw_contracted_hours(model, policy, chance)
    areas = _areas_of_heads(model, len(hours))
    last = len(hours) - 1
    has_recruit = last > 2
    # The recruit in first place is not trained yet; the others take turns, so each area has trained officers.
    trained = (
        [False, *_spread_evenly(last, some_of(last, model.arms_trained))] if has_recruit else [True] * len(hours)
    )
    return [
        OffenderManager(
            officer_id=f"OM{place + 1:02d}",
            name=f"Officer {model.family_names[place % len(model.family_names)]}",
            role=OfficerRole.OFFENDER_MANAGER,
            contracted_hours=hours[place],
            arms_trained=trained[place],
            visit_trained=place > 0 or not has_recruit,
            base=_base(model, areas[place]),
            area=areas[place],
            starts_on=as_of - timedelta(days=25) if has_recruit and place == 0 else None,
            leaves_on=as_of + timedelta(days=23) if has_recruit and place == last else None,
        )
        for place in range(len(hours))
    ]


def _spread_evenly(places: int, marked: int) -> list[bool]:
    """So many of the places marked, with even gaps."""
    return [(place + 1) * marked // places > place * marked // places for place in range(places)]


def draw_contracted_hours(model: ForceModel, policy: PlanningPolicy, chance: Random) -> list[float]:
    """Weekly hours of each offender manager; in tenths of an hour their sum is exact."""
    full_time = round(policy.full_time * 10)
    left = round(model.officers_fte * policy.full_time * 10)
    part_timers: list[int] = []
    for _ in range(round(model.officers_fte * model.part_time)):
        tenths = round(float(draw_word(chance, model.part_time_hours)) * 10)
        if left - tenths > full_time:
            part_timers.append(tenths)
            left -= tenths
    whole, rest = divmod(left, full_time)
    if 0 < rest < full_time // 2:
        # Nobody is employed for an hour or two: one post and the rest are halved between two people.
        whole -= 1
        part_timers += [(full_time + rest) // 2, full_time + rest - (full_time + rest) // 2]
    elif rest:
        part_timers.append(rest)
    tenths_of_heads = [full_time] * whole + part_timers
    # The recruit, who stands first, works full time.
    others = tenths_of_heads[1:]
    chance.shuffle(others)
    return [tenths / 10 for tenths in [tenths_of_heads[0], *others]]


def _areas_of_heads(model: ForceModel, heads: int) -> list[str]:
    weights = [sum(town.share for town in model.towns if town.area == area) for area in model.areas]
    return [area for area, count in zip(model.areas, share_out(heads, weights), strict=True) for _ in range(count)]


def _base_town(model: ForceModel, area: str) -> Town:
    return next(town for town in model.towns if town.area == area and town.has_base)


def _base(model: ForceModel, area: str) -> Place:
    town = _base_town(model, area)
    return Place(town.easting, town.northing)


def _draw_role(
    role: OfficerRole, letters: str, share: float, model: ForceModel, policy: PlanningPolicy, as_of: date
) -> list[OffenderManager]:
    count = some_of(round(model.officers_fte), share)
    is_supervisor = role is OfficerRole.SUPERVISOR
    areas = model.areas
    first_name = 1 if is_supervisor else len(model.family_names) // 3
    return [
        OffenderManager(
            officer_id=f"{letters}{place + 1:02d}",
            name=f"Officer {model.family_names[-first_name - place]}",
            role=role,
            contracted_hours=policy.full_time,
            arms_trained=is_supervisor,
            visit_trained=True,
            base=_base(model, areas[place % len(areas)]),
            area=areas[place % len(areas)],
            starts_on=as_of + timedelta(days=10) if place == count - 1 and not is_supervisor else None,
            may_lead=is_supervisor or place > 0,
        )
        for place in range(count)
    ]
