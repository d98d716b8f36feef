"""The page of a what-if run stands alone, says in words and tables what it draws, and hides no breach."""

import re
from dataclasses import replace
from html import unescape

import pytest

from rso_planner.domain.measure_words import KEY_MEASURES
from rso_planner.domain.what_if import WhatIf
from rso_planner.domain.what_if_words import scenario_sentences
from rso_planner.drawing.line_chart import STYLES
from rso_planner.drawing.what_if_report import render_what_if_report
from tests.drawing.pages import Page, assert_readable_by_everybody, assert_stands_alone, pictures_of
from tests.drawing.what_ifs import (
    ACCURACY,
    AS_IS,
    ASSUMPTIONS,
    HALVED,
    make_curves,
    make_large_what_if,
    make_small_what_if,
    make_what_if,
    make_what_if_without_officers,
)

HOSTILE = "<script>alert('x')</script>\" onload=\"x"
PANELS = (
    "high_or_above_overdue",
    "medium_or_low_overdue",
    "oldest_days",
    "arms_current_share",
    "people_to_officer",
    "hours_used",
)


def hostile() -> WhatIf:
    """A run whose every free text is an attack."""
    scenario = replace(HALVED, title=HOSTILE, description=HOSTILE, breach=HOSTILE)
    return make_what_if(make_curves(scenario, AS_IS, 13))


def render(what_if: WhatIf) -> str:
    """The page."""
    return render_what_if_report(what_if, ASSUMPTIONS, ACCURACY)


def text_of(what_if: WhatIf) -> str:
    """What can be read on the page."""
    return re.sub(r"\s+", " ", Page(render(what_if)).text)


def table(html: str, name: str) -> list[list[str]]:
    """The cells of a table, row by row, its heading first."""
    found = html[html.index(f'<caption id="{name}-caption">') :].split("</table>", maxsplit=1)[0]
    return [
        [
            re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", cell))).strip()
            for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)
        ]
        for row in re.findall(r"<tr.*?</tr>", found, re.DOTALL)
    ]


@pytest.mark.parametrize(
    "what_if",
    [
        make_small_what_if(),
        make_large_what_if(),
        make_what_if_without_officers(),
        make_what_if(),
        make_what_if(make_curves(HALVED, AS_IS, 1), weeks=1, replications=1),
        hostile(),
    ],
    ids=["small", "twelve", "no officers", "baseline alone", "one week", "hostile"],
)
def test_the_page_stands_alone_and_can_be_read_by_everybody(what_if: WhatIf) -> None:
    html = render(what_if)
    assert_stands_alone(html)
    page = assert_readable_by_everybody(html)
    assert sum(tag == "table" for tag, _ in page.elements) == sum(tag == "caption" for tag, _ in page.elements)
    images = [attrs for tag, attrs in page.elements if tag == "svg" and "aria-hidden" not in attrs]
    assert all(attrs.get("role") == "img" for attrs in images)
    assert "nan" not in re.sub(r"[^\d\w]", " ", "".join(re.findall(r"<svg.*?</svg>", html, re.DOTALL))).split()


def test_free_text_is_escaped() -> None:
    html = render(hostile())
    assert "<script" not in html
    assert 'onload="x"' not in html
    assert html.count("&lt;script&gt;alert(") >= 5


@pytest.mark.parametrize("what_if", [make_small_what_if(), make_large_what_if()], ids=["three", "twelve"])
def test_every_sentence_of_every_scenario_is_on_the_page(what_if: WhatIf) -> None:
    text = text_of(what_if)
    for curves in what_if.scenarios:
        assert curves.scenario.title in text
        assert all(sentence in text for sentence in scenario_sentences(what_if, curves))


def test_a_breach_stands_beside_the_title_wherever_it_is_compared() -> None:
    what_if = make_small_what_if()
    html = render(what_if)
    assert text_of(what_if).count("Breach: Departs from the practice of two officers at each visit.") == 2
    for name in ("ends", "differences"):
        assert any(row[0] == "One officer at low risk (breach)" for row in table(html, name))
    legends = re.findall(r'<ul class="legend">.*?</ul>', html, re.DOTALL)
    assert sum("One officer at low risk (breach)" in each for each in legends) == len(PANELS) - 1


