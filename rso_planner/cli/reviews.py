"""`rso-planner reviews`."""

from typing import TYPE_CHECKING

import typer

from rso_planner.cli.asking import asking_of
from rso_planner.cli.messages import answer, answer_json, progress
from rso_planner.cli.options import AsJson, AsOf, Policy, day_of

if TYPE_CHECKING:
    from rso_planner.use_cases.review_management import ManagementReviews

_MOST_SHOWN = 20


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

    lines = [f"As of {day_in_words(found.as_of)}. This is advice; a person decides on each move.", ""]
    lines += _summary_lines(found)
    lines += ["", f"Every criterion is met: {count_in_words(len(found.eligible), 'person')}."]
    for review in found.eligible:
        lines.append(f"  {review.offender_id}")
        lines += [f"    {each.standing.value.replace('_', ' ')}: {each.evidence}" for each in review.criteria]
    lines += ["", f"A single criterion is missing: {count_in_words(len(found.nearly_eligible), 'person')}."]
    for review in found.nearly_eligible[:_MOST_SHOWN]:
        lines += [f"  {review.offender_id}  {each.evidence}" for each in review.missing]
    if len(found.nearly_eligible) > _MOST_SHOWN:
        lines.append(f"  and {len(found.nearly_eligible) - _MOST_SHOWN:,} more; --json lists them all")
    lines += ["", "On reactive management and to be reviewed for active:"]
    lines += [f"  {each.offender_id}: {each.reason}" for each in found.must_be_reviewed] or ["  nobody"]
    return lines


def _summary_lines(found: "ManagementReviews") -> list[str]:
    """The counts, and what keeps the others on active management, before any checklist."""
    from rso_planner.domain.management.reactive_eligibility import count_missing
    from rso_planner.domain.plan_words import rule_words

    lines = [
        f"{len(found.eligible):>7,}  may move to reactive management",
        f"{len(found.nearly_eligible):>7,}  nearly: a single criterion is not met or not known",
        f"{len(found.must_be_reviewed):>7,}  on reactive management must be reviewed for active",
        "",
        f"What keeps {len(found.not_eligible):,} people on active management:",
        f"  {'':<32}{'not met':>9}{'not known':>12}",
    ]
    for name, missing in count_missing(found.not_eligible).items():
        lines.append(f"  {rule_words(name):<32}{missing.not_met:>9,}{missing.not_known:>12,}")
    return lines
