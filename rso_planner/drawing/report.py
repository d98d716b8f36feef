"""report.html: the planned week on one page that stands alone."""

from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.plan_words import (
    REASON_WORDS,
    WEEKDAYS,
    bound_words,
    figure_words,
    objective_title,
)
from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.domain.planned_week_words import headline_lines, plan_sentences, provenance_lines
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.drawing import visit_map, week_board
from rso_planner.drawing.page import page_template
from rso_planner.drawing.report_rows import MOST_LEFT_OUT, hours_rows, left_out_rows, visit_rows


def render_report(planned_week: PlannedWeek) -> str:
    """The page as HTML; it fetches nothing, runs no script, and names nobody but officers.

    Visits are numbered through the week, by day and time, alike on the board, on the map and in the table.
    """
    numbers = {trip: number for number, trip in enumerate(planned_week.trips, start=1)}
    weekdays = sorted({trip.on.weekday() for trip in planned_week.trips})
    return page_template("report.html").render(
        week=day_in_words(planned_week.week),
        as_of=day_in_words(planned_week.as_of),
        headlines=headline_lines(planned_week.headlines),
        sentences=plan_sentences(planned_week),
        objectives=[
            (objective_title(each), figure_words(each.value), each.words, bound_words(each))
            for each in planned_week.result.objectives
        ],
        board=week_board.draw_week_board(planned_week, numbers),
        board_width=week_board.WIDTH,
        map=visit_map.draw_visit_map(planned_week, numbers),
        map_width=visit_map.WIDTH,
        map_strip=visit_map.STRIP,
        weekday_signs=[(day, WEEKDAYS[day], visit_map.shape_of(day, 0.8)) for day in weekdays],
        visits=visit_rows(planned_week, numbers),
        hours=hours_rows(planned_week),
        levels=[level.words for level in RiskLevel],
        left_out_counts=[
            (REASON_WORDS[reason], list(counts.values()), sum(counts.values()))
            for reason, counts in planned_week.left_out_counts.items()
        ],
        left_out=left_out_rows(planned_week),
        left_out_beyond=max(0, len(planned_week.result.unplanned) - MOST_LEFT_OUT),
        provenance=provenance_lines(planned_week),
    )
