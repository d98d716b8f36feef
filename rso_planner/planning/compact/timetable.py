"""When the week's reviews are done: at a desk, on duty, while the officer is not out."""

from rso_planner.planning.compact.draft import DraftWeek
from rso_planner.planning.compact.week_index import DAYS_A_WEEK

_Spell = tuple[int, int]


def place_reviews_in_time(draft: DraftWeek) -> dict[str, tuple[int, int]]:
    """For each review of the draft its (day, start), on the officer's least used day with room.

    A review for which no time on duty is left is taken out of the draft.
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
        officer = draft.reviewer_of.get(task.task_id)
        if officer is None:
            continue
        minutes = index.problem.review_minutes[task.kind]
        days = sorted((day for who, day in free if who == officer), key=lambda day: (-room[officer, day], day))
        found = next(((day, start) for day in days for start in _take(free[officer, day], minutes)), None)
        if found is None:
            draft.remove_review(task.task_id, minutes)
            continue
        placed[task.task_id] = found
        room[officer, found[0]] -= minutes
    return placed


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


def _take(spells: list[_Spell], minutes: int) -> list[int]:
    """Cut the minutes from the first spell that is long enough; its start, or nothing."""
    for number, (start, end) in enumerate(spells):
        if end - start >= minutes:
            spells[number] = (start + minutes, end)
            return [start]
    return []
