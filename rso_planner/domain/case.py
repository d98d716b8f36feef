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
        if self._ends_by(as_of):
            return self
        return replace(
            self,
            visits=tuple(visit for visit in self.visits if visit.started_at.date() <= as_of),
            assessments=tuple(_as_known_on(row, as_of) for row in self.assessments if row.assessed_on <= as_of),
            orders=tuple(order for order in self.orders if order.made_on <= as_of),
            events=tuple(event for event in self.events if event.occurred_on <= as_of),
            decisions=tuple(decision for decision in self.decisions if decision.decided_on <= as_of),
        )

    def _ends_by(self, as_of: date) -> bool:
        """Tell whether nothing of the history lies after the day; each list ends with its latest entry."""
        latest = (
            self.visits and self.visits[-1].started_at.date(),
            self.assessments and self.assessments[-1].assessed_on,
            self.orders and self.orders[-1].made_on,
            self.events and self.events[-1].occurred_on,
            self.decisions and self.decisions[-1].decided_on,
        )
        is_complete = all(row.completed_on is None or row.completed_on <= as_of for row in self.assessments)
        return is_complete and all(not day or day <= as_of for day in latest)


def _as_known_on(assessment: ArmsAssessment, as_of: date) -> ArmsAssessment:
    if assessment.completed_on is not None and assessment.completed_on > as_of:
        return replace(assessment, completed_on=None)
    return assessment
