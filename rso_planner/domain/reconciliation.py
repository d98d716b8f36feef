"""The answer of a reconciliation: a bridge between two totals that ties, and whom it is made of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rso_planner.domain.discrepancy import Cause, Discrepancy
from rso_planner.domain.register_record import RegisterLayout


class CountUnit(StrEnum):
    """What an overdue total counts."""

    PEOPLE = "people"
    VISITS = "visits"


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeLine:
    """One cause with the people on whom it is found and what they add to the register's total."""

    cause: Cause
    people: int
    effect: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """From the force's total to the register's; lines in the order of the causes, those without people left out.

    Raises:
        ValueError: the force's total and the effects do not add up to the register's total.
    """

    unit: CountUnit
    force_total: int
    register_total: int
    lines: tuple[BridgeLine, ...]

    def __post_init__(self) -> None:
        if self.force_total + sum(line.effect for line in self.lines) != self.register_total:
            raise ValueError(f"the bridge of {self.unit.value} does not tie")


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgePart:
    """The bridges of one part of the force: an area, an officer or a risk level; None where it is not known.

    `register_only` and `force_only` count the people who are overdue on one list only: between the two totals they
    do not cancel out.
    """

    part: str | None
    people: Bridge
    visits: Bridge
    register_only: int
    force_only: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueRange:
    """People overdue under the policy: by the evidence of both lists, and of either."""

    lowest: int
    highest: int


class System(StrEnum):
    """Where a correction is made."""

    FORCE = "force"
    REGISTER = "register"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One line of the list to work through: what to change or find out, in which system, for whom, and why.

    `system` is None where the records alone do not tell which of the two is wrong, so that both must be looked at.
    """

    discrepancy: Discrepancy
    system: System | None
    action: str
    evidence: str


class Trend(StrEnum):
    """How a difference stands against the reconciliation before this one."""

    NEW = "new"
    STANDING = "standing"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendLine:
    """One cause against the reconciliation before: how many people are new, standing and gone."""

    cause: Cause
    new: int
    standing: int
    gone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """Force and register compared person by person; `discrepancies` and `corrections` most serious first.

    `layout` tells whether the register's list is of people or of outstanding visits.
    `compared` counts the people who were found on both lists; `undecided_pairs` the register records for which a
    person must still say whom they are about. `earlier_on` is the as-of day of the reconciliation that `trend`
    compares with, None where there is none.
    """

    as_of: date
    snapshot_on: date
    layout: RegisterLayout = RegisterLayout.PEOPLE
    compared: int
    undecided_pairs: int
    people: Bridge
    visits: Bridge
    by_area: tuple[BridgePart, ...]
    by_officer: tuple[BridgePart, ...]
    by_risk: tuple[BridgePart, ...]
    policy_overdue: OverdueRange
    discrepancies: tuple[Discrepancy, ...]
    corrections: tuple[Correction, ...]
    earlier_on: date | None = None
    trend: tuple[TrendLine, ...] = ()
