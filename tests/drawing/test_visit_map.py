"""The map: places in true proportion on the National Grid, signs that do not cover each other."""

from dataclasses import replace
from itertools import combinations
from math import hypot

from rso_planner.domain.place import Place
from rso_planner.domain.planned_week import PlannedWeek
from rso_planner.domain.task import TaskKind
from rso_planner.drawing.visit_map import WIDTH, VisitMap, draw_visit_map, shape_of
from tests.drawing.planned_weeks import (
    make_large_week,
    make_officer,
    make_person,
    make_planned_week,
    make_small_week,
    make_task,
    make_trip,
)


def _draw(week: PlannedWeek) -> VisitMap | None:
    return draw_visit_map(week, {trip: number for number, trip in enumerate(week.trips, start=1)})


def _week_at(*places: Place | None) -> PlannedWeek:
    officer = make_officer(1, base=Place(340_000, 390_000))
    people = [make_person(number, place=place) for number, place in enumerate(places, start=1)]
    trips = [
        make_trip(person, (TaskKind.VISIT,), 0, f"{8 + n:02}:00", [officer]) for n, person in enumerate(people)
    ]
    return make_planned_week(people, [officer], [make_task(each, TaskKind.VISIT) for each in people], trips)


def test_distances_on_the_map_are_in_proportion_and_north_is_up() -> None:
    drawn = _draw(_week_at(Place(330_000, 390_000), Place(350_000, 390_000), Place(340_000, 395_000)))
    assert drawn is not None
    west, east, north = drawn.symbols
    across = east.true_x - west.true_x
    assert west.true_y == east.true_y
    assert abs((east.true_y - north.true_y) / across - 0.25) < 0.001
    metres_a_pixel = 20_000 / across
    kilometres = float(drawn.scale_words.removesuffix(" km"))
    assert abs(drawn.scale_width * metres_a_pixel / 1000 - kilometres) < 0.05


def test_grid_lines_stand_at_whole_kilometres_where_their_label_says() -> None:
    drawn = _draw(_week_at(Place(330_000, 390_000), Place(350_000, 400_000)))
    assert drawn is not None
    by_label = {line.label: line.at for line in drawn.eastings}
    assert abs(by_label["330"] - drawn.symbols[0].true_x) < 0.2
    assert abs(by_label["350"] - drawn.symbols[1].true_x) < 0.2
    by_label = {line.label: line.at for line in drawn.northings}
    assert abs(by_label["390"] - drawn.symbols[0].true_y) < 0.2
    assert abs(by_label["400"] - drawn.symbols[1].true_y) < 0.2


def test_signs_at_one_place_part_and_a_line_leads_back() -> None:
    drawn = _draw(_week_at(*[Place(341_000, 391_000)] * 12, Place(345_000, 395_000)))
    assert drawn is not None
    crowd = drawn.symbols[:12]
    assert len({(each.true_x, each.true_y) for each in crowd}) == 1
    gaps = [hypot(one.x - other.x, one.y - other.y) for one, other in combinations(drawn.symbols, 2)]
    assert min(gaps) > 18
    assert sum(each.is_moved for each in crowd) >= 11
    assert not drawn.symbols[12].is_moved


def test_signs_of_a_large_week_stay_apart_and_inside() -> None:
    drawn = _draw(make_large_week())
    assert drawn is not None
    assert all(0 < each.x < WIDTH and 0 < each.y < drawn.height for each in drawn.symbols)
    gaps = [hypot(one.x - other.x, one.y - other.y) for one, other in combinations(drawn.symbols, 2)]
    assert min(gaps) > 18


def test_a_person_without_a_place_is_never_drawn_at_a_default_point() -> None:
    drawn = _draw(_week_at(None, Place(341_000, 391_000)))
    assert drawn is not None
    assert [symbol.number for symbol in drawn.symbols] == [2]
    assert _draw(_week_at(None)) is None


def test_one_single_place_is_drawn_with_its_base() -> None:
    drawn = _draw(_week_at(Place(340_000, 390_000)))
    assert drawn is not None
    assert len(drawn.bases) == len(drawn.symbols) == 1
    assert drawn.symbols[0].is_moved


def test_days_differ_by_shape_not_by_colour_alone() -> None:
    assert len({shape_of(weekday) for weekday in range(7)}) == 7


def test_signs_tell_number_and_day_and_no_name() -> None:
    week = make_small_week()
    drawn = _draw(week)
    assert drawn is not None
    assert [symbol.words for symbol in drawn.symbols] == ["Visit 1, Monday", "Visit 2, Wednesday"]
    assert _draw(replace(week, result=replace(week.result, plan=None))) is None
