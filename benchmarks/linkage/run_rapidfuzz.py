"""Links everybody with everybody by one similarity of names and date of birth run together: the simple way.

python -m benchmarks.linkage.run_rapidfuzz LEFT.csv RIGHT.csv FOUND.csv
"""

import csv
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.linkage.lists import Listed, read_list
from benchmarks.linkage.peak_memory import peak_megabytes

_LEAST = 60.0
_ROWS_AT_ONCE = 500


def main() -> None:
    """Compare, write every pair that is alike at all, and print the CPU seconds."""
    left, right, found = (Path(argument) for argument in sys.argv[1:])
    rows, theirs = read_list(left), read_list(right)
    began = time.process_time()
    pairs = list(_pairs(rows, theirs or rows, is_one_list=not theirs))
    seconds = time.process_time() - began
    with found.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(pairs)
    print(json.dumps({"seconds": seconds, "megabytes": peak_megabytes()}))


def _pairs(
    left: tuple[Listed, ...], right: tuple[Listed, ...], *, is_one_list: bool
) -> Iterator[tuple[str, float, str, str]]:
    right_texts = [_text(each) for each in right]
    for start in range(0, len(left), _ROWS_AT_ONCE):
        scores = process.cdist(
            [_text(each) for each in left[start : start + _ROWS_AT_ONCE]],
            right_texts,
            scorer=fuzz.token_sort_ratio,
            score_cutoff=_LEAST,
            dtype=np.float32,
        )
        for row, column in zip(*np.nonzero(scores), strict=True):
            one, other = left[start + int(row)].row_id, right[int(column)].row_id
            if not is_one_list or one < other:
                yield "link", float(scores[row, column]), one, other


def _text(each: Listed) -> str:
    born = each.date_of_birth.isoformat() if each.date_of_birth else ""
    return f"{each.given_names or ''} {each.family_name or ''} {born}".lower()


if __name__ == "__main__":
    main()
