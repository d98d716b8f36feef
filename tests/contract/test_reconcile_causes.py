"""Each cause in several dresses, by the table of causes: one flip names it, the first in the order is primary."""

from tests.contract.drawn_people import LATE, ON_TIME, SRO, check, draw, find_causes
from tests.contract.extracts import Desk

REACTIVE = {"management": "reactive", "management_since": "2026-06-01"}
DUE = "2026-10-20"
TIMED = {"seen": LATE, "last": LATE, "due": DUE}

STANDING = [
    draw("", "the two agree", **TIMED),
    *(
        draw("POPULATION", f"{status} on both", here={"status": status}, **TIMED)
        for status in ("custody", "hospital", "abroad", "deceased", "missing", "wanted", "archived")
    ),
    draw(
        "POPULATION", "the register does not say where", here={"status": "custody"}, there={"status": ""}, **TIMED
    ),
    draw("POPULATION", "in custody and never visited", seen=(), due="2010-02-01", here={"status": "custody"}),
    draw("POPULATION", "a number", last=LATE, here={"status": "custody"}, there={"visits_outstanding": "1"}),
    draw("POPULATION", "no place", here={"no_fixed_abode": "yes", "easting": "", "northing": ""}, **TIMED),
    draw("REACTIVE_STILL_TIMED", "reactive on both", here=REACTIVE, **TIMED),
    draw("REACTIVE_STILL_TIMED", "active there", here=REACTIVE, there={"management": "active"}, **TIMED),
    draw("REACTIVE_STILL_TIMED", "reactive there alone", last=LATE, there={"management": "reactive"}),
    draw("REACTIVE_STILL_TIMED", "nothing said there", here=REACTIVE, there={"management": ""}, **TIMED),
    draw("OWNER", "left here", here={"status": "transferred_out"}, there={"status": "community"}, **TIMED),
    draw("OWNER", "left there", last=LATE, there={"status": "transferred_out"}),
    draw("OWNER", "another unit there", last=LATE, there={"area": "Farmadeup"}),
    draw("OWNER", "came in, the old clock runs on", here={"transferred_in_on": "2026-11-10"}, **TIMED),
    draw(
        "OWNER",
        "came in, a number",
        last=LATE,
        here={"transferred_in_on": "2026-11-10"},
        there={"visits_outstanding": "1"},
    ),
    draw("NOT_RSO", "on both", order=SRO, here={"register_type": "sro"}, **TIMED),
    draw(
        "NOT_RSO", "rso there", order=SRO, here={"register_type": "sro"}, there={"register_type": "rso"}, **TIMED
    ),
    draw(
        "NOT_RSO", "not said there", order=SRO, here={"register_type": "sro"}, there={"register_type": ""}, **TIMED
    ),
    draw("NOT_RSO", "another kind", here={"register_type": "other"}, there={"register_type": "rso"}, **TIMED),
    draw("NOT_RSO", "there alone", last=LATE, there={"register_type": "sro"}),
    *(
        draw("STATUS_ONE_SIDED", f"{status} here", here={"status": status}, there={"status": "community"}, **TIMED)
        for status in ("custody", "hospital", "abroad", "deceased", "missing", "wanted")
    ),
    *(
        draw("STATUS_ONE_SIDED", f"{status} there", last=LATE, there={"status": status})
        for status in ("custody", "hospital", "abroad", "deceased", "missing", "wanted")
    ),
]

