"""The head of department's page leads with the three figures and says how each of them went."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rso_planner.domain.department_brief import make_department_paper
from rso_planner.domain.headline_figures import HeadlineFigures, headline_figures
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.risk_level import ByRisk
from tests.domain.cases import AS_OF, make_case, make_force


@pytest.fixture
def now(policy: PlanningPolicy) -> HeadlineFigures:
    """Two people overdue, one of them at high risk; a third in time."""
    force = make_force(
        make_case("2026-01-05 seen", offender_id="1"),
        make_case("2025-01-05 seen", offender_id="2", risk_level="low"),
        make_case("2026-11-05 seen", offender_id="3"),
    )
    return headline_figures(force, policy, AS_OF)


def _earlier(now: HeadlineFigures, weeks: int, people: int) -> HeadlineFigures:
    return replace(now, as_of=now.as_of - timedelta(weeks=weeks), overdue_visits=people)


def test_the_three_figures_lead(now: HeadlineFigures) -> None:
    paper = make_department_paper([now])
    (lead,) = paper.sentences
    assert lead == (
        "2 people of 3 in the community are overdue a visit, 1 of them at high or very high risk; the most "
        "overdue visit is 322 days late."
    )
    assert [each.figure for each in paper.figures] == [2, 1, 322]
    assert paper.name == "head-brief-2026-11-23"
    assert paper.offender_ids == ()


def test_a_trend_compares_with_the_week_before_and_with_the_first(now: HeadlineFigures) -> None:
    paper = make_department_paper([_earlier(now, 3, 9), _earlier(now, 1, 1), now])
    backlog, serious, oldest = paper.trends
    assert (backlog.days, backlog.values) == ((date(2026, 11, 2), date(2026, 11, 16), AS_OF), (9, 1, 2))
    assert backlog.sentence == (
        "People overdue a visit: 2, 1 more than on 16 November 2026, 7 fewer than on 2 November 2026."
    )
    assert serious.sentence.endswith(": 1, as many as on 16 November 2026, as many as on 2 November 2026.")
    assert oldest.values == (322, 322, 322)


def test_two_extracts_are_compared_once_and_a_single_one_with_nothing(now: HeadlineFigures) -> None:
    assert make_department_paper([_earlier(now, 1, 5), now]).trends[0].sentence == (
        "People overdue a visit: 2, 3 fewer than on 16 November 2026."
    )
    assert make_department_paper([now]).trends[0].sentence == (
        "People overdue a visit: 2; there is no earlier extract to compare with."
    )


def test_the_risk_of_the_backlog_stands_in_a_table_that_adds_up(now: HeadlineFigures) -> None:
    table = make_department_paper([now]).tables[0]
    assert table.rows == (
        ("very high", 0, 0, "nobody"),
        ("high", 2, 1, "50.0 %"),
        ("medium", 0, 0, "nobody"),
        ("low", 1, 1, "100.0 %"),
        ("all", 3, 2, "66.7 %"),
    )


def test_nobody_overdue_is_said_in_words(now: HeadlineFigures) -> None:
    none = replace(now, overdue_visits=0, overdue_by_risk=ByRisk(0, 0, 0, 0), oldest_days=0)
    assert make_department_paper([none]).sentences == ("Nobody of 3 in the community is overdue a visit.",)


def test_a_ratio_without_officers_is_not_a_figure(now: HeadlineFigures) -> None:
    rows = make_department_paper([now]).tables[1].rows
    assert ("People in the community to an officer", "nobody is in post") in rows
