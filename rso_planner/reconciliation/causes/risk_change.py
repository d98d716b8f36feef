"""RISK_CHANGE: the risk level differs, or the register's date was not recomputed when it changed."""

from collections.abc import Callable, Iterator

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.reconciliation.comparison import Comparison, Evidence, Step
from rso_planner.reconciliation.verdict import Facts


def steps(compared: Comparison) -> Iterator[Step]:
    """The register's risk level, or where the levels agree each other level whose interval its date may have."""
    ours, theirs = compared.facts.case.offender.risk_level, compared.record.risk_level
    if theirs is not None and theirs is not ours:
        yield Step(
            cause=Cause.RISK_CHANGE,
            apply=_at(theirs),
            words=f"the risk level is {ours.words} here and {theirs.words} on the register",
        )
        return
    for level in RiskLevel:
        if level is not ours:
            yield Step(
                cause=Cause.RISK_CHANGE,
                apply=_at(level),
                words=f"the register times the visit as at {level.words} risk, and the level is {ours.words}",
                evidence=Evidence.DATED,
            )


def _at(level: RiskLevel) -> Callable[[Facts], Facts]:
    return lambda facts: facts.with_offender(risk_level=level)
