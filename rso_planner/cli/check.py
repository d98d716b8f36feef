"""`rso-planner check`."""

from pathlib import Path
from typing import Annotated, Any

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.exit_codes import ExitCode
from rso_planner.cli.messages import answer, answer_json
from rso_planner.cli.options import AsJson, AsOf, Policy, Week, day_of


def check(
    context: typer.Context,
    plan: Annotated[Path, typer.Argument(metavar="PLAN.csv", help="A plan made or changed by hand.")],
    week: Week,
    as_of: AsOf = None,
    policy: Policy = None,
    as_json: AsJson = False,
) -> None:
    """List every rule that a plan breaks. The exit code is 1 if there is one."""
    from rso_planner.domain.plain_words import count_in_words
    from rso_planner.use_cases.check_plan_file import check_plan_file

    checked = check_plan_file(asking_of(context), plan, week.date(), day_of(as_of), policy)
    if as_json:
        answer_json(
            {
                "week": week.date().isoformat(),
                "assignments": len(checked.plan.assignments),
                "keeps_every_rule": not checked.violations,
                "violations": [_document(each) for each in checked.violations],
            }
        )
    elif checked.violations:
        answer(f"The plan breaks a rule in {count_in_words(len(checked.violations), 'place')}:")
        for each in checked.violations:
            answer(f"  {each.rule.replace('_', ' ')}: {each.sentence}")
    else:
        answer(f"The plan of {count_in_words(len(checked.plan.assignments), 'assignment')} keeps every rule.")
    if checked.violations:
        raise typer.Exit(ExitCode.FINDING)


def _document(violation: Any) -> dict[str, Any]:
    return {
        "rule": violation.rule,
        "sentence": violation.sentence,
        "offender_id": violation.offender_id,
        "officer_id": violation.officer_id,
        "date": violation.on.isoformat() if violation.on else None,
    }