VISITS = [
    draw("ENTRY_LAG", "ours is not there", seen=(LATE, ON_TIME), last=LATE, due=DUE, also=()),
    draw("ENTRY_LAG", "theirs is not here", last=ON_TIME, due="2027-04-20", also=()),
    draw("ENTRY_LAG", "they have none", seen=ON_TIME, due="2026-07-01"),
    draw("ENTRY_LAG", "of many", seen=("2024-05-01", "2025-05-02", LATE, ON_TIME), last=LATE, due=DUE),
    draw(
        "ENTRY_LAG",
        "a first visit is there alone",
        seen=(),
        last=ON_TIME,
        due="2027-04-20",
        here={"registered_on": "2026-10-01"},
    ),
    draw(
        "ENTRY_LAG",
        "the first visit after a release is here alone",
        seen=(LATE, "2026-10-12"),
        last=LATE,
        due=DUE,
        here={"in_community_since": "2026-10-05"},
    ),
    draw("ATTEMPT_AS_VISIT", "the last attempt", tried=("2026-10-01", ON_TIME), last=ON_TIME, due="2027-04-20"),
    draw("ATTEMPT_AS_VISIT", "an earlier one", tried=("2026-09-20", ON_TIME), last="2026-09-20", due="2027-03-20"),
    draw("ATTEMPT_AS_VISIT", "a number", tried=ON_TIME, last=ON_TIME, there={"visits_outstanding": "0"}),
    draw(
        "ATTEMPT_AS_VISIT",
        "at a first visit",
        seen=(),
        tried=ON_TIME,
        last=ON_TIME,
        due="2027-04-20",
        here={"registered_on": "2026-10-01"},
    ),
    draw(
        "UNIT", "three", seen="2025-04-20", last="2025-04-20", due="2025-10-20", there={"visits_outstanding": "1"}
    ),
    draw("UNIT", "no date", seen="2025-04-20", last="2025-04-20", there={"visits_outstanding": "1"}),
    draw("TYPE", "the date of the ARMS", seen=ON_TIME, last=ON_TIME, due="2026-11-01", arms="2025-11-01"),
    draw(
        "TYPE", "by their own", seen=ON_TIME, last=ON_TIME, due="2026-10-30", there={"last_arms_on": "2025-10-30"}
    ),
    draw(
        "TYPE",
        "among the number",
        seen=ON_TIME,
        last=ON_TIME,
        due="2027-04-20",
        arms="2025-11-01",
        there={"visits_outstanding": "1"},
    ),
    draw("TYPE", "beside a visit", last=LATE, due=DUE, arms="2025-11-01", there={"visits_outstanding": "2"}),
]

CLOCKS = [
    draw("FREQUENCY_BASIS", "the plan's here", here={"visit_interval": "9 months"}, **TIMED),
    draw(
        "FREQUENCY_BASIS",
        "a shorter one",
        seen="2026-09-20",
        last="2026-09-20",
        due="2027-03-20",
        here={"visit_interval": "6 weeks"},
    ),
    draw(
        "FREQUENCY_BASIS",
        "the plan's there",
        seen=ON_TIME,
        last=ON_TIME,
        due="2026-11-20",
        there={"visit_interval": "1 month"},
    ),
    draw(
        "FREQUENCY_BASIS",
        "a number",
        last=LATE,
        here={"visit_interval": "9 months"},
        there={"visits_outstanding": "1"},
    ),
    *(
        draw("ANCHOR", f"{due} of {seen}", seen=seen, last=seen, due=due, here={"risk_level": level})
        for seen, due, level in (
            ("2026-08-24", "2026-11-22", "high"),  # 90 days
            ("2026-05-25", "2026-11-21", "medium"),  # 180 days
            ("2026-05-24", "2026-11-22", "medium"),  # 182 days
            ("2026-05-23", "2026-11-22", "medium"),  # 183 days
        )
    ),
    draw("ANCHOR", "from when it was due", seen=("2025-12-01", "2026-05-10"), last="2026-05-10", due="2026-12-01"),
    draw("ANCHOR", "released, the old clock runs on", here={"in_community_since": "2026-11-10"}, **TIMED),
    draw("ANCHOR", "active again, the old clock runs on", here={"management_since": "2026-11-10"}, **TIMED),
    draw(
        "ANCHOR",
        "a whole interval for the first visit",
        seen=(),
        due="2027-04-01",
        here={"registered_on": "2026-10-01"},
    ),
    draw(
        "RISK_CHANGE", "higher there", seen="2026-07-20", last="2026-07-20", due=DUE, there={"risk_level": "high"}
    ),
    draw(
        "RISK_CHANGE",
        "higher here",
        seen="2026-07-20",
        last="2026-07-20",
        due="2027-01-20",
        here={"risk_level": "high"},
        there={"risk_level": "medium"},
    ),
    draw(
        "RISK_CHANGE",
        "the date not recomputed",
        seen="2026-07-20",
        last="2026-07-20",
        due="2027-01-20",
        here={"risk_level": "high"},
    ),
    draw(
        "RISK_CHANGE",
        "the level not said",
        seen="2026-07-20",
        last="2026-07-20",
        due="2027-01-20",
        here={"risk_level": "high"},
        there={"risk_level": ""},
    ),
    draw(
        "CUTOFF",
        "due today",
        seen="2026-05-23",
        last="2026-05-23",
        due="2026-11-23",
        there={"visits_outstanding": "1"},
    ),
    draw("UNEXPLAINED", "a date that no rule gives", seen=ON_TIME, last=ON_TIME, due="2026-01-13"),
    draw("UNEXPLAINED", "more owed than anybody can", there={"visits_outstanding": "7"}, **TIMED),
    draw(
        "UNEXPLAINED",
        "due today is no reason for another date",
        seen="2026-05-23",
        last="2026-05-23",
        due="2026-02-02",
    ),
]

