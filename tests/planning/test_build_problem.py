"""From the force's records to the week's problem."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from rso_planner.domain.case import Case
from rso_planner.domain.due import find_force_tasks
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.separation import Separation, SeparationKind
from rso_planner.planning.build_problem import build_problem
from rso_planner.planning.problem import Person, PlanningProblem
from rso_planner.planning.problem_hash import hash_problem
from tests.domain.cases import AS_OF, make_case, make_force, make_officer

WEEK = AS_OF + timedelta(days=7)
RECENT = "2026-11-16 arms low\n"


def problem_of(policy: PlanningPolicy, *cases: Case, **changes: Any) -> PlanningProblem:
    force = replace(make_force(*cases, officers=[make_officer(1), make_officer(2)]), **changes)
    return build_problem(force, find_force_tasks(force, policy, AS_OF), policy, WEEK, AS_OF)


def kinds(problem: PlanningProblem) -> list[str]:
    return sorted(task.kind.value for task in problem.task_by_id.values() if "review" not in task.kind.value)


def only_person(problem: PlanningProblem) -> Person:
    return problem.people[0]


def test_the_week_holds_what_is_due_by_the_sunday_after_it(policy: PlanningPolicy) -> None:
    """Week of 30 November: its Sunday is 6 December, the Sunday after is 13 December."""
    in_time = make_case(RECENT + "2026-09-13 seen")
    too_late = make_case(RECENT + "2026-09-14 seen")
    assert kinds(problem_of(policy, in_time)) == ["visit"]
    assert kinds(problem_of(policy, too_late)) == []


def test_the_visit_that_an_arms_trip_makes_as_well_is_in_the_week(policy: PlanningPolicy) -> None:
    """ARMS overdue; the visit due on 28 December is 28 days after the Monday, on 31 December 31 days."""
    joined = make_case("2025-01-01 arms low\n2026-09-28 seen")
    apart = make_case("2025-01-01 arms low\n2026-10-01 seen")
    assert kinds(problem_of(policy, joined)) == ["arms", "visit"]
    assert kinds(problem_of(policy, apart)) == ["arms"]


def test_the_first_arms_that_probation_owes_is_never_planned(policy: PlanningPolicy) -> None:
    theirs = make_case("2026-11-20 seen", lead_agency="probation")
    assert "arms" not in kinds(problem_of(policy, theirs))


def test_minutes_of_a_high_risk_person(policy: PlanningPolicy) -> None:
    """60 on site; 30 preparation and 60 write-up beside it; an ARMS takes 300 of the lead in all."""
    person = only_person(problem_of(policy, make_case("2025-01-01 arms low\n2026-05-01 seen")))
    assert (person.on_site_minutes, person.visit_desk_minutes, person.assessment_desk_minutes) == (60, 90, 240)
    assert person.officers_required == 2


def test_a_person_without_coordinates_has_no_default_place(policy: PlanningPolicy) -> None:
    person = only_person(problem_of(policy, make_case(RECENT + "2026-05-01 seen", place=None)))
    assert not person.has_place


def test_who_is_due_an_evening_visit_is_known_by_the_visits_on_file(policy: PlanningPolicy) -> None:
    by_day, by_evening = make_case(RECENT + "2026-05-01 12:00 seen"), make_case(RECENT + "2026-05-01 18:00 seen")
    assert only_person(problem_of(policy, by_day)).is_due_an_evening_visit
    assert not only_person(problem_of(policy, by_evening)).is_due_an_evening_visit


def test_separations_are_kept_by_kind(policy: PlanningPolicy) -> None:
    separations = (
        Separation(kind=SeparationKind.OFFICER_OFFENDER, first_id="OM-01", second_id="Zz-0001"),
        Separation(kind=SeparationKind.OFFICERS, first_id="OM-02", second_id="OM-01"),
        Separation(kind=SeparationKind.OFFENDERS, first_id="Zz-0002", second_id="Zz-0001"),
    )
    problem = problem_of(policy, make_case(RECENT + "2026-05-01 seen"), separations=separations)
    assert not problem.may_visit("OM-01", "Zz-0001")
    assert problem.may_visit("OM-02", "Zz-0001")
    assert not problem.may_go_together("OM-01", "OM-02")
    assert not problem.may_share_a_day("Zz-0001", "Zz-0002")


def test_the_fingerprint_follows_the_content(policy: PlanningPolicy) -> None:
    case = make_case(RECENT + "2026-05-01 seen")
    once, again = problem_of(policy, case), problem_of(policy, case)
    other = problem_of(policy, make_case(RECENT + "2026-05-02 seen"))
    assert hash_problem(once) == hash_problem(again) != hash_problem(other)
