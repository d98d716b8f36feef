"""The papers of a what-if run are all there or none, hold counts alone, and name what is assumed."""

import json
from pathlib import Path

import pytest

from rso_planner.domain.refusal import InputRefusedError, WrongUseError
from rso_planner.files.policy_file import read_policy_entries
from rso_planner.use_cases import write_what_if_papers as papers
from tests.drawing.what_ifs import ACCURACY, make_small_what_if, make_what_if_without_officers

NAMES = {"whatif.html", "whatif.xlsx", "whatif.json"}


def write(folder: Path, **files: Path) -> tuple[Path, ...]:
    """The papers of the small run."""
    return papers.write_what_if_papers(make_small_what_if(), folder, accuracy=ACCURACY, **files)


def test_the_three_papers_stand_in_the_folder_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "papers"
    written = write(folder)
    assert {path.name for path in written} == NAMES == {path.name for path in folder.iterdir()}
    assert all(path.stat().st_size > 0 and path.stat().st_mode & 0o077 == 0 for path in written)
    assert json.loads((folder / "whatif.json").read_text("utf-8"))["weeks"] == 52


def test_the_same_run_gives_the_same_papers(tmp_path: Path) -> None:
    one, two = write(tmp_path / "1"), write(tmp_path / "2")
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_the_shipped_demand_and_policy_are_named_where_they_are_assumed() -> None:
    found = list(papers.find_assumptions(None, None))
    assert {each.key for each in found if each.part == "demand"} >= {
        "growth",
        "visit_success",
        "reactive_acceptance",
    }
    policy = {each.key for each in found if each.part == "policy"}
    entries = read_policy_entries()
    assert policy == {key for key, entry in entries.items() if entry.assumed}
    assert policy < set(entries)
    assert next(each.value for each in found if each.key == "visit_success") == "80 %"


def test_a_figure_with_a_source_of_the_force_is_not_assumed(tmp_path: Path) -> None:
    ours = tmp_path / "ours.toml"
    ours.write_text("[preparation]\nvalue = 20\nsource = 'Time study, made up'\n", "utf-8")
    before, after = ({each.key for each in papers.find_assumptions(file, None)} for file in (None, ours))
    assert before - after == {"preparation"}
    write(tmp_path / "out", policy_file=ours)
    page = (tmp_path / "out" / "whatif.html").read_text("utf-8")
    assert '<th scope="row">preparation</th>' not in page
    assert '<th scope="row">write_up</th>' in page


def test_a_fault_in_the_last_paper_leaves_the_earlier_papers_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(papers, "write_what_if_json", fail)
    with pytest.raises(WrongUseError, match="No space left on device"):
        papers.write_what_if_papers(make_what_if_without_officers(), tmp_path, accuracy=ACCURACY)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_folder_in_the_place_of_a_paper_is_refused_before_any_is_put_there(tmp_path: Path) -> None:
    (tmp_path / "whatif.json").mkdir()
    with pytest.raises(WrongUseError, match=r"whatif\.json is a folder"):
        write(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["whatif.json"]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "papers").write_text("", "utf-8")
    with pytest.raises(WrongUseError, match="cannot be written"):
        write(tmp_path / "papers")


def test_a_demand_that_cannot_be_used_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(InputRefusedError, match=r"none\.toml"):
        write(tmp_path / "out", demand_file=tmp_path / "none.toml")
    assert not (tmp_path / "out").exists()


def test_the_papers_say_how_far_the_mode_is_off_on_the_synthetic_force_unless_told_better(tmp_path: Path) -> None:
    papers.write_what_if_papers(make_small_what_if(), tmp_path)
    assert "it is too hopeful" in (tmp_path / "whatif.html").read_text("utf-8")
    write(tmp_path)
    page = (tmp_path / "whatif.html").read_text("utf-8")
    assert ACCURACY in page
    assert "it is too hopeful" not in page
