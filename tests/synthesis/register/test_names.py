"""How people are written on another list."""

from datetime import date

import pytest

from rso_planner.domain.register_record import RegisterRecord
from rso_planner.synthesis.chance import stream
from rso_planner.synthesis.register.names import write_differently

RECORD = RegisterRecord(
    register_id="SYN0001",
    row=2,
    family_name="D'Ünreal-Łorem",
    given_names="Zédric",
    date_of_birth=date(1970, 3, 5),
)


def written(difference: str) -> tuple[str | None, str | None, date | None]:
    record = write_differently(RECORD, difference, ["D'Ünreal-Łorem", "Fauxley"], stream(1, "test"))
    return record.family_name, record.given_names, record.date_of_birth


@pytest.mark.parametrize(
    ("difference", "expected"),
    [
        ("none", ("D'Ünreal-Łorem", "Zédric", date(1970, 3, 5))),
        ("names_swapped", ("Zédric", "D'Ünreal-Łorem", date(1970, 3, 5))),
        ("day_and_month_swapped", ("D'Ünreal-Łorem", "Zédric", date(1970, 5, 3))),
        ("without_accents", ("DUnreal Lorem", "Zedric", date(1970, 3, 5))),
        ("family_name_changed", ("Fauxley", "Zédric", date(1970, 3, 5))),
        ("date_of_birth_missing", ("D'Ünreal-Łorem", "Zédric", None)),
    ],
)
def test_each_difference_is_one(difference: str, expected: tuple[str, str, date | None]) -> None:
    assert written(difference) == expected


def test_two_letters_that_stand_together_change_places() -> None:
    family, given, born = written("letters_swapped")
    assert family is not None
    assert sorted(family) == sorted("D'Ünreal-Łorem")
    differing = [
        place for place, pair in enumerate(zip(family, "D'Ünreal-Łorem", strict=True)) if len(set(pair)) == 2
    ]
    assert len(differing) == 2
    assert differing[1] - differing[0] == 1
    assert (given, born) == ("Zédric", date(1970, 3, 5))
