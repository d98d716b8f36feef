"""Made-up people on two lists with planted errors, relatives, second records, and people on one list only.

Names are built of syllables, so that nobody bears them, and are as unevenly shared out as British ones: the most
usual family name is borne by 1.3 % and the most usual given name by 4 %. All shares of errors are assumed, and
higher than a register should have.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from benchmarks.linkage.lists import Listed, Lists

_FIRST_BORN = date(1940, 1, 1)
_DAYS = 24_000
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_STARTS = ("Zub", "Quil", "Mock", "Fab", "Ver", "Tol", "Brim", "Cren", "Dov", "Ersk", "Glim", "Hax", "Jor", "Kel")
_MIDDLES = ("a", "o", "ing", "er", "al", "um", "i", "est", "and", "ow", "u", "ick")
_ENDS = ("ford", "worth", "by", "son", "ley", "wick", "ham", "dale", "ton", "stead", "man", "sky", "bury", "well")
_GIVEN_ENDS = ("o", "a", "us", "in", "iel", "ert", "ene", "ic", "on", "ia", "ard", "elle")


def _names(ends: tuple[str, ...], count: int, chance: Random) -> list[str]:
    made = {
        start + middle + more + end
        for start in _STARTS
        for middle in _MIDDLES
        for more in ("", *(f"{letter}{vowel}" for letter in "lmnrst" for vowel in "aeiou"))
        for end in ends
    }
    return chance.sample(sorted(made), count)


@dataclass(frozen=True, slots=True)
class _Names:
    """Names with how often each is drawn."""

    names: list[str]
    weights: list[float]

    def draw(self, chance: Random) -> str:
        """One name by its weight."""
        return chance.choices(self.names, cum_weights=self.weights)[0]


def _shared_out(names: list[str], offset: int) -> _Names:
    return _Names(names, list(accumulate(1 / (place + offset) for place in range(1, len(names) + 1))))


def make_lists(people: int, *, by_identifier: float, seed: int = 1) -> Lists:
    """Two lists of about so many people; so many of those on both share an identifier."""
    chance = Random(seed)  # noqa: S311 - made-up people keep no secret
    families = _shared_out(_names(_ENDS, 20_000, chance), 9)
    given = _shared_out(_names(_GIVEN_ENDS, 800, chance), 4)
    persons = _draw_people(people, families, given, chance)
    left: list[Listed] = []
    right: list[Listed] = []
    for person in persons:
        where = chance.random()
        identifier = person.person if chance.random() < by_identifier else None
        if where >= 0.02:
            left.append(replace(person, row_id=f"F{len(left):06}", identifier=identifier))
        if where < 0.02 or where >= 0.04:
            right.append(_miswrite(replace(person, identifier=identifier), families, given, chance))
            if chance.random() < 0.005:
                right.append(_miswrite(replace(person, identifier=None), families, given, chance))
    chance.shuffle(right)
    kind = f"{by_identifier:.0%}" if by_identifier else "none"
    return Lists(
        name=f"made up, {people:,} people, {kind} with an identifier",
        left=tuple(left),
        right=tuple(replace(each, row_id=f"R{place:06}") for place, each in enumerate(right)),
    )


def _draw_people(people: int, families: _Names, given: _Names, chance: Random) -> list[Listed]:
    persons: list[Listed] = []
    while len(persons) < people:
        person = Listed(
            row_id="",
            person=f"P{len(persons):06}",
            family_name=_draw_family_name(families, chance),
            given_names=_draw_given_names(given, chance),
            date_of_birth=_FIRST_BORN + timedelta(days=chance.randrange(_DAYS)),
        )
        persons.append(person)
        relative = _draw_relative(person, given, chance)
        if relative is not None:
            persons.append(replace(relative, person=f"P{len(persons):06}"))
    return persons


def _draw_family_name(families: _Names, chance: Random) -> str:
    name = families.draw(chance)
    lot = chance.random()
    if lot < 0.02:
        return f"{name}-{families.draw(chance)}"
    return f"O'{name}" if lot < 0.03 else name


def _draw_given_names(given: _Names, chance: Random) -> str:
    return " ".join(given.draw(chance) for _ in range(chance.choice((1, 1, 2, 2, 3))))


def _draw_relative(person: Listed, given: _Names, chance: Random) -> Listed | None:
    """A twin, a son or daughter of the same names, a brother or sister, or mostly nobody."""
    lot, born = chance.random(), person.date_of_birth
    assert born is not None
    if lot < 0.005:
        return replace(person, given_names=_draw_given_names(given, chance))
    if lot < 0.01:
        return replace(person, date_of_birth=born + timedelta(days=chance.randrange(7_000, 12_000)))
    if lot < 0.03:
        later = born + timedelta(days=chance.randrange(300, 3_000))
        return replace(person, given_names=_draw_given_names(given, chance), date_of_birth=later)
    return None


_Miswriting = Callable[[Listed, _Names, _Names, Random], Listed]


def _typo(text: str, chance: Random) -> str:
    place = chance.randrange(1, len(text))
    match chance.randrange(4):
        case 0:
            return text[:place] + text[place + 1 :]
        case 1:
            return text[:place] + chance.choice(_LETTERS) + text[place:]
        case 2:
            return text[:place] + chance.choice(_LETTERS) + text[place + 1 :]
    return text[: place - 1] + text[place] + text[place - 1] + text[place + 1 :]


def _family_typo(row: Listed, _families: _Names, _given: _Names, chance: Random) -> Listed:
    return replace(row, family_name=_typo(row.family_name or "", chance))


def _given_typo(row: Listed, _families: _Names, _given: _Names, chance: Random) -> Listed:
    return replace(row, given_names=_typo(row.given_names or "", chance))


def _names_swapped(row: Listed, _families: _Names, _given: _Names, _chance: Random) -> Listed:
    return replace(row, family_name=row.given_names, given_names=row.family_name)


def _given_reordered(row: Listed, _families: _Names, _given: _Names, _chance: Random) -> Listed:
    return replace(row, given_names=" ".join(reversed((row.given_names or "").split())))


def _first_given_only(row: Listed, _families: _Names, _given: _Names, _chance: Random) -> Listed:
    return replace(row, given_names=(row.given_names or "").split()[0])


def _initial_only(row: Listed, _families: _Names, _given: _Names, _chance: Random) -> Listed:
    return replace(row, given_names=(row.given_names or "")[0])


def _other_family_name(row: Listed, families: _Names, _given: _Names, chance: Random) -> Listed:
    return replace(row, family_name=_draw_family_name(families, chance))


def _other_given_names(row: Listed, _families: _Names, given: _Names, chance: Random) -> Listed:
    return replace(row, given_names=_draw_given_names(given, chance))


def _shouted(row: Listed, _families: _Names, _given: _Names, _chance: Random) -> Listed:
    plain = (row.family_name or "").replace("'", "").replace("-", " ").upper()
    return replace(row, family_name=plain, given_names=(row.given_names or "").upper())


def _day_and_month_swapped(row: Listed, _families: _Names, _given: _Names, _chance: Random) -> Listed:
    born = row.date_of_birth
    if born is None or born.day > 12:
        return row
    return replace(row, date_of_birth=born.replace(month=born.day, day=born.month))


def _birth_digit(row: Listed, _families: _Names, _given: _Names, chance: Random) -> Listed:
    born = row.date_of_birth
    while born is not None:
        digits = list(born.strftime("%Y%m%d"))
        digits[chance.randrange(2, 8)] = str(chance.randrange(10))
        try:
            wrong = date(int("".join(digits[:4])), int("".join(digits[4:6])), int("".join(digits[6:])))
        except ValueError:
            continue
        if wrong != born:
            return replace(row, date_of_birth=wrong)
    return row


def _birth_not_said(row: Listed, _families: _Names, _given: _Names, _chance: Random) -> Listed:
    return replace(row, date_of_birth=None)


_MISWRITINGS: dict[_Miswriting, float] = {
    _family_typo: 0.05,
    _given_typo: 0.05,
    _names_swapped: 0.02,
    _given_reordered: 0.01,
    _first_given_only: 0.05,
    _initial_only: 0.02,
    _other_family_name: 0.02,
    _other_given_names: 0.005,
    _shouted: 0.03,
    _day_and_month_swapped: 0.03,
    _birth_digit: 0.03,
    _birth_not_said: 0.01,
}
"""Each error with the share of rows that have it; a row may have several."""


def _miswrite(row: Listed, families: _Names, given: _Names, chance: Random) -> Listed:
    for miswriting, share in _MISWRITINGS.items():
        if chance.random() < share:
            row = miswriting(row, families, given, chance)
    return row
