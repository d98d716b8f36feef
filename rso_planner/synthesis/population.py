"""Who there is: the exact numbers of the force model, person by person in outline."""

from collections.abc import Iterable
from random import Random

from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.offender import ManagementStatus, RegisterType, Status
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.synthesis.chance import draw_some, draw_word, share_out, some_of, stream
from rso_planner.synthesis.sketch import Arrival, Dwelling, Sketch, Trigger


def sketch_population(model: ForceModel, seed: int) -> list[Sketch]:
    """Everybody in outline, sorted by identifier.

    Raises:
        InputRefusedError: the model asks for more people of a kind than there are.
    """
    chance = stream(seed, "population")
    community = _sketch_community(model, chance)
    _mark_reactive(model, community, chance)
    _mark_dwellings(model, community, chance)
    _mark_overdue(model, community, chance)
    _mark_arrivals(model, community, chance)
    _mark_eligible(model, community, chance)
    others = _sketch_sro_subjects(model, chance)
    people = community + _sketch_away(model, chance) + _sketch_gone(model, chance) + others
    chance.shuffle(people)
    width = max(4, len(str(len(people))))
    for number, sketch in enumerate(people, start=1):
        sketch.offender_id = f"{number:0{width}d}"
    return people


def _rso(status: Status, risk_level: RiskLevel) -> Sketch:
    return Sketch(register_type=RegisterType.RSO, status=status, risk_level=risk_level)


def _sketch_community(model: ForceModel, chance: Random) -> list[Sketch]:
    people = [_rso(Status.COMMUNITY, level) for level, count in model.community_risk.items() for _ in range(count)]
    # Nobody of very high risk is sought, so that the six always have tasks.
    candidates = [sketch for sketch in people if sketch.risk_level is not RiskLevel.VERY_HIGH]
    counts = {word: some_of(len(people), share) for word, share in model.sought.items()}
    drawn = iter(chance.sample(candidates, sum(counts.values())))
    for word, count in counts.items():
        for _ in range(count):
            next(drawn).status = Status(word)
    return people


def _sketch_away(model: ForceModel, chance: Random) -> list[Sketch]:
    total = model.registered - model.in_community
    levels = _spread_levels(total, model, chance)
    words = list(model.away)
    statuses = [
        Status(word)
        for word, count in zip(words, share_out(total, model.away.values()), strict=True)
        for _ in range(count)
    ]
    return [_rso(status, level) for status, level in zip(statuses, levels, strict=True)]


def _sketch_gone(model: ForceModel, chance: Random) -> list[Sketch]:
    people: list[Sketch] = []
    for word, share in model.off_the_register.items():
        count = some_of(model.registered, share)
        for level in _spread_levels(count, model, chance):
            ended = word == "notification_ended"
            sketch = _rso(Status.COMMUNITY if ended else Status(word), level)
            sketch.registration_ended = ended
            people.append(sketch)
    return people


def _sketch_sro_subjects(model: ForceModel, chance: Random) -> list[Sketch]:
    people: list[Sketch] = []
    for kind, share in ((RegisterType.SRO, model.sro_subjects), (RegisterType.OTHER, model.other_people)):
        for level in _spread_levels(some_of(model.registered, share), model, chance):
            people.append(Sketch(register_type=kind, status=Status.COMMUNITY, risk_level=level))
    # One in custody, one whose order has ended, one overdue: the rules for SRO subjects need each.
    subjects = [sketch for sketch in people if sketch.register_type is RegisterType.SRO]
    if len(subjects) > 3:
        subjects[0].status, subjects[1].registration_ended, subjects[2].is_overdue = Status.CUSTODY, True, True
    return people


def _spread_levels(total: int, model: ForceModel, chance: Random) -> list[RiskLevel]:
    counts = share_out(total, model.away_risk.values())
    levels = [level for level, count in zip(RiskLevel, counts, strict=True) for _ in range(count)]
    chance.shuffle(levels)
    return levels


def _visited(people: Iterable[Sketch]) -> list[Sketch]:
    return [sketch for sketch in people if sketch.is_visited]


def _mark_reactive(model: ForceModel, community: list[Sketch], chance: Random) -> None:
    raised = some_of(model.reactive, model.reactive_raised_risk) if model.reactive else 0
    medium = [sketch for sketch in _visited(community) if sketch.risk_level is RiskLevel.MEDIUM]
    low = [sketch for sketch in _visited(community) if sketch.risk_level is RiskLevel.LOW]
    moved = draw_some(chance, medium, raised) + draw_some(chance, low, model.reactive - raised)
    for sketch in moved:
        sketch.management = ManagementStatus.REACTIVE
    triggered = some_of(len(moved), model.reactive_triggered)
    triggers = [Trigger.EVENT, Trigger.ARMS_RAISED, Trigger.EVENT_REVIEWED]
    for place, sketch in enumerate(draw_some(chance, moved, triggered)):
        sketch.trigger = triggers[place % len(triggers)]


def _mark_dwellings(model: ForceModel, community: list[Sketch], chance: Random) -> None:
    for word, share in model.dwelling.items():
        homes = [sketch for sketch in _visited(community) if sketch.dwelling is Dwelling.HOME]
        candidates = [sketch for sketch in homes if sketch.risk_level is not RiskLevel.VERY_HIGH]
        for sketch in draw_some(chance, candidates, some_of(len(community), share)):
            sketch.dwelling = Dwelling(word)


def _mark_overdue(model: ForceModel, community: list[Sketch], chance: Random) -> None:
    counts = share_out(model.visits_overdue, model.overdue_risk.values())
    for level, count in zip(RiskLevel, counts, strict=True):
        # Without a place the visit is an enquiry, counted apart.
        candidates = [
            sketch
            for sketch in _visited(community)
            if sketch.risk_level is level and sketch.dwelling is not Dwelling.NO_FIXED_ABODE_WITHOUT_PLACE
        ]
        for sketch in draw_some(chance, candidates, count):
            sketch.is_overdue = True


def _mark_arrivals(model: ForceModel, community: list[Sketch], chance: Random) -> None:
    for sketch in _visited(community):
        sketch.arrival = Arrival(draw_word(chance, model.arrival))
    for word, share in model.awaiting_first_visit.items():
        candidates = [sketch for sketch in _visited(community) if not sketch.awaits_first_visit]
        for sketch in draw_some(chance, candidates, some_of(len(community), share)):
            sketch.arrival, sketch.awaits_first_visit = Arrival(word), True
    settled = [
        sketch
        for sketch in _visited(community)
        if not sketch.awaits_first_visit and not sketch.is_overdue and sketch.dwelling is Dwelling.HOME
    ]
    for sketch in draw_some(chance, settled, some_of(len(community), model.due_today)):
        sketch.is_due_today = True


def _mark_eligible(model: ForceModel, community: list[Sketch], chance: Random) -> None:
    candidates = [
        sketch
        for sketch in _visited(community)
        if sketch.risk_level is RiskLevel.LOW
        and not sketch.awaits_first_visit
        and sketch.arrival in (Arrival.REGISTERED, Arrival.RELEASED)
    ]
    for sketch in draw_some(chance, candidates, some_of(len(community), model.eligible_for_reactive)):
        sketch.is_eligible = True
