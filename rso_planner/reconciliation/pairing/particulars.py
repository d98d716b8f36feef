"""What pairing looks at when no identifier helps: family name, given names and date of birth."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rso_planner.domain.offender import Offender
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.reconciliation.pairing.plain_names import plain_words


@dataclass(frozen=True)
class Particulars:
    """A person's names as plain words, and the date of birth; empty or None is 'not said'."""

    family: tuple[str, ...]
    given: tuple[str, ...]
    born: date | None

    @cached_property
    def order(self) -> tuple[tuple[str, ...], tuple[str, ...], str]:
        """A key that puts people in the same order whatever the order of the rows."""
        return self.family, self.given, self.born.isoformat() if self.born else ""

    @property
    def said(self) -> int:
        """How many of the three are said."""
        return bool(self.family) + bool(self.given) + (self.born is not None)


def particulars_of(listed: Offender | RegisterRecord) -> Particulars:
    """The particulars of a row of the force or a record of the register."""
    return Particulars(
        family=plain_words(listed.family_name),
        given=plain_words(listed.given_names),
        born=listed.date_of_birth,
    )
