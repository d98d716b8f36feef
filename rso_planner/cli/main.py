"""The `rso-planner` command.

A command is one function in a file of its own under `rso_planner/cli/`, registered at the foot of this
one. It imports typer and `rso_planner.cli` at the top of its file and everything heavier inside the function,
takes its `Settings` from `context.obj`, calls one use case and puts the answer into words. It lets refusals
(`rso_planner.domain.refusal`) pass: `run` turns them into one sentence and the exit code of the contract.
"""

import sys
from typing import Annotated

import typer

from rso_planner import __version__, settings
from rso_planner.cli.briefing import briefing
from rso_planner.cli.check import check
from rso_planner.cli.decide import decide
from rso_planner.cli.demo import demo
from rso_planner.cli.due import due
from rso_planner.cli.enquiries import enquiries
from rso_planner.cli.exit_codes import INTERNAL_ERROR, INTERRUPTED, exit_code_of
from rso_planner.cli.explain import explain
from rso_planner.cli.head_brief import head_brief
from rso_planner.cli.issue import issue
from rso_planner.cli.load import load
from rso_planner.cli.load_flags import load_flags
from rso_planner.cli.load_register import load_register
from rso_planner.cli.messages import answer, say
from rso_planner.cli.monday_sheet import monday_sheet
from rso_planner.cli.pairs import pairs
from rso_planner.cli.plan import plan
from rso_planner.cli.reallocate import reallocate
from rso_planner.cli.reconcile import reconcile
from rso_planner.cli.record_visit import record_visit
from rso_planner.cli.replan import replan
from rso_planner.cli.reviews import reviews
from rso_planner.cli.staffing import staffing
from rso_planner.cli.synth import synth
from rso_planner.cli.upgrade import upgrade
from rso_planner.cli.whatif import whatif
from rso_planner.domain.refusal import RefusedError

# Rich's own help costs 60 ms more at each `--help`, and its tracebacks would show people's records.
app = typer.Typer(
    name="rso-planner",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        answer(f"rso-planner {__version__}")
        raise typer.Exit


@app.callback()
def rso_planner(
    context: typer.Context,
    database: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help=f"The store, else {settings.DATABASE_VARIABLE}, else rso_planner.db in the working folder.",
        ),
    ] = None,
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """The weekly planning desk of a police sex offender unit."""
    context.obj = settings.read_settings(database)


def run(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; every error becomes one message on standard error."""
    try:
        app(args=arguments, prog_name="rso-planner")
    except SystemExit as finished:
        # Some versions of Typer end an interrupted command with 1, which the contract keeps for findings.
        if finished.code == INTERRUPTED or isinstance(finished.__context__, typer.Abort):
            say("Nothing that was not finished has been saved.")
            return INTERRUPTED
        return finished.code if isinstance(finished.code, int) else 0
    except RefusedError as refusal:
        say(str(refusal))
        return exit_code_of(refusal)
    except Exception as error:
        if settings.is_debugging():
            raise
        say(_fault(error))
        return INTERNAL_ERROR
    return 0


def _fault(error: Exception) -> str:
    # The error's own words may hold a person's record, so only its kind and place are shown.
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" in {place.tb_frame.f_globals.get('__name__')}, line {place.tb_lineno}" if place else ""
    return (
        f"Something went wrong inside the planner ({type(error).__name__}{where}). "
        "Nothing half-done was saved.\n"
        f"Please report this line and the command you used; {settings.DEBUG_VARIABLE}=1 shows the details, "
        "which may hold people's records."
    )


app.command()(demo)
app.command()(synth)
app.command()(load)
app.command()(load_register)
app.command()(load_flags)
app.command()(due)
app.command()(reconcile)
app.add_typer(pairs)
app.command()(reviews)
app.command()(decide)
app.command()(record_visit)
app.add_typer(reallocate)
app.command()(briefing)
app.command()(enquiries)
app.command()(monday_sheet)
app.command()(head_brief)
app.command()(plan)
app.command()(check)
app.command()(explain)
app.command()(issue)
app.command()(replan)
app.command()(whatif)
app.command()(staffing)
app.command()(upgrade)


if __name__ == "__main__":
    sys.exit(run())
