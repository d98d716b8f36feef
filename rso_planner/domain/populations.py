"""Who counts where: the populations behind every figure and every list.

Registered are the registered sex offenders whose registration has not ended; in the community are those of
them with status community, missing or wanted, so that nobody is lost from the counts. Source: rules.md,
'Readings settled'. Each function takes the case whole and looks only at what lies on or before the as-of day.
"""

from datetime import date

from rso_planner.domain.case import Case
from rso_planner.domain.duties.end_of_management import has_management_ended
from rso_planner.domain.duties.register_types import counts_as_rso
from rso_planner.domain.management.person_decides import management_on
from rso_planner.domain.offender import SOUGHT, ManagementStatus, Status

__all__ = [
    "is_active",
    "is_in_community",
    "is_reactive",
    "is_registered",
    "is_under_management",
    "is_worked_with",
    "management_on",
]


def is_under_management(case: Case, as_of: date) -> bool:
    """Tell whether the force manages the person, of whatever register type and wherever the person is."""
    return case.offender.registered_on <= as_of and not has_management_ended(case, as_of)


def is_registered(case: Case, as_of: date) -> bool:
    """Tell whether the person is a registered sex offender whose registration has not ended."""
    return counts_as_rso(case.offender) and is_under_management(case, as_of)


def is_in_community(case: Case, as_of: date) -> bool:
    """Tell whether the person is registered and in the community, missing or wanted."""
    at_large = case.offender.status is Status.COMMUNITY or case.offender.status in SOUGHT
    return at_large and is_registered(case, as_of)


def is_worked_with(case: Case, as_of: date) -> bool:
    """Tell whether tasks can be due: under management, in the community and not sought."""
    return case.offender.status is Status.COMMUNITY and is_under_management(case, as_of)


def is_active(case: Case, as_of: date) -> bool:
    """Tell whether the person is managed with visits."""
    return management_on(case, as_of) is ManagementStatus.ACTIVE


def is_reactive(case: Case, as_of: date) -> bool:
    """Tell whether the person is managed without visits."""
    return management_on(case, as_of) is ManagementStatus.REACTIVE
