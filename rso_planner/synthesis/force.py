"""A whole synthetic force, drawn from its model: exact in the published figures, made up in all else."""

from dataclasses import replace
from datetime import date
from random import Random

from rso_planner.domain.case import Case
from rso_planner.domain.force import Force
from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.interval import add_months
from rso_planner.domain.officer import OffenderManager
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.synthesis.absences import draw_absences
from rso_planner.synthesis.assessments import draw_assessments
from rso_planner.synthesis.caseloads import draw_team
from rso_planner.synthesis.chance import is_drawn, stream
from rso_planner.synthesis.events import draw_decisions, draw_events
from rso_planner.synthesis.numbering import number_cases
from rso_planner.synthesis.officers import draw_officers
from rso_planner.synthesis.orders import draw_notification_period, draw_orders
from rso_planner.synthesis.people import draw_home, draw_offender
from rso_planner.synthesis.population import sketch_population
from rso_planner.synthesis.rosters import draw_duties
from rso_planner.synthesis.selections import mark_by_dates
from rso_planner.synthesis.separations import draw_couples, draw_separations
from rso_planner.synthesis.sketch import Sketch
from rso_planner.synthesis.timeline import Timeline, draw_timeline
from rso_planner.synthesis.visits import draw_visits


def draw_force(model: ForceModel, policy: PlanningPolicy, as_of: date, seed: int) -> Force:
    """The force on the as-of day; the same arguments give the same force on every platform.

    Raises:
        InputRefusedError: the model asks for more people of a kind than there are.
    """
    sketches = sketch_population(model, seed)
    timelines = {
        sketch.offender_id: draw_timeline(
            sketch, model, policy, as_of, stream(seed, "timeline", sketch.offender_id)
        )
        for sketch in sketches
    }
    mark_by_dates(sketches, timelines, model, as_of, stream(seed, "selections"))
    officers = draw_officers(model, policy, as_of, seed)
    cases = [
        _draw_case(sketch, timelines[sketch.offender_id], officers, model, policy, as_of, seed)
        for sketch in sketches
    ]
    couples = draw_couples(cases, model, stream(seed, "couples"))
    return Force(
        extracted_on=as_of,
        events_complete_from=add_months(as_of, -model.events_complete),
        cases=number_cases(couples.cases),
        officers=officers,
        duties=draw_duties(officers, model, policy, as_of, seed),
        absences=draw_absences(officers, model, as_of, seed),
        separations=draw_separations(couples, officers, model, stream(seed, "separations")),
    )


def _draw_case(
    sketch: Sketch,
    timeline: Timeline,
    officers: tuple[OffenderManager, ...],
    model: ForceModel,
    policy: PlanningPolicy,
    as_of: date,
    seed: int,
) -> Case:
    def chance(subject: str) -> Random:
        return stream(seed, subject, sketch.offender_id)

    home = draw_home(model, chance("home"))
    team = draw_team(officers, home.town.area, model, chance("officer"))
    own_id = team.own.officer_id
    period = draw_notification_period(sketch, timeline, model, as_of, chance("notification"))
    offender = draw_offender(sketch, timeline, home, own_id, period, model, as_of, chance("offender"))
    if is_drawn(chance("register_id"), model.register.register_id_missing):
        offender = replace(offender, register_id=None)
    return Case(
        offender=offender,
        events_complete_from=add_months(as_of, -model.events_complete),
        visits=draw_visits(sketch, timeline, team, model, as_of, chance("visits")),
        assessments=tuple(draw_assessments(sketch, timeline, own_id, model, policy, as_of, chance("assessments"))),
        orders=tuple(draw_orders(sketch, timeline, model, as_of, chance("orders"))),
        events=tuple(draw_events(sketch, timeline, model, policy, as_of, chance("events"))),
        decisions=tuple(draw_decisions(sketch, timeline, model, policy, as_of, chance("decisions"))),
    )
