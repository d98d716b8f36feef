"""The answer to 'how much staff until the target is reached?'"""

from collections.abc import Mapping
from dataclasses import dataclass

from rso_planner.domain.refusal import WrongUseError


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A figure of a week that must not be above (or below) a limit, such as high_overdue=0."""

    measure: str
    limit: float
    at_least: bool

    def is_reached_by(self, value: float) -> bool:
        """Tell whether a figure reaches the target."""
        return value >= self.limit if self.at_least else value <= self.limit

    def __str__(self) -> str:
        return f"{self.measure}{'>=' if self.at_least else '<='}{self.limit:g}"


def read_target(text: str, measures: Mapping[str, object]) -> Target:
    """Read 'high_overdue=0', 'overdue<=20' or 'arms_current_share>=0.95'; '=' is 'at most'.

    Raises:
        WrongUseError: the text is none of these, or names a measure that does not exist.
    """
    for sign in (">=", "<=", "="):
        name, found, limit = text.partition(sign)
        if not found:
            continue
        if name.strip() not in measures:
            raise WrongUseError(f"{name.strip()!r} is not a measure; the measures are {', '.join(measures)}.")
        try:
            return Target(measure=name.strip(), limit=float(limit), at_least=sign == ">=")
        except ValueError as error:
            raise WrongUseError(
                f"{limit.strip()!r} is not a number: write a target such as high_overdue=0."
            ) from error
    raise WrongUseError(f"{text!r} is not a target such as high_overdue=0 or arms_current_share>=0.95.")


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffingPoint:
    """One staffing that was tried: in which share of the runs it reaches the target, and the figure's mean."""

    staffing: float
    people_to_officer: float
    share_reached: float
    mean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffingNeed:
    """The least staffing that reaches the target by a week in the share of runs asked for; None where none does.

    `officers` are full-time equivalents, `plannable_share` is of contracted hours at today's number of officers,
    `latest_recruits` the last week in which `recruits` may start and still be in time. `tried` are the numbers of
    officers in that week that were looked at, the fewest first; among them those whom today's staffing leaves.
    """

    target: Target
    by_week: int
    confidence: float
    replications: int
    officers_today: float
    officers: float | None
    plannable_share: float | None
    recruits: float
    latest_recruits: int | None
    tried: tuple[StaffingPoint, ...]
