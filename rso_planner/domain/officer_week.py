"""How much of an officer's week a plan has used."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerWeek:
    """Minutes of one officer in the plan week: what is plannable, and what field, travel and desk work use.

    An officer with no plannable minutes is not available, which is never 0 % busy.
    """

    officer_id: str
    plannable_minutes: int
    on_site_minutes: int
    travel_minutes: int
    desk_minutes: int

    @property
    def used_minutes(self) -> int:
        """All minutes that the plan uses."""
        return self.on_site_minutes + self.travel_minutes + self.desk_minutes

    @property
    def used_share(self) -> float | None:
        """The used share of the plannable minutes, or None when the officer is not available."""
        return self.used_minutes / self.plannable_minutes if self.plannable_minutes else None
