"""`explain` on the command line: why a task is planned so, why not, and a change that is true."""

import pytest

from tests.contract.extracts import WEEK, Answer, Desk, Extract


def explained(desk: Desk, task_or_person: str) -> list[Answer]:
    """What `explain --json` says of a task or a person, in the plan that is kept."""
    tasks: list[Answer] = desk.json("explain", task_or_person, "--week", WEEK)["tasks"]
    return tasks


def test_a_planned_visit_says_when_with_whom_and_why(desk: Desk, extract: Extract) -> None:
    extract.person("A", seen="2026-04-20", officer_id="OM1")
    desk.plan(extract)
    (visit,) = [each for each in explained(desk, "A") if each["kind"] == "visit"]
    assert visit["is_planned"]
    assert visit["assignment"]["officer_ids"][0] == "OM1"
    assert "The person's own officer leads." in visit["sentences"]
    assert visit["reason"] is None


def test_two_are_needed_and_one_is_free(desk: Desk, extract: Extract) -> None:
    extract.person("A", seen="2026-04-20")
    extract.absence("OM2", "2026-11-23", "2026-11-29")
    desk.plan(extract)
    (visit,) = explained(desk, "A:visit")
    assert (visit["is_planned"], visit["reason"]) == (False, "impossible")
    assert visit["rules"]["two_officers_at_each_visit"] > 0
    assert visit["cheapest_change"]["kind"] == "lone_visit"
    assert "named authority" in visit["cheapest_change"]["sentence"]


def test_a_visit_window_outside_the_duty_is_the_cheapest_to_lift(desk: Desk, extract: Extract) -> None:
    extract.person("A", seen="2026-04-20", visit_not_before="19:00", visit_not_after="20:00")
    answer = desk.plan(extract)
    (visit,) = explained(desk, "A:visit")
    assert visit["rules"] == {"visit_window": 10, "officers_on_duty": 4}
    assert visit["cheapest_change"]["kind"] == "visit_window"
    (left_out,) = [each for each in answer["unplanned"] if each["task_id"] == "A:visit"]
    assert left_out["cheapest_change"] == visit["cheapest_change"]["sentence"]


def test_a_few_minutes_are_told_to_the_minute(desk: Desk, extract: Extract) -> None:
    extract.person("A", seen="2026-04-20", easting="403000")
    for officer, minutes in (("OM1", 240), ("OM2", 60)):
        extract.duty(officer, "2026-11-24", "09:00", "17:00", minutes)
    desk.plan(extract)
    (visit,) = explained(desk, "A:visit")
    # 45 minutes on site, 9 on the road and 5 to park, and 9 back: 68 of the 60 that OM2 has.
    assert visit["cheapest_change"] == {
        "kind": "more_minutes",
        "cost_minutes": 8,
        "sentence": "Give OM2 8 minutes more on Tuesday 24 November 2026.",
    }
    assert {each["rule"] for each in visit["officer_days"]} >= {"officers_on_duty"}


def test_what_a_task_would_displace(desk: Desk, extract: Extract) -> None:
    for person, seen in (("A", "2026-01-20"), ("B", "2026-04-20")):
        extract.person(person, seen=seen)
    for officer in ("OM1", "OM2"):
        extract.duty(officer, "2026-11-24", "09:00", "17:00", 140)
    desk.plan(extract)
    (visit,) = explained(desk, "B:visit")
    assert visit["reason"] == "traded"
    assert visit["displaced"]["task_ids"] == ["A:visit"]
    assert visit["displaced"]["value"] > visit["displaced"]["value_of_the_task"]


@pytest.mark.parametrize(("asked", "word"), [("A:visit", "No plan is kept"), ("nobody", "neither a task")])
def test_what_cannot_be_explained_says_what_to_do(desk: Desk, extract: Extract, asked: str, word: str) -> None:
    extract.person("A", seen="2026-04-20")
    desk.load(extract)
    if asked == "nobody":
        desk.plan(extract)
    code, out, errors = desk.ask("explain", asked, "--week", WEEK)
    assert (code, out) == (2, "")
    assert word in errors
