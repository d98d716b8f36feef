"""Everything the force holds about one person, in the order in which it happened."""

from dataclasses import dataclass, replace
from datetime import date

from rso_planner.domain.arms import ArmsAssessment
from rso_planner.domain.decision import Decision
from rso_planner.domain.event import Event
from rso_planner.domain.offender import Offender
from rso_planner.domain.order import Order
from rso_planner.domain.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A person with the person's history, each list sorted by date and then by identifier.

    `events_complete_from` is the day before which 'no event' is not known (rule unknown_is_not_met).
    """

    offender: Offender
    events_complete_from: date
    visits: tuple[Visit, ...] = ()
    assessments: tuple[ArmsAssessment, ...] = ()
    orders: tuple[Order, ...] = ()
    events: tuple[Event, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def known_on(self, as_of: date) -> "Case":
        """The case without the history that lies after the as-of day."""
        return replace(
            self,
            visits=tuple(visit for visit in self.visits if visit.started_at.date() <= as_of),
            assessments=tuple(_as_known_on(row, as_of) for row in self.assessments if row.assessed_on <= as_of),
            orders=tuple(order for order in self.orders if order.made_on <= as_of),
            events=tuple(event for event in self.events if event.occurred_on <= as_of),
            decisions=tuple(decision for decision in self.decisions if decision.decided_on <= as_of),
        )


def _as_known_on(assessment: ArmsAssessment, as_of: date) -> ArmsAssessment:
    if assessment.completed_on is not None and assessment.completed_on > as_of:
        return replace(assessment, completed_on=None)
    return assessment
