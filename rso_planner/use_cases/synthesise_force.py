"""Make a synthetic force from a force model, and the register that differs from it, under the standard policy."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rso_planner.domain.answer_key import SyntheticRegister
from rso_planner.domain.force import Force
from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.refusal import WrongUseError
from rso_planner.files.extract_writing import write_extract
from rso_planner.files.force_model_file import force_model_path, read_force_model
from rso_planner.files.policy_file import read_policy
from rso_planner.files.register_writing import write_answer_key, write_register
from rso_planner.synthesis.force import draw_force
from rso_planner.synthesis.register.register import draw_register


def synthesise_force(model: ForceModel, as_of: date, seed: int) -> Force:
    """A made-up force whose published figures are exact on the as-of day under the standard policy.

    Nobody's record is read, so no audit event is written.

    Raises:
        InputRefusedError: the model asks for more people of a kind than there are.
    """
    return draw_force(model, read_policy(), as_of, seed)


@dataclass(frozen=True, slots=True)
class SyntheticForce:
    """A made-up force with the made-up register that differs from it."""

    force: Force
    register: SyntheticRegister


def write_synthetic_force(model_name: str, as_of: date, seed: int, folder: Path) -> SyntheticForce:
    """Write a synthetic force into `folder`; same arguments, same bytes.

    Its extract goes into the folder `extract`, its register into `register.csv`, and on whom the two differ, with
    the cause, into `answer_key.csv`. `model_name` is a file's path or the bare name of a shipped model.

    Raises:
        InputRefusedError: the model cannot be used.
        WrongUseError: the folder cannot be written to.
    """
    model = read_force_model(force_model_path(model_name))
    extract = folder / "extract"
    try:
        # A folder that cannot be made is known before the work, not after it.
        extract.mkdir(parents=True, exist_ok=True)
        force = synthesise_force(model, as_of, seed)
        register = draw_register(force, model, read_policy(), seed)
        write_extract(force, extract)
        write_register(register.export, folder / "register.csv")
        write_answer_key(register.answer_key, folder / "answer_key.csv")
    except OSError as error:
        raise WrongUseError(f"The extract cannot be written into {folder}: {error.strerror}.") from error
    return SyntheticForce(force, register)
