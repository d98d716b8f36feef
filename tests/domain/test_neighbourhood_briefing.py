"""A neighbourhood team is told of those who are in its area, and of them the fewest facts."""

from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from rso_planner.domain.briefing_paper import make_briefing_paper
from rso_planner.domain.case import Case
from rso_planner.domain.neighbourhood_briefing import (
    BriefedPerson,
    NeighbourhoodBriefing,
    areas_of,
    find_briefed_people,
)
from rso_planner.domain.place import Place
from tests.domain.cases import AS_OF, make_case, make_force, make_officer


def _person(history: str = "", **changes: Any) -> Case:
    person: dict[str, Any] = {
        "offender_id": "Zz-0001",
        "family_name": "Zzample",
        "given_names": "Zeb",
        "area": "Madeup",
        "officer_id": "OM-01",
        "risk_level": "low",
    }
    return make_case(history, **person | changes)


def _briefed(*cases: Case) -> tuple[BriefedPerson, ...]:
    return find_briefed_people(make_force(*cases, officers=[make_officer()]), "Madeup", AS_OF)


def test_these_facts_are_told_and_no_others() -> None:
    assert _briefed(_person()) == (
        BriefedPerson(
            offender_id="Zz-0001",
            name="Zzample, Zeb",
            age=46,
            place="SJ 350 910",
            is_sought=False,
            look_out_for=(),
            tell="Invented-01",
        ),
    )
    assert [each.name for each in fields(BriefedPerson)] == [
        *("offender_id", "name", "age", "place", "is_sought", "look_out_for", "tell"),
    ]


@pytest.mark.parametrize(
    ("changes", "is_told"),
    [
        ({}, True),
        ({"management": "reactive"}, True),
        ({"status": "missing"}, True),
        ({"status": "wanted"}, True),
        ({"register_type": "sro"}, True),
        ({"register_type": "other"}, False),
        ({"status": "custody"}, False),
        ({"status": "hospital"}, False),
        ({"status": "abroad"}, False),
        ({"status": "deceased"}, False),
        ({"status": "archived"}, False),
        ({"notification_ends_on": "2026-11-23"}, True),
        ({"notification_ends_on": "2026-11-22"}, False),
        ({"registered_on": "2026-11-24"}, False),
        ({"area": "Elsewhere"}, False),
        ({"area": None}, False),
    ],
)
def test_who_is_told_of(changes: dict[str, Any], is_told: bool) -> None:
    assert bool(_briefed(_person(**changes))) is is_told


@pytest.mark.parametrize(
    ("changes", "history", "words"),
    [
        ({"risk_level": "very_high"}, "", ("very high risk",)),
        ({"risk_level": "medium"}, "", ()),
        ({"status": "wanted", "status_since": "2026-11-01"}, "", ("wanted since 1 November 2026",)),
        ({"status": "missing", "risk_level": "high"}, "", ("missing", "high risk")),
        ({}, "2020-02-01 order SHPO until 2027-02-01", ("SHPO until 1 February 2027",)),
        ({}, "2020-02-01 order SHPO until_further_order", ("SHPO in force",)),
        ({}, "2020-02-01 order SOPO end_not_known", ("SOPO in force",)),
        ({}, "2020-02-01 order SHPO until 2026-11-22", ()),
        ({}, "2020-02-01 order other until 2027-02-01", ()),
        ({}, "2026-11-24 order SHPO until 2027-02-01", ()),
    ],
)
def test_what_to_look_out_for(changes: dict[str, Any], history: str, words: tuple[str, ...]) -> None:
    (person,) = _briefed(_person(history, **changes))
    assert person.look_out_for == words


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"place": Place(335_149, 391_151)}, "SJ 351 911"),
        ({"place": None, "no_fixed_abode": True}, "no fixed abode"),
        ({"place": None}, "not known"),
    ],
)
def test_where_the_person_is(changes: dict[str, Any], place: str) -> None:
    (person,) = _briefed(_person(**changes))
    assert person.place == place


def test_those_sought_come_first_then_by_name() -> None:
    people = (
        _person(offender_id="1", family_name="Zzb"),
        _person(offender_id="2", family_name="zza"),
        _person(offender_id="3", family_name="Zzc", status="missing"),
        _person(offender_id="4", family_name=None, given_names=None, officer_id=None),
    )
    found = _briefed(*people)
    assert [each.offender_id for each in found] == ["3", "4", "2", "1"]
    assert (found[1].name, found[1].tell) == ("name not known", "the unit")


def test_the_paper_is_not_named_after_a_person_and_says_whom_it_is_for_and_until_when() -> None:
    paper = make_briefing_paper(
        NeighbourhoodBriefing(
            area="St. Madeup & Zed",
            as_of=AS_OF,
            recipient="the team",
            reason="a reason",
            expires_on=date(2026, 12, 21),
            people=_briefed(_person(), _person(offender_id="Zz-0002", status="wanted")),
        )
    )
    assert paper.name == "briefing-st-madeup-zed-2026-11-23"
    assert paper.sentences[:2] == (
        "For the team. Reason: a reason.",
        "Destroy it after 21 December 2026. Do not copy it, and do not pass it on.",
    )
    assert [[row[0] for row in table.rows] for table in paper.tables] == [["Zz-0002"], ["Zz-0001"]]
    assert paper.offender_ids == ("Zz-0001", "Zz-0002")
    assert "Zzample" not in paper.name + paper.title


def test_the_areas_are_those_of_the_people() -> None:
    assert areas_of(make_force(_person(area="B"), _person(area=None), _person(area="A"))) == ("A", "B")
