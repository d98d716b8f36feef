"""Identifiers for everything on file, counted through the whole force in the order of the cases."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from rso_planner.domain.case import Case


def number_cases(cases: Iterable[Case]) -> tuple[Case, ...]:
    """The cases with an identifier on each visit, assessment, order, event and decision."""
    numbers = {letter: count(1) for letter in "VAOED"}
    return tuple(_number_case(case, numbers) for case in cases)


def _number_case(case: Case, numbers: dict[str, "count[int]"]) -> Case:
    def identifiers(letter: str) -> Iterator[str]:
        return (f"{letter}{number:07d}" for number in numbers[letter])

    # zip takes from its first argument first, so no number is lost at the end of a list.
    return replace(
        case,
        visits=tuple(
            replace(row, visit_id=name) for row, name in zip(case.visits, identifiers("V"), strict=False)
        ),
        assessments=tuple(
            replace(row, assessment_id=name) for row, name in zip(case.assessments, identifiers("A"), strict=False)
        ),
        orders=tuple(
            replace(row, order_id=name) for row, name in zip(case.orders, identifiers("O"), strict=False)
        ),
        events=tuple(
            replace(row, event_id=name) for row, name in zip(case.events, identifiers("E"), strict=False)
        ),
        decisions=tuple(
            replace(row, decision_id=name) for row, name in zip(case.decisions, identifiers("D"), strict=False)
        ),
    )
