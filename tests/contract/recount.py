"""Both totals counted anew from the written files in plain Python; shares no code with the planner.

Only what rules.md says of overdue visits: who is counted, when the next visit is due, how many are owed.
"""

import calendar
import csv
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import holidays

from tests.contract.extracts import Row

_TABLE = {"very_high": 1, "high": 3, "medium": 6, "low": 12}
_FIRST_VISIT = {"very_high": 5, "high": 5, "medium": 15, "low": 15}
_BANK_HOLIDAYS = holidays.country_holidays("GB", subdiv="ENG", years=range(2005, 2035))


@dataclass(frozen=True)
class Count:
    """What one list says of one person: the visits owed; nobody is overdue who owes none."""

    visits: int

    @property
    def people(self) -> int:
        return int(self.visits > 0)


NOTHING = Count(0)


def read_rows(path: Path) -> list[Row]:
    """The rows of a CSV file, each cell as it is written."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def count_force(extract: Path, as_of: date) -> dict[str, Count]:
    """Everybody of the extract with the visits owed on the day."""
    by_person = {
        name: _by_person(read_rows(extract / f"{name}.csv"))
        for name in ("visits", "orders", "events", "decisions")
    }
    return {
        person["offender_id"]: Count(
            _owed_by(person, {name: rows[person["offender_id"]] for name, rows in by_person.items()}, as_of)
        )
        for person in read_rows(extract / "offenders.csv")
    }


def count_record(record: Row, force_interval: str = "12 months") -> Count:
    """What a record of the register says: its number, or the whole intervals missed since its own date."""
    if record["visits_outstanding"]:
        return Count(int(record["visits_outstanding"]))
    if not record["next_visit_due_on"]:
        return NOTHING
    table = f"{_TABLE[record['risk_level']]} months" if record["risk_level"] else force_interval
    due_on, day = date.fromisoformat(record["next_visit_due_on"]), date.fromisoformat(record["snapshot_on"])
    return Count(_intervals_missed(due_on, record["visit_interval"] or table, day))


def _by_person(rows: list[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["offender_id"]].append(row)
    return found


def _owed_by(person: Row, history: dict[str, list[Row]], as_of: date) -> int:
    has_no_place = person["no_fixed_abode"] == "yes" and not person["easting"]
    if person["register_type"] != "rso" or person["status"] != "community" or has_no_place:
        return 0
    if _has_ended(person, history["orders"], as_of) or _is_reactive(person, history["decisions"], as_of):
        return 0
    start = _clock_start(person, history, as_of)
    days = [
        date.fromisoformat(visit["started_at"][:10]) for visit in history["visits"] if visit["outcome"] == "seen"
    ]
    seen = [day for day in days if start <= day <= as_of]
    interval = person["visit_interval"] or f"{_TABLE[person['risk_level']]} months"
    due_on = (
        _after(max(seen), interval, 1) if seen else _working_days_after(start, _FIRST_VISIT[person["risk_level"]])
    )
    return _intervals_missed(due_on, interval, as_of)


def _has_ended(person: Row, orders: list[Row], as_of: date) -> bool:
    ends_on = person["notification_ends_on"]
    if not ends_on or ends_on == "indefinite" or date.fromisoformat(ends_on) >= as_of:
        return False
    made = [
        order
        for order in orders
        if order["kind"] in ("SHPO", "SOPO") and date.fromisoformat(order["made_on"]) <= as_of
    ]
    # An order until further order, or one whose end is not known, keeps the registration going.
    return all(order["ends_on"] and date.fromisoformat(order["ends_on"]) < as_of for order in made)


def _moves(decisions: list[Row], as_of: date) -> list[tuple[str, str]]:
    return sorted(
        (row["decided_on"], row["decision"].removeprefix("to_"))
        for row in decisions
        if row["decision"] != "stay" and row["decided_on"] <= as_of.isoformat()
    )


def _is_reactive(person: Row, decisions: list[Row], as_of: date) -> bool:
    moves, since = _moves(decisions, as_of), person["management_since"]
    if since:
        later = [led_to for day, led_to in moves if day > since]
        return (later[-1] if later else person["management"]) == "reactive"
    return person["management"] == "reactive" and not (moves and moves[-1][1] == "active")


def _clock_start(person: Row, history: dict[str, list[Row]], as_of: date) -> date:
    back = person["in_community_since"] or max(
        (row["occurred_on"] for row in history["events"] if row["kind"] == "release"), default=""
    )
    days = [person["registered_on"], back, person["transferred_in_on"]]
    days += [day for day, led_to in _moves(history["decisions"], as_of) if led_to == "active"]
    if person["management"] == "active" and person["management_since"] > person["registered_on"]:
        days.append(person["management_since"])
    return date.fromisoformat(max(days))


def _intervals_missed(due_on: date, interval: str, as_of: date) -> int:
    missed = 0
    while _after(due_on, interval, missed) < as_of:
        missed += 1
    return missed


def _after(anchor: date, interval: str, times: int) -> date:
    count, unit = interval.split()
    number = int(count) * times
    if unit.startswith("day"):
        return anchor + timedelta(days=number)
    if unit.startswith("week"):
        return anchor + timedelta(weeks=number)
    months = anchor.year * 12 + anchor.month - 1 + number * (12 if unit.startswith("year") else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(anchor.day, calendar.monthrange(year, month)[1]))


def _working_days_after(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5 and day not in _BANK_HOLIDAYS
    return day
