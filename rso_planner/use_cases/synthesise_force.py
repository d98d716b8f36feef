"""Make a synthetic force from a force model, under the standard policy."""

from datetime import date

from rso_planner.domain.force import Force
from rso_planner.domain.force_model import ForceModel
from rso_planner.files.policy_file import read_policy
from rso_planner.synthesis.force import draw_force


def synthesise_force(model: ForceModel, as_of: date, seed: int) -> Force:
    """A made-up force whose published figures are exact on the as-of day under the standard policy.

    Nobody's record is read, so no audit event is written.

    Raises:
        ValueError: the model asks for more people of a kind than there are.
    """
    return draw_force(model, read_policy(), as_of, seed)
