"""Whatever dress a report puts on its records, reading gives back the same records."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rso_planner.domain.interval import Interval, IntervalUnit
from rso_planner.domain.offender import ManagementStatus, RegisterType, Status
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.files.cells import write_cell
from rso_planner.files.register_mapping import read_register_mapping, register_mapping_path
from rso_planner.files.register_reading import read_register
from tests.registers import Rows, write_csv, write_workbook

SNAPSHOT = date(2026, 11, 20)
FIELDS = tuple(each.name for each in fields(RegisterRecord) if each.name not in ("row", "register_id"))

# Words that mean something to other programs or elsewhere in a report.
_TRICKY = st.sampled_from(("NA", "None", "Null", "nan", "Page", "Official", "End", "Note", "O'Zample", "Zoë"))
_WORDS = st.from_regex(r"[A-Cöß](?:[ '-]?[d-gú]){0,5}", fullmatch=True)
_NAMES = st.one_of(_TRICKY, _WORDS)
_IDENTIFIERS = st.from_regex(r"[A-Z0-9-]{0,4}[0-9][A-Z0-9/]{0,3}", fullmatch=True)
_PAST = st.integers(0, 9000).map(lambda days: SNAPSHOT - timedelta(days=days))
_DAYS = st.integers(-9000, 9000).map(lambda days: SNAPSHOT + timedelta(days=days))


def _maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), values)


RECORDS = st.builds(
    RegisterRecord,
    register_id=_IDENTIFIERS,
    row=st.just(0),
    register_type=_maybe(st.sampled_from(RegisterType)),
    offender_id=_maybe(_IDENTIFIERS),
    family_name=_maybe(_NAMES),
    given_names=_maybe(_NAMES),
    date_of_birth=_maybe(st.integers(9000, 30000).map(lambda days: SNAPSHOT - timedelta(days=days))),
    status=_maybe(st.sampled_from(Status)),
    risk_level=_maybe(st.sampled_from(RiskLevel)),
    management=_maybe(st.sampled_from(ManagementStatus)),
    officer_id=_maybe(_IDENTIFIERS),
    area=_maybe(_NAMES),
    visit_interval=_maybe(st.builds(Interval, st.integers(1, 60), st.sampled_from(IntervalUnit))),
    last_visit_on=_maybe(_PAST),
    next_visit_due_on=_maybe(_DAYS),
    visits_outstanding=_maybe(st.integers(0, 999)),
    last_arms_on=_maybe(_PAST),
    next_arms_due_on=_maybe(_DAYS),
)

HEADINGS = {
    "register_id": ("register_id", "ViSOR Ref", "VISOR  number"),
    "family_name": ("family_name", "Surname", "Last\nname"),
    "risk_level": ("risk_level", "Risk"),
    "next_visit_due_on": ("next_visit_due_on", "Next visit due", "NEXT VISIT"),
}
TITLES: tuple[list[str], ...] = (
    ["Register of people"],
    ["Force", "Madeup"],
    [],
    ["", "", "Page 1 of 3"],
    ["OFFICIAL-SENSITIVE"],
    ["sep=;"],
)
NOTES: tuple[list[str], ...] = (
    ["Archived people are not listed."],
    ["", "Printed by a made-up clerk"],
    [],
    ["*** End of report ***"],
    ["Grand total: 1,234"],
    ["Total: 12"],
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """How a report shows its records."""

    columns: tuple[str, ...]
    headings: dict[str, str]
    is_british: bool
    has_times: bool
    titles: list[list[str]]
    notes: list[list[str]]
    rows_a_page: int
    page_titles: bool
    trailing: int

    def write(self, records: list[RegisterRecord]) -> Rows:
        heading = [self.headings.get(column, column) for column in self.columns]
        told = ["Report run on 20/11/2026"]
        rows: Rows = [*self.titles, told, heading]
        for index, record in enumerate(records):
            if index and index % self.rows_a_page == 0:
                rows += [[], *([told, ["Page 2 of 3"]] if self.page_titles else []), heading]
            rows.append([self._cell(record, column) for column in self.columns])
        width = len(heading)
        full = [[*row, *[""] * (width - len(row) + self.trailing)] if len(row) == width else row for row in rows]
        return [*full, *self.notes]

    def _cell(self, record: RegisterRecord, column: str) -> str:
        value = getattr(record, column)
        if not isinstance(value, date):
            return write_cell(value)
        day = f"{value:%d/%m/%Y}" if self.is_british else value.isoformat()
        return f"{day} 00:00" if self.has_times else day


@st.composite
def _dresses(draw: st.DrawFn) -> Dress:
    shown = draw(st.lists(st.sampled_from(FIELDS), unique=True, max_size=len(FIELDS)))
    return Dress(
        columns=tuple(draw(st.permutations(["register_id", *shown]))),
        headings={field: draw(st.sampled_from(words)) for field, words in HEADINGS.items()},
        is_british=draw(st.booleans()),
        has_times=draw(st.booleans()),
        titles=draw(st.lists(st.sampled_from(TITLES), max_size=5)),
        notes=draw(st.lists(st.sampled_from(NOTES), max_size=4)),
        rows_a_page=draw(st.integers(1, 8)),
        page_titles=draw(st.booleans()),
        trailing=draw(st.integers(0, 2)),
    )


def _csv(separator: str, encoding: str) -> Callable[[Rows, Path], Path]:
    return lambda rows, path: write_csv(rows, path, separator, encoding)


_ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1252"])
WRITERS: st.SearchStrategy[Callable[[Rows, Path], Path]] = st.one_of(
    st.builds(_csv, st.sampled_from(",;\t"), _ENCODINGS), st.just(write_workbook)
)


@settings(max_examples=100, deadline=None)
@given(records=st.lists(RECORDS, min_size=1, max_size=12), dress=_dresses(), write=WRITERS)
def test_the_records_come_back_whatever_the_dress(
    records: list[RegisterRecord],
    dress: Dress,
    write: Callable[[Rows, Path], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = write(dress.write(records), tmp_path_factory.mktemp("dress") / "register")
    reading = read_register(path, read_register_mapping(register_mapping_path("register-people")))
    assert reading.rejects == ()
    assert reading.export is not None
    assert reading.export.snapshot_on == SNAPSHOT
    hidden: dict[str, Any] = {name: None for name in FIELDS if name not in dress.columns}
    assert [replace(each, row=0) for each in reading.export.records] == [
        replace(record, **hidden) for record in records
    ]


@settings(max_examples=40, deadline=None)
@given(
    due_of=st.dictionaries(_IDENTIFIERS, st.lists(_DAYS, min_size=1, max_size=4), min_size=1, max_size=8),
    chance=st.randoms(use_true_random=False),
)
def test_outstanding_visits_come_back_as_their_number_and_the_earliest(
    due_of: dict[str, list[date]], chance: Random, tmp_path_factory: pytest.TempPathFactory
) -> None:
    visits = [[register_id, day.isoformat()] for register_id, days in due_of.items() for day in days]
    chance.shuffle(visits)
    rows = [["Report run on 20/11/2026"], ["register_id", "next_visit_due_on"], *visits]
    path = write_csv(rows, tmp_path_factory.mktemp("visits") / "visits.csv")
    reading = read_register(path, read_register_mapping(register_mapping_path("register-visits")))
    assert reading.rejects == ()
    assert reading.export is not None
    found = {
        each.register_id: (each.visits_outstanding, each.next_visit_due_on) for each in reading.export.records
    }
    assert found == {register_id: (len(days), min(days)) for register_id, days in due_of.items()}
    assert len(reading.export.records) == len(due_of)
