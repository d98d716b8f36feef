"""Forces of another size, drawn from the same model: more people, officers and districts, nothing else changed."""

from collections.abc import Iterator
from dataclasses import replace

from rso_planner.domain.force_model import ForceModel, Town
from rso_planner.synthesis.chance import share_out

FORCES = 43
_METRES_BETWEEN_DISTRICTS = 45_000
_DISTRICTS_IN_A_ROW = 3
# The largest of the 43 is eight times the smallest, about as the forces of England and Wales without London.
_RANK_OF_THE_LARGEST = 6


def scale_model(model: ForceModel, people: int) -> ForceModel:
    """The model with so many registered people, and every other count of its kind in proportion.

    Where more than one force's worth of people live, they live in further districts like the model's own, apart
    from one another, so that ways stay as long as they are.
    """
    factor = people / model.registered
    counts = (
        *("registered", "in_community", "very_high_in_community", "high_in_community"),
        *("reactive", "prevention_orders", "visits_overdue", "ever_assessed"),
    )
    scaled = {name: round(getattr(model, name) * factor) for name in counts}
    return replace(
        model,
        **scaled,
        officers_fte=max(2.0, round(model.officers_fte * factor, 1)),
        towns=tuple(_towns(model, max(1, round(factor)))),
    )


def _towns(model: ForceModel, districts: int) -> Iterator[Town]:
    for number in range(districts):
        row, place = divmod(number, _DISTRICTS_IN_A_ROW)
        suffix = f" {number + 1}" if number else ""
        for town in model.towns:
            yield replace(
                town,
                area=f"{town.area}{suffix}",
                name=f"{town.name}{suffix}",
                easting=town.easting + place * _METRES_BETWEEN_DISTRICTS,
                northing=town.northing - row * _METRES_BETWEEN_DISTRICTS,
            )


def force_sizes(people: int, forces: int = FORCES) -> list[int]:
    """Registered people of each of so many forces, the largest first; their sum is exact."""
    return share_out(people, [1 / (rank + _RANK_OF_THE_LARGEST) for rank in range(forces)])
