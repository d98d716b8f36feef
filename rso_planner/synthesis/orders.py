"""Court orders and the notification period, so that exactly the drawn people have an SHPO or SOPO in force."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.interval import add_months, read_interval
from rso_planner.domain.offender import RegisterType
from rso_planner.domain.order import Order, OrderKind
from rso_planner.synthesis.chance import draw_day, draw_number, draw_word, is_drawn
from rso_planner.synthesis.sketch import Sketch
from rso_planner.synthesis.timeline import Timeline


@dataclass(frozen=True, slots=True)
class NotificationPeriod:
    """How long the person must notify; neither an end nor indefinite is 'not known'."""

    ends_on: date | None = None
    indefinite: bool = False


def draw_orders(sketch: Sketch, timeline: Timeline, model: ForceModel, as_of: date, chance: Random) -> list[Order]:
    """The person's orders, oldest first; their identifiers are given later."""
    if sketch.register_type is RegisterType.SRO:
        return [_draw_sro(sketch, timeline, as_of, chance)]
    orders: list[Order] = []
    # An order since the move to reactive management asks for a review, and one in force forbids the move.
    until = timeline.reactive_since or as_of
    if is_drawn(chance, model.order_ended) and (until - timeline.registered_on).days > 400:
        made_on = draw_day(chance, timeline.registered_on, until - timedelta(days=300))
        ends_on = draw_day(chance, made_on + timedelta(days=200), until - timedelta(days=1))
        orders.append(_prevention_order(sketch, model, made_on, ends_on))
    if sketch.has_order:
        orders.append(_draw_order_in_force(sketch, timeline, model, as_of, chance))
    if sketch.is_registered and not sketch.is_eligible and is_drawn(chance, model.other_order):
        made_on = draw_day(chance, timeline.registered_on, as_of)
        orders.append(
            Order(
                order_id="",
                offender_id=sketch.offender_id,
                kind=OrderKind.OTHER,
                made_on=made_on,
                ends_on=add_months(made_on, 12 * draw_number(chance, 1, 5)),
            )
        )
    return sorted(orders, key=lambda order: order.made_on)


def _prevention_order(
    sketch: Sketch, model: ForceModel, made_on: date, ends_on: date | None, until_further_order: bool = False
) -> Order:
    return Order(
        order_id="",
        offender_id=sketch.offender_id,
        kind=OrderKind.SHPO if made_on >= model.shpo_since else OrderKind.SOPO,
        made_on=made_on,
        ends_on=ends_on,
        until_further_order=until_further_order,
    )


def _draw_order_in_force(
    sketch: Sketch, timeline: Timeline, model: ForceModel, as_of: date, chance: Random
) -> Order:
    latest = min(as_of, timeline.registered_on + timedelta(days=120))
    made_on = draw_day(chance, timeline.registered_on, latest)
    end = draw_word(chance, model.order_end)
    if end == "dated":
        years = int(draw_word(chance, model.order_years))
        # The last day is still in force.
        ends_on = max(add_months(made_on, 12 * years) - timedelta(days=1), as_of)
        if ends_on == as_of and not is_drawn(chance, 0.05):
            ends_on = as_of + timedelta(days=draw_number(chance, 1, 1500))
        return _prevention_order(sketch, model, made_on, ends_on)
    return _prevention_order(sketch, model, made_on, None, end == "until_further_order")


def _draw_sro(sketch: Sketch, timeline: Timeline, as_of: date, chance: Random) -> Order:
    made_on = timeline.registered_on
    ends_on = add_months(made_on, 12 * draw_number(chance, 2, 5))
    if sketch.registration_ended:
        ends_on = max(made_on, as_of - timedelta(days=draw_number(chance, 3, 60)))
    elif ends_on < as_of:
        ends_on = as_of + timedelta(days=draw_number(chance, 10, 700))
    return Order(order_id="", offender_id=sketch.offender_id, kind=OrderKind.SRO, made_on=made_on, ends_on=ends_on)


def draw_notification_period(
    sketch: Sketch, timeline: Timeline, model: ForceModel, as_of: date, chance: Random
) -> NotificationPeriod:
    """A period that has not ended for registered people, unless an order in force prolongs it."""
    if sketch.register_type is not RegisterType.RSO:
        return NotificationPeriod()
    if sketch.registration_ended:
        return NotificationPeriod(ends_on=max(timeline.registered_on, as_of - timedelta(days=40)))
    ends = {
        word: read_interval(word).after(timeline.registered_on)
        for word in model.notification_periods
        if word not in ("indefinite", "not_known")
    }
    over = {word: weight for word, weight in model.notification_periods.items() if ends.get(word, as_of) < as_of}
    running = {word: weight for word, weight in model.notification_periods.items() if word not in over}
    prolonged = sketch.has_order and sum(over.values()) > 0 and is_drawn(chance, model.prolonged_by_order)
    word = draw_word(chance, over if prolonged else running)
    return NotificationPeriod(ends_on=ends.get(word), indefinite=word == "indefinite")
