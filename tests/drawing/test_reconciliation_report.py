"""The page of a reconciliation stands alone, says in words what it draws, and its tables tie."""

import re
from dataclasses import replace
from html import unescape

import pytest

from rso_planner.domain.discrepancy import Cause, FieldDifference
from rso_planner.domain.reconciliation import BridgePart, Reconciliation
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.drawing.reconciliation_report import MOST_SHOWN, render_reconciliation_report
from rso_planner.drawing.reconciliation_rows import PartRow, part_rows, part_total
from tests.drawing.pages import Page, assert_readable_by_everybody, assert_stands_alone, pictures_of
from tests.drawing.reconciliations import (
    make_agreement,
    make_correction,
    make_discrepancy,
    make_large_reconciliation,
    make_reconciliation,
    make_small_reconciliation,
)

HOSTILE = "<script>alert('x')</script>\" onload=\"x"


def _hostile() -> Reconciliation:
    found = make_discrepancy(
        1,
        Cause.MISSING_LOCALLY,
        area=HOSTILE,
        officer_id=HOSTILE,
        register_id=HOSTILE,
        reason=HOSTILE,
        fields=(FieldDifference(field=HOSTILE, force=HOSTILE, register=HOSTILE),),
    )
    correction = replace(make_correction(found), action=HOSTILE, evidence=HOSTILE)
    return replace(make_reconciliation([found]), corrections=(correction,))


def _text(reconciliation: Reconciliation) -> str:
    return re.sub(r"\s+", " ", Page(render_reconciliation_report(reconciliation)).text)


def _table(reconciliation: Reconciliation, name: str) -> list[list[str]]:
    html = render_reconciliation_report(reconciliation)
    table = html[html.index(f'<caption id="{name}-caption">') :].split("</table>")[0]
    return [
        [
            unescape(re.sub(r"<[^>]+>", "", cell)).strip()
            for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)
        ]
        for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)
    ]


@pytest.mark.parametrize(
    "reconciliation",
    [make_small_reconciliation(), make_large_reconciliation(), make_agreement(), _hostile()],
    ids=["small", "large", "agreement", "hostile"],
)
def test_the_page_stands_alone_and_can_be_read_by_everybody(reconciliation: Reconciliation) -> None:
    html = render_reconciliation_report(reconciliation)
    assert_stands_alone(html)
    page = assert_readable_by_everybody(html)
    tables = sum(tag == "table" for tag, _ in page.elements)
    assert tables == sum(tag == "caption" for tag, _ in page.elements)
    assert "Official-Sensitive" in page.text


def test_people_are_not_named_and_all_text_is_escaped() -> None:
    html = render_reconciliation_report(_hostile())
    assert "<script" not in html
    assert 'onload="x"' not in html
    assert "&lt;script&gt;" in html
    small = render_reconciliation_report(make_small_reconciliation())
    assert "Madeupp" not in small


