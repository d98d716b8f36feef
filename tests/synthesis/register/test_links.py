"""By what the two lists can be brought together."""

from collections import Counter
from dataclasses import replace
from datetime import date

from rso_planner.domain.policy import PlanningPolicy
from rso_planner.files.force_model_file import force_model_path, read_force_model
from rso_planner.synthesis.force import draw_force
from rso_planner.synthesis.register.register import draw_register
from tests.synthesis.register.written import Person, merseyside_register

WRITTEN = merseyside_register(1, date(2026, 11, 20))


def by_name_alone() -> list[Person]:
    return [
        person
        for person in WRITTEN.people.values()
        if person.row and not person.row["offender_id"] and person.case.offender.register_id is None
    ]


def test_the_register_knows_the_forces_identifier_of_most_people() -> None:
    known = sum(bool(row["offender_id"]) for row in WRITTEN.rows) / len(WRITTEN.rows)
    assert 0.85 < known < 0.95


def test_the_force_knows_the_registers_identifier_of_nearly_all() -> None:
    registered = [person.case.offender for person in WRITTEN.people.values() if person.is_registered]
    missing = sum(offender.register_id is None for offender in registered)
    assert 0.005 < missing / len(registered) < 0.04


def test_an_identifier_on_both_lists_is_never_of_two_people() -> None:
    for person in WRITTEN.people.values():
        if person.row is not None:
            assert person.row["offender_id"] in ("", person.case.offender.offender_id)
            assert person.case.offender.register_id in (None, person.row["register_id"])


def test_some_people_are_found_by_name_and_date_of_birth_alone_and_no_figure_hangs_on_them() -> None:
    people = by_name_alone()
    in_key = {line["offender_id"] for line in WRITTEN.key}
    assert len(people) >= 15
    for person in people:
        assert person.case.offender.offender_id not in in_key
        assert person.owed == 0
        assert person.row is not None
        assert not WRITTEN.is_overdue(person.row)


def test_even_where_no_identifier_is_known_none_of_them_is_overdue(policy: PlanningPolicy) -> None:
    shipped = read_force_model(force_model_path("merseyside-2018"))
    model = replace(shipped, register=replace(shipped.register, register_id_missing=1.0, paired_by_name=1.0))
    force = draw_force(model, policy, WRITTEN.as_of, 1)
    records = draw_register(force, model, policy, 1).export.records
    unlinked = {record.register_id for record in records if record.offender_id is None}
    people = [person for name, person in WRITTEN.people.items() if f"SYN{name}" in unlinked]
    assert len(people) > 1000
    assert all(person.owed == 0 for person in people)


def test_they_are_written_in_many_ways_and_are_still_to_be_told_apart() -> None:
    births = Counter(person.case.offender.date_of_birth for person in WRITTEN.people.values())
    ways: Counter[str] = Counter()
    for person in by_name_alone():
        offender, row = person.case.offender, person.row
        assert row is not None
        names = (offender.family_name, offender.given_names) == (row["family_name"], row["given_names"])
        is_born = str(offender.date_of_birth) == row["date_of_birth"]
        ways[f"names {names}, birth {is_born}"] += 1
        assert names or is_born, "one of the two is as the force has it"
        if not names:
            assert births[offender.date_of_birth] == 1
    assert {"names False, birth True", "names True, birth False", "names True, birth True"} == set(ways)
