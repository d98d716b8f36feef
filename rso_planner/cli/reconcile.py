"""`rso-planner reconcile`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.messages import answer, answer_json, steps
from rso_planner.cli.options import AsJson, AsOf, Policy, day_of

if TYPE_CHECKING:
    from rso_planner.domain.reconciliation import Bridge, Reconciliation

_MOST_SHOWN = 10


def reconcile(
    context: typer.Context,
    as_of: AsOf = None,
    policy: Policy = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.xlsx", help="Write the workbook here, the page and the corrections as CSV beside it."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Find out why the force's count of overdue visits and the register's differ, person by person."""
    from rso_planner.use_cases.reconcile_counts import reconcile_counts

    asking = asking_of(context)
    with steps("Comparing the lists") as advance:
        found = reconcile_counts(asking, day_of(as_of), policy, advance)
    for line in reconciliation_lines(found):
        answer(line)
