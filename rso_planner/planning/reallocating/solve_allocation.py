"""The fewest changes of officer that even the work, by CP-SAT: the same problem gives the same answer each time.

In strict tiers: nobody without an officer; the least work outside the band around each officer's fair part; the
fewest people taken from an officer only to even the work; the least work for officers of other areas; the
fewest changes; the fewest of them at high risk. People alike in all this are counted, not named: a number for
each kind of person and each officer keeps a force of thousands small. Who of the alike moves is decided
afterwards: whoever lives nearest the new officer's base.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from ortools.sat.python import cp_model

from rso_planner.domain.visit_plan import ObjectiveValue, Sense
from rso_planner.planning.compact.solver_settings import make_solver
from rso_planner.planning.reallocating.allocation_problem import AllocationProblem, HeldPerson, Holder

EFFORT_OF_A_TIER = 10.0
"""CP-SAT's deterministic time, in its own seconds."""

_SEED = 0

TIERS = (
    ("without_officer", "people without an officer who can hold them"),
    ("work_outside_band", "minutes a year outside the band around the officers' fair parts"),
    ("changes_to_even", "changes of officer made only to even the work"),
    ("work_in_other_areas", "hours a year of work for officers of other areas"),
    ("changes", "changes of officer"),
    ("changes_at_high_risk", "changes of officer of people at high or very high risk"),
)
"""The objectives in their order, each with what it counts; all are to be as small as can be."""


