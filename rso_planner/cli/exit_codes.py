"""The exit codes of the contract, and which refusal has which."""

from enum import IntEnum

from rso_planner.domain.refusal import (
    InputRefusedError,
    NoPlanError,
    PermissionRefusedError,
    RefusedError,
    WrongUseError,
)


class ExitCode(IntEnum):
    """What a command tells the shell."""

    DONE = 0
    FINDING = 1
    WRONG_USE = 2
    INPUT_REFUSED = 3
    NO_PLAN = 4
    PERMISSION_REFUSED = 5


# An error of ours is none of the contract's six: 70 is EX_SOFTWARE of sysexits.h.
INTERNAL_ERROR = 70
# 128 + SIGINT, as shells have it.
INTERRUPTED = 130

_CODES: tuple[tuple[type[RefusedError], ExitCode], ...] = (
    (WrongUseError, ExitCode.WRONG_USE),
    (InputRefusedError, ExitCode.INPUT_REFUSED),
    (NoPlanError, ExitCode.NO_PLAN),
    (PermissionRefusedError, ExitCode.PERMISSION_REFUSED),
)


def exit_code_of(refusal: RefusedError) -> ExitCode:
    """The exit code of a refusal."""
    return next((code for kind, code in _CODES if isinstance(refusal, kind)), ExitCode.WRONG_USE)
