"""Every rule on every plan, whoever made it, before it is shown or saved."""

from collections import Counter

from rso_planner.domain.visit_plan import Violation, VisitPlan
from rso_planner.planning.problem import PlanningProblem
from rso_planner.planning.rules import RULES


class PlanBreaksRulesError(Exception):
    """A plan that is about to be shown or saved breaks rules; the message names the rules and nobody."""

    def __init__(self, violations: tuple[Violation, ...]) -> None:
        counts = Counter(violation.rule for violation in violations)
        broken = ", ".join(f"{rule} ({count})" for rule, count in counts.items())
        super().__init__(f"the plan breaks the rules: {broken}")
        self.violations = violations


def check_plan(problem: PlanningProblem, plan: VisitPlan) -> tuple[Violation, ...]:
    """Every violation of every rule: in the rule book's order, then by day, officer, person and sentence."""
    return tuple(
        violation
        for rule in RULES
        for violation in sorted(set(rule.violations(problem, plan)), key=_by_day_and_people)
    )


def check_plan_or_raise(problem: PlanningProblem, plan: VisitPlan) -> None:
    """Let a plan pass that keeps every rule.

    Raises:
        PlanBreaksRulesError: the plan breaks at least one; the error carries the violations.
    """
    violations = check_plan(problem, plan)
    if violations:
        raise PlanBreaksRulesError(violations)


def _by_day_and_people(violation: Violation) -> tuple[str, str, str, str]:
    on = violation.on.isoformat() if violation.on else ""
    return on, violation.officer_id or "", violation.offender_id or "", violation.sentence
