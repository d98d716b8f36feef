"""The command for public team orienteering instances, and its checker: each rule of it bites."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.toptw_checker import faults
from benchmarks.toptw_instance import make_problem, read_customers
from benchmarks.toptw_table import Line, section

# Made up: three customers on a line east of the depot, and one to the north that closes early.
INSTANCE = """\
4 1 4 1
0 200
 0 0.00 0.00 0 0 0 0 0 100
 1 10.00 0.00 5 10 1 1 1 0 80
 2 20.00 0.00 5 20 1 1 1 30 80
 3 30.00 1.00 5 30 1 1 1 0 80
 4 0.00 20.00 5 25 1 1 1 0 10
"""
RIGHT: dict[str, object] = {"tours": 1, "profit": 60, "bound": 60, "gap": 0.0, "routes": [[1, 2, 3]]}


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """The made-up instance as a file."""
    path = tmp_path / "line.txt"
    path.write_text(INSTANCE, "utf-8")
    return path


def test_the_command_answers_in_one_document_that_the_checker_finds_right(instance: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "benchmarks.toptw",
        str(instance),
        "--tours",
        "2",
        "--seconds",
        "0.2",
        "--json",
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    answer = json.loads(ran.stdout)
    assert (answer["instance"], answer["tours"], answer["profit"]) == ("line", 2, 60)
    assert (answer["bound"], answer["gap"]) == (60, 0.0)
    assert sorted(customer for route in answer["routes"] for customer in route) == [1, 2, 3]
    assert faults(instance, answer) == []


def test_the_checker_as_a_command_says_whether_an_answer_is_right(instance: Path, tmp_path: Path) -> None:
    def check(answer: dict[str, object]) -> int:
        path = tmp_path / "answer.json"
        path.write_text(json.dumps(answer), "utf-8")
        command = [sys.executable, "-m", "benchmarks.toptw_checker", str(instance), str(path)]
        return subprocess.run(command, capture_output=True, check=False).returncode

    assert check(RIGHT) == 0
    assert check({**RIGHT, "profit": 61}) == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"routes": [[1, 2, 3], []]}, "2 routes for 1 tours"),
        ({"routes": [[1, 2, 2, 3]]}, "customer 2 is served twice"),
        ({"routes": [[1, 2], [1, 3]], "tours": 2}, "customer 1 is served twice"),
        ({"routes": [[1, 2, 9]]}, "there is no customer 9"),
        ({"routes": [[0, 1, 2, 3]]}, "there is no customer 0"),
        ({"routes": [[4]], "profit": 25}, "4 is reached at 20.0, after 10"),
        ({"routes": [[3, 2, 1, 3]]}, "customer 3 is served twice"),
        ({"profit": 59}, "the profit of the routes is 60, not 59"),
        ({"bound": 59}, "the profit 60 is above the bound 59"),
        ({"gap": 0.1}, "the gap is 0, not 0.1"),
    ],
)
def test_each_rule_of_the_checker_bites(instance: Path, change: dict[str, object], words: str) -> None:
    assert faults(instance, RIGHT) == []
    assert any(words in fault for fault in faults(instance, {**RIGHT, **change}))


def test_the_checker_sees_a_depot_that_is_reached_late(instance: Path) -> None:
    """Opening at 60 leaves 2 at 65, 1 at 80, and the depot is 10 away; closing at 89 is one too early."""
    late = INSTANCE.replace("0 0 100", "0 0 94").replace("30 80", "60 80")
    instance.write_text(late, "utf-8")
    answer: dict[str, object] = {"tours": 1, "profit": 30, "bound": 30, "gap": 0, "routes": [[2, 1]]}
    assert (
        any("1 is reached" in each or "the depot is reached" in each for each in faults(instance, answer)) is False
    )
    instance.write_text(late.replace("0 0 94", "0 0 89"), "utf-8")
    assert any("the depot is reached at 90.0, after 89" in each for each in faults(instance, answer))


@pytest.mark.parametrize(("x", "expected"), [("1.00", 14), ("1.001", 141)])
def test_distances_are_rounded_down_to_one_decimal_or_to_two(tmp_path: Path, x: str, expected: int) -> None:
    """A diagonal of 1.414: 1.4 where all coordinates are whole, else 1.41."""
    path = tmp_path / "diagonal.txt"
    path.write_text(f"4 1 1 1\n0 9\n 0 0 0 0 0 0 0 0 9\n 1 {x} 1 0 5 1 1 1 0 9\n", "utf-8")
    problem = make_problem(read_customers(path), 1)
    assert problem.travel.tolist() == [[0, expected], [expected, 0]]


def test_a_line_that_is_too_short_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("4 1 1 1\n0 9\n 0 0 0\n", "utf-8")
    with pytest.raises(ValueError, match="has 3 numbers"):
        read_customers(path)


def test_the_page_says_what_is_proven_and_how_far_below_the_best_known() -> None:
    lines = [
        Line(instance="a", tours=1, best_known=100, profit=99, bound=110, seconds=1.0, pyvrp=98),
        Line(instance="b", tours=2, best_known=200, profit=200, bound=200, seconds=3.0, pyvrp=None),
    ]
    text = "\n".join(section(lines, 10.0, 0))
    assert "**ours 0.50%**" in text
    assert "proven optimal in 1 of 2" in text
    assert "PyVRP in 10 s each: 2.00% below" in text
    assert "| a, 1 | 100 | 99 | 1.00% | 110 | 1.0 | 98 |" in text
    assert "| b, 2 | 200 | 200 | 0.00% | proven | 3.0 |  |" in text
