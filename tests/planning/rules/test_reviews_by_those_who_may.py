"""Reviews are done by one officer who may do them."""

from rso_planner.planning.rules.reviews_by_those_who_may import NAME
from tests.planning.weeks import broken_rules, sentences

WEEK = """
officer | can                    | Mon
A       | lead visit arms review | 9-17
B       | lead visit arms        | 9-17
S       | review supervisor      | 9-17

person | due
P      | rmp_review supervisor_review
"""

BROKEN = (
    WEEK
    + """
day | time        | person | work              | lead
Mon | 10:00-10:30 | P      | supervisor_review | A
"""
)

MENDED = (
    WEEK
    + """
day | time        | person | work              | lead
Mon | 10:00-10:30 | P      | supervisor_review | S
"""
)


def test_the_broken_week_breaks_this_rule_alone() -> None:
    assert broken_rules(BROKEN) == {NAME}


def test_the_mended_week_keeps_every_rule() -> None:
    assert broken_rules(MENDED) == set()


def test_a_supervisor_is_asked_for() -> None:
    assert sentences(BROKEN) == [
        "A is no supervisor; the supervisor's review of P on Monday 23 November 2026 needs one."
    ]


def test_an_officer_who_does_no_reviews_is_named() -> None:
    drawing = MENDED.replace("supervisor_review | S", "rmp_review | B")

    assert sentences(drawing) == ["B does no reviews; the review of P on Monday 23 November 2026 needs another."]


def test_two_officers_at_one_review_are_named() -> None:
    drawing = MENDED.replace("| lead\n", "| lead | second\n").replace(
        "supervisor_review | S", "rmp_review | A | S"
    )

    assert sentences(drawing) == ["The review of P on Monday 23 November 2026 names 2 officers; one does it."]
