"""The rules and a slow twin that walks day by day agree on some hundreds of random histories."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rso_planner.domain.case import Case
from rso_planner.domain.due import find_tasks
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.task import ASSESSMENT_KINDS, TaskKind
from tests.domain.cases import make_case
from tests.domain.slow_twin import walk_arms, walk_reactive, walk_visits

FIRST_DAY = date(2024, 1, 15)
SPAN = 640

days = st.integers(0, SPAN).map(lambda days: (FIRST_DAY + timedelta(days=days)).isoformat())
happenings = st.sampled_from(
    (
        *("seen", "18:30 seen", "not_seen", "17:00 refused", "abandoned"),
        *("arms low", "arms high", "arms low unfinished"),
        *("event release", "event release significant", "event recall significant"),
        *("event offence significant", "event other", "decision stay"),
    )
)
histories = st.lists(st.tuples(days, happenings).map(" ".join), max_size=12).map("\n".join)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Case, date]:
    """A person with a random history, and a day on or after registration."""
    registered_on = FIRST_DAY + timedelta(days=draw(st.integers(0, 300)))
    later = st.integers(0, 300).map(lambda after: (registered_on + timedelta(days=after)).isoformat())
    history = draw(histories)
    if draw(st.booleans()):
        history += f"\n{draw(later)} decision to_active"
    case = make_case(
        history,
        registered_on=registered_on,
        risk_level=draw(st.sampled_from(["very_high", "high", "medium", "low"])),
        in_community_since=draw(st.none() | later),
        transferred_in_on=draw(st.none() | later),
        management_since=draw(st.none() | later),
        visit_interval=draw(st.sampled_from([None, None, "6 weeks", "10 days", "2 months", "1 year"])),
        lead_agency=draw(st.sampled_from(["police", "police", None, "probation"])),
    )
    return case, FIRST_DAY + timedelta(days=draw(st.integers(600, SPAN)))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(drawn=cases(), from_due=st.booleans())
def test_visits_agree_with_the_walk(policy: PlanningPolicy, drawn: tuple[Case, date], from_due: bool) -> None:
    case, as_of = drawn
    ours = replace(policy, visit_clock_anchor="last_due" if from_due else "last_completed")
    due = {task.kind: task.due_on for task in find_tasks(case, ours, as_of)}
    twin = walk_visits(case, as_of, from_due=from_due)
    found = (due.get(TaskKind.VISIT), due.get(TaskKind.FIRST_VISIT), due.get(TaskKind.RETRY))
    assert found == (twin.visit, twin.first_visit, twin.retry)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(drawn=cases())
def test_assessments_agree_with_the_walk(policy: PlanningPolicy, drawn: tuple[Case, date]) -> None:
    case, as_of = drawn
    (task,) = (task for task in find_tasks(case, policy, as_of) if task.kind in ASSESSMENT_KINDS)
    twin = walk_arms(case, as_of)
    assert (task.due_on, task.event_triggered) == (twin.arms, twin.is_event)


reactive_happenings = st.sampled_from(
    (
        *("event risk_change", "event release", "event recall significant", "event offence", "event other"),
        *("arms low", "arms medium", "order SHPO until_further_order", "order SOPO end_not_known", "order other"),
        *("decision stay", "decision to_reactive", "event intelligence"),
    )
)


@st.composite
def reactive_cases(draw: st.DrawFn) -> tuple[Case, date]:
    """A person on reactive management with a random history since, before and at the move."""
    moved_on = FIRST_DAY + timedelta(days=draw(st.integers(0, 300)))
    history = draw(st.lists(st.tuples(days, reactive_happenings).map(" ".join), max_size=5).map("\n".join))
    history += f"\n{moved_on} decision to_reactive" if draw(st.booleans()) else ""
    case = make_case(
        history.replace("order other", "order other until_further_order"),
        registered_on="2015-01-05",
        management="reactive",
        management_since=moved_on,
        risk_level=draw(st.sampled_from(["low", "low", "medium"])),
        mappa_level=draw(st.sampled_from([None, 1, 1, 2])),
        on_licence=draw(st.sampled_from([None, False, False, True])),
        open_investigation=draw(st.sampled_from([None, False, False, True])),
        date_of_birth=draw(st.sampled_from([None, "1980-02-29", "1980-02-29", "2007-12-01"])),
        desktop_reviewed_on=draw(st.none() | days),
    )
    return case, FIRST_DAY + timedelta(days=draw(st.integers(400, SPAN)))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(drawn=reactive_cases())
def test_reactive_reviews_agree_with_the_walk(policy: PlanningPolicy, drawn: tuple[Case, date]) -> None:
    case, as_of = drawn
    due = {task.kind: task.due_on for task in find_tasks(case, policy, as_of)}
    assert due.get(TaskKind.REACTIVE_REVIEW) == walk_reactive(case, as_of)
