"""Tier 5: the own officer leads, else one of the same area; the unannounced pattern is kept.

Points of one trip, so that a plan's preferences can be added up. The own officer counts most (continuity),
then the pattern, then the area (rules own_officer_leads, unannounced_pattern).
"""

OWN_OFFICER_POINTS = 3
PATTERN_POINTS = 2
AREA_POINTS = 1
MOST_POINTS = OWN_OFFICER_POINTS + PATTERN_POINTS
"""What a trip can reach at most."""
