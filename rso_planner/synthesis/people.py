"""Who a person is and where: the offender's row, all of it made up."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from rso_planner.domain.clock_span import read_window
from rso_planner.domain.force_model import ForceModel, Town
from rso_planner.domain.interval import add_months
from rso_planner.domain.offender import AWAY, LeadAgency, Offender, RegisterType, Sex
from rso_planner.domain.place import Place
from rso_planner.synthesis.chance import draw_day, draw_number, draw_word, is_drawn
from rso_planner.synthesis.orders import NotificationPeriod
from rso_planner.synthesis.sketch import Arrival, Dwelling, Sketch
from rso_planner.synthesis.timeline import Timeline, has_left_the_force, is_away_arrival


@dataclass(frozen=True, slots=True)
class Home:
    """Where the person lives, and in whose area."""

    town: Town
    place: Place


def draw_home(model: ForceModel, chance: Random) -> Home:
    """A made-up point near the middle of a town."""
    names = {str(number): town.share for number, town in enumerate(model.towns)}
    town = model.towns[int(draw_word(chance, names))]
    # Three lots added up make a hill; a normal curve would need a logarithm, which platforms round differently.
    east, north = (sum(chance.random() for _ in range(3)) - 1.5 for _ in range(2))
    place = Place(town.easting + int(east * town.spread_metres), town.northing + int(north * town.spread_metres))
    return Home(town, place)


def draw_offender(
    sketch: Sketch,
    timeline: Timeline,
    home: Home,
    officer_id: str,
    period: NotificationPeriod,
    model: ForceModel,
    as_of: date,
    chance: Random,
) -> Offender:
    """The person's row of the extract."""
    offender = _draw_identity(sketch, timeline, home, model, as_of, chance)
    offender = _with_legal_position(offender, sketch, period, model, chance)
    offender = _with_visit_terms(offender, sketch, timeline, model, chance)
    is_known = {word: not is_drawn(chance, share) for word, share in model.not_known.items()}
    return replace(
        offender,
        status_since=_status_since(sketch, timeline),
        in_community_since=_in_community_since(sketch, timeline, model, chance),
        transferred_in_on=timeline.clock_from if sketch.arrival is Arrival.TRANSFERRED_IN else None,
        management_since=_management_since(sketch, timeline, model, chance),
        officer_id=officer_id if is_known["officer"] else None,
        area=home.town.area if is_known["area"] else None,
        sex=offender.sex if is_known["sex"] else None,
        date_of_birth=offender.date_of_birth if is_known["date_of_birth"] or _must_be_known(sketch) else None,
        last_notified_on=_draw_notification(sketch, timeline, model, as_of, chance)
        if is_known["last_notified_on"]
        else None,
        rmp_reviewed_on=_draw_review(timeline, as_of, model.habits["rmp_reviewed"], chance),
        supervisor_reviewed_on=_draw_review(timeline, as_of, model.habits["supervisor_reviewed"], chance),
        desktop_reviewed_on=_draw_desktop_review(timeline, model, as_of, chance),
    )


def _draw_identity(
    sketch: Sketch, timeline: Timeline, home: Home, model: ForceModel, as_of: date, chance: Random
) -> Offender:
    sex = Sex.FEMALE if is_drawn(chance, model.women) else Sex.MALE
    first_names = model.women_names if sex is Sex.FEMALE else model.men
    return Offender(
        offender_id=sketch.offender_id,
        register_type=sketch.register_type,
        risk_level=sketch.risk_level,
        status=sketch.status,
        management=sketch.management,
        registered_on=timeline.registered_on,
        register_id=f"SYN{sketch.offender_id}" if sketch.register_type is RegisterType.RSO else None,
        family_name=model.family_names[int(sketch.offender_id) % len(model.family_names)],
        given_names=first_names[draw_number(chance, 0, len(first_names) - 1)],
        date_of_birth=_draw_birth(sketch, timeline, as_of, model, chance),
        sex=sex,
        place=home.place if _has_place(sketch) else None,
        no_fixed_abode=_has_no_fixed_abode(sketch),
    )


def _with_legal_position(
    offender: Offender, sketch: Sketch, period: NotificationPeriod, model: ForceModel, chance: Random
) -> Offender:
    # Nothing may stand in the way of people who are, or may be, on reactive management.
    quiet = sketch.is_eligible or sketch.is_reactive
    level = "1" if quiet else draw_word(chance, model.mappa_level)
    investigation = "no" if quiet else draw_word(chance, model.open_investigation)
    on_licence = not quiet and sketch.is_visited and is_drawn(chance, model.on_licence)
    led_by_probation = on_licence and is_drawn(chance, model.probation_led_on_licence)
    return replace(
        offender,
        notification_ends_on=period.ends_on,
        notification_indefinite=period.indefinite,
        mappa_level=None if level == "not_known" else int(level),
        open_investigation={"yes": True, "no": False}.get(investigation),
        on_licence=on_licence,
        lead_agency=LeadAgency.PROBATION if led_by_probation else LeadAgency.POLICE,
    )


