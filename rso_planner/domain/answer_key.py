"""What is known of a synthetic register: on whom it disagrees with the synthetic force, and why."""

from dataclasses import dataclass

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.register_record import RegisterExport


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantedDifference:
    """One line of the answer key: a person, and the one cause for which the two lists disagree on the person.

    `register_id` is that of the record which makes the difference: of a duplicate, the second record. Identifiers
    are None where a list has nothing of the person. `parts` are the causes of a COMBINED one.
    """

    offender_id: str | None
    register_id: str | None
    cause: Cause
    parts: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntheticRegister:
    """A made-up register export with its answer key; who is not in the key agrees."""

    export: RegisterExport
    answer_key: tuple[PlantedDifference, ...]
