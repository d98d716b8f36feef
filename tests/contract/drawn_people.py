"""Many people on whom two lists differ, drawn into one extract and one register, and the cause expected of each.

Each person has a name and a date of birth of their own, so that nobody is taken for another. A record says what
the extract says of the person, and then what the drawing says otherwise.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.contract.extracts import AS_OF, Answer, Desk, Extract, Row
from tests.contract.registers import COLUMNS, Register

LATE = "2026-04-20"  # medium risk: due on 20 October 2026
ON_TIME = "2026-10-20"  # medium risk: due on 20 April 2027
SRO = ("SRO", "2025-01-01", "2027-01-01")


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """One person: the cause that must be found ('' for none), how the lists differ, and what each of them says.

    `seen` are the days of completed visits, `tried` of attempts; `here` are cells of the extract, `there` of the
    register, where `last` and `due` stand for the last visit and the next; `parts` and `also` where they matter.
    """

    cause: str
    what: str
    seen: Sequence[str] = (LATE,)
    tried: Sequence[str] = ()
    arms: str = "2026-11-01"
    order: tuple[str, str, str] | None = None
    here: Row = field(default_factory=dict)
    last: str = ""
    due: str = ""
    there: Row = field(default_factory=dict)
    due_rows: Sequence[str] = ()
    parts: Sequence[str] | None = None
    also: Sequence[str] | None = None


def draw(cause: str, what: str, **drawn: Any) -> Drawn:
    """A person; a single day may be written for a list of days."""
    for name in ("seen", "tried"):
        if isinstance(drawn.get(name), str):
            drawn[name] = (drawn[name],)
    return Drawn(cause=cause, what=what, **drawn)


def find_causes(
    desk: Desk,
    people: Sequence[Drawn],
    *,
    snapshot_on: str = AS_OF,
    without: Sequence[str] = (),
    mapping: str = "register-people",
    options: Sequence[str] = (),
) -> tuple[Answer, dict[str, Answer]]:
    """The answer of `reconcile` on all of them, and what it says of each by the number of the person."""
    extract, register = Extract(), Register(snapshot_on=snapshot_on)
    for officer in ("OM1", "OM2"):
        extract.officer(officer)
    for number, each in enumerate(people):
        _add(extract, register, f"{number:04}", each)
    desk.load(extract)
    path = desk.folder / "register.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [name for name in COLUMNS if name not in without], extrasaction="ignore")
        writer.writeheader()
        for each, row in zip(people, register.rows, strict=True):
            days = each.due_rows if mapping == "register-visits" else [row["next_visit_due_on"]]
            writer.writerows({**row, "next_visit_due_on": day} for day in days)
    code, _, errors = desk.ask("load-register", str(path), "--mapping", mapping)
    assert code == 0, errors
    answer = desk.json("reconcile", *options)
    _check_it_ties(answer)
    return answer, {each["offender_id"]: each for each in answer["people"]}


def check(people: Sequence[Drawn], found: dict[str, Answer]) -> None:
    """Each person has the cause that was drawn, and nobody else has one."""
    wrong = []
    for number, each in enumerate(people):
        got = found.get(f"{number:04}", {"cause": "", "parts": [], "also": [], "reason": ""})
        is_right = got["cause"] == each.cause
        is_right &= each.parts is None or got["parts"] == list(each.parts)
        is_right &= each.also is None or got["also"] == list(each.also)
        if not is_right:
            wrong.append(f"{each.cause} {each.what}: {got['cause']} {got['parts']} {got['also']} {got['reason']}")
    assert not wrong, "\n".join(wrong)
    assert len(found) == sum(each.cause != "" for each in people)


def _add(extract: Extract, register: Register, offender_id: str, each: Drawn) -> None:
    number = int(offender_id)
    letters = "".join(chr(ord("a") + (number * step) % 26) for step in (1, 3, 5, 7, 11))
    born = date(1950, 1, 1) + timedelta(days=311 * number)
    named = {
        "family_name": f"{letters}madeup",
        "given_names": f"{letters[::-1]}zz",
        "date_of_birth": born.isoformat(),
    }
    extract.person(offender_id, seen="", arms=each.arms, **{**named, **each.here})
    for day in each.seen:
        extract.visit(offender_id, f"{day}T10:00", "seen")
    for day in each.tried:
        extract.visit(offender_id, f"{day}T18:00", "not_seen")
    if each.order is not None:
        extract.order(offender_id, *each.order)
    register.agree(extract, offender_id, each.last, each.due, **each.there)


def _check_it_ties(answer: Answer) -> None:
    for bridge, of in (("bridge", ""), ("visits_bridge", "visits_")):
        effects = sum(line["effect"] for line in answer[bridge])
        assert answer[f"{of}force_total"] + effects == answer[f"{of}register_total"]
