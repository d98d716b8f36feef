"""The record of a person on whom the register agrees with the force: the same facts, the same next date.

Of visits and assessments it knows those until the day of the export.
"""

from rso_planner.domain.populations import management_on
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.setting import Setting


def make_agreeing_record(person: Person, register_id: str, setting: Setting) -> RegisterRecord:
    """The record, without a number of visits and not yet at its place in the file."""
    offender = person.offender
    return RegisterRecord(
        register_id=register_id,
        row=0,
        register_type=offender.register_type,
        offender_id=offender.offender_id,
        family_name=offender.family_name,
        given_names=offender.given_names,
        date_of_birth=offender.date_of_birth,
        status=offender.status,
        risk_level=offender.risk_level,
        management=management_on(person.case, setting.as_of),
        officer_id=offender.officer_id,
        area=offender.area,
        visit_interval=offender.visit_interval,
        last_visit_on=person.then.last_visit_on,
        next_visit_due_on=person.then.due_on,
        last_arms_on=person.then.last_arms_on,
        next_arms_due_on=person.then.arms_due_on,
    )
