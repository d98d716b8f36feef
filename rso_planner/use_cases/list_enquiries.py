"""Who must be found before a visit can be planned: the enquiry lists."""

from datetime import date
from pathlib import Path

from rso_planner.domain.due import find_enquiries
from rso_planner.domain.enquiry_paper import make_enquiry_paper
from rso_planner.domain.paper import Paper
from rso_planner.use_cases.force_on_a_day import consult_force
from rso_planner.use_cases.recording import Asking


def list_enquiries(asking: Asking, as_of: date | None = None, policy_file: Path | None = None) -> Paper:
    """The lists of missing and wanted people and of those without a place, as they stand on the as-of day."""
    known = consult_force(asking, "enquiries", as_of, policy_file)
    return make_enquiry_paper(
        known.as_of,
        find_enquiries(known.force, known.policy, known.as_of),
        {case.offender.offender_id: case for case in known.force.cases},
    )
