"""The page of results: each command writes its own section and no other."""

from pathlib import Path

from benchmarks.results_page import circumstances, table, write_section


def test_a_section_is_put_at_the_end_and_then_replaced_in_its_place(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    write_section("side_by_side", "Side by side", ["7.9 %"], page)
    write_section("seeds", "Seeds", ["2.6 %"], page)
    once = page.read_text("utf-8")
    write_section("side_by_side", "Side by side", ["0.12 %"], page)
    again = page.read_text("utf-8")
    assert once.startswith("# Benchmarks\n")
    assert again == once.replace("7.9 %", "0.12 %")
    assert again.index("0.12 %") < again.index("2.6 %")


def test_what_stands_between_the_sections_is_kept(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    write_section("seeds", "Seeds", ["figures"], page)
    page.write_text(page.read_text("utf-8") + "\nA word of ours.\n", "utf-8")
    write_section("seeds", "Seeds", ["new figures"], page)
    assert page.read_text("utf-8").endswith("\nA word of ours.\n")


def test_a_table_is_markdown() -> None:
    assert table(["method", "gap"], [["greedy", "7.9 %"]]) == [
        "| method | gap |",
        "|---|---:|",
        "| greedy | 7.9 % |",
    ]


def test_the_circumstances_name_machine_and_versions() -> None:
    words = circumstances("ortools", "no-such-package-of-ours")
    assert "ortools 9." in words
    assert "no-such-package-of-ours not installed" in words
    assert "cores" in words
    assert "/" not in words.split("commit")[0].replace("(R)", "")
