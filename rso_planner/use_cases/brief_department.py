"""The head of department's page, from the records now and as earlier extracts had them."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from rso_planner.domain.audit_event import AuditAction
from rso_planner.domain.department_brief import make_department_paper
from rso_planner.domain.headline_figures import HeadlineFigures, headline_figures
from rso_planner.domain.paper import Paper
from rso_planner.files.policy_file import read_policy
from rso_planner.storage.force_loading import PastLoad, find_past_loads, load_force
from rso_planner.use_cases.recording import Asking, recorded_act

MOST_WEEKS = 13
"""How many earlier weeks the trend shows."""


def brief_department(
    asking: Asking,
    as_of: date | None = None,
    policy_file: Path | None = None,
    on_progress: Callable[[float, str], None] = lambda _share, _doing: None,
) -> Paper:
    """Count today's figures and those of the last extract of each earlier week, by the same policy."""
    policy = read_policy(policy_file)
    with recorded_act(asking, "head-brief") as act:
        force = load_force(act.connection)
        day = as_of or force.extracted_on
        earlier = choose_loads(find_past_loads(act.connection), day)
        history: list[HeadlineFigures] = []
        for number, past in enumerate(earlier):
            on_progress(number / (len(earlier) + 1), f"counting {past.extracted_on}")
            history.append(headline_figures(load_force(act.connection, past), policy, past.extracted_on))
        history.append(headline_figures(force, policy, day))
        act.record(
            AuditAction.CONSULTATION,
            people=len(force.cases),
            detail=f"as of {day}, with {len(earlier)} earlier extracts",
        )
    return make_department_paper(history)


def choose_loads(loads: Iterable[PastLoad], as_of: date) -> tuple[PastLoad, ...]:
    """The last extract of each week before the as-of day's, at most so many weeks, in order of their days."""
    this_week = as_of.isocalendar()[:2]
    by_week: dict[tuple[int, int], PastLoad] = {}
    for each in sorted(loads, key=lambda each: (each.extracted_on, each.load_id)):
        week = each.extracted_on.isocalendar()[:2]
        if each.extracted_on < as_of and week != this_week:
            by_week[week] = each
    return tuple(by_week.values())[-MOST_WEEKS:]
