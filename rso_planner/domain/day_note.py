"""Why an officer's day is empty: not in post, absent, not on duty, or on duty with nothing planned."""

from datetime import date

from rso_planner.domain.officer import AbsenceKind
from rso_planner.domain.planned_week import PlannedWeek

# The papers of the week go round the unit, so nobody's sickness stands in them.
_ABSENCE_WORDS = {
    AbsenceKind.LEAVE: "Leave",
    AbsenceKind.SICK: "Absent",
    AbsenceKind.COURSE: "Course",
    AbsenceKind.COURT: "Court",
    AbsenceKind.ABSTRACTION: "Abstracted",
    AbsenceKind.RESTRICTED: "Restricted duty",
    AbsenceKind.TRAINING: "Training",
    AbsenceKind.OTHER: "Absent",
}
_SATURDAY = 5

NOTHING_PLANNED = "Nothing planned"
"""Said of a day on duty without work."""


def day_note(planned_week: PlannedWeek, officer_id: str, day: date) -> str:
    """One or two words for a day without work."""
    officer = planned_week.officer_by_id.get(officer_id)
    if officer and not officer.is_in_post_on(day):
        return "Not in post"
    absences = [each for each in planned_week.force.absences if each.officer_id == officer_id]
    away = next((each for each in absences if each.covers(day)), None)
    if away:
        return _ABSENCE_WORDS[away.kind]
    # An officer without any duty row is planned Monday to Friday from the contracted hours.
    duties = [duty.on for duty in planned_week.force.duties if duty.officer_id == officer_id]
    is_on_duty = day in duties if duties else day.weekday() < _SATURDAY
    return NOTHING_PLANNED if is_on_duty else "Off duty"