def test_the_page_leads_with_the_two_counts_and_how_much_is_explained() -> None:
    text = _text(make_large_reconciliation())
    places = [
        text.index(each)
        for each in (
            "The force counts 98 people overdue, the register 412: 314 more.",
            "Of the difference of 314, 312 are explained and 2 are not.",
            "The lists differ on 397 people: a cause is found for 395 of them, and for 2 not.",
            "Under the policy91 to 247 people overdue",
            "Neither list is taken to be the truth",
            "From the force's count to the register's",
            "The most serious differences",
        )
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("unit", ["people", "visits"])
def test_picture_and_table_say_the_same_and_tie(unit: str) -> None:
    made = make_large_reconciliation()
    bridge = {"people": made.people, "visits": made.visits}[unit]
    rows = _table(made, unit)
    effects = [row[2] for row in rows[2:-1]]
    pictures = [each for each in pictures_of(render_reconciliation_report(made)) if each.get("role") == "img"]
    drawn = [each for each in pictures if (each.get("aria-labelledby") or "").startswith(unit)]
    assert len(drawn) == 2
    for picture in drawn:
        values = [each.text for each in picture.iter() if (each.get("class") or "").startswith("value")]
        assert values == [rows[1][3], *effects, rows[-1][3]]
        labels = [each.text for each in picture.iter() if (each.get("class") or "").startswith("cause")]
        assert labels == [row[0] for row in rows[1:]]
    total = sum(int(each.replace("\N{MINUS SIGN}", "-")) for each in effects)
    assert bridge.force_total + total == bridge.register_total == int(rows[-1][3]) == int(rows[-2][3])


def test_people_on_one_list_only_come_first_then_high_risk_then_a_count_of_the_rest() -> None:
    made = make_small_reconciliation()
    one_list, high = _table(made, "one-list"), _table(made, "high-risk")
    assert [row[0:3] for row in one_list[1:]] == [["none", "R000001", "high"]]
    assert [row[0:3] for row in high[1:]] == [["P0002", "R000002", "very high"]]
    assert high[1][4:8] == ["register only", "11 October 2026", "40", "Visit on one list only"]
    assert high[1][9] == "Register: Do what is made up for this person."
    assert "4 other differences are less serious." in _text(made)


def test_a_long_list_is_cut_and_the_rest_is_pointed_to() -> None:
    found = [make_discrepancy(number, Cause.MISSING_LOCALLY) for number in range(MOST_SHOWN + 5)]
    made = make_reconciliation(found)
    assert len(_table(made, "one-list")) == 1 + MOST_SHOWN
    assert "5 more are in the workbook, sheet Corrections." in _text(made)
    assert "On one list only: 65" in _text(made)


def test_nobody_on_one_list_and_nobody_at_high_risk_is_said() -> None:
    text = _text(make_reconciliation([make_discrepancy(1, Cause.CUTOFF, risk_level=None, due_on=None)]))
    assert "Nobody is on one list only." in text
    assert "No other difference is about a person at high or very high risk." in text
    assert "1 other difference is less serious." in text


def test_two_lists_that_agree_are_said_to_without_pictures_or_empty_tables() -> None:
    text = _text(make_agreement())
    assert "The force and the register both count 1 person overdue." in text
    assert "The two lists agree on everybody." in text
    assert "No earlier reconciliation is kept" in text
    html = render_reconciliation_report(make_agreement())
    assert pictures_of(html) == []
    assert "<table" not in html


def test_every_cause_found_is_explained_and_no_other() -> None:
    html = render_reconciliation_report(make_small_reconciliation())
    meanings = html[html.index('<dl class="meanings">') :].split("</dl>")[0]
    assert meanings.count("<dt>") == 6
    assert "A completed visit is recorded on one list and not on the other." in meanings
    assert "archived" not in meanings


def test_records_to_be_decided_on_and_the_trend_are_told() -> None:
    made = make_small_reconciliation()
    text = _text(made)
    assert "2 records of the register wait until somebody says whom they are about." in text
    assert "Since the reconciliation of 13 November 2026: 1 new, 1 standing and 3 gone." in text
    assert _table(made, "trend")[1:] == [
        ["Visit on one list only", "1", "0", "3"],
        ["Visits counted, not people", "0", "1", "0"],
        ["All", "1", "1", "3"],
    ]


def _signed(words: str) -> int:
    return int(words.replace("\N{MINUS SIGN}", "-"))


def _ties(row: PartRow) -> bool:
    return row.force + _signed(row.register_only) + _signed(row.force_only) == row.register


@pytest.mark.parametrize("split", ["by_area", "by_officer", "by_risk"])
def test_the_parts_tie_in_every_row_and_with_the_whole(split: str) -> None:
    made = make_large_reconciliation()
    parts: tuple[BridgePart, ...] = getattr(made, split)
    total = part_total(parts)
    assert all(_ties(row) for row in (*part_rows(parts), total))
    assert (total.force, total.register) == (made.people.force_total, made.people.register_total)
    effects = [each.people_effect for each in made.discrepancies]
    assert (_signed(total.register_only), _signed(total.force_only)) == (effects.count(1), -effects.count(-1))
    assert (total.force_visits, total.register_visits) == (made.visits.force_total, made.visits.register_total)


def test_the_largest_causes_of_a_part_are_named_the_largest_first() -> None:
    found = [make_discrepancy(number, Cause.ENTRY_LAG) for number in range(2)]
    found += [make_discrepancy(10 + number, Cause.OWNER) for number in range(3)]
    found += [make_discrepancy(20, Cause.ANCHOR), make_discrepancy(21, Cause.TYPE)]
    (row,) = part_rows(make_reconciliation(found).by_area)
    assert row.causes == (
        "Managed by another unit +3; Visit on one list only +2; Assessments among the visits +1; 1 more"
    )


def test_risk_levels_stand_in_their_order_the_unknown_one_last() -> None:
    levels = (None, *reversed(RiskLevel))
    found = [make_discrepancy(number, Cause.TYPE, risk_level=level) for number, level in enumerate(levels)]
    rows = _table(make_reconciliation(found), "by-risk")
    assert [row[0] for row in rows[1:]] == ["very high", "high", "medium", "low", "not known", "All"]


def test_a_cut_scale_is_said_in_words() -> None:
    found = [make_discrepancy(number, Cause.TYPE) for number in range(4)]
    made = make_reconciliation(found, [("North", "OM-01", RiskLevel.LOW, 1)] * 1990)
    assert "The scale begins at 1,988" in _text(made)
    assert "The scale begins at" not in _text(make_large_reconciliation())


def test_the_same_reconciliation_gives_the_same_page() -> None:
    made = make_large_reconciliation()
    assert render_reconciliation_report(made) == render_reconciliation_report(make_large_reconciliation())
