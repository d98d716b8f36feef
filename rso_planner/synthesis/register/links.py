"""By what the two lists can be brought together: identifiers, or only the names and the date of birth."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from random import Random

from rso_planner.domain.register_record import RegisterRecord
from rso_planner.synthesis.chance import draw_word, is_drawn
from rso_planner.synthesis.register.names import swap_day_and_month, write_differently
from rso_planner.synthesis.register.person import Person
from rso_planner.synthesis.register.setting import Setting


def link_by_identifier(record: RegisterRecord, person: Person, setting: Setting, chance: Random) -> RegisterRecord:
    """The record with at least one identifier that the force holds too."""
    is_known = is_drawn(chance, setting.model.register.offender_id_known)
    if is_known or person.offender.register_id != record.register_id:
        return record
    return replace(record, offender_id=None)


def link_somehow(
    record: RegisterRecord, person: Person, shared_births: Collection[date], setting: Setting, chance: Random
) -> RegisterRecord:
    """The record with an identifier, or without any for some whose register identifier the force does not hold.

    Those are never people with a visit outstanding, so that no figure hangs on how a pairing decides.
    """
    model = setting.model.register
    is_quiet = not person.owed and not person.owed_then and person.offender.date_of_birth is not None
    if person.offender.register_id is not None or not is_quiet or not is_drawn(chance, model.paired_by_name):
        return link_by_identifier(record, person, setting, chance)
    difference = draw_word(chance, model.name_differences)
    if person.offender.date_of_birth in shared_births:
        # Somebody else has this date of birth, or the one that its day and month make when swapped.
        difference = "none"
    return write_differently(replace(record, offender_id=None), difference, setting.model.family_names, chance)


def births_of_several(births: Collection[date | None]) -> frozenset[date]:
    """The dates of birth that more than one person has, be it with day and month swapped."""
    seen: set[date] = set()
    shared: set[date] = set()
    for birth in births:
        if birth is None:
            continue
        forms = {birth, swap_day_and_month(birth)}
        shared.update(forms if forms & seen else ())
        seen.update(forms)
    return frozenset(shared)
