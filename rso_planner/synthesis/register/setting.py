"""What every planted difference is drawn under."""

from dataclasses import dataclass
from datetime import date, timedelta

from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.interval import Interval, months
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.risk_level import RiskLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The force model, the policy by which the force counts, and the force's day."""

    model: ForceModel
    policy: PlanningPolicy
    as_of: date

    @property
    def snapshot_on(self) -> date:
        """The day of the export."""
        return self.as_of - timedelta(days=self.model.register.snapshot_lag)

    def table_interval(self, risk_level: RiskLevel) -> Interval:
        """The interval between visits by the table."""
        return months(self.policy.visit_interval_table[risk_level])
