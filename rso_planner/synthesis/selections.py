"""Selections that need people's dates first: who has an order, who was assessed, who is under 18."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random

from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.refusal import InputRefusedError
from rso_planner.synthesis.chance import draw_some, is_drawn, some_of
from rso_planner.synthesis.sketch import Sketch
from rso_planner.synthesis.timeline import Timeline

_SHORTEST_FOR_ASSESSMENT = timedelta(days=30)
_LONGEST_REGISTRATION_UNDER_18 = timedelta(days=3 * 365)


def mark_by_dates(
    sketches: Sequence[Sketch], timelines: Mapping[str, Timeline], model: ForceModel, as_of: date, chance: Random
) -> None:
    """Mark exactly as many people as the model says.

    Raises:
        InputRefusedError: the model asks for more people of a kind than there are.
    """
    registered = [sketch for sketch in sketches if sketch.is_registered]
    _mark_orders(registered, model, chance)
    known_for = {sketch.offender_id: as_of - timelines[sketch.offender_id].registered_on for sketch in sketches}
    _mark_assessed(sketches, known_for, model, chance)
    young = [
        sketch
        for sketch in registered
        if sketch.is_visited
        and not sketch.is_eligible
        and known_for[sketch.offender_id] < _LONGEST_REGISTRATION_UNDER_18
    ]
    for sketch in draw_some(chance, young, min(len(young), some_of(len(registered), model.under_18))):
        sketch.is_under_18 = True


def _mark_orders(registered: Sequence[Sketch], model: ForceModel, chance: Random) -> None:
    # An order in force rules out reactive management.
    candidates = [sketch for sketch in registered if not sketch.is_eligible and not sketch.is_reactive]
    for sketch in draw_some(chance, candidates, model.prevention_orders):
        sketch.has_order = True


def _mark_assessed(
    sketches: Sequence[Sketch], known_for: Mapping[str, timedelta], model: ForceModel, chance: Random
) -> None:
    community = [sketch for sketch in sketches if sketch.is_in_community]
    certain = [sketch for sketch in community if sketch.is_eligible or sketch.is_reactive]
    candidates = [
        sketch
        for sketch in community
        if not (sketch.is_eligible or sketch.is_reactive)
        and known_for[sketch.offender_id] >= _SHORTEST_FOR_ASSESSMENT
    ]
    if len(certain) > model.ever_assessed:
        raise InputRefusedError(
            f"ever_assessed is less than the {len(certain)} people whose management rests on ARMS"
        )
    for sketch in certain + draw_some(chance, candidates, model.ever_assessed - len(certain)):
        sketch.is_assessed = True
    share = model.ever_assessed / max(1, model.in_community)
    for sketch in sketches:
        if not sketch.is_in_community and known_for[sketch.offender_id] >= _SHORTEST_FOR_ASSESSMENT:
            sketch.is_assessed = is_drawn(chance, share)
