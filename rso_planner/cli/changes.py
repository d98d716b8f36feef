"""How commands tell what one plan changes in another."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rso_planner.domain.plan_changes import PlanChange


def change_lines(changes: Sequence["PlanChange"]) -> list[str]:
    """The changes one by one, each with its reason; nothing where there are none."""
    from rso_planner.domain.change_slips import CHANGE_WORDS, place_in_words
    from rso_planner.domain.plain_words import count_in_words

    if not changes:
        return []
    lines = [f"{count_in_words(len(changes), 'change')}:"]
    for each in changes:
        places = [place_in_words(side) for side in (each.before, each.after) if side is not None]
        lines.append(f"  {each.offender_id}  {CHANGE_WORDS[each.kind]}: {' -> '.join(places)}. {each.reason}")
    return lines