SEVERAL = [
    draw("ENTRY_LAG", "before a level, whichever the date fits", seen=(LATE, "2026-08-10"), last=LATE,
         due="2026-11-10", there={"risk_level": "high"}, also=("RISK_CHANGE",)),
    draw("ENTRY_LAG", "before an assessment", seen=(LATE, "2026-08-10"), last=LATE, due="2026-11-01",
         arms="2025-11-01", also=("TYPE",)),
    draw("ENTRY_LAG", "before an interval", seen=(LATE, "2026-10-01"), last=LATE, due="2026-05-20",
         there={"visit_interval": "1 month"}, also=("FREQUENCY_BASIS",)),
    draw("REACTIVE_STILL_TIMED", "before a status", last=LATE,
         there={"management": "reactive", "status": "custody"}, also=("STATUS_ONE_SIDED",)),
    draw("COMBINED", "lag and interval", seen=("2026-03-01", "2026-11-01"), last="2026-03-01", due="2026-06-01",
         here={"visit_interval": "9 months"}, there={"visit_interval": "3 months"},
         parts=("ENTRY_LAG", "FREQUENCY_BASIS")),
    draw("COMBINED", "custody and reactive", here={"status": "custody", **REACTIVE},
         parts=("POPULATION", "REACTIVE_STILL_TIMED"), **TIMED),
    draw("COMBINED", "custody and no RSO", order=SRO, here={"status": "custody", "register_type": "sro"},
         there={"register_type": "rso"}, parts=("POPULATION", "NOT_RSO"), **TIMED),
    draw("COMBINED", "lag and custody", seen=("2026-03-01", "2026-11-01"), last="2026-03-01", due="2026-09-01",
         here={"status": "custody"}, there={"status": "community"}, parts=("ENTRY_LAG", "STATUS_ONE_SIDED")),
    draw("REACTIVE_STILL_TIMED", "another level beside it does nothing", here=REACTIVE,
         there={"risk_level": "low"}, also=(), **TIMED),
]  # fmt: skip


def test_where_the_person_is_and_who_counts(desk: Desk) -> None:
    check(STANDING, find_causes(desk, STANDING)[1])


def test_visits_recorded_and_counted(desk: Desk) -> None:
    check(VISITS, find_causes(desk, VISITS)[1])


def test_clocks(desk: Desk) -> None:
    check(CLOCKS, find_causes(desk, CLOCKS)[1])


def test_several_differences_at_once(desk: Desk) -> None:
    check(SEVERAL, find_causes(desk, SEVERAL)[1])
