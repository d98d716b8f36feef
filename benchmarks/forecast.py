"""Forecasts on the synthetic force: how fast, how sharp differences are, how far fast mode lies from exact.

    python -m benchmarks.forecast [--weeks 52] [--replications 20] [--exact-years 1]

Speed is that of `rso-planner whatif` on a store of its own, with six scenarios. Sharpness is the variance of a
paired difference, which shares its demand, over that of the same difference between runs apart. The error of the
fast mode is measured on the same years and seeds planned week by week by the weekly planner.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.results_page import circumstances, table, write_section
from rso_planner.domain.year_result import YearResult
from rso_planner.forecast.comparison import MEASURES
from rso_planner.use_cases.executors import open_processes
from rso_planner.use_cases.force_on_a_day import consult_force
from rso_planner.use_cases.forecast_runs import ForecastInputs, run_all
from rso_planner.use_cases.load_extract import load_extract
from rso_planner.use_cases.recording import Asking
from rso_planner.use_cases.run_what_if import WhatIfWish, make_inputs, read_scenarios, run_what_if
from rso_planner.use_cases.synthesise_force import write_synthetic_force

SCENARIOS = ("ratio-50", "ratio-75", "two-recruits", "all-eligible-reactive", "one-officer-low-and-medium")
_SHOWN = ("high_overdue", "overdue", "oldest_days", "arms_overdue", "arms_current_share", "hours_used", "visits")
_AS_OF = datetime(2026, 11, 20, tzinfo=UTC)


def make_store(folder: Path) -> Asking:
    """A store with the synthetic force."""
    asking = Asking(database_url=f"sqlite:///{folder / 'store.db'}", actor="a benchmark", now=_AS_OF)
    write_synthetic_force("merseyside-2018", _AS_OF.date(), 1, folder)
    load_extract(asking, folder / "extract")
    return asking


def measure_speed(asking: Asking, weeks: int, replications: int) -> list[str]:
    """Six scenarios, the baseline among them, as a user would run them."""
    began = time.perf_counter()
    run_what_if(asking, WhatIfWish(scenarios=SCENARIOS, weeks=weeks, replications=replications))
    seconds = time.perf_counter() - began
    return [
        f"{len(SCENARIOS) + 1} scenarios, {weeks} weeks, {replications} runs of each, fast: **{seconds:.1f} s**.",
        "Reading the records and measuring one planned week are part of it.",
        "",
    ]


def do_runs(
    inputs: ForecastInputs, scenarios: int, replications: Sequence[int]
) -> dict[tuple[str, int], YearResult]:
    """Every replication of every scenario, in processes."""
    found: dict[tuple[str, int], YearResult] = {}

    def keep(result: YearResult) -> None:
        found[result.scenario, result.replication] = result

    run_all(
        inputs, [(place, number) for place in range(scenarios) for number in replications], open_processes, keep
    )
    return found


def measure_sharpness(asking: Asking, weeks: int, replications: int) -> list[str]:
    """Paired against unpaired variance of the difference that two recruits make."""
    wish = WhatIfWish(scenarios=("two-recruits",), weeks=weeks, replications=replications)
    known = consult_force(asking, "benchmark", None, None)
    found = do_runs(make_inputs(known, wish, read_scenarios(wish)), 2, range(2 * replications))
    rows = []
    for name in _SHOWN:
        read = MEASURES[name]
        base = [read(found["baseline", number].weeks[-1]) for number in range(replications)]
        other = [read(found["two-recruits", number].weeks[-1]) for number in range(2 * replications)]
        paired = statistics.variance([there - here for here, there in zip(base, other, strict=False)])
        apart = statistics.variance([there - here for here, there in zip(base, other[replications:], strict=True)])
        rows.append((name, f"{paired:.4g}", f"{apart:.4g}", f"{paired / apart:.0%}" if apart else "-"))
    return [
        f"Variance of what two recruits change after {weeks} weeks, over {replications} replications:",
        "",
        *table(("measure", "demand shared", "runs apart", "share"), rows),
        "",
    ]


def measure_error(asking: Asking, weeks: int, years: int) -> list[str]:
    """The fast mode against the exact one, on the same demand."""
    known = consult_force(asking, "benchmark", None, None)
    names = ("baseline", "ratio-50")
    results = {}
    seconds = 0.0
    for is_exact in (False, True):
        wish = WhatIfWish(scenarios=names, weeks=weeks, replications=years, is_exact=is_exact)
        inputs = make_inputs(known, wish, read_scenarios(wish))
        began = time.perf_counter()
        results[is_exact] = do_runs(inputs, len(names), range(years))
        seconds = time.perf_counter() - began
    began = time.perf_counter()
    do_runs(
        make_inputs(
            known,
            WhatIfWish(scenarios=(), weeks=weeks, replications=1, is_exact=True),
            read_scenarios(WhatIfWish(scenarios=())),
        ),
        1,
        range(1),
    )
    alone = time.perf_counter() - began
    rows = []
    for scenario in names:
        for name in _SHOWN:
            read = MEASURES[name]
            pairs = [
                (read(results[False][scenario, year].weeks[week]), read(results[True][scenario, year].weeks[week]))
                for year in range(years)
                for week in range(weeks)
            ]
            mean = statistics.mean(exact for _, exact in pairs)
            off = statistics.mean(fast - exact for fast, exact in pairs)
            most = max((abs(fast - exact) for fast, exact in pairs), default=0.0)
            rows.append((scenario, name, f"{mean:.4g}", f"{off:+.4g}", f"{most:.4g}"))
    return [
        f"The fast mode against the exact one over {weeks} weeks, {years} run(s) of each scenario, week by week.",
        f"The exact runs took {seconds:.0f} s on two cores, a year of the baseline alone **{alone:.0f} s**.",
        "",
        *table(("scenario", "measure", "exact, mean", "fast less exact, mean", "largest in a week"), rows),
        "",
    ]


def main() -> None:
    """Measure and write the section."""
    parser = argparse.ArgumentParser(description="Measure forecasts on the synthetic force.")
    parser.add_argument("--weeks", type=int, default=52)
    parser.add_argument("--replications", type=int, default=20)
    parser.add_argument("--exact-years", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        asking = make_store(Path(name))
        lines = measure_speed(asking, given.weeks, given.replications)
        lines += measure_sharpness(asking, given.weeks, given.replications)
        if given.exact_years:
            lines += measure_error(asking, given.weeks, given.exact_years)
    lines.append(circumstances("numpy", "ortools"))
    print("\n".join(lines))
    write_section("forecast", "A year ahead", lines)


if __name__ == "__main__":
    main()
