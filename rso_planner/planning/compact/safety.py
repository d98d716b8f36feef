"""The clock as a safety net only: a plan that it cut short is marked as not reproducible."""

from time import monotonic


class SafetyLimit:
    """Stops long work after so many seconds and remembers that it did."""

    def __init__(self, seconds: float) -> None:
        self._ends_at = monotonic() + seconds
        self.was_reached = False

    @property
    def is_reached(self) -> bool:
        """Tell whether the time is over."""
        self.was_reached = self.was_reached or monotonic() > self._ends_at
        return self.was_reached
