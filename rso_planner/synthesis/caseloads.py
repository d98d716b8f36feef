"""The standing allocation of people to offender managers, by area and contracted hours."""

from collections.abc import Sequence
from random import Random

from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.officer import OffenderManager, OfficerRole
from rso_planner.synthesis.chance import draw_word, is_drawn
from rso_planner.synthesis.visits import Team


def draw_team(officers: Sequence[OffenderManager], area: str, model: ForceModel, chance: Random) -> Team:
    """The person's own offender manager, mostly of the person's area, and who else visits there."""
    managers = [officer for officer in officers if officer.role is OfficerRole.OFFENDER_MANAGER]
    near = [officer for officer in managers if officer.area == area] or managers
    # A few are still with the officer of the area from which they moved.
    pool = managers if is_drawn(chance, model.habits["officer_of_another_area"]) else near
    hours = {officer.officer_id: officer.contracted_hours for officer in pool}
    chosen = draw_word(chance, hours)
    own = next(officer for officer in pool if officer.officer_id == chosen)
    trained = [officer for officer in officers if officer.visit_trained and officer.starts_on is None]
    others = [officer for officer in trained if officer.area == area]
    return Team(own, others if len(others) > 1 else trained or [own])
