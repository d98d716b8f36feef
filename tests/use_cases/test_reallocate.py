"""A reallocation is proposed, decided on in part, and survives the next extract; each act stands on the audit."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.reallocation import ChangeReason, ChangeVerdict
from rso_planner.domain.refusal import WrongUseError
from rso_planner.storage.audit import load_audit_events
from rso_planner.storage.force_loading import load_force
from rso_planner.storage.store import open_store
from rso_planner.use_cases.decide_on_changes import ChangeNotOpenError, decide_on_changes
from rso_planner.use_cases.list_reallocation import ListedReallocation, NoReallocationError, list_reallocation
from rso_planner.use_cases.load_extract import LoadOutcome, load_extract
from rso_planner.use_cases.propose_reallocation import propose_reallocation
from rso_planner.use_cases.recording import Asking
from tests.extracts import Tables, good_tables, set_cell, write_tables

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
ACCEPTED, REJECTED, UNDONE = ChangeVerdict.ACCEPTED, ChangeVerdict.REJECTED, ChangeVerdict.UNDONE


def _tables() -> Tables:
    """Nine people of low risk: four with OM1, who leaves, four with OM2, one with nobody; OM3 has joined."""
    tables = good_tables()
    heading = tables["offenders"][0]
    model = dict(zip(heading, tables["offenders"][1], strict=True))
    rows = []
    for number in range(1, 10):
        officer = "OM1" if number < 5 else "OM2" if number < 9 else ""
        row = model | {
            "offender_id": f"P{number}",
            "register_id": f"R-{number}",
            "risk_level": "low",
            "visit_interval": "",
            "officer_id": officer,
            "northing": str(390_000 + 100 * number),
        }
        rows.append([row[each] for each in heading])
    for name in ("visits", "arms", "orders", "events", "decisions", "separations", "travel", "duties", "absences"):
        tables[name] = tables[name][:1]
    tables["offenders"] = [heading, *rows]
    tables["officers"].append(
        ["OM3" if cell == "OM1" else "PC Zzfour" if cell == "PC Zzone" else cell for cell in tables["officers"][1]]
    )
    set_cell(tables, "officers", 2, "leaves_on", "2026-12-01")
    return tables


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where extracts are written."""
    return tmp_path / "extract"


@pytest.fixture
def asking(tmp_path: Path, folder: Path) -> Asking:
    """Somebody who asks a store with nine people."""
    asking = Asking(database_url=f"sqlite:///{tmp_path / 'store.db'}", actor="made-up-user", now=NOW)
    _load(asking, folder, _tables())
    return asking


def _load(asking: Asking, folder: Path, tables: Tables) -> LoadOutcome:
    write_tables(tables, folder)
    outcome = load_extract(asking, folder)
    assert outcome.is_loaded, outcome.rejects
    return outcome


def _officers(asking: Asking) -> dict[str, str | None]:
    with open_store(asking.database_url) as store, store.transaction() as connection:
        return {each.offender.offender_id: each.offender.officer_id for each in load_force(connection).cases}


def _of_person(found: ListedReallocation, offender_id: str) -> int:
    return next(each.change_id for each in found.changes if each.change.offender_id == offender_id)


def _standings(asking: Asking) -> dict[str, ChangeVerdict | None]:
    return {each.change.offender_id: each.standing for each in list_reallocation(asking).changes}


def _propose(asking: Asking) -> ListedReallocation:
    propose_reallocation(asking)
    return list_reallocation(asking)


def test_a_proposal_changes_nothing_and_adds_up(asking: Asking) -> None:
    before = _officers(asking)
    proposal = propose_reallocation(asking)
    assert _officers(asking) == before
    assert {each.offender_id: each.reason for each in proposal.changes} == {
        "P9": ChangeReason.NO_OFFICER,
        **{f"P{number}": ChangeReason.OFFICER_LEAVES for number in range(1, 5)},
        **dict.fromkeys(
            [each.offender_id for each in proposal.changes if each.from_officer_id == "OM2"],
            ChangeReason.EVENS_WORK,
        ),
    }
    # OM3 works full time and OM2 half: two thirds of nine people are six.
    assert [(each.officer_id, each.after.people) for each in proposal.caseloads] == [
        ("OM1", 0),
        ("OM2", 3),
        ("OM3", 6),
    ]


def test_what_is_stored_is_what_was_proposed(asking: Asking) -> None:
    proposal = propose_reallocation(asking)
    found = list_reallocation(asking)
    assert found.proposal == proposal
    assert (found.made_at, found.made_by) == (NOW, "made-up-user")
    assert tuple(each.change for each in found.changes) == proposal.changes
    assert [each.before for each in found.now] == [each.before for each in proposal.caseloads]


