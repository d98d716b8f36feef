"""Every planted difference is what the answer key says, and nothing else; sizes and totals are the model's."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from rso_planner.domain.event import EventKind
from rso_planner.domain.interval import Interval, add_months, read_interval
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.files.force_model_file import force_model_path, read_force_model
from rso_planner.synthesis.register.all_plants import PLANTS
from tests.synthesis.register.one_change import causes_of_flips, facts_of
from tests.synthesis.register.written import Person, Row, Written, merseyside_register

# The demo's day; and, in whole runs, the report's own month, a leap day, a Sunday at a month's end and one more.
SEEDS_AND_DAYS = [
    (1, date(2026, 11, 20)),
    pytest.param((7, date(2018, 4, 1)), marks=pytest.mark.whole_run),
    pytest.param((3, date(2024, 2, 29)), marks=pytest.mark.whole_run),
    pytest.param((5, date(2025, 8, 31)), marks=pytest.mark.whole_run),
    # Somebody more than a year overdue, whose date would still be past if its year were mistyped.
    pytest.param((108, date(2028, 9, 27)), marks=pytest.mark.whole_run),
]
AWAY = {"custody", "hospital", "abroad"}
NOT_AT_HOME = AWAY | {"missing", "wanted"}
VERDICT_STAYS = {"UNIT", "DUPLICATE"}
LISTED_ONCE = {"MISSING_LOCALLY", "MISSING_FROM_REGISTER"}


@pytest.fixture(scope="module", params=SEEDS_AND_DAYS, ids=str)
def written(request: pytest.FixtureRequest) -> Written:
    return merseyside_register(*request.param)


def day(text: str) -> date:
    return date.fromisoformat(text)


def expected_sizes() -> Counter[str]:
    register = read_force_model(force_model_path("merseyside-2018")).register
    causes = {plant.cause.value for plant in PLANTS} | {"MISSING_LOCALLY"}
    return Counter({cause: sum(getattr(register, cause.lower()).values()) for cause in causes})


def test_sizes_are_the_models(written: Written) -> None:
    planted, expected = Counter(line["cause"] for line in written.key), expected_sizes()
    if (written.as_of.year, written.as_of.month) != (2026, 11):
        # On some days fewer people are due today, or have an interval of their own of the right length.
        for cause in ("CUTOFF", "FREQUENCY_BASIS"):
            assert 0 < planted[cause] <= expected[cause]
            del planted[cause], expected[cause]
    assert planted == expected


def test_the_registers_total_is_the_forces_and_what_is_planted(written: Written) -> None:
    ours = sum(person.owed > 0 for person in written.people.values())
    by_number = {row["register_id"]: row for row in written.rows}
    effect = 0
    for line in written.key:
        row, person = by_number.get(line["register_id"]), written.people.get(line["offender_id"])
        is_second = line["cause"] == "DUPLICATE"
        effect += row is not None and written.is_overdue(row)
        effect -= person is not None and person.owed > 0 and not is_second
    theirs = sum(written.is_overdue(row) for row in written.rows)
    assert ours == 98
    assert theirs == ours + effect
    assert theirs > 3.5 * ours, "far higher"


def test_who_is_not_in_the_key_agrees(written: Written) -> None:
    in_key = {line["offender_id"] for line in written.key if line["cause"] != "DUPLICATE"}
    for offender_id, person in written.people.items():
        if offender_id in in_key:
            continue
        row = person.row
        if row is None:
            assert not person.is_registered, offender_id
            continue
        assert person.case.offender.is_rso
        assert written.is_overdue(row) is (person.owed > 0), offender_id
        assert person.owed < 2 or row["visits_outstanding"], (
            f"{offender_id} owes several, so the row says how many"
        )
        assert row["visits_outstanding"] in ("", str(person.owed)), offender_id
        assert person.changed() == set(), offender_id


def test_some_records_give_the_number_of_visits_outstanding(written: Written) -> None:
    given = sum(bool(row["visits_outstanding"]) for row in written.rows)
    assert 0.1 < given / len(written.rows) < 0.25


def test_everybody_planted_pairs_by_an_identifier(written: Written) -> None:
    for line in written.key:
        if line["cause"] in LISTED_ONCE:
            continue
        person = written.people[line["offender_id"]]
        assert person.row is not None
        register_id = person.case.offender.register_id
        assert line["offender_id"] == person.row["offender_id"] or register_id == person.row["register_id"]


def test_one_change_alone_explains_each(written: Written) -> None:
    for line in written.key:
        cause = line["cause"]
        if cause in VERDICT_STAYS | LISTED_ONCE:
            continue
        person = written.people[line["offender_id"]]
        assert person.row is not None
        theirs = written.is_overdue(person.row)
        assert theirs is not (person.owed > 0), line
        flips = causes_of_flips(person, theirs, written.snapshot_on)
        assert flips == ({cause} if cause not in ("COMBINED", "UNEXPLAINED") else set()), line


def test_combined_causes_have_parts_that_explain_together(written: Written) -> None:
    for line, person in written.planted("COMBINED"):
        row, facts = person.row, facts_of(person)
        assert row is not None
        parts = set(line["parts"].split(";"))
        together = {
            "status": row["status"],
            "management": row["management"] if "REACTIVE_STILL_TIMED" in parts else facts.management,
            "level": row["risk_level"] if "RISK_CHANGE" in parts else facts.level,
            "own_interval": row["visit_interval"] if "FREQUENCY_BASIS" in parts else facts.own_interval,
        }
        assert "ENTRY_LAG" in parts
        assert len(parts) == 2
        seen = tuple(each for each in facts.seen if each <= day(row["last_visit_on"]))
        changed = type(facts)(**{**vars(facts), **together, "seen": seen})
        assert changed.is_overdue is written.is_overdue(row)
        assert str(changed.due_on) == row["next_visit_due_on"]
    assert all(not line["parts"] for line in written.key if line["cause"] != "COMBINED")


def is_left_running(person: Person, row: Row) -> bool:
    interval = person.case.offender.visit_interval or _table(person, row["risk_level"])
    return row["next_visit_due_on"] == str(interval.after(day(row["last_visit_on"])))


def _table(person: Person, level: str) -> Interval:
    return read_interval(f"{person.policy.visit_interval_table[RiskLevel(level)]} months")


def population(person: Person, row: Row) -> bool:
    return row["status"] in AWAY | {"deceased"} and is_left_running(person, row)


def reactive(person: Person, row: Row) -> bool:
    return person.case.offender.management.value == "reactive" and is_left_running(person, row)


def entry_lag(person: Person, row: Row) -> bool:
    last_on = day(row["last_visit_on"])
    is_later = last_on not in person.seen and last_on > max(person.seen)
    return (
        is_left_running(person, row) and last_on not in person.tried and (is_later or last_on in person.seen[:-1])
    )


def attempt(person: Person, row: Row) -> bool:
    return is_left_running(person, row) and day(row["last_visit_on"]) in person.tried


def unit(person: Person, row: Row) -> bool:
    return person.owed > 1 and row["visits_outstanding"] == "1" and row["next_visit_due_on"] == str(person.due_on)


def assessment(person: Person, row: Row) -> bool:
    is_date = row["next_visit_due_on"] == row["next_arms_due_on"] and not row["visits_outstanding"]
    is_counted = row["visits_outstanding"] == "1" and row["next_visit_due_on"] == str(person.due_on)
    return (is_date or is_counted) and day(row["next_arms_due_on"]) < person.as_of


def frequency(person: Person, row: Row) -> bool:
    interval = read_interval(row["visit_interval"]) if row["visit_interval"] else _table(person, row["risk_level"])
    return row["next_visit_due_on"] == str(interval.after(max(person.seen)))


def anchor(person: Person, row: Row) -> bool:
    facts = facts_of(person)
    thirty = type(facts)(**{**vars(facts), "months_of_30_days": True})
    from_due = type(facts)(**{**vars(facts), "counts_from_due": True})
    return row["next_visit_due_on"] in (str(thirty.due_on), str(from_due.due_on))


def risk_change(person: Person, row: Row) -> bool:
    levels = [level.value for level in RiskLevel if level is not person.case.offender.risk_level]
    follows = [
        level for level in levels if row["next_visit_due_on"] == str(_table(person, level).after(max(person.seen)))
    ]
    changed_on = [each.occurred_on for each in person.case.events if each.kind is EventKind.RISK_CHANGE]
    is_event_since = any(each > max(person.seen) for each in changed_on)
    return row["risk_level"] in follows or (bool(follows) and is_event_since)


def cutoff(person: Person, row: Row) -> bool:
    return person.due_on == person.as_of and row["visits_outstanding"] == "1"


def owner(person: Person, row: Row) -> bool:
    return sorted([person.case.offender.status.value, row["status"]]) == ["community", "transferred_out"]


def not_rso(person: Person, row: Row) -> bool:
    return person.case.offender.register_type.value in ("sro", "other") and row["register_type"] in ("rso", "sro")


def status(person: Person, row: Row) -> bool:
    both = {person.case.offender.status.value, row["status"]}
    return "community" in both and bool(both & NOT_AT_HOME)


def unexplained(person: Person, row: Row) -> bool:
    assert person.due_on is not None
    return row["next_visit_due_on"] in (str(add_months(person.due_on, 12)), str(add_months(person.due_on, -12)))


PROPERTIES: dict[str, tuple[Callable[[Person, Row], bool], list[set[str]]]] = {
    "POPULATION": (population, [{"next_visit_due_on"}, {"next_visit_due_on", "last_visit_on"}]),
    "REACTIVE_STILL_TIMED": (
        reactive,
        [{"next_visit_due_on"}, {"next_visit_due_on", "management"}, {"next_visit_due_on", "risk_level"}],
    ),
    "ENTRY_LAG": (
        entry_lag,
        [{"next_visit_due_on", "last_visit_on"}, {"next_visit_due_on", "last_visit_on", "risk_level"}],
    ),
    "ATTEMPT_AS_VISIT": (attempt, [{"next_visit_due_on", "last_visit_on"}]),
    "UNIT": (unit, [set()]),
    "TYPE": (assessment, [{"next_visit_due_on"}, set()]),
    "FREQUENCY_BASIS": (frequency, [{"next_visit_due_on", "visit_interval"}]),
    "ANCHOR": (anchor, [{"next_visit_due_on"}]),
    "RISK_CHANGE": (risk_change, [{"next_visit_due_on", "risk_level"}, {"next_visit_due_on"}]),
    "CUTOFF": (cutoff, [set()]),
    "OWNER": (owner, [{"next_visit_due_on", "status"}]),
    "NOT_RSO": (not_rso, [{"register_type"}, set()]),
    "STATUS_ONE_SIDED": (status, [{"next_visit_due_on", "status"}]),
    "UNEXPLAINED": (unexplained, [{"next_visit_due_on"}]),
}


@pytest.mark.parametrize("cause", PROPERTIES)
def test_each_has_what_its_cause_means_and_differs_in_nothing_else(cause: str, written: Written) -> None:
    has_property, columns = PROPERTIES[cause]
    for line, person in written.planted(cause):
        assert person.row is not None
        assert has_property(person, person.row), (line, person.row)
        assert person.changed() in columns, line


def test_a_duplicate_is_a_second_record_of_an_overdue_person(written: Written) -> None:
    numbers = Counter(row["register_id"] for row in written.rows)
    assert set(numbers.values()) == {1}
    by_number = {row["register_id"]: row for row in written.rows}
    for line, person in written.planted("DUPLICATE"):
        assert person.row is not None
        second = by_number[line["register_id"]]
        assert second["offender_id"] == line["offender_id"]
        assert second["register_id"] != person.row["register_id"]
        assert written.is_overdue(second)
        assert written.is_overdue(person.row)
        assert person.owed > 0


def test_missing_from_the_register_means_no_record(written: Written) -> None:
    found = list(written.planted("MISSING_FROM_REGISTER"))
    names = {row["offender_id"] for row in written.rows}
    for line, person in found:
        assert person.row is None
        assert line["offender_id"] not in names
        assert line["register_id"] == ""
        assert person.is_registered
    assert {person.owed > 0 for _, person in found} == {True, False}


def test_missing_locally_means_nobody_like_that_here(written: Written) -> None:
    strangers = [line["register_id"] for line in written.key if line["cause"] == "MISSING_LOCALLY"]
    rows = [row for row in written.rows if row["register_id"] in strangers]
    births = {str(person.case.offender.date_of_birth) for person in written.people.values()}
    numbers = {person.case.offender.register_id for person in written.people.values()}
    assert len(rows) == len(strangers)
    for row in rows:
        assert row["offender_id"] == ""
        assert row["register_id"] not in numbers
        assert row["date_of_birth"] not in births
        assert row["status"] == "community"
    assert {written.is_overdue(row) for row in rows} == {True, False}
    assert sum(row["risk_level"] in ("high", "very_high") for row in rows) >= 2


def test_without_a_lag_the_export_is_of_the_extracts_day(written: Written) -> None:
    assert {row["snapshot_on"] for row in written.rows} == {str(written.as_of)}


def test_with_a_lag_who_falls_due_between_the_days_is_in_the_key() -> None:
    written = merseyside_register(1, date(2026, 11, 20), lag=10)
    snapshot_on = written.as_of - timedelta(days=10)
    assert {row["snapshot_on"] for row in written.rows} == {str(snapshot_on)}
    between = {
        name: person for name, person in written.people.items() if person.owed != person.owed_on(snapshot_on)
    }
    newly = {name for name, person in between.items() if person.owed_on(snapshot_on) == 0}
    seen_since = {name for name, person in between.items() if person.owed == 0}
    new = {name for name, person in written.people.items() if person.case.offender.registered_on > snapshot_on}
    causes = {line["offender_id"]: line["cause"] for line in written.key}
    assert newly
    assert seen_since
    assert {causes[name] for name in newly | seen_since} == {"CUTOFF"}
    assert {causes[name] for name in between} <= {"CUTOFF", "UNIT"}
    assert {name for name, cause in causes.items() if cause == "CUTOFF"} <= between.keys() | new


def test_with_a_lag_the_register_knows_nothing_that_came_later() -> None:
    written = merseyside_register(1, date(2026, 11, 20), lag=10)
    for row in written.rows:
        assert all(row[column] <= row["snapshot_on"] for column in ("last_visit_on", "last_arms_on")), row
    for name, person in written.people.items():
        assert person.row is None or person.case.offender.registered_on <= written.snapshot_on, name


def test_with_a_lag_the_key_is_whole() -> None:
    written = merseyside_register(1, date(2026, 11, 20), lag=10)
    snapshot_on = written.snapshot_on
    in_key = {line["offender_id"] for line in written.key}
    for name, person in written.people.items():
        if name not in in_key and person.row is not None:
            assert written.is_overdue(person.row) is (person.owed > 0), name
    for line in written.key:
        if line["cause"] not in VERDICT_STAYS | LISTED_ONCE | {"COMBINED", "UNEXPLAINED", "CUTOFF"}:
            person = written.people[line["offender_id"]]
            assert person.row is not None
            theirs = written.is_overdue(person.row)
            assert causes_of_flips(person, theirs, snapshot_on) == {line["cause"]}, line
