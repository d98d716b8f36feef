"""Compiled functions: the same answers, and never those of a source that has changed since."""

from pathlib import Path

import numpy as np

from rso_planner.planning.compiled import compiled, compiled_in_place, folder_of_compiled


@compiled_in_place
def _twice(number: int) -> int:
    return 2 * number


@compiled
def _sum_of_twice(numbers: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]") -> int:
    total = 0
    for number in numbers:
        total += _twice(number)
    return total


def test_a_compiled_function_gives_the_same_answer() -> None:
    assert _sum_of_twice(np.arange(5)) == 20


def test_what_was_compiled_is_kept_apart_once_any_source_has_changed(tmp_path: Path) -> None:
    (tmp_path / "deeper").mkdir()
    (tmp_path / "caller.py").write_text("one", "utf-8")
    (tmp_path / "deeper" / "called.py").write_text("one", "utf-8")
    before = folder_of_compiled(tmp_path)
    assert folder_of_compiled(tmp_path) == before
    (tmp_path / "deeper" / "called.py").write_text("other", "utf-8")
    assert folder_of_compiled(tmp_path) != before