def test_some_are_accepted_and_some_are_not(asking: Asking) -> None:
    before, found = _officers(asking), _propose(asking)
    first, second = _of_person(found, "P1"), _of_person(found, "P2")
    decide_on_changes(asking, [first], ACCEPTED, "agreed with both officers")
    decide_on_changes(asking, [second], REJECTED)
    assert _officers(asking) == before | {"P1": "OM3"}
    assert _standings(asking) == dict.fromkeys(_standings(asking)) | {"P1": ACCEPTED, "P2": REJECTED}
    listed = list_reallocation(asking)
    assert {each.officer_id: each.before.people for each in listed.now} == {"OM1": 3, "OM2": 4, "OM3": 1}
    (decision,) = next(each.history for each in listed.changes if each.change_id == first)
    assert (decision.note, decision.decided_by, decision.decided_at) == (
        "agreed with both officers",
        "made-up-user",
        NOW,
    )


def test_all_that_is_open_can_be_accepted_at_once(asking: Asking) -> None:
    found = _propose(asking)
    decide_on_changes(asking, [_of_person(found, "P1")], REJECTED)
    decided = decide_on_changes(asking, None, ACCEPTED).decided
    assert len(decided) == len(found.changes) - 1
    assert _officers(asking)["P1"] == "OM1"
    assert decide_on_changes(asking, None, ACCEPTED).decided == ()


def test_a_decision_is_taken_back(asking: Asking) -> None:
    before, found = _officers(asking), _propose(asking)
    number = _of_person(found, "P1")
    decide_on_changes(asking, [number], ACCEPTED)
    decide_on_changes(asking, [number], UNDONE)
    assert _officers(asking) == before
    assert _standings(asking)["P1"] is None
    changed = next(each for each in list_reallocation(asking).changes if each.change_id == number)
    assert [each.verdict for each in changed.history] == [ACCEPTED, UNDONE]


def test_the_same_extract_again_leaves_an_accepted_change(asking: Asking, folder: Path) -> None:
    decide_on_changes(asking, [_of_person(_propose(asking), "P1")], ACCEPTED)
    outcome = _load(asking, folder, _tables())
    assert (outcome.settled, _officers(asking)["P1"]) == ((), "OM3")


def test_a_newer_extract_that_knows_nothing_of_it_leaves_it_too(asking: Asking, folder: Path) -> None:
    decide_on_changes(asking, [_of_person(_propose(asking), "P1")], ACCEPTED)
    tables = _tables()
    set_cell(tables, "extract", 2, "extracted_on", "2026-11-30")
    set_cell(tables, "offenders", 2, "risk_level", "medium")
    assert _load(asking, folder, tables).settled == ()
    assert (_officers(asking)["P1"], _standings(asking)["P1"]) == ("OM3", ACCEPTED)


def test_an_extract_that_holds_the_new_officer_confirms_it(asking: Asking, folder: Path) -> None:
    decide_on_changes(asking, [_of_person(_propose(asking), "P1")], ACCEPTED)
    tables = _tables()
    set_cell(tables, "offenders", 2, "officer_id", "OM3")
    (settled,) = _load(asking, folder, tables).settled
    assert settled.verdict is ChangeVerdict.CONFIRMED
    # From now on the extract alone decides: going back to the old officer is the force's own change.
    _load(asking, folder, _tables())
    assert (_officers(asking)["P1"], _standings(asking)["P1"]) == ("OM1", ChangeVerdict.CONFIRMED)


def test_an_extract_with_a_third_officer_overtakes_it(asking: Asking, folder: Path) -> None:
    decide_on_changes(asking, [_of_person(_propose(asking), "P1")], ACCEPTED)
    tables = _tables()
    set_cell(tables, "offenders", 2, "officer_id", "OM2")
    (settled,) = _load(asking, folder, tables).settled
    assert settled.verdict is ChangeVerdict.OVERTAKEN
    assert (_officers(asking)["P1"], _standings(asking)["P1"]) == ("OM2", ChangeVerdict.OVERTAKEN)


def test_a_new_officer_who_is_gone_from_the_extract_gets_nobody(asking: Asking, folder: Path) -> None:
    decide_on_changes(asking, [_of_person(_propose(asking), "P1")], ACCEPTED)
    tables = _tables()
    tables["officers"] = [row for row in tables["officers"] if row[0] != "OM3"]
    assert [each.verdict for each in _load(asking, folder, tables).settled] == [ChangeVerdict.OVERTAKEN]
    assert _officers(asking)["P1"] == "OM1"


