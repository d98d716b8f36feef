"""Sexual risk order subjects and others are planned, but no figure of registered sex offenders counts them.

Rule register_types, law. Source: SEED.
"""

from rso_planner.domain.offender import Offender, RegisterType


def counts_as_rso(offender: Offender) -> bool:
    """Tell whether the figures of registered sex offenders count the person."""
    return offender.register_type is RegisterType.RSO
