"""A policy file that cannot be used is refused with the exit code of refused input, before anything is read."""

from pathlib import Path

import pytest

from rso_planner.cli.exit_codes import ExitCode
from rso_planner.cli.main import run


@pytest.mark.parametrize("command", [["due"], ["reviews"], ["plan", "--week", "2026-11-23"]])
def test_a_policy_that_cannot_be_used_is_refused(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = tmp_path / "our-policy.toml"
    policy.write_text("[arms_cycle]\nvalue = 900\n", "utf-8")
    code = run(["--database", f"sqlite:///{tmp_path}/none.db", *command, "--policy", str(policy)])
    assert code == ExitCode.INPUT_REFUSED
    assert capsys.readouterr().err == "our-policy.toml: arms_cycle: is 1 to 60 calendar months, not 900\n"