def test_what_was_open_lapses_with_the_next_proposal(asking: Asking) -> None:
    first = _propose(asking)
    number = _of_person(first, "P1")
    second = _propose(asking)
    assert second.proposal_id == first.proposal_id + 1
    assert second.proposal == first.proposal
    with pytest.raises(ChangeNotOpenError, match=f"Change {number} is lapsed"):
        decide_on_changes(asking, [number], ACCEPTED)


def test_a_rejected_change_is_not_proposed_again_for_the_horizon(asking: Asking) -> None:
    first = _propose(asking)
    changed = next(each for each in first.changes if each.change.to_officer_id == "OM3")
    decide_on_changes(asking, [changed.change_id], REJECTED)

    def proposed(asking: Asking) -> set[tuple[str, str]]:
        found = propose_reallocation(asking, (asking.now).date())
        return {(each.offender_id, each.to_officer_id) for each in found.changes}

    pair = (changed.change.offender_id, "OM3")
    assert pair not in proposed(asking)
    assert pair not in proposed(replace(asking, now=NOW + timedelta(weeks=13)))
    assert pair in proposed(replace(asking, now=NOW + timedelta(weeks=13, days=1)))


def test_a_later_accepted_change_replaces_an_earlier_one(asking: Asking, folder: Path) -> None:
    number = _of_person(_propose(asking), "P1")
    decide_on_changes(asking, [number], ACCEPTED)
    tables = _tables()
    set_cell(tables, "officers", 5, "leaves_on", "2026-12-01")
    _load(asking, folder, tables)
    listed = _propose(asking)
    assert [each.change_id for each in listed.earlier] == [number]
    decide_on_changes(asking, [_of_person(listed, "P1")], ACCEPTED)
    assert list_reallocation(asking).earlier == ()
    assert _officers(asking)["P1"] == "OM2"
    # Taken back, the earlier one holds again.
    decide_on_changes(asking, [_of_person(listed, "P1")], UNDONE)
    assert [each.change_id for each in list_reallocation(asking).earlier] == [number]
    assert _officers(asking)["P1"] == "OM3"


@pytest.mark.parametrize(("numbers", "verdict"), [([99], ACCEPTED), ([1, 99], REJECTED), ([1], UNDONE)])
def test_what_cannot_be_decided_is_refused_whole(
    asking: Asking, numbers: list[int], verdict: ChangeVerdict
) -> None:
    _propose(asking)
    before = _standings(asking)
    with pytest.raises(ChangeNotOpenError, match="nothing was decided"):
        decide_on_changes(asking, numbers, verdict)
    assert _standings(asking) == before


def test_a_change_whose_person_has_another_officer_now_is_refused(asking: Asking, folder: Path) -> None:
    number = _of_person(_propose(asking), "P1")
    tables = _tables()
    set_cell(tables, "offenders", 2, "officer_id", "OM2")
    _load(asking, folder, tables)
    with pytest.raises(ChangeNotOpenError, match="P1 is no longer with OM1"):
        decide_on_changes(asking, [number], ACCEPTED)


def test_without_a_proposal_there_is_nothing_to_list_or_decide(asking: Asking) -> None:
    with pytest.raises(NoReallocationError):
        list_reallocation(asking)
    with pytest.raises(NoReallocationError):
        decide_on_changes(asking, None, ACCEPTED)
    with pytest.raises(WrongUseError, match="0 or more, not -1"):
        propose_reallocation(asking, most_changes=-1)


def test_every_act_is_on_the_audit_without_a_name(asking: Asking) -> None:
    number = _of_person(_propose(asking), "P1")
    decide_on_changes(asking, [number], ACCEPTED, "Zzone agreed")
    decide_on_changes(asking, [number], ACCEPTED)
    with open_store(asking.database_url) as store, store.transaction() as connection:
        events = load_audit_events(connection)[-5:]
    assert [(each.command, each.action) for each in events] == [
        ("reallocate propose", AuditAction.CONSULTATION),
        ("reallocate propose", AuditAction.ALTERATION),
        ("reallocate list", AuditAction.CONSULTATION),
        ("reallocate accept", AuditAction.ALTERATION),
        ("reallocate accept", AuditAction.CONSULTATION),
    ]
    assert events[3].offender_ids == ("P1",)
    assert not any("Zz" in each.detail for each in events)
