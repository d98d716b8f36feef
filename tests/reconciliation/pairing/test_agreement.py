"""How far names and dates of birth agree."""

from datetime import date

import pytest

from rso_planner.reconciliation.pairing.agreement import (
    BirthAgreement,
    NameAgreement,
    compare_births,
    compare_family_names,
    compare_given_names,
)
from rso_planner.reconciliation.pairing.particulars import name_of


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("Zorbly", "ZORBLY", NameAgreement.SAME),
        ("O'Fiction", "Ofiction", NameAgreement.SAME),
        ("Mc Sample", "McSample", NameAgreement.SAME),
        ("Notreal-Madeup", "Notreal Madeup", NameAgreement.SAME),
        ("Notreal-Madeup", "Madeup", NameAgreement.IN_PART),
        ("Notreal-Madeup", "Madeup-Notreal", NameAgreement.IN_PART),
        ("van der Mock", "Mock", NameAgreement.IN_PART),
        ("van der Mock", "van der Quibblewick", NameAgreement.ALIKE),
        ("de la Zorbly", "de la Quox", NameAgreement.ALIKE),
        ("Zorbly", "Zobly", NameAgreement.NEARLY),
        ("Zorbly", "Zrobly", NameAgreement.NEARLY),
        ("Testerton", "Testertin", NameAgreement.NEARLY),
        ("Testerton", "Tasturton", NameAgreement.ALIKE),
        ("Zorbly", "Mockworth", NameAgreement.DIFFERENT),
        ("NA", "Null", NameAgreement.DIFFERENT),
        ("NA", None, NameAgreement.NOT_SAID),
        (None, None, NameAgreement.NOT_SAID),
    ],
)
def test_family_names(one: str | None, other: str | None, agreement: NameAgreement) -> None:
    assert compare_family_names(name_of(one), name_of(other)) is agreement
    assert compare_family_names(name_of(other), name_of(one)) is agreement


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("Zeb", "zeb", NameAgreement.SAME),
        ("Zeb Test", "Zeb", NameAgreement.SAME),
        ("Mary-Ann", "Maryann", NameAgreement.SAME),
        ("Zeb Test", "Zeb Fictus", NameAgreement.IN_PART),
        ("Zeb Test", "Test Zeb", NameAgreement.ANOTHER_PLACE),
        ("Zeb Test", "Test", NameAgreement.ANOTHER_PLACE),
        ("William", "Bill", NameAgreement.SHORT_FORM),
        ("Billy", "Will", NameAgreement.SHORT_FORM),
        ("Z", "Zeb", NameAgreement.INITIAL),
        ("Z T", "Zeb Test", NameAgreement.INITIAL),
        ("T Z", "Zeb Test", NameAgreement.INITIAL),
        ("Z", "Z", NameAgreement.INITIAL),
        ("N A", "N A", NameAgreement.INITIAL),
        ("Q", "Zeb", NameAgreement.DIFFERENT),
        ("Fictus", "Ficuts", NameAgreement.NEARLY),
        ("Zeb", "Quox", NameAgreement.DIFFERENT),
        ("Zeb", "", NameAgreement.NOT_SAID),
    ],
)
def test_given_names(one: str, other: str, agreement: NameAgreement) -> None:
    assert compare_given_names(name_of(one), name_of(other)) is agreement
    assert compare_given_names(name_of(other), name_of(one)) is agreement


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("1980-01-02", "1980-01-02", BirthAgreement.SAME),
        ("1980-01-02", "1980-02-01", BirthAgreement.DAY_AND_MONTH_SWAPPED),
        ("1980-01-02", "1980-01-12", BirthAgreement.ONE_DIGIT),
        ("1980-01-02", "1930-01-02", BirthAgreement.ONE_DIGIT),
        ("1980-01-02", "1980-01-20", BirthAgreement.ONE_DIGIT),
        ("1980-01-02", "1980-01-31", BirthAgreement.TWO_PARTS),
        ("1980-01-02", "1955-01-02", BirthAgreement.TWO_PARTS),
        ("1980-01-02", "1955-01-31", BirthAgreement.DIFFERENT),
        ("1980-01-02", "1955-11-30", BirthAgreement.DIFFERENT),
        ("1980-01-02", None, BirthAgreement.NOT_SAID),
    ],
)
def test_dates_of_birth(one: str, other: str | None, agreement: BirthAgreement) -> None:
    ours, theirs = date.fromisoformat(one), date.fromisoformat(other) if other else None
    assert compare_births(ours, theirs) is agreement
    assert compare_births(theirs, ours) is agreement
