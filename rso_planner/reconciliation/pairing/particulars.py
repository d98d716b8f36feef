"""What pairing looks at when no identifier helps: family name, given names and date of birth."""

from dataclasses import dataclass
from datetime import date

from rso_planner.domain.offender import Offender
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.reconciliation.pairing.plain_names import plain_words


@dataclass(frozen=True, slots=True)
class Name:
    """A family name, or the given names of a person, as plain words and run together; without words, not said."""

    words: tuple[str, ...]
    together: str


@dataclass(frozen=True, slots=True)
class Particulars:
    """A person's names and date of birth, None where it is not said."""

    family: Name
    given: Name
    born: date | None

    @property
    def order(self) -> tuple[tuple[str, ...], tuple[str, ...], str]:
        """A key that puts people in the same order whatever the order of the rows."""
        return self.family.words, self.given.words, self.born.isoformat() if self.born else ""

    @property
    def said(self) -> int:
        """How many of the three are said."""
        return bool(self.family.words) + bool(self.given.words) + (self.born is not None)


def particulars_of(listed: Offender | RegisterRecord) -> Particulars:
    """The particulars of a row of the force or a record of the register."""
    return Particulars(name_of(listed.family_name), name_of(listed.given_names), listed.date_of_birth)


def name_of(written: str | None) -> Name:
    """A name as it is compared."""
    words = plain_words(written)
    return Name(words, "".join(words))
