"""When the week's reviews are done: at a desk, on duty, while the officer is not out."""

from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.greedy import reviewers_of
from rso_planner.planning.compact.week_index import DAYS_A_WEEK

_Spell = tuple[int, int]


def place_reviews_in_time(draft: DraftWeek) -> dict[str, tuple[int, int]]:
    """For each review of the draft its (day, start), on the reviewer's least used day with room.

    Where the reviewer has no time on duty left, another officer does it; where nobody has, it is taken out.
    """
    index = draft.index
    free = {
        (officer, day): free_spells(draft, officer, day)
        for officer in range(len(index.officers))
        for day in range(DAYS_A_WEEK)
        if index.plannable[officer][day]
    }
    room = {
        (officer, day): index.plannable[officer][day] - draft.field_used[officer][day] for officer, day in free
    }
    placed: dict[str, tuple[int, int]] = {}
    for task in index.reviews:
        reviewer = draft.reviewer_of.get(task.task_id)
        if reviewer is None:
            continue
        minutes = index.problem.review_minutes[task.kind]
        draft.remove_review(task.task_id, minutes)
        others = [officer for officer in reviewers_of(index, task) if officer != reviewer]
        for officer in (reviewer, *others):
            found = _find_slot(free, room, officer, minutes)
            if found is not None and draft.place_review(task.task_id, officer, minutes):
                placed[task.task_id] = found
                _take(free[officer, found[0]], found[1], minutes)
                room[officer, found[0]] -= minutes
                break
    return placed


def _find_slot(
    free: dict[tuple[int, int], list[_Spell]], room: dict[tuple[int, int], int], officer: int, minutes: int
) -> tuple[int, int] | None:
    """(day, start) on the officer's least used day that has the time."""
    days = sorted((day for who, day in free if who == officer), key=lambda day: (-room[officer, day], day))
    return next(
        ((day, start) for day in days for start, end in free[officer, day] if end - start >= minutes), None
    )


def _take(spells: list[_Spell], start: int, minutes: int) -> None:
    number = next(number for number, spell in enumerate(spells) if spell[0] == start)
    spells[number] = (start + minutes, spells[number][1])


def free_spells(draft: DraftWeek, officer: int, day: int) -> list[_Spell]:
    """The officer's rostered time of the day without the time from leaving base to being back."""
    index = draft.index
    officer_day = index.officer_day(officer, day)
    if officer_day is None:
        return []
    out = _times_out(draft, officer, day)
    spells: list[_Spell] = []
    for start, end in (row for outing in officer_day.outings for row in outing.rows):
        here = start
        for leaves, returns in out:
            if here < min(leaves, end):
                spells.append((here, min(leaves, end)))
            here = max(here, returns)
        if here < end:
            spells.append((here, end))
    return spells


def _times_out(draft: DraftWeek, officer: int, day: int) -> list[_Spell]:
    index, base = draft.index, draft.index.base(officer)
    out: dict[int, _Spell] = {}
    for person in draft.routes[officer][day]:
        placed = draft.placed[person]
        window = placed.window
        outing = window.lead_outing if draft.trip_of[person].lead == officer else window.second_outing
        leaves = out[outing][0] if outing in out else placed.start - index.leg[base][person]
        back = placed.start + index.people[person].on_site_minutes + index.leg[person][base]
        out[outing] = (leaves, back)
    return sorted(out.values())
