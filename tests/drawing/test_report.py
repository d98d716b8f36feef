"""report.html stands alone, says the same in words as in pictures, and leaks and runs nothing."""

import re
from dataclasses import replace

import pytest

from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.domain.visit_plan import PlanStatus
from rso_planner.drawing.report import render_report
from rso_planner.drawing.report_rows import MOST_LEFT_OUT
from tests.drawing.pages import Page, assert_readable_by_everybody, assert_stands_alone, pictures_of
from tests.drawing.planned_weeks import make_large_week, make_left_out, make_officer, make_small_week

HOSTILE = "<script>alert('x')</script>\" onload=\"x"


def _hostile_week() -> PlannedWeek:
    week = make_small_week()
    people = tuple(
        replace(case, offender=replace(case.offender, family_name=HOSTILE)) for case in week.force.cases
    )
    left_out = [replace(each, cheapest_change=HOSTILE, rules={HOSTILE: 1}) for each in week.result.unplanned]
    objectives = tuple(replace(each, name=HOSTILE, words=HOSTILE) for each in week.result.objectives)
    return replace(
        week,
        force=replace(week.force, cases=people, officers=tuple(make_officer(n, name=HOSTILE) for n in (1, 2, 3))),
        result=replace(week.result, unplanned=tuple(left_out), objectives=objectives),
        policy_hash=HOSTILE,
    )


@pytest.mark.parametrize(
    "week", [make_small_week(), make_large_week(), _hostile_week()], ids=["small", "large", "hostile"]
)
def test_the_page_is_sound_runs_nothing_and_fetches_nothing(week: PlannedWeek) -> None:
    html = render_report(week)
    assert_stands_alone(html)
    assert len(pictures_of(html)) >= 3


def test_people_are_not_named_and_all_text_is_escaped() -> None:
    html = render_report(_hostile_week())
    assert "<script" not in html
    assert 'onload="x"' not in html
    assert "&lt;script&gt;alert(" in html
    assert "Madeup" not in render_report(make_small_week())
    assert "Zzample" not in render_report(make_large_week())


def test_headline_figures_stand_before_everything_else() -> None:
    text = re.sub(r"\s+", " ", Page(render_report(make_small_week())).text)
    places = [
        text.index(each)
        for each in (
            "Backlog: people overdue a visit 98".replace(" 98", "98"),
            "Their risk: high or very high21 1 very high, 20 high, 40 medium, 37 low.",
            "Most overdue visit, in days412",
            "The plan keeps every rule.",
            "4 tasks are in the plan, in 2 visits and 1 piece of desk work; 1 task is left out.",
            "No plan can remove more than 1.3 % more.",
            "Left out of the plan",
        )
    ]
    assert places == sorted(places)


def test_the_page_can_be_read_by_everybody() -> None:
    page = assert_readable_by_everybody(render_report(make_large_week()))
    tables = sum(tag == "table" for tag, _ in page.elements)
    assert tables == sum(tag == "caption" for tag, _ in page.elements) == 5
    images = [attrs for tag, attrs in page.elements if tag == "svg" and "aria-hidden" not in attrs]
    assert [each.get("role") for each in images] == ["img", "img"]


def test_every_picture_has_its_table_twin() -> None:
    week = make_large_week()
    html = render_report(week)
    table = html[
        html.index('<caption id="visits-caption">') : html.index(
            '<section class="own-page" aria-labelledby="hours">'
        )
    ]
    numbers = re.findall(r'<th scope="row" class="number">(\d+)</th>', table)
    assert numbers == [str(number) for number in range(1, len(week.trips) + 1)]
    board, sign_map = (each for each in pictures_of(html) if each.get("role") == "img")
    drawn = {each.text for each in board.iter() if each.get("class", "").startswith("visit ")}
    signs = {each.text for each in sign_map.iter() if each.get("class") == "sign-number"}
    assert drawn == signs == set(numbers)


def test_an_officer_without_hours_is_not_available_never_0_per_cent() -> None:
    html = render_report(make_small_week())
    row = html[html.index("PC Invented-03", html.index("hours-caption")) :].split("</tr>")[0]
    assert "not available" in row
    assert "%" not in row


def test_the_most_serious_left_out_are_shown_and_the_rest_is_pointed_to() -> None:
    html = render_report(make_large_week())
    table = html[html.index('id="left-out-caption"') :].split("</table>")[0]
    assert table.count('<th scope="row">') == MOST_LEFT_OUT
    assert f"{500 - MOST_LEFT_OUT} more are in plan.xlsx" in html
    assert "very high" in table.split("</tr>")[1]
    assert "more are in plan.xlsx" not in render_report(make_small_week())


def test_no_plan_is_said_withoutpictures_of() -> None:
    week = make_small_week()
    unplanned = tuple(make_left_out(task, week.result.unplanned[0].reason) for task in week.task_by_id.values())
    result = replace(week.result, status=PlanStatus.NO_PLAN, plan=None, unplanned=unplanned, objectives=())
    text = Page(render_report(replace(week, result=result))).text
    assert "No plan could be made for this week." in text
    assert "Week board" not in text
    assert "P001" in text


def test_nothing_left_out_is_said() -> None:
    week = make_small_week()
    text = Page(render_report(replace(week, result=replace(week.result, unplanned=())))).text
    assert "Nothing is left out" in text


def test_a_plan_that_the_clock_cut_says_so() -> None:
    week = make_small_week()
    assert "The clock cut the search short" in render_report(
        replace(week, result=replace(week.result, reproducible=False))
    )


def test_the_same_week_gives_the_same_page() -> None:
    assert render_report(make_large_week()) == render_report(make_large_week())
