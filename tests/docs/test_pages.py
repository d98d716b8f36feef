"""The pages written by hand name only what exists: links, commands, options, targets, files."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from rso_planner.cli.main import app
from rso_planner.files.policy_file import read_policy
from rso_planner.files.scenario_file import ScenarioRefusedError, read_scenario

TOP = Path(__file__).parents[2]
PAGES = sorted([*TOP.glob("*.md"), *(TOP / "docs").rglob("*.md"), *(TOP / "scenarios").glob("*.md")])
FENCED = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def names(pages: list[Path]) -> list[str]:
    """The pages as they are named in a report."""
    return [page.relative_to(TOP).as_posix() for page in pages]


def command_lines(page: Path) -> Iterator[str]:
    """Every call of the planner that a page shows, in a block or in the running text."""
    text = page.read_text("utf-8")
    for block in FENCED.findall(text):
        yield from (line for line in block.splitlines() if line.startswith("rso-planner "))
    yield from re.findall(r"`(rso-planner [^`\n]+)`", FENCED.sub("", text))


def options_of(command: Any) -> set[str]:
    """The options that a command takes."""
    return {option for parameter in command.params for option in parameter.opts}


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_links_lead_to_files(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8"))
    missing = [link for link in links if not link.startswith("http") and not (page.parent / link).exists()]
    assert missing == []


WITH_COMMANDS = [page for page in PAGES if any(command_lines(page))]


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=names(WITH_COMMANDS))
def test_commands_and_options_exist(page: Path) -> None:
    planner: Any = typer.main.get_command(app)
    for line in command_lines(page):
        words = shlex.split(line, comments=True)[1:]
        command = planner
        if not words[0].startswith("-"):
            assert words[0] in planner.commands, line
            command = planner.commands[words[0]]
        for word in words[1:] if hasattr(command, "commands") else ():
            assert word in command.commands, line
            command = command.commands[word]
            break
        options = {word for word in words if word.startswith("-")} - {"--help"}
        assert options <= options_of(command), line


def test_some_commands_are_shown() -> None:
    shown = {shlex.split(line, comments=True)[1] for page in PAGES for line in command_lines(page)}
    assert {"load", "due", "reviews", "plan", "check"} <= shown


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_make_targets_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (TOP / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {"demo", "test", "check"} <= targets
    text = page.read_text("utf-8")
    named = set(re.findall(r"`make ([a-z]+)`", text)) | set(re.findall(r"^make ([a-z]+)", text, re.MULTILINE))
    assert named <= targets


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_named_source_files_exist(page: Path) -> None:
    text = page.read_text("utf-8")
    for name in set(re.findall(r"`([\w/.]+/\w+\.(?:py|toml|md))`", text)):
        assert any(
            (place / name).exists() for place in (TOP, TOP / "rso_planner", TOP / "rso_planner/planning")
        ), name


def test_the_policy_that_the_page_shows_is_accepted(tmp_path: Path) -> None:
    page = (TOP / "docs" / "howto" / "change-the-policy.md").read_text("utf-8")
    shown = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert shown is not None
    file = tmp_path / "our-policy.toml"
    file.write_text(shown[1], "utf-8")
    assert read_policy(file) != read_policy()


def test_the_scenario_that_the_page_shows_is_read_and_its_refusal_is_what_the_page_says(tmp_path: Path) -> None:
    page = (TOP / "docs" / "howto" / "try-a-staffing-change.md").read_text("utf-8")
    shown = re.search(r"```toml\n# ([\w-]+\.toml)\n(.*?)```", page, re.DOTALL)
    assert shown is not None
    file = tmp_path / shown[1]
    file.write_text(shown[2], "utf-8")
    assert read_scenario(file).staffing[0].officers_added == 5
    file.write_text(shown[2].replace("officers_added = 5", "officers_added = -5"), "utf-8")
    with pytest.raises(ScenarioRefusedError) as refused:
        read_scenario(file)
    assert f"\n{refused.value}\n" in page
