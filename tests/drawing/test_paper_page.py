"""The page of a paper stands alone, shows what the paper says, and draws each trend beside its sentence."""

import re

import pytest

from rso_planner.domain.paper import Paper, PaperTrend
from rso_planner.drawing.paper_page import render_paper_page
from rso_planner.drawing.trend_chart import HEIGHT, WIDTH, draw_trend
from tests.drawing.pages import Page, assert_readable_by_everybody, assert_stands_alone, pictures_of
from tests.drawing.papers import AS_OF, make_paper, make_table

HOSTILE = "<script>alert('x')</script>\" onload=\"x"


def _text(paper: Paper) -> str:
    return re.sub(r"\s+", " ", Page(render_paper_page(paper)).text)


@pytest.mark.parametrize(
    "paper",
    [
        make_paper(),
        make_paper(make_table(), make_table("Other", is_wide=False, rows=0)),
        make_paper(make_table(why=HOSTILE), words=HOSTILE, title=HOSTILE),
        make_paper(figures=(), trends=(), notes=()),
    ],
    ids=["usual", "two tables", "hostile", "bare"],
)
def test_the_page_is_sound_and_readable_by_everybody(paper: Paper) -> None:
    html = render_paper_page(paper)
    assert_stands_alone(html)
    assert_readable_by_everybody(html)
    assert "<script" not in html
    assert 'onload="x"' not in html


def test_figures_stand_before_trends_and_trends_before_tables() -> None:
    text = _text(make_paper())
    places = [text.index(each) for each in ("A made-up paper", "1,234", "How they went", "The Some table")]
    assert places == sorted(places)


def test_cells_are_in_words() -> None:
    text = _text(make_paper(make_table(rows=1)))
    assert "P0very high23 November 20261,000made up" in text.replace("> <", "")


def test_the_page_shows_some_rows_and_says_how_many_more_the_workbook_has() -> None:
    html = render_paper_page(make_paper(make_table(rows=1500, shown=2), make_table("Hidden", shown=0)))
    assert html.count("<tr>") == 3
    assert "1,498 more in the workbook." in html
    assert "Hidden" not in html


def test_a_trend_is_drawn_to_scale_within_its_frame() -> None:
    trend = make_paper().trends[0]
    chart = draw_trend(trend, 1)
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in chart.points)
    (low, _), (none, _), (high, _) = (chart.points[index][::-1] for index in range(3))
    assert none == chart.foot
    labels = {label: y for y, label in chart.value_ticks}
    top = int(max(labels, key=lambda each: int(each.replace(",", ""))).replace(",", ""))
    assert top >= 1234
    for value, y in ((5, low), (1234, high)):
        assert y == pytest.approx(labels["0"] - value / top * (labels["0"] - labels[f"{top:,}"]), abs=0.1)
    days = [x for x, _ in chart.points]
    assert days[1] - days[0] == pytest.approx(days[2] - days[1], abs=0.2)


def test_a_single_day_is_told_and_not_drawn() -> None:
    paper = make_paper(trends=(PaperTrend(title="People", sentence="People: 5.", days=(AS_OF,), values=(5,)),))
    html = render_paper_page(paper)
    assert pictures_of(html) == []
    assert "People: 5." in html


def test_a_picture_says_in_words_what_it_shows() -> None:
    (picture,) = pictures_of(render_paper_page(make_paper()))
    assert picture[0].text == "People: People: Some words."


def test_a_trend_of_nothing_has_a_scale() -> None:
    chart = draw_trend(PaperTrend(title="", sentence="", days=make_paper().trends[0].days, values=(0, 0, 0)), 1)
    assert [label for _, label in chart.value_ticks] == ["0", "1"]
