"""What names and dates of birth weigh: by the tables, by how rare they are, and the same from either side."""

from datetime import date

import pytest

from rso_planner.reconciliation.pairing.evidence import Evidence
from rso_planner.reconciliation.pairing.particulars import Particulars, name_of
from rso_planner.reconciliation.pairing.rarity import Rarity, Usual
from rso_planner.reconciliation.pairing.weights import BIRTH_WEIGHTS, FAMILY_WEIGHTS, GIVEN_WEIGHTS, SWAPPED_NAMES


def _person(family: str | None, given: str | None, born: str | None) -> Particulars:
    return Particulars(name_of(family), name_of(given), date.fromisoformat(born) if born else None)


ZEB = _person("Zorbly", "Zeb", "1980-01-02")
PEOPLE = (
    ZEB,
    _person("Zorbyl", "Zebb", "1980-02-01"),
    _person("Zeb", "Zorbly", "1980-01-12"),
    _person("Zorbly", "Mary-Ann", "1980-01-02"),
    _person("Notreal-Madeup", "Maryann", "1955-11-30"),
    _person("Madeup", "Mary Beth", None),
    _person("Quox", "Mary", None),
    _person(None, "Z", "1955-11-30"),
    _person("Null", None, "1980-01-31"),
)


def test_the_rarer_a_value_is_the_more_it_says() -> None:
    rarity = Rarity(["Zorbly"] * 40 + ["Mockworth"] * 4 + ["Null"] * 2, Usual(1 / 2000, 1000))
    assert rarity.bits("Zorbly") < rarity.bits("Mockworth") < rarity.bits("Null")
    assert rarity.bits("Null") - rarity.bits("Zorbly") == pytest.approx(6.27, abs=0.01)


def test_the_two_who_share_a_value_are_no_evidence_that_many_have_it() -> None:
    rarity = Rarity(["Zorbly", "Zorbly"], Usual(1 / 4, 16))
    assert rarity.bits("Zorbly") == pytest.approx(2.17, abs=0.01), "18 people, 4 of whom usually have it"


@pytest.mark.parametrize("one", PEOPLE)
@pytest.mark.parametrize("other", PEOPLE)
def test_the_weight_is_the_same_from_either_side(one: Particulars, other: Particulars) -> None:
    evidence = Evidence(PEOPLE)
    assert evidence.weigh(one, other).weight == pytest.approx(evidence.weigh(other, one).weight)


@pytest.mark.parametrize("one", PEOPLE)
@pytest.mark.parametrize("other", PEOPLE)
def test_the_weights_of_the_facts_add_up(one: Particulars, other: Particulars) -> None:
    evidence = Evidence(PEOPLE)
    facts = evidence.by_fact(one, other)
    assert sum(each.weight for each in facts) == pytest.approx(evidence.weigh(one, other).weight)


def test_names_in_each_others_place_are_read_so_at_a_cost() -> None:
    evidence = Evidence(PEOPLE)
    swapped = evidence.weigh(ZEB, _person("Zeb", "Zorbly", "1980-01-02"))
    assert swapped.has_swapped_names
    assert swapped.weight < evidence.weigh(ZEB, ZEB).weight
    assert [each.weight for each in evidence.by_fact(ZEB, _person("Zeb", "Zorbly", None))][2:] == [
        SWAPPED_NAMES,
        0.0,
    ]


def test_what_is_not_said_weighs_nothing() -> None:
    nobody = _person(None, None, None)
    assert Evidence(PEOPLE).weigh(ZEB, nobody).weight == 0.0


def test_the_closer_two_facts_are_the_more_it_says() -> None:
    for table in (FAMILY_WEIGHTS, GIVEN_WEIGHTS, BIRTH_WEIGHTS):
        weights = [weight for weight in table.values() if weight]
        assert weights == sorted(weights, reverse=True)
