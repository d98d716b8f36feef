"""Made-up people as rows of the force and records of the register."""

from datetime import date
from itertools import count

from rso_planner.domain.offender import Offender
from rso_planner.domain.register_record import RegisterRecord
from tests.domain.cases import make_offender

_ROW = count(2)


def make_row(
    offender_id: str,
    family: str | None = None,
    given: str | None = None,
    born: str | None = None,
    *,
    register_id: str | None = None,
) -> Offender:
    """A row of the force."""
    return make_offender(
        offender_id=offender_id,
        family_name=family,
        given_names=given,
        date_of_birth=_day(born),
        register_id=register_id,
    )


def make_record(
    register_id: str,
    family: str | None = None,
    given: str | None = None,
    born: str | None = None,
    *,
    offender_id: str | None = None,
) -> RegisterRecord:
    """A record of the register."""
    return RegisterRecord(
        register_id=register_id,
        row=next(_ROW),
        family_name=family,
        given_names=given,
        date_of_birth=_day(born),
        offender_id=offender_id,
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
