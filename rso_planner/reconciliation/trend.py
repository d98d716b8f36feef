"""What has become of the differences since an earlier reconciliation: new, standing, gone.

A difference is the same one while person and cause are the same.
"""

from collections import Counter
from collections.abc import Iterable

from rso_planner.domain.discrepancy import Cause, Discrepancy, SameDifference
from rso_planner.domain.reconciliation import TrendLine


def compare_with_earlier(
    present: Iterable[Discrepancy], earlier: Iterable[SameDifference]
) -> tuple[TrendLine, ...]:
    """One line for each cause that either reconciliation has, in the order of the causes.

    New and standing together are the present ones of the cause, standing and gone the earlier ones; a person may
    have one cause twice, as with a third record of one person.
    """
    now, before = Counter(each.same for each in present), Counter(earlier)
    lines = []
    for cause in Cause:
        new, standing, gone = (_of(cause, each) for each in (now - before, now & before, before - now))
        if new or standing or gone:
            lines.append(TrendLine(cause=cause, new=new, standing=standing, gone=gone))
    return tuple(lines)


def _of(cause: Cause, differences: Counter[SameDifference]) -> int:
    return sum(count for each, count in differences.items() if each.cause is cause)
