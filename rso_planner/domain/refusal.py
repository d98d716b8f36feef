"""What the planner will not do, each with a sentence for the person who asked.

The doors turn each kind into its exit code or page; anything that is not a `RefusedError` is a fault of ours.
"""


class RefusedError(Exception):
    """An act was refused; the message is a plain English sentence and holds no name of a person."""


class WrongUseError(RefusedError):
    """The act does not fit what was asked or what is there: a wrong option, no store yet."""


class InputRefusedError(RefusedError, ValueError):
    """A file or an entry cannot be used as it is."""


class NoPlanError(RefusedError):
    """No plan could be made."""


class PermissionRefusedError(RefusedError):
    """The person may not do this, or it could not be put on the audit."""
