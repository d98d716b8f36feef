"""A whole synthetic register: what it says of everybody, and the key to where it differs from the force."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import count
from random import Random

from rso_planner.domain.answer_key import PlantedDifference, SyntheticRegister
from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.force import Force
from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.register_record import RegisterExport, RegisterLayout, RegisterRecord
from rso_planner.synthesis.chance import is_drawn, stream
from rso_planner.synthesis.register.agreeing_record import make_agreeing_record
from rso_planner.synthesis.register.all_plants import PLANTS
from rso_planner.synthesis.register.links import births_of_several, link_by_identifier, link_somehow
from rso_planner.synthesis.register.person import Person, read_person
from rso_planner.synthesis.register.planting import Planted, plant_all
from rso_planner.synthesis.register.setting import Setting
from rso_planner.synthesis.register.strangers import draw_strangers

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class _Row:
    """One record, one line of the answer key, or both."""

    record: RegisterRecord | None
    difference: PlantedDifference | None = None


Chance = Callable[[str], Random]


def draw_register(force: Force, model: ForceModel, policy: PlanningPolicy, seed: int) -> SyntheticRegister:
    """The register's export beside the force's extract of the same day; the same arguments give the same register.

    Whoever is not in the answer key agrees with the force: in the verdict, in the visits owed, in being listed.
    """
    setting = Setting(model=model, policy=policy, as_of=force.extracted_on)
    people = {case.offender.offender_id: read_person(case, setting) for case in force.cases}
    agreeing = {
        name: (person, make_agreeing_record(person, f"SYN{name}", setting)) for name, person in people.items()
    }
    chance = partial(stream, seed, "register")
    planted = {each.person.offender.offender_id: each for each in plant_all(PLANTS, agreeing, setting, chance)}
    new_ids = _new_register_ids(force)
    rows = [row for each in planted.values() for row in _planted_rows(each, new_ids, setting, chance)]
    shared_births = births_of_several([case.offender.date_of_birth for case in force.cases])
    rest = [pair for name, pair in agreeing.items() if name not in planted]
    rows += _agreeing_rows(rest, shared_births, setting, chance)
    rows += _stranger_rows(force, rows, new_ids, setting, chance)
    return _in_order(rows, setting)


def _planted_rows(planted: Planted, new_ids: Iterator[str], setting: Setting, chance: Chance) -> Iterator[_Row]:
    person, cause = planted.person, planted.plant.cause
    offender_id = person.offender.offender_id
    lots = chance(f"links of {offender_id}")
    record = link_by_identifier(planted.record, person, setting, lots)
    difference = PlantedDifference(
        offender_id=offender_id, register_id=record.register_id, cause=cause, parts=planted.plant.parts
    )
    if cause is Cause.MISSING_FROM_REGISTER:
        yield _Row(None, replace(difference, register_id=None))
    elif cause is Cause.DUPLICATE:
        counted = _with_count(record, person)
        yield _Row(counted)
        second = replace(counted, register_id=next(new_ids), offender_id=offender_id)
        yield _Row(second, replace(difference, register_id=second.register_id))
    else:
        yield _Row(record, difference)


def _agreeing_rows(
    agreeing: Iterable[tuple[Person, RegisterRecord]],
    shared_births: Collection[date],
    setting: Setting,
    chance: Chance,
) -> Iterator[_Row]:
    for person, plain in agreeing:
        name = person.offender.offender_id
        lots = chance(f"links of {name}")
        if not _is_listed(person, setting, lots):
            continue
        if person.offender.registered_on > setting.snapshot_on:
            yield _Row(None, PlantedDifference(offender_id=name, register_id=None, cause=Cause.CUTOFF))
            continue
        record = link_somehow(plain, person, shared_births, setting, lots)
        if person.owed >= _SEVERAL or is_drawn(lots, setting.model.register.visits_counted):
            record = _with_count(record, person)
        yield _Row(record, _difference_of_the_days(person, record))


def _difference_of_the_days(person: Person, record: RegisterRecord) -> PlantedDifference | None:
    """Who falls due, or is seen, between the day of the export and the force's own."""
    if person.owes_the_same:
        return None
    # One visit owed then and several now is as well told by counting people, and UNIT comes first.
    cause = Cause.UNIT if person.owed_then == 1 and person.owed else Cause.CUTOFF
    return PlantedDifference(offender_id=person.offender.offender_id, register_id=record.register_id, cause=cause)


def _with_count(record: RegisterRecord, person: Person) -> RegisterRecord:
    return replace(record, visits_outstanding=person.owed_then)


def _is_listed(person: Person, setting: Setting, chance: Random) -> bool:
    if person.is_registered:
        return True
    return person.offender.is_rso and is_drawn(chance, setting.model.register.no_longer_managed_listed)


def _stranger_rows(
    force: Force, rows: list[_Row], new_ids: Iterator[str], setting: Setting, chance: Chance
) -> Iterator[_Row]:
    known = {row.record.offender_id for row in rows if row.record is not None}
    found_by_register_id = {row.record.register_id for row in rows if row.record is not None}
    names_to_avoid = {
        case.offender.family_name
        for case in force.cases
        if case.offender.offender_id not in known and case.offender.register_id not in found_by_register_id
    }
    for record in draw_strangers(force, new_ids, names_to_avoid, setting, chance("strangers")):
        yield _Row(
            record,
            PlantedDifference(offender_id=None, register_id=record.register_id, cause=Cause.MISSING_LOCALLY),
        )


def _new_register_ids(force: Force) -> Iterator[str]:
    width = max((len(case.offender.offender_id) for case in force.cases), default=1)
    return (f"SYN{number:0{width}d}" for number in count(len(force.cases) + 1))


def _in_order(rows: list[_Row], setting: Setting) -> SyntheticRegister:
    records = sorted((row.record for row in rows if row.record is not None), key=lambda each: each.register_id)
    key = sorted(
        (row.difference for row in rows if row.difference is not None),
        key=lambda each: (each.offender_id or "", each.register_id or ""),
    )
    return SyntheticRegister(
        export=RegisterExport(
            snapshot_on=setting.snapshot_on,
            layout=RegisterLayout.PEOPLE,
            # The heading is row 1.
            records=tuple(replace(each, row=row) for row, each in enumerate(records, start=2)),
        ),
        answer_key=tuple(key),
    )
