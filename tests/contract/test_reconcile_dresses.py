"""The same causes where the register says less: no last visits, numbers for dates, rows of visits, other days."""

from tests.contract.drawn_people import LATE, ON_TIME, SRO, check, draw, find_causes
from tests.contract.extracts import Desk

REACTIVE = {"management": "reactive", "management_since": "2026-06-01"}
DUE = "2026-10-20"

WITHOUT_LAST_VISITS = [
    draw("", "the two agree", due=DUE),
    draw("ENTRY_LAG", "their date is counted from the visit before", seen=(LATE, ON_TIME), due=DUE),
    draw("ATTEMPT_AS_VISIT", "their date is counted from an attempt", tried=ON_TIME, due="2027-04-20"),
    draw("POPULATION", "in custody", here={"status": "custody"}, due=DUE),
    draw("FREQUENCY_BASIS", "the plan's interval", here={"visit_interval": "9 months"}, due=DUE),
    draw("ANCHOR", "90 days", seen="2026-08-24", here={"risk_level": "high"}, due="2026-11-22"),
    draw("RISK_CHANGE", "not recomputed", seen="2026-07-20", here={"risk_level": "high"}, due="2027-01-20"),
    draw("UNEXPLAINED", "no visit is behind the date", seen=ON_TIME, due="2026-01-13"),
]


def test_an_export_without_last_visits(desk: Desk) -> None:
    check(WITHOUT_LAST_VISITS, find_causes(desk, WITHOUT_LAST_VISITS, without=("last_visit_on",))[1])


def number(visits: int, **there: str) -> dict[str, str]:
    """Cells of the register that give so many visits outstanding."""
    return {"visits_outstanding": str(visits), **there}


NUMBERS = [
    draw("", "one is owed", last=LATE, there=number(1)),
    draw("", "none is owed", seen=ON_TIME, last=ON_TIME, there=number(0)),
    draw("POPULATION", "in custody", last=LATE, here={"status": "custody"}, there=number(1)),
    draw("REACTIVE_STILL_TIMED", "reactive", last=LATE, here=REACTIVE, there=number(1)),
    draw("ENTRY_LAG", "ours is not there", seen=(LATE, ON_TIME), last=LATE, there=number(1)),
    draw("ENTRY_LAG", "theirs is not here", last=ON_TIME, there=number(0)),
    draw("ATTEMPT_AS_VISIT", "an attempt", tried=ON_TIME, last=ON_TIME, there=number(0)),
    draw("UNIT", "three are one", seen="2025-04-20", last="2025-04-20", there=number(1)),
    draw("TYPE", "an assessment", seen=ON_TIME, last=ON_TIME, arms="2025-11-01", there=number(1)),
    draw("FREQUENCY_BASIS", "9 months", last=LATE, here={"visit_interval": "9 months"}, there=number(1)),
    draw("RISK_CHANGE", "high", seen="2026-07-20", last="2026-07-20", there=number(1, risk_level="high")),
    draw("CUTOFF", "due today", seen="2026-05-23", last="2026-05-23", there=number(1), also=()),
    draw("ANCHOR", "months as days", seen="2026-05-25", last="2026-05-25", there=number(1)),
    draw("OWNER", "left there", last=LATE, there=number(0, status="transferred_out")),
    draw("NOT_RSO", "an order", order=SRO, last=LATE, here={"register_type": "sro"}, there=number(1)),
    draw("STATUS_ONE_SIDED", "in custody there", last=LATE, there=number(0, status="custody")),
    draw("UNEXPLAINED", "one is owed for nothing", seen=ON_TIME, last=ON_TIME, there=number(1)),
    draw("UNEXPLAINED", "four are owed", last=LATE, there=number(4)),
]


def test_an_export_of_numbers_instead_of_dates(desk: Desk) -> None:
    check(NUMBERS, find_causes(desk, NUMBERS, without=("next_visit_due_on",))[1])


