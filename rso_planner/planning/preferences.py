"""Tier 5: the own officer leads, else one of the same area; visits vary in day and time, some in the evening.

Points of one trip, so that a plan's preferences can be added up. The own officer counts most (continuity), then
the pattern and the evening, then the area (rules own_officer_leads, unannounced_pattern).
"""

from rso_planner.domain.officer import minute_of_day
from rso_planner.domain.visit import EVENING_STARTS_AT, NOON, part_of_day
from rso_planner.planning.clock import time_of_day
from rso_planner.planning.problem import Person, PlannedOfficer, PlanningProblem

OWN_OFFICER_POINTS = 3
PATTERN_POINTS = 2
EVENING_POINTS = 2
AREA_POINTS = 1

EVENING_START = minute_of_day(EVENING_STARTS_AT)
PART_OF_DAY_STARTS = (0, minute_of_day(NOON), EVENING_START)
"""Each part of the day from its beginning: no other start earns more points than the first possible from these."""


def trip_points(problem: PlanningProblem, person: Person, lead: PlannedOfficer, weekday: int, start: int) -> int:
    """The points of a trip: who leads, and when it starts (Monday being 0)."""
    return lead_points(problem, person, lead) + start_points(person, weekday, start)


def lead_points(problem: PlanningProblem, person: Person, lead: PlannedOfficer) -> int:
    """How well the officer suits as the lead: the own officer best, then one of the same area."""
    if not problem.own_officer_preferred:
        return 0
    if person.own_officer_id == lead.officer_id:
        return OWN_OFFICER_POINTS
    return AREA_POINTS if person.area is not None and person.area == lead.area else 0


def start_points(person: Person, weekday: int, start: int) -> int:
    """How well the start suits an unannounced visit: not the slots of the last two, the evening if one is due."""
    pattern = PATTERN_POINTS * keeps_pattern(person, weekday, start)
    return pattern + EVENING_POINTS * is_wanted_evening(person, start)


def most_start_points(person: Person, latest_start: int) -> int:
    """What a start can earn at most where none after `latest_start` is possible."""
    return PATTERN_POINTS + EVENING_POINTS * is_wanted_evening(person, latest_start)


def keeps_pattern(person: Person, weekday: int, start: int) -> bool:
    """Tell whether the start avoids the weekdays and parts of day of the last two visits."""
    return (weekday, part_of_day(time_of_day(start))) not in person.slots_to_avoid


def is_wanted_evening(person: Person, start: int) -> bool:
    """Tell whether the start is in the evening, of a person who is due an evening visit."""
    return person.is_due_an_evening_visit and start >= EVENING_START