@dataclass(frozen=True, slots=True)
class Allocation:
    """Who moves to whom, by person, and how good that is proven to be."""

    new_officer_by_person: Mapping[str, str]
    objectives: tuple[ObjectiveValue, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """People who are alike, and the officers whom they may be given to."""

    people: tuple[HeldPerson, ...]
    must_change: bool
    to: tuple[Holder, ...]

    @property
    def example(self) -> HeldPerson:
        """One of the people, for what is alike in all."""
        return self.people[0]


@dataclass(frozen=True, slots=True)
class _Model:
    """The variables: how many people of each kind go to each officer."""

    model: cp_model.CpModel
    kinds: tuple[_Kind, ...]
    moved: Mapping[tuple[int, str], cp_model.IntVar]

    def kept(self, number: int) -> cp_model.LinearExprT:
        """How many people of the kind stay where they are."""
        return len(self.kinds[number].people) - sum(
            self.moved[number, each.officer_id] for each in self.kinds[number].to
        )


def solve_allocation(problem: AllocationProblem, effort: float = EFFORT_OF_A_TIER) -> Allocation:
    """Find the changes; an objective whose value is its bound is proven, the others were cut by the effort."""
    made = _make_model(problem)
    values: list[ObjectiveValue] = []
    counts = dict.fromkeys(made.moved, 0)
    for (name, words), expression in zip(TIERS, _objectives(problem, made), strict=True):
        made.model.minimize(expression)
        solver = make_solver(effort, _SEED)
        status = solver.solve(made.model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            # The effort ran out before a first answer of this tier; that of the tier above stands.
            break
        reached, bound = round(solver.objective_value), round(solver.best_objective_bound)
        values.append(ObjectiveValue(name=name, sense=Sense.MIN, value=reached, bound=bound, words=words))
        counts = {key: solver.value(variable) for key, variable in made.moved.items()}
        made.model.add(expression <= reached)
        _hint(made.model, solver)
    return Allocation(dict(_name_people(made.kinds, counts)), tuple(values))


def _make_model(problem: AllocationProblem) -> _Model:
    model = cp_model.CpModel()
    kinds = _kinds(problem)
    moved = {
        (number, officer.officer_id): model.new_int_var(0, len(kind.people), f"{number}_to_{officer.officer_id}")
        for number, kind in enumerate(kinds)
        for officer in kind.to
    }
    made = _Model(model, kinds, moved)
    for number in range(len(kinds)):
        model.add(made.kept(number) >= 0)
    if problem.most_changes is not None:
        model.add(sum(moved.values()) <= problem.most_changes)
    return made


def _kinds(problem: AllocationProblem) -> tuple[_Kind, ...]:
    alike: dict[tuple[object, ...], list[HeldPerson]] = {}
    to: dict[tuple[object, ...], tuple[Holder, ...]] = {}
    for person in problem.people:
        may = tuple(holder for holder in problem.holders if problem.may_hold(holder, person))
        key = (
            person.officer_id,
            person.area,
            person.yearly_minutes,
            person.risk_level.is_high_or_above,
            problem.must_change(person) is not None,
            tuple(holder.officer_id for holder in may),
        )
        alike.setdefault(key, []).append(person)
        to[key] = may
    return tuple(_Kind(tuple(people), bool(key[4]), to[key]) for key, people in alike.items())


def _objectives(problem: AllocationProblem, made: _Model) -> tuple[cp_model.LinearExprT, ...]:
    kinds = list(enumerate(made.kinds))
    moves = [(made.kinds[number], officer_id, count) for (number, officer_id), count in made.moved.items()]
    elsewhere = [
        _hours(kind) * count
        for kind, officer_id, count in moves
        if problem.is_of_another_area(kind.example, officer_id)
    ]
    elsewhere += [
        _hours(kind) * made.kept(number)
        for number, kind in kinds
        if not kind.must_change and problem.is_of_another_area(kind.example, kind.example.officer_id)
    ]
    return (
        sum(made.kept(number) for number, kind in kinds if kind.must_change),
        sum(_outside_the_band(problem, made)),
        sum(
            count
            for kind, officer_id, count in moves
            if not kind.must_change and not problem.comes_to_own_area(kind.example, officer_id)
        ),
        sum(elsewhere),
        sum(made.moved.values()),
        sum(count for kind, _, count in moves if kind.example.risk_level.is_high_or_above),
    )


def _hours(kind: _Kind) -> int:
    # Whole hours: the minutes of people differ by so little that the last of them take long to prove.
    return (kind.example.yearly_minutes + 30) // 60


def _outside_the_band(problem: AllocationProblem, made: _Model) -> Iterator[cp_model.IntVar]:
    all_work = sum(person.yearly_minutes for person in problem.people)
    for officer_id, fair in problem.fair_minutes.items():
        load = _load(made, officer_id)
        outside = made.model.new_int_var(0, all_work + fair * 2, f"outside_{officer_id}")
        made.model.add(outside >= load - round(fair * (1 + problem.band)))
        made.model.add(outside >= round(fair * (1 - problem.band)) - load)
        yield outside


def _load(made: _Model, officer_id: str) -> cp_model.LinearExprT:
    stays = [
        kind.example.yearly_minutes * made.kept(number)
        for number, kind in enumerate(made.kinds)
        if kind.example.officer_id == officer_id and not kind.must_change
    ]
    comes = [
        made.kinds[number].example.yearly_minutes * variable
        for (number, to), variable in made.moved.items()
        if to == officer_id
    ]
    return sum(stays) + sum(comes)


def _hint(model: cp_model.CpModel, solver: cp_model.CpSolver) -> None:
    # Only a complete hint helps: the variables of the band are in it too.
    model.clear_hints()
    for index, value in enumerate(solver.response_proto.solution):
        model.add_hint(model.get_int_var_from_proto_index(index), value)


def _name_people(kinds: Sequence[_Kind], counts: Mapping[tuple[int, str], int]) -> Iterator[tuple[str, str]]:
    for number, kind in enumerate(kinds):
        wanted = {holder.officer_id: counts[number, holder.officer_id] for holder in kind.to}
        if not any(wanted.values()):
            continue
        nearest = sorted(
            (_metres(person, holder), person.offender_id, holder.officer_id)
            for person in kind.people
            for holder in kind.to
            if wanted[holder.officer_id]
        )
        named: set[str] = set()
        for _, offender_id, officer_id in nearest:
            if wanted[officer_id] and offender_id not in named:
                named.add(offender_id)
                wanted[officer_id] -= 1
                yield offender_id, officer_id


def _metres(person: HeldPerson, holder: Holder) -> float:
    return inf if person.place is None else person.place.metres_to(holder.base)
