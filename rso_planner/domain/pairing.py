"""Which record of the register is about which of the force's people, and what a person must still decide."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from rso_planner.domain.offender import Offender
from rso_planner.domain.register_record import RegisterRecord

Listed = TypeVar("Listed", Offender, RegisterRecord)
"""What stands on one of the two lists: a row of the force or a record of the register."""


class PairBasis(StrEnum):
    """What a pair rests on, the strongest first."""

    DECIDED = "decided"
    REGISTER_ID = "register_id"
    FORCE_ID = "force_id"
    NAMES = "names"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One person found on both lists for certain, with the sentence that says why."""

    offender: Offender
    record: RegisterRecord
    basis: PairBasis
    reason: str


@dataclass(frozen=True, slots=True)
class FactEvidence:
    """How one fact of two rows agrees, and what that says, in bits: below 0 it speaks against one person."""

    fact: str
    agreement: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One of the force's people whom an ambiguous record may be about.

    `chance` is how likely it is to be one person, from 0 to 1, every other candidate and nobody at all considered;
    None where an identifier says so and the facts contradict it, because neither can be weighed against the other.
    `weight` is the evidence of names and date of birth in bits: one more makes the pair twice as likely, against
    two people who are alike by chance; below 0 the facts speak against it. It is the sum over `facts`, which is
    empty where nothing was weighed. `reason` says what agrees how far. `names_another` tells that an identifier of
    either is somebody else's, `is_contradicted` that given names or date of birth are those of another person,
    such as a twin or a son.
    """

    offender: Offender
    chance: float | None
    weight: float
    reason: str
    facts: tuple[FactEvidence, ...] = ()
    names_another: bool = False
    is_contradicted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbiguousRecord:
    """A record of the register that a person must decide on: its candidates, the likeliest first, and why."""

    record: RegisterRecord
    candidates: tuple[Candidate, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate(Generic[Listed]):
    """One person twice on one list: `second` is about the same person as `kept`, which stands for both."""

    kept: Listed
    second: Listed
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """The two lists put side by side, person by person.

    Every record of the register stands in exactly one place: in `pairs`, in `queue`, as the second of a duplicate,
    or in `unpaired_records`. So does every row of the force: in `pairs`, as the second of a duplicate, in
    `undecided_offenders` (not paired, and a candidate in the queue), or in `unpaired_offenders`. A person who is
    paired may be a candidate in the queue too, as somebody who may have a second record. The kept one of a
    duplicate is no second one itself; it may be unpaired, where the other list does not know the person.

    Pairs stand in the order of offender_id, the queue and the records in that of register_id and row.
    """

    pairs: tuple[Pair, ...]
    queue: tuple[AmbiguousRecord, ...]
    undecided_offenders: tuple[Offender, ...]
    unpaired_offenders: tuple[Offender, ...]
    unpaired_records: tuple[RegisterRecord, ...]
    duplicate_offenders: tuple[Duplicate[Offender], ...]
    duplicate_records: tuple[Duplicate[RegisterRecord], ...]
