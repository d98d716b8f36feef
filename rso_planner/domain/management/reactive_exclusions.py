"""Who is kept from reactive management whatever the risk.

An order in force; under 18; MAPPA 2 or 3; on licence; an open investigation; under 36 months in the community
since release (time in prison does not count). Rule reactive_exclusions, policy: each can be switched off.
Source: newspapers of June 2017; the 36 months in the community are assumed.
"""

from collections.abc import Callable
from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.duties.clock_suspension import back_in_community_on
from rso_planner.domain.duties.notification_end import EndStanding, order_end
from rso_planner.domain.interval import add_months
from rso_planner.domain.management.unknown_is_not_met import Criterion, Standing, standing_of
from rso_planner.domain.plain_words import count_in_words, day_in_words
from rso_planner.domain.policy import PlanningPolicy

_ADULT_AT = 18


def find_exclusions(case: Case, policy: PlanningPolicy, as_of: date) -> tuple[Criterion, ...]:
    """One criterion for each exclusion that is switched on; `case` as known on the as-of day."""
    switches = policy.reactive_exclusions
    checks: tuple[tuple[bool, Callable[[Case, PlanningPolicy, date], Criterion]], ...] = (
        (switches.order_in_force, _no_order_in_force),
        (switches.under_18, _not_under_18),
        (switches.mappa_2_or_3, _mappa_level_1),
        (switches.on_licence, _not_on_licence),
        (switches.open_investigation, _no_open_investigation),
        (switches.short_time_in_community, _time_in_community),
    )
    return tuple(check(case, policy, as_of) for is_on, check in checks if is_on)


def _no_order_in_force(case: Case, _: PlanningPolicy, as_of: date) -> Criterion:
    name = "no_order_in_force"
    in_force = [order for order in case.orders if order.is_in_force_on(as_of)]
    for order in in_force:
        end = order_end(order)
        if end.standing is not EndStanding.NOT_KNOWN:
            until = f"until {day_in_words(end.on)}" if end.on else "until further order"
            evidence = f"{_order_words(order.kind)} made on {day_in_words(order.made_on)}: {until}."
            return Criterion(name, Standing.NOT_MET, evidence)
    if in_force:
        made_on = day_in_words(in_force[0].made_on)
        return Criterion(
            name, Standing.NOT_KNOWN, f"{_order_words(in_force[0].kind)} made on {made_on}: its end is not known."
        )
    return Criterion(name, Standing.MET, f"No order is in force on {day_in_words(as_of)}.")


def _order_words(kind: str) -> str:
    return "Another order" if kind == "other" else str(kind)


def _not_under_18(case: Case, _: PlanningPolicy, as_of: date) -> Criterion:
    age = case.offender.age_on(as_of)
    evidence = "The date of birth is not known." if age is None else f"Aged {age} on {day_in_words(as_of)}."
    return Criterion("not_under_18", standing_of(None if age is None else age >= _ADULT_AT), evidence)


def _mappa_level_1(case: Case, _: PlanningPolicy, __: date) -> Criterion:
    level = case.offender.mappa_level
    evidence = "The MAPPA level is not known." if level is None else f"MAPPA level {level}."
    return Criterion("mappa_level_1", standing_of(None if level is None else level == 1), evidence)


def _not_on_licence(case: Case, _: PlanningPolicy, __: date) -> Criterion:
    return _absent("not_on_licence", case.offender.on_licence, "on licence")


def _no_open_investigation(case: Case, _: PlanningPolicy, __: date) -> Criterion:
    return _absent("no_open_investigation", case.offender.open_investigation, "under investigation")


def _absent(name: str, is_so: bool | None, words: str) -> Criterion:
    if is_so is None:
        return Criterion(name, Standing.NOT_KNOWN, f"Whether the person is {words} is not known.")
    return Criterion(name, standing_of(not is_so), f"The person is {'' if is_so else 'not '}{words}.")


def _time_in_community(case: Case, policy: PlanningPolicy, as_of: date) -> Criterion:
    since = max(case.offender.registered_on, back_in_community_on(case) or date.min)
    months = policy.reactive_exclusions_community_months
    enough_on = add_months(since, months)
    evidence = (
        f"In the community since {day_in_words(since)}; {count_in_words(months, 'month')} of it "
        f"{'were' if enough_on <= as_of else 'will be'} complete on {day_in_words(enough_on)}."
    )
    return Criterion("time_in_community", standing_of(enough_on <= as_of), evidence)
