"""How good any plan could be in each tier, with those above held at what the plan reached."""

from rso_planner.planning.compact.relaxation import Row, capacity_rows, make_jobs, most
from rso_planner.planning.compact.score import Score
from rso_planner.planning.compact.week_index import WeekIndex
from rso_planner.planning.problem import Tier

_THOUSANDTHS = 1000


def bounds(index: WeekIndex, reached: Score) -> tuple[int, ...]:
    """The bound of each of the seven objectives: never on the wrong side of what any plan reaches."""
    jobs = make_jobs(index)
    rows = capacity_rows(index, jobs)
    found: list[int] = []
    for tier, value in zip(Tier, reached.tiers, strict=True):
        worths = tuple(job.worths[tier - 1] for job in jobs)
        found.append(most(jobs, worths, rows))
        rows.append(Row(tuple(-worth for worth in worths), -value))
    points = tuple(job.points for job in jobs)
    found.append(most(jobs, points, rows))
    rows.append(Row(tuple(-each for each in points), -reached.preference_points))
    least_used = -most(jobs, tuple(-job.minutes for job in jobs), rows)
    available = sum(index.week_minutes)
    found.append(max(0, -(-_THOUSANDTHS * least_used // available)) if available else 0)
    found.append(max(0, -most(jobs, tuple(-job.travel for job in jobs), rows)))
    return tuple(found)
