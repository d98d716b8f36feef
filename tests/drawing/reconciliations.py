"""Made-up reconciliations: a small one to follow, one with every cause, one without a difference."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rso_planner.domain.discrepancy import Cause, Discrepancy, FieldDifference
from rso_planner.domain.reconciliation import (
    Bridge,
    BridgeLine,
    BridgePart,
    Correction,
    CountUnit,
    OverdueRange,
    Reconciliation,
    System,
    TrendLine,
)
from rso_planner.domain.risk_level import RiskLevel

AS_OF = date(2026, 11, 20)
SNAPSHOT_ON = date(2026, 11, 18)

Agreed = tuple[str | None, str | None, RiskLevel | None, int]
"""Area, officer, risk level and visits owed of a person overdue on both lists alike."""


def make_discrepancy(number: int, cause: Cause, **changes: object) -> Discrepancy:
    """A made-up person whom the register alone has as overdue, by one visit."""
    found = Discrepancy(
        offender_id=None if cause is Cause.MISSING_LOCALLY else f"P{number:04}",
        register_id=None if cause is Cause.MISSING_FROM_REGISTER else f"R{number:06}",
        cause=cause,
        force_overdue=False,
        register_overdue=True,
        force_visits=0,
        register_visits=1,
        risk_level=RiskLevel.MEDIUM,
        area="North Made-up",
        officer_id="OM-01",
        due_on=AS_OF - timedelta(days=40),
        fields=(),
        reason="Overdue on the register only: a made-up reason.",
    )
    return replace(found, **changes)  # type: ignore[arg-type]  # the fields are named by the tests


def make_correction(found: Discrepancy, system: System | None = System.REGISTER) -> Correction:
    """What to do about it."""
    return Correction(
        discrepancy=found,
        system=system,
        action="Do what is made up for this person.",
        evidence=f"{found.reason} Due on a made-up day.",
    )


def make_reconciliation(found: Sequence[Discrepancy], agreed: Iterable[Agreed] = ()) -> Reconciliation:
    """The reconciliation of these differences, with people on whom both lists agree that they are overdue."""
    alike = tuple(agreed)
    return Reconciliation(
        as_of=AS_OF,
        snapshot_on=SNAPSHOT_ON,
        compared=len(found) + len(alike) + 500,
        undecided_pairs=0,
        people=_bridge(CountUnit.PEOPLE, found, alike),
        visits=_bridge(CountUnit.VISITS, found, alike),
        by_area=_parts(found, alike, lambda each: each.area, 0),
        by_officer=_parts(found, alike, lambda each: each.officer_id, 1),
        by_risk=_parts(found, alike, lambda each: each.risk_level and each.risk_level.value, 2),
        policy_overdue=OverdueRange(lowest=len(alike), highest=len(alike) + len(found)),
        discrepancies=tuple(found),
        corrections=tuple(make_correction(each, _system(each)) for each in found),
    )


def make_small_reconciliation() -> Reconciliation:
    """Six people: 4 overdue for the force, 5 on the register; one owes the register three visits."""
    found = (
        make_discrepancy(1, Cause.MISSING_LOCALLY, risk_level=RiskLevel.HIGH, officer_id=None),
        make_discrepancy(
            2,
            Cause.ENTRY_LAG,
            risk_level=RiskLevel.VERY_HIGH,
            register_visits=3,
            also=(Cause.FREQUENCY_BASIS,),
            fields=(
                FieldDifference(field="last_visit_on", force="2026-11-02", register="2026-07-30"),
                FieldDifference(field="family_name", force="Madeup", register="Madeupp"),
            ),
        ),
        make_discrepancy(
            3,
            Cause.CUTOFF,
            force_overdue=True,
            register_overdue=False,
            force_visits=1,
            register_visits=0,
            area=None,
        ),
        make_discrepancy(4, Cause.UNIT, force_overdue=True, force_visits=2),
        make_discrepancy(5, Cause.COMBINED, parts=(Cause.RISK_CHANGE, Cause.ANCHOR), risk_level=RiskLevel.LOW),
        make_discrepancy(
            6, Cause.UNEXPLAINED, force_overdue=True, register_overdue=False, force_visits=1, register_visits=0
        ),
    )
    alike = (("South Made-up", "OM-02", RiskLevel.LOW, 1),)
    return replace(
        make_reconciliation(found, alike),
        undecided_pairs=2,
        earlier_on=date(2026, 11, 13),
        trend=(
            TrendLine(cause=Cause.ENTRY_LAG, new=1, standing=0, gone=3),
            TrendLine(cause=Cause.UNIT, new=0, standing=1, gone=0),
        ),
    )


def make_agreement() -> Reconciliation:
    """Two lists that agree on everybody, one of whom is overdue."""
    return make_reconciliation((), (("North Made-up", "OM-01", RiskLevel.HIGH, 2),))


EFFECTS = {
    Cause.POPULATION: 96,
    Cause.REACTIVE_STILL_TIMED: 58,
    Cause.ENTRY_LAG: 71,
    Cause.ATTEMPT_AS_VISIT: -14,
    Cause.UNIT: 0,
    Cause.TYPE: 9,
    Cause.FREQUENCY_BASIS: 33,
    Cause.ANCHOR: 12,
    Cause.RISK_CHANGE: -6,
    Cause.CUTOFF: 7,
    Cause.OWNER: 4,
    Cause.NOT_RSO: 8,
    Cause.DUPLICATE: 5,
    Cause.STATUS_ONE_SIDED: 11,
    Cause.MISSING_LOCALLY: 17,
    Cause.MISSING_FROM_REGISTER: -3,
    Cause.COMBINED: 4,
    Cause.UNEXPLAINED: 2,
}
"""An example with every cause: from 98 people to 412."""


def make_large_reconciliation(overdue_on_both: int = 45, seed: int = 3) -> Reconciliation:
    """Every cause, with the effects of `EFFECTS` and a few people each who cancel out; drawn by chance."""
    chance = random.Random(seed)
    found: list[Discrepancy] = []
    for cause, effect in EFFECTS.items():
        # Besides the people of the effect, pairs who differ in opposite ways; of UNIT none differs in people.
        signs = [1 if effect > 0 else -1] * abs(effect) + [1, -1] * (effect > 9)
        signs += [0] * 23 * (cause is Cause.UNIT)
        found += [_drawn(chance, len(found) + number, cause, sign) for number, sign in enumerate(signs)]
    found.sort(key=_seriousness)
    alike = [(*_drawn_part(chance), chance.randint(1, 3)) for _ in range(overdue_on_both)]
    trend = tuple(
        TrendLine(cause=cause, new=chance.randint(0, 4), standing=abs(effect), gone=chance.randint(0, 12))
        for cause, effect in EFFECTS.items()
    )
    return replace(
        make_reconciliation(found, alike),
        undecided_pairs=12,
        policy_overdue=OverdueRange(lowest=91, highest=247),
        earlier_on=AS_OF - timedelta(days=7),
        trend=trend,
    )


def _seriousness(found: Discrepancy) -> tuple[bool, int, date]:
    rank = found.risk_level.rank if found.risk_level else len(RiskLevel)
    return not found.cause.is_one_list_only, rank, found.due_on or AS_OF


def _drawn(chance: random.Random, number: int, cause: Cause, sign: int) -> Discrepancy:
    area, officer_id, risk_level = _drawn_part(chance)
    return make_discrepancy(
        number,
        cause,
        force_overdue=sign <= 0,
        register_overdue=sign >= 0,
        force_visits=0 if sign > 0 else chance.randint(1, 2) + (sign == 0),
        register_visits=0 if sign < 0 else chance.randint(1, 3) if sign else 1,
        parts=(Cause.RISK_CHANGE, Cause.ANCHOR) if cause is Cause.COMBINED else (),
        area=area,
        officer_id=officer_id,
        risk_level=risk_level,
        due_on=AS_OF - timedelta(days=chance.randint(1, 700)),
    )


def _drawn_part(chance: random.Random) -> tuple[str, str, RiskLevel]:
    area = chance.choice(("East", "North", "Riverside", "South", "West"))
    level = chance.choices(tuple(RiskLevel), weights=(1, 15, 50, 34))[0]
    return f"{area} Made-up", f"OM-{chance.randint(1, 18):02}", level


def _bridge(unit: CountUnit, found: Iterable[Discrepancy], alike: Iterable[Agreed]) -> Bridge:
    people = unit is CountUnit.PEOPLE
    differing, same = tuple(found), sum(1 if people else each[3] for each in alike)
    lines = []
    for cause in Cause:
        of_cause = [each for each in differing if each.cause is cause]
        effect = sum(each.people_effect if people else each.visits_effect for each in of_cause)
        if of_cause:
            lines.append(BridgeLine(cause=cause, people=len(of_cause), effect=effect))
    return Bridge(
        unit=unit,
        force_total=same + sum(each.force_overdue if people else each.force_visits for each in differing),
        register_total=same + sum(each.register_overdue if people else each.register_visits for each in differing),
        lines=tuple(lines),
    )


def _parts(
    found: Sequence[Discrepancy],
    alike: Sequence[Agreed],
    part_of: Callable[[Discrepancy], str | None],
    index: int,
) -> tuple[BridgePart, ...]:
    names = {part_of(each) for each in found} | {_name(each[index]) for each in alike}
    parts = []
    for name in sorted(names, key=lambda each: (each is None, each or "")):
        differing = [each for each in found if part_of(each) == name]
        same = [each for each in alike if _name(each[index]) == name]
        people, visits = (_bridge(unit, differing, same) for unit in CountUnit)
        effects = [each.people_effect for each in differing]
        parts.append(
            BridgePart(
                part=name,
                people=people,
                visits=visits,
                register_only=effects.count(1),
                force_only=effects.count(-1),
            )
        )
    return tuple(parts)


def _name(part: object) -> str | None:
    return None if part is None else str(part)


def _system(found: Discrepancy) -> System | None:
    if found.cause is Cause.MISSING_LOCALLY:
        return System.FORCE
    return None if found.cause in (Cause.UNIT, Cause.COMBINED, Cause.UNEXPLAINED) else System.REGISTER
