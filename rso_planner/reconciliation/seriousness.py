"""The most serious first: on one list only, high risk first; then high-risk differences of the verdict by age.

Source: rules.md, reconciliation causes. A person whose risk level is not known comes right after high risk.
"""

from datetime import date

from rso_planner.domain.discrepancy import Discrepancy
from rso_planner.domain.risk_level import RiskLevel

_NOT_KNOWN = RiskLevel.HIGH.rank + 0.5

Seriousness = tuple[bool, float, bool, date, str, str]


def seriousness(found: Discrepancy) -> Seriousness:
    """A key to sort by; of two alike the one due earlier, then by identifier."""
    return (
        not found.cause.is_one_list_only,
        _NOT_KNOWN if found.risk_level is None else found.risk_level.rank,
        found.people_effect == 0,
        found.due_on or date.max,
        found.offender_id or "",
        found.register_id or "",
    )
