"""`rso-planner reviews`."""

from collections import Counter
from typing import TYPE_CHECKING

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.messages import answer, answer_json, progress
from rso_planner.cli.options import AsJson, AsOf, Policy, day_of

if TYPE_CHECKING:
    from rso_planner.use_cases.review_management import ManagementReviews


def reviews(context: typer.Context, as_of: AsOf = None, policy: Policy = None, as_json: AsJson = False) -> None:
    """Show who may move to reactive, and who must be reviewed.

    It is advice: a person decides on each move.
    """
    from rso_planner.use_cases.review_management import review_management

    with progress("Going through the criteria"):
        found = review_management(asking_of(context), day_of(as_of), policy)
    if as_json:
        from rso_planner.use_cases.json_answers import make_reviews_answer

        answer_json(make_reviews_answer(found))
        return
    for line in _lines(found):
        answer(line)


def _lines(found: "ManagementReviews") -> list[str]:
    from rso_planner.domain.plain_words import count_in_words, day_in_words
    from rso_planner.domain.plan_words import rule_words

    lines = [
        f"As of {day_in_words(found.as_of)}. This is advice; a person decides on each move.",
        "",
        (
            f"{count_in_words(len(found.eligible), 'person')} may move to reactive management "
            "(every criterion is met):"
        ),
    ]
    for review in found.eligible:
        lines.append(f"  {review.offender_id}")
        lines += [f"    {each.standing.value.replace('_', ' ')}: {each.evidence}" for each in review.criteria]
    stopped = Counter(
        (each.name, each.standing.value)
        for review in found.candidates
        for each in review.criteria
        if each.standing.value != "met"
    )
    lines += ["", "What keeps the others on active management:"]
    lines.append(f"  {'':<32}{'not met':>9}{'not known':>12}")
    for name in sorted({name for name, _ in stopped}):
        lines.append(f"  {rule_words(name):<32}{stopped[name, 'not_met']:>9,}{stopped[name, 'not_known']:>12,}")
    lines += [
        "",
        f"{count_in_words(len(found.must_be_reviewed), 'person')} on reactive management must be reviewed:",
    ]
    lines += [f"  {each.offender_id}: {each.reason}" for each in found.must_be_reviewed]
    return lines
