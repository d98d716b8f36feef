"""Every way in which the register differs about a person whom the force has, in the order of planting."""

from rso_planner.synthesis.register.planting import Plant
from rso_planner.synthesis.register.plants import (
    anchor,
    assessment_for_visit,
    attempt_as_visit,
    combined,
    cutoff,
    duplicate,
    entry_lag,
    frequency_basis,
    missing_from_register,
    not_rso,
    owner,
    population,
    reactive_still_timed,
    risk_change,
    status_one_sided,
    unexplained,
    unit,
)

# Ways that fit few people come first, so that those that fit many leave them people.
PLANTS: tuple[Plant, ...] = (
    *cutoff.PLANTS,
    *not_rso.PLANTS,
    *combined.PLANTS,
    *frequency_basis.PLANTS,
    *attempt_as_visit.PLANTS,
    *unit.PLANTS,
    *anchor.PLANTS,
    *risk_change.PLANTS,
    *owner.PLANTS,
    *status_one_sided.PLANTS,
    *unexplained.PLANTS,
    *reactive_still_timed.PLANTS,
    *entry_lag.PLANTS,
    *assessment_for_visit.PLANTS,
    *population.PLANTS,
    *duplicate.PLANTS,
    *missing_from_register.PLANTS,
)
