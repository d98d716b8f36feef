"""Planting: people are drawn until as many as the model asks for carry a difference with one explanation."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.synthesis.register.explanations import find_explanations
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.setting import Setting

Change = Callable[[Person, RegisterRecord, Setting, Random], RegisterRecord | None]
"""Turns the record that agrees into one that does not, or gives none where the person does not fit."""

_VERDICT_STAYS = (Cause.UNIT, Cause.DUPLICATE, Cause.MISSING_FROM_REGISTER)
_NOTHING_TO_EXPLAIN = (*_VERDICT_STAYS, Cause.UNEXPLAINED)


@dataclass(frozen=True, slots=True)
class Plant:
    """One way in which a cause shows; `parts` are the causes of a COMBINED one."""

    cause: Cause
    form: str
    change: Change
    parts: tuple[Cause, ...] = ()

    @property
    def explanations(self) -> frozenset[frozenset[Cause]]:
        """What must explain the record, and nothing else may; none where verdicts agree or no reason is meant."""
        if self.cause in _NOTHING_TO_EXPLAIN:
            return frozenset()
        return frozenset({frozenset(self.parts or (self.cause,))})


@dataclass(frozen=True, slots=True)
class Planted:
    """A person on whom a difference is planted, and the record that carries it."""

    plant: Plant
    person: Person
    record: RegisterRecord


def plant_all(
    plants: Iterable[Plant],
    candidates: Mapping[str, tuple[Person, RegisterRecord]],
    setting: Setting,
    chance: Callable[[str], Random],
) -> Iterator[Planted]:
    """The planted differences, each person once; of a plant as many as the model asks for or as there are."""
    taken: set[str] = set()
    for plant in plants:
        lots = chance(f"{plant.cause.value} {plant.form}")
        wanted = count_of(plant, setting)
        for offender_id in lots.sample(sorted(candidates), len(candidates)):
            if not wanted:
                break
            person, agreeing = candidates[offender_id]
            if offender_id in taken or not person.is_settled_on(setting.snapshot_on):
                continue
            record = plant.change(person, agreeing, setting, lots)
            if record is not None and fits(plant, person, record, setting):
                taken.add(offender_id)
                wanted -= 1
                yield Planted(plant, person, record)


def count_of(plant: Plant, setting: Setting) -> int:
    """How many people the model asks for."""
    forms: Mapping[str, int] = getattr(setting.model.register, plant.cause.value.lower())
    return forms[plant.form]


def fits(plant: Plant, person: Person, record: RegisterRecord, setting: Setting) -> bool:
    """Tell whether the record differs as it should and has the one explanation, on either list's day."""
    if record.last_visit_on is not None and record.last_visit_on > setting.snapshot_on:
        return False
    theirs = record.is_overdue_on(setting.snapshot_on)
    if theirs is not record.is_overdue_on(setting.as_of):
        return False
    if theirs is person.is_overdue and plant.cause not in _VERDICT_STAYS:
        return False
    return find_explanations(person, record, setting) == plant.explanations