THREE = ("2025-10-20", "2026-04-20", "2026-10-20")
ROWS = [
    draw("", "one row", last=LATE, due_rows=(DUE,)),
    draw("", "nothing is outstanding", seen=ON_TIME),
    draw("", "three rows", seen="2025-04-20", last="2025-04-20", due_rows=THREE),
    draw("UNIT", "one row for three", seen="2025-04-20", last="2025-04-20", due_rows=THREE[:1]),
    draw("ENTRY_LAG", "ours is not there", seen=(LATE, ON_TIME), last=LATE, due_rows=(DUE,)),
    draw("POPULATION", "in custody", last=LATE, here={"status": "custody"}, due_rows=(DUE,)),
    draw("REACTIVE_STILL_TIMED", "reactive", last=LATE, here=REACTIVE, due_rows=(DUE,)),
    draw("TYPE", "a row of an assessment", last=LATE, arms="2025-11-01", due_rows=(DUE, "2026-11-01")),
    draw("TYPE", "nothing else", seen=ON_TIME, last=ON_TIME, arms="2025-11-01", due_rows=("2026-11-01",)),
    draw("CUTOFF", "due today", seen="2026-05-23", last="2026-05-23", due_rows=("2026-11-23",)),
    draw("NOT_RSO", "an order", order=SRO, last=LATE, here={"register_type": "sro"}, due_rows=(DUE,)),
    draw("UNEXPLAINED", "overdue here, and no row there"),
]


def test_an_export_of_visits(desk: Desk) -> None:
    answer, found = find_causes(desk, ROWS, without=("visits_outstanding",), mapping="register-visits")
    check(ROWS, found)
    assert answer["visits_register_total"] == sum(len(each.due_rows) for each in ROWS)


BEFORE = [
    draw("", "overdue on either day", last=LATE, due=DUE),
    draw("CUTOFF", "due between", seen="2026-05-18", last="2026-05-18", due="2026-11-18"),
    draw("CUTOFF", "seen between", seen=("2026-05-10", "2026-11-18"), last="2026-05-10", due="2026-11-10"),
    draw("ENTRY_LAG", "seen before", seen=("2026-05-10", "2026-11-14"), last="2026-05-10", due="2026-11-10"),
    draw(
        "CUTOFF",
        "taken into custody between",
        last=LATE,
        due=DUE,
        here={"status": "custody", "status_since": "2026-11-18"},
        there={"status": "community"},
        also=("STATUS_ONE_SIDED",),
    ),
    draw(
        "STATUS_ONE_SIDED",
        "taken into custody before",
        last=LATE,
        due=DUE,
        here={"status": "custody", "status_since": "2026-11-10"},
        there={"status": "community"},
        also=(),
    ),
    draw(
        "REACTIVE_STILL_TIMED",
        "became reactive between",
        last=LATE,
        due=DUE,
        here={"management": "reactive", "management_since": "2026-11-18"},
        there={"management": "active"},
        also=("CUTOFF",),
    ),
]


def test_the_registers_day_is_a_week_before_the_forces(desk: Desk) -> None:
    check(BEFORE, find_causes(desk, BEFORE, snapshot_on="2026-11-16")[1])


AFTER = [
    draw("", "not overdue on either day", seen=ON_TIME, last=ON_TIME, due="2027-04-20"),
    draw("CUTOFF", "due between", seen="2026-05-25", last="2026-05-25", due="2026-11-25"),
    draw("CUTOFF", "seen after", last="2026-11-26", due="2027-05-26"),
    draw(
        "CUTOFF",
        "due on the register's day, and counted",
        seen="2026-05-30",
        last="2026-05-30",
        due="2026-11-30",
        there=number(1),
    ),
    draw("ENTRY_LAG", "ours is not there", seen=(LATE, ON_TIME), last=LATE, due=DUE),
]


def test_the_registers_day_is_a_week_after_the_forces(desk: Desk) -> None:
    check(AFTER, find_causes(desk, AFTER, snapshot_on="2026-11-30")[1])


EARLIER = [
    draw("", "seen after the day, which neither knows", seen=(LATE, "2026-11-10"), last=LATE, due=DUE),
    draw("ENTRY_LAG", "ours is not there", seen=(LATE, "2026-10-25"), last=LATE, due=DUE),
    draw("CUTOFF", "due on the day", seen="2026-05-01", last="2026-05-01", due="2026-11-01", there=number(1)),
    draw(
        "ATTEMPT_AS_VISIT",
        "seen at last, after the day",
        seen=(LATE, "2026-11-10"),
        tried=ON_TIME,
        last=ON_TIME,
        due="2027-04-20",
    ),
]


def test_as_of_a_day_before_the_extracts(desk: Desk) -> None:
    day = "2026-11-01"
    check(EARLIER, find_causes(desk, EARLIER, snapshot_on=day, options=("--as-of", day))[1])
