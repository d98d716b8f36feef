"""From the force's total to the register's, cause by cause, so that the two totals tie to the last person."""

from collections.abc import Callable, Iterable, Sequence

from rso_planner.domain.discrepancy import Cause, Discrepancy
from rso_planner.domain.reconciliation import Bridge, BridgeLine, BridgePart, CountUnit
from rso_planner.reconciliation.person_by_person import Row
from rso_planner.reconciliation.verdict import Verdict


def build_bridge(
    unit: CountUnit, ours: Iterable[Verdict], theirs: Iterable[Verdict], rows: Sequence[Row]
) -> Bridge:
    """The bridge between what each list counts by itself, through the discrepancies of the rows.

    Raises:
        ValueError: the discrepancies do not explain the difference of the two totals to the last one.
    """
    found = [row.discrepancy for row in rows if row.discrepancy is not None]
    lines = []
    for cause in Cause:
        of_cause = [each for each in found if each.cause is cause]
        if of_cause:
            effect = sum(_effect(unit, each) for each in of_cause)
            lines.append(BridgeLine(cause=cause, people=len(of_cause), effect=effect))
    return Bridge(
        unit=unit,
        force_total=sum(_count(unit, verdict) for verdict in ours),
        register_total=sum(_count(unit, verdict) for verdict in theirs),
        lines=tuple(lines),
    )


def bridges_by_part(rows: Sequence[Row], part_of: Callable[[Row], str | None]) -> tuple[BridgePart, ...]:
    """The bridges of each part, sorted by its name, the unknown one last."""
    by_part: dict[str | None, list[Row]] = {}
    for row in rows:
        by_part.setdefault(part_of(row), []).append(row)
    return tuple(
        BridgePart(
            part=part,
            people=_bridge_of_rows(CountUnit.PEOPLE, by_part[part]),
            visits=_bridge_of_rows(CountUnit.VISITS, by_part[part]),
            register_only=sum(row.theirs.is_overdue and not row.ours.is_overdue for row in by_part[part]),
            force_only=sum(row.ours.is_overdue and not row.theirs.is_overdue for row in by_part[part]),
        )
        for part in sorted(by_part, key=lambda part: (part is None, part or ""))
    )


def _bridge_of_rows(unit: CountUnit, rows: Sequence[Row]) -> Bridge:
    return build_bridge(unit, (row.ours for row in rows), (row.theirs for row in rows), rows)


def _count(unit: CountUnit, verdict: Verdict) -> int:
    return int(verdict.is_overdue) if unit is CountUnit.PEOPLE else verdict.visits


def _effect(unit: CountUnit, found: Discrepancy) -> int:
    return found.people_effect if unit is CountUnit.PEOPLE else found.visits_effect
