"""Write the papers of a what-if run: a page for a browser, a workbook, and a document for other programs."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from rso_planner.domain.assumption import Assumption
from rso_planner.domain.refusal import WrongUseError
from rso_planner.domain.scenario import Demand, figures_of
from rso_planner.domain.scenario_words import plain_words, value_words
from rso_planner.domain.what_if import WhatIf
from rso_planner.domain.what_if_words import MODE_CAUTION
from rso_planner.drawing.what_if_report import render_what_if_report
from rso_planner.files.policy_file import read_policy_entries
from rso_planner.files.scenario_file import read_demand_entries, shipped_demand_path
from rso_planner.files.what_if_json import write_what_if_json
from rso_planner.files.what_if_workbook import write_what_if_workbook
from rso_planner.files.whole_file import write_whole_file
from rso_planner.use_cases.putting_papers import check_places, put_in_place


def write_what_if_papers(
    what_if: WhatIf,
    folder: Path,
    *,
    accuracy: str = "",
    policy_file: Path | None = None,
    demand_file: Path | None = None,
) -> tuple[Path, ...]:
    """Write `whatif.html`, `whatif.xlsx` and `whatif.json` into the folder and return their paths.

    All are made before the first is put in its place, so that a fault leaves earlier papers as they were. The run
    has read the records and is on the audit for it; these papers hold counts alone and read nobody's record, so no
    audit event is written. `accuracy` says how far the mode of the run may be off, if measured on it; the two
    files are those of the run, whose assumed figures the papers name.

    Raises:
        WrongUseError: the folder cannot be written to.
        InputRefusedError: the policy or the demand cannot be used.
    """
    assumptions = tuple(find_assumptions(policy_file, demand_file))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".papers-") as temporary:
            made = _make(what_if, assumptions, accuracy or MODE_CAUTION[what_if.mode], Path(temporary))
            check_places(made, folder)
            return put_in_place(made, folder)
    except OSError as error:
        raise WrongUseError(f"The papers cannot be written into {folder}: {error.strerror}.") from error


def find_assumptions(policy_file: Path | None, demand_file: Path | None) -> Iterator[Assumption]:
    """The figures of the demand and of the policy for which no source is named, each in the order of its file."""
    ranges = figures_of(Demand)
    for entry in read_demand_entries(demand_file or shipped_demand_path()):
        if entry.source is None:
            value = value_words(entry.value, ranges[entry.key])
            yield Assumption(part="demand", key=entry.key, value=value, unit=entry.unit, note=entry.note or "")
    for key, parameter in read_policy_entries(policy_file).items():
        if parameter.assumed:
            value, note = plain_words(parameter.value), parameter.note or ""
            yield Assumption(part="policy", key=key, value=value, unit=parameter.unit, note=note)


def _make(what_if: WhatIf, assumptions: tuple[Assumption, ...], accuracy: str, folder: Path) -> tuple[Path, ...]:
    page, workbook, document = (folder / f"whatif.{ending}" for ending in ("html", "xlsx", "json"))
    write_whole_file(page, render_what_if_report(what_if, assumptions, accuracy).encode())
    write_what_if_workbook(what_if, assumptions, accuracy, workbook)
    write_what_if_json(what_if, document)
    return page, workbook, document
