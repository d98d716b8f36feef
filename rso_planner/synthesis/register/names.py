"""How the same person is written on another list: realistic differences of names and dates of birth."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random

from rso_planner.domain.register_record import RegisterRecord
from rso_planner.synthesis.chance import draw_number

_MONTHS_A_YEAR = 12
_PLAIN_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "'": "", "-": " "})


def write_differently(
    record: RegisterRecord, difference: str, family_names: Sequence[str], chance: Random
) -> RegisterRecord:
    """The record with one difference in names or date of birth; `none` leaves it as it is."""
    family, given, birth = record.family_name or "", record.given_names or "", record.date_of_birth
    if difference == "names_swapped":
        return replace(record, family_name=given, given_names=family)
    if difference == "day_and_month_swapped" and birth is not None:
        return replace(record, date_of_birth=swap_day_and_month(birth))
    if difference == "without_accents":
        return replace(record, family_name=_plain(family), given_names=_plain(given))
    if difference == "family_name_changed":
        others = [name for name in family_names if name != family] or [family]
        return replace(record, family_name=others[draw_number(chance, 0, len(others) - 1)])
    if difference == "letters_swapped":
        return replace(record, family_name=_with_letters_swapped(family, chance))
    if difference == "date_of_birth_missing":
        return replace(record, date_of_birth=None)
    return record


def swap_day_and_month(day: date) -> date:
    """The day with its day and month swapped, or itself where no month has that number."""
    return day.replace(month=day.day, day=day.month) if day.day <= _MONTHS_A_YEAR else day


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.translate(_PLAIN_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _with_letters_swapped(name: str, chance: Random) -> str:
    if len(name) < 4:
        return name
    place = draw_number(chance, 1, len(name) - 3)
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]
