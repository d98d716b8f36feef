"""An outsider's judgement of a week: sums and overlaps worked out from the answer and the extract alone."""

import math
from collections import defaultdict
from itertools import pairwise

from tests.contract.extracts import Answer, Extract

_DESK = {"rmp_review", "supervisor_review", "reactive_review", "desktop_review"}
_ON_SITE = {"very_high": 60, "high": 60, "medium": 45, "low": 45}


def minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def leg(start: tuple[int, int], end: tuple[int, int], parking: int) -> int:
    """Straight line x 1.35 at 30 km/h, i.e. 500 metres a minute, rounded up; nothing at the same address."""
    if start == end:
        return 0
    return math.ceil(math.dist(start, end) * 1.35 / 500 + parking - 1e-9)


def faults(answer: Answer, extract: Extract) -> list[str]:
    """What a week of officers with one duty row a day, and no travel table, breaks."""
    found = _places_of_tasks(answer)
    routes: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for row in answer["assignments"]:
        if not set(row["kinds"]) <= _DESK:
            found += _crew_faults(row, extract)
            for officer_id in row["officer_ids"]:
                routes[officer_id, row["date"]].append(row)
    used: dict[str, int] = defaultdict(int)
    for (officer_id, day), rows in routes.items():
        spent, wrong = _walk(officer_id, day, sorted(rows, key=lambda row: str(row["starts_at"])), extract)
        used[officer_id] += spent
        found += wrong
    for row in answer["assignments"]:
        used[row["officer_ids"][0]] += _desk_minutes(row, extract)
    for officer_id, spent in used.items():
        most = sum(
            int(duty["plannable_minutes"]) for duty in extract.rows["duties"] if duty["officer_id"] == officer_id
        )
        if spent > most:
            found.append(f"{officer_id} works {spent} of {most} minutes")
    return found


def _places_of_tasks(answer: Answer) -> list[str]:
    names = [each for row in answer["assignments"] for each in row["task_ids"]]
    names += [each["task_id"] for each in answer["unplanned"]]
    return [f"{name} stands {names.count(name)} times" for name in set(names) if names.count(name) != 1]


def _crew_faults(row: Answer, extract: Extract) -> list[str]:
    person = _one(extract, "offenders", "offender_id", row["offender_id"])
    length = minutes(row["ends_at"]) - minutes(row["starts_at"])
    found = []
    if length != _ON_SITE[person["risk_level"]]:
        found.append(f"{row['task_ids']} takes {length} minutes")
    if len(set(row["officer_ids"])) != 2 and not person.get("lone_visit_authorised_by"):
        found.append(f"{row['task_ids']} by {row['officer_ids']}")
    return found


def _walk(officer_id: str, day: str, rows: list[Answer], extract: Extract) -> tuple[int, list[str]]:
    officer = _one(extract, "officers", "officer_id", officer_id)
    base = (int(officer["base_easting"]), int(officer["base_northing"]))
    (duty,) = [each for each in extract.rows["duties"] if (each["officer_id"], each["date"]) == (officer_id, day)]
    places = [base, *(_home(extract, row["offender_id"]) for row in rows), base]
    legs = [leg(start, end, 5) for start, end in pairwise(places[:-1])]
    last = leg(places[-2], base, 0)
    clock, spent, found = minutes(duty["starts_at"]), last + sum(legs), []
    for row, travel in zip(rows, legs, strict=True):
        if row["travel_minutes"][row["officer_ids"].index(officer_id)] != travel:
            found.append(f"{officer_id} travels {row['travel_minutes']} to {row['offender_id']}, by hand {travel}")
        if minutes(row["starts_at"]) < clock + travel:
            found.append(f"{officer_id} is late at {row['offender_id']}")
        clock = minutes(row["ends_at"])
        spent += clock - minutes(row["starts_at"])
    if clock + last > minutes(duty["ends_at"]):
        found.append(f"{officer_id} comes home too late on {day}")
    if spent > int(duty["plannable_minutes"]):
        found.append(f"{officer_id} is out {spent} minutes on {day}")
    return spent, found


def _desk_minutes(row: Answer, extract: Extract) -> int:
    kinds = set(row["kinds"])
    if kinds <= _DESK:
        return minutes(row["ends_at"]) - minutes(row["starts_at"])
    if kinds & {"arms", "other_assessment"}:
        return 300 - (minutes(row["ends_at"]) - minutes(row["starts_at"]))
    return 30 + 60


def _home(extract: Extract, offender_id: str) -> tuple[int, int]:
    person = _one(extract, "offenders", "offender_id", offender_id)
    return int(person["easting"]), int(person["northing"])


def _one(extract: Extract, table: str, key: str, value: str) -> dict[str, str]:
    (found,) = [row for row in extract.rows[table] if row[key] == value]
    return found