def test_the_figures_at_the_end_lead_with_backlog_risk_and_oldest() -> None:
    heading, as_it_is, halved, _ = table(render(make_small_what_if()), "ends")
    assert heading[1:3] == ["Overdue a visit people", "Overdue a visit, high or very high risk people"]
    assert as_it_is[:3] == ["As it is", "560 504 to 616", "41 37 to 45"]
    assert halved[5] == "97 % 87 to 100 %"
    assert len(heading) == len(KEY_MEASURES) + 1


def test_differences_are_marked_where_they_are_clear_and_nowhere_else() -> None:
    _, halved, lone = table(render(make_small_what_if()), "differences")
    assert halved[1] == "▼ −348 −383 to −313"
    assert halved[5].startswith("▲ +50 ")
    assert lone[1] == "−2 −6 to +2 may be chance"
    assert lone[8] == "0"
    assert "As it is" not in (halved[0], lone[0])


def test_a_single_run_marks_nothing() -> None:
    html = render(replace(make_small_what_if(), replications=1))
    rows = table(html, "differences")[1:]
    assert rows[0][1] == "−348"
    assert not re.search("[▲▼]|chance", " ".join(cell for row in rows for cell in row))
    assert "A single run cannot tell a difference from chance" in html
    assert "shaded band" not in html


@pytest.mark.parametrize("count", [2, 4, 5, 12])
def test_every_panel_shows_every_scenario_in_pictures_and_in_its_table(count: int) -> None:
    what_if = make_large_what_if(count)
    html = render(what_if)
    together = count <= len(STYLES)
    for name in PANELS:
        columns = 2 * count if name == "hours_used" else count
        head, *rows = table(html, name)
        assert len(head) == columns + 1
        assert [row[0] for row in rows] == [str(week) for week in range(1, 53)]
        wanted = count if name == "hours_used" else 1 if together else count - 1
        drawn = re.findall(rf'<title id="{name}[-\d]*-title">', html)
        assert len(drawn) == wanted
    images = [each for each in pictures_of(html) if each.get("role") == "img"]
    assert len(images) == (5 if together else 5 * (count - 1)) + count


def test_pictures_that_are_compared_have_one_scale() -> None:
    far = {**AS_IS, "oldest_days": (312, 4000), "hours_used": (240, 4000)}
    others = make_large_what_if(5).scenarios[1:]
    html = render(make_what_if(*others, make_curves(replace(HALVED, name="far"), far, 52), weeks=52))
    for name in ("oldest_days", "hours_used"):
        scales = {
            tuple(re.findall(r'class="value-label"[^>]*>([^<]+)<', picture))
            for picture in re.findall(r"<svg.*?</svg>", html, re.DOTALL)
            if f'id="{name}-' in picture
        }
        assert [each[-1] for each in scales] == ["6,000"]


def test_the_table_of_a_panel_has_the_figures_of_the_run() -> None:
    what_if = make_small_what_if()
    head, *rows = table(render(what_if), "arms_current_share")
    assert head == ["Week", "As it is", "50 people to an officer", "One officer at low risk (breach)"]
    assert rows[-1] == ["52", "47 % (42 to 52 %)", "97 % (87 to 100 %)", "47 % (42 to 52 %)"]


def test_a_ratio_that_cannot_be_given_is_not_available_and_never_0() -> None:
    html = render(make_what_if_without_officers())
    assert table(html, "ends")[2][8] == "not available"
    assert table(html, "people_to_officer")[1][2] == "not available"


def test_what_is_assumed_and_how_far_off_the_mode_may_be_is_said() -> None:
    what_if = make_small_what_if()
    html = render(what_if)
    assert table(html, "assumed-demand")[1] == ["growth", "0.03", "share a year", "made up"]
    assert table(html, "assumed-policy")[1][0] == "preparation"
    assert ACCURACY in text_of(what_if)
    assert "fast mode: each week is planned by hours alone" in text_of(what_if)
    without = render_what_if_report(what_if, (), ACCURACY)
    assert "Every figure of the demand and of the policy has a source." in without


def test_what_each_scenario_changes_is_said() -> None:
    text = text_of(make_small_what_if())
    assert "From week 1: as many offender managers as make 50 people in the community to one." in text
    assert "Nothing is changed." in text


def test_the_same_run_gives_the_same_page() -> None:
    assert render(make_large_what_if()) == render(make_large_what_if())
