"""Plan the same week for many forces: each from its extract, in a store of its own, in parallel processes."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from rso_planner.domain.plain_words import count_in_words
from rso_planner.domain.refusal import RefusedError, WrongUseError
from rso_planner.domain.visit_plan import ObjectiveValue, PlanStatus, Sense
from rso_planner.files.csv_tables import find_csv_file
from rso_planner.files.extract_layout import EXTRACT
from rso_planner.use_cases.load_extract import load_extract
from rso_planner.use_cases.plan_week import PlanWish, plan_week
from rso_planner.use_cases.recording import Asking
from rso_planner.use_cases.write_plan_papers import write_plan_papers

STORE_NAME = "rso_planner.db"
_WORKBOOK = ".xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceOutcome:
    """What became of one force: its plan in figures, or the sentence that says why it has none.

    `is_fault` tells that the planner itself failed; the sentence then names the kind of fault and no record.
    """

    force: str
    refusal: str | None = None
    is_fault: bool = False
    as_of: date | None = None
    status: PlanStatus | None = None
    people: int = 0
    trips: int = 0
    left_out: int = 0
    objectives: tuple[ObjectiveValue, ...] = ()
    plan_hash: str = ""
    reproducible: bool = True
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedForces:
    """The outcomes of all forces, by name."""

    week: date
    outcomes: tuple[ForceOutcome, ...] = field(default=())

    @property
    def planned(self) -> tuple[ForceOutcome, ...]:
        """The forces that have a plan."""
        return tuple(each for each in self.outcomes if each.objectives)

    @property
    def sums(self) -> tuple[ObjectiveValue, ...]:
        """Each objective that adds up over forces: the values, and the bounds of the single forces."""
        by_place = zip(*(each.objectives for each in self.planned), strict=True)
        return tuple(
            replace(of_all[0], value=sum(each.value for each in of_all), bound=sum(each.bound for each in of_all))
            for of_all in by_place
            if of_all[0].sense is Sense.MAX
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ForcesProgress:
    """How many forces are done, and whose turn has just ended."""

    done: int
    of: int
    force: str


def plan_forces(
    asking: Asking,
    wish: PlanWish,
    folder: Path,
    out: Path,
    workers: int,
    on_progress: Callable[[ForcesProgress], None] = lambda _: None,
) -> PlannedForces:
    """Plan the week of every force that has an extract in the folder.

    A force is a folder with an extract, a folder with its extract in `extract`, or a workbook. Each force gets a
    folder of its own under `out` with its store, its papers and its rejects. No more than `workers` forces are
    held in memory at a time; a force that is refused does not stop the others.

    Raises:
        WrongUseError: there is no extract in the folder.
    """
    extracts = dict(find_extracts(folder))
    if not extracts:
        raise WrongUseError(f"The folder {folder} holds no extract of a force.")
    # The largest first, so that no worker is left with a long one at the end.
    in_order = sorted(extracts, key=lambda name: (-_size(extracts[name]), name))
    outcomes: list[ForceOutcome] = []
    with ProcessPoolExecutor(max_workers=min(workers, len(extracts)), mp_context=get_context("spawn")) as pool:
        begun = {
            pool.submit(_plan_force, asking, wish, name, extracts[name], out / name): name for name in in_order
        }
        try:
            for done in as_completed(begun):
                outcomes.append(outcome_of(done, begun[done]))
                on_progress(ForcesProgress(done=len(outcomes), of=len(extracts), force=begun[done]))
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    return PlannedForces(week=wish.week, outcomes=tuple(sorted(outcomes, key=lambda each: each.force)))


def outcome_of(planned: Future[ForceOutcome], force: str) -> ForceOutcome:
    """What a worker answered; where it was ended from outside, as for want of memory, a fault and no exception."""
    try:
        return planned.result()
    except BrokenProcessPool:
        return ForceOutcome(force=force, refusal="a process of the planner was ended from outside", is_fault=True)


def find_extracts(folder: Path) -> Iterator[tuple[str, Path]]:
    """The name and the extract of every force in the folder, by name.

    Raises:
        WrongUseError: there is no such folder.
    """
    if not folder.is_dir():
        raise WrongUseError(f"There is no folder {folder}.")
    for entry in sorted(folder.iterdir()):
        if entry.is_dir():
            inner = entry / "extract"
            extract = inner if inner.is_dir() else entry
            if find_csv_file(extract, f"{EXTRACT.name}.csv") is not None:
                yield entry.name, extract
        elif entry.suffix == _WORKBOOK:
            yield entry.stem, entry


def _size(extract: Path) -> int:
    files = extract.iterdir() if extract.is_dir() else [extract]
    return sum(file.stat().st_size for file in files)


def _plan_force(asking: Asking, wish: PlanWish, name: str, extract: Path, out: Path) -> ForceOutcome:
    """One force from its extract to its papers, in a process of its own."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        of_its_own = replace(asking, database_url=f"sqlite:///{out / STORE_NAME}")
        return _load_and_plan(of_its_own, wish, name, extract, out)
    except RefusedError as refusal:
        return ForceOutcome(force=name, refusal=str(refusal))
    except Exception as error:
        # One force must not take the others with it. The error's own words may hold a record.
        return ForceOutcome(force=name, refusal=f"a fault of the planner ({type(error).__name__})", is_fault=True)


def _load_and_plan(asking: Asking, wish: PlanWish, name: str, extract: Path, out: Path) -> ForceOutcome:
    loaded = load_extract(asking, extract, rejects_to=out / "rejects")
    if not loaded.is_loaded:
        errors = count_in_words(len(loaded.rejects), "error")
        return ForceOutcome(force=name, refusal=f"the extract has {errors}: see {loaded.rejects_to}.")
    planned = plan_week(asking, wish)
    write_plan_papers(asking, planned, out)
    result = planned.result
    return ForceOutcome(
        force=name,
        as_of=planned.as_of,
        status=result.status,
        people=len(planned.force.cases),
        trips=len(planned.trips),
        left_out=len(result.unplanned),
        objectives=result.objectives,
        plan_hash=planned.plan_hash,
        reproducible=result.reproducible,
        seconds=result.seconds,
    )
