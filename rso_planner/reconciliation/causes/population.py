"""POPULATION: one list counts people in custody, hospital or abroad, or dead and not yet archived.

Both lists say the same of where the person is and only the counting differs, so the step lets the person's clock
run on as if at home. People whose registration has ended, whose whereabouts are not known, or who have no place to
be visited at, are such people too.
"""

from collections.abc import Iterator

from rso_planner.domain.discrepancy import Cause
from rso_planner.domain.duties.no_fixed_abode import has_no_place
from rso_planner.domain.offender import Status
from rso_planner.reconciliation.comparison import Comparison, Step
from rso_planner.reconciliation.verdict import Facts


def steps(compared: Comparison) -> Iterator[Step]:
    """The person counted as one who is at home and registered."""
    offender = compared.facts.case.offender
    if compared.record.status in (None, offender.status):
        yield Step(
            cause=Cause.POPULATION,
            apply=_as_if_at_home,
            words=f"the register counts a person whom the force does not count: {_standing(compared)}",
        )


def _as_if_at_home(facts: Facts) -> Facts:
    return facts.with_offender(
        status=Status.COMMUNITY, no_fixed_abode=False, notification_ends_on=None, notification_indefinite=False
    )


def _standing(compared: Comparison) -> str:
    offender = compared.facts.case.offender
    if offender.status is not Status.COMMUNITY:
        where = offender.status.value.replace("_", " ")
        return f"the status is {where}" + (" on both" if compared.record.status else " here and not said there")
    if has_no_place(offender):
        return "there is no place to visit"
    return "the registration has ended"