def _with_visit_terms(
    offender: Offender, sketch: Sketch, timeline: Timeline, model: ForceModel, chance: Random
) -> Offender:
    earliest = latest = authority = None
    if is_drawn(chance, model.visit_window):
        earliest, latest = read_window(draw_word(chance, model.visit_windows))
    officers_required = 2 if is_drawn(chance, model.habits["two_officers_written"]) else None
    if sketch.is_visited and is_drawn(chance, model.lone_visit_authority):
        authority = model.authorities[draw_number(chance, 0, len(model.authorities) - 1)]
        officers_required = 1 if is_drawn(chance, model.habits["one_officer_written"]) else None
    return replace(
        offender,
        visit_interval=timeline.interval if timeline.has_own_interval else None,
        visit_not_before=earliest,
        visit_not_after=latest,
        officers_required=officers_required,
        lone_visit_authorised_by=authority,
    )


def _must_be_known(sketch: Sketch) -> bool:
    return sketch.is_eligible or sketch.is_under_18


def _has_no_fixed_abode(sketch: Sketch) -> bool:
    return sketch.dwelling in (Dwelling.NO_FIXED_ABODE_WITH_PLACE, Dwelling.NO_FIXED_ABODE_WITHOUT_PLACE)


def _has_place(sketch: Sketch) -> bool:
    away = sketch.status in AWAY or has_left_the_force(sketch)
    return not away and sketch.dwelling in (Dwelling.HOME, Dwelling.NO_FIXED_ABODE_WITH_PLACE)


def _draw_birth(sketch: Sketch, timeline: Timeline, as_of: date, model: ForceModel, chance: Random) -> date:
    if sketch.is_under_18:
        return add_months(as_of, -12 * 17) + timedelta(days=draw_number(chance, -330, 700))
    registered_for = (as_of - timeline.registered_on).days / 365.25
    if registered_for > 5 and is_drawn(chance, model.registered_under_18):
        age = draw_number(chance, 14, 16)
    else:
        age = 18 + int(max(1, model.oldest_on_registration - 17) * chance.random() ** 1.3)
    return add_months(timeline.registered_on, -12 * age) - timedelta(days=draw_number(chance, 1, 364))


def _status_since(sketch: Sketch, timeline: Timeline) -> date | None:
    if timeline.left_on is not None and not sketch.registration_ended:
        return timeline.left_on
    return timeline.clock_from if is_away_arrival(sketch) else None


def _in_community_since(sketch: Sketch, timeline: Timeline, model: ForceModel, chance: Random) -> date | None:
    if not is_away_arrival(sketch):
        return None
    # For some who were released only the event says so.
    if sketch.arrival is Arrival.RELEASED and is_drawn(chance, model.habits["date_of_release_missing"]):
        return None
    return timeline.clock_from


def _management_since(sketch: Sketch, timeline: Timeline, model: ForceModel, chance: Random) -> date | None:
    if timeline.reactive_since is not None:
        return timeline.reactive_since
    if sketch.arrival is Arrival.BACK_TO_ACTIVE and sketch.is_visited:
        return None if is_drawn(chance, model.habits["date_of_return_missing"]) else timeline.clock_from
    return timeline.registered_on if is_drawn(chance, 0.5) else None


def _draw_notification(
    sketch: Sketch, timeline: Timeline, model: ForceModel, as_of: date, chance: Random
) -> date | None:
    if sketch.register_type is not RegisterType.RSO:
        return None
    until = timeline.left_on or as_of
    if _has_no_fixed_abode(sketch):
        first = until - timedelta(days=9)
    elif is_drawn(chance, model.late_notification):
        first, until = until - timedelta(days=460), until - timedelta(days=366)
    else:
        first = until - timedelta(days=364)
    return max(timeline.registered_on, draw_day(chance, first, until))


def _draw_review(timeline: Timeline, as_of: date, share: float, chance: Random) -> date | None:
    """Most reviews were made with the last visit, some a while before, some never."""
    if not is_drawn(chance, share) or timeline.last_seen_on is None:
        return None
    earlier = timeline.last_seen_on - timedelta(days=int(timeline.interval.days * chance.random()))
    reviewed_on = timeline.last_seen_on if is_drawn(chance, 0.7) else earlier
    return min(as_of, max(timeline.registered_on, reviewed_on))


def _draw_desktop_review(timeline: Timeline, model: ForceModel, as_of: date, chance: Random) -> date | None:
    if timeline.reactive_since is None or (as_of - timeline.reactive_since).days < 330:
        return None
    if not is_drawn(chance, model.habits["desktop_reviewed"]):
        return None
    # Before any trigger of the last weeks, so that a review made then does not discharge it by chance.
    return draw_day(chance, timeline.reactive_since + timedelta(days=300), as_of - timedelta(days=70))
