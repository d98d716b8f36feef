"""`rso-planner whatif`."""

from pathlib import Path
from typing import Annotated

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.executors import executor_opener
from rso_planner.cli.messages import answer, answer_json, steps
from rso_planner.cli.options import AsJson, AsOf, Policy, day_of


def whatif(
    context: typer.Context,
    scenarios: Annotated[
        list[str] | None, typer.Argument(metavar="SCENARIO...", help="Files, or names of scenarios that ship.")
    ] = None,
    as_of: AsOf = None,
    weeks: Annotated[int, typer.Option(min=1, max=260, metavar="N", help="How many weeks to run.")] = 52,
    replications: Annotated[
        int, typer.Option(min=1, max=1000, metavar="N", help="How many runs of each scenario.")
    ] = 20,
    seed: Annotated[int, typer.Option(min=0, metavar="N", help="Another number draws another demand.")] = 0,
    workers: Annotated[int | None, typer.Option(min=1, metavar="N", help="How many processes.")] = None,
    dask: Annotated[str | None, typer.Option(metavar="ADDRESS", help="Run on this Dask cluster.")] = None,
    exact: Annotated[bool, typer.Option("--exact", help="Plan each week with the weekly planner.")] = False,
    demand: Annotated[Path | None, typer.Option(metavar="FILE", help="The force's own demand.")] = None,
    policy: Policy = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Write the papers here.")] = None,
    as_json: AsJson = False,
) -> None:
    """Compare staffing, policy and demand over a year with today."""
    from rso_planner.domain.what_if_words import what_if_lines
    from rso_planner.use_cases.run_what_if import WhatIfWish, run_what_if
    from rso_planner.use_cases.write_what_if_papers import write_what_if_papers

    wish = WhatIfWish(
        scenarios=tuple(scenarios or ()),
        as_of=day_of(as_of),
        policy_file=policy,
        demand_file=demand,
        weeks=weeks,
        replications=replications,
        seed=seed,
        is_exact=exact,
    )
    with steps("Running the scenarios") as advance:
        found = run_what_if(asking_of(context), wish, executor_opener(workers, dask), advance)
    papers = write_what_if_papers(found, out, policy_file=policy, demand_file=demand) if out else ()
    if as_json:
        from rso_planner.use_cases.json_answers import make_what_if_answer

        answer_json(make_what_if_answer(found))
        return
    for line in what_if_lines(found):
        answer(line)
    for paper in papers:
        answer(f"Wrote {paper}")
