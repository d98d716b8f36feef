"""What takes officers' time away in the roster's weeks, each with a reason."""

from dataclasses import replace
from datetime import date, timedelta

from rso_planner.domain.force_model import ForceModel
from rso_planner.domain.officer import Absence, AbsenceKind, OffenderManager
from rso_planner.synthesis.chance import draw_number, stream


def draw_absences(
    officers: tuple[OffenderManager, ...], model: ForceModel, as_of: date, seed: int
) -> tuple[Absence, ...]:
    """Absences sorted by officer and first day; every kind occurs, and the recruits are in training."""
    chance = stream(seed, "absences")
    monday = as_of - timedelta(days=as_of.weekday())
    days = model.roster * 7
    absences = [
        _absence(officer, officer.starts_on, days, AbsenceKind.TRAINING, model)
        for officer in officers
        if officer.starts_on
    ]
    experienced = [officer for officer in officers if not (officer.starts_on or officer.leaves_on)]
    experienced = experienced or list(officers)
    kinds = list(AbsenceKind)
    for number in range(max(len(kinds), round(model.absences * len(officers)))):
        kind = kinds[number % len(kinds)]
        officer = experienced[draw_number(chance, 0, len(experienced) - 1)]
        length = draw_number(chance, 1, 2 * max(1, int(model.absence_days[kind.value])) - 1)
        first_on = monday + timedelta(days=draw_number(chance, 0, max(0, days - length)))
        absences.append(_absence(officer, first_on, length, kind, model))
    return _without_overlaps(absences)


def _absence(
    officer: OffenderManager, first_on: date, length: int, kind: AbsenceKind, model: ForceModel
) -> Absence:
    return Absence(
        officer_id=officer.officer_id,
        first_on=first_on,
        last_on=first_on + timedelta(days=length - 1),
        kind=kind,
        share=model.absence_share[kind.value],
        reason=f"Synthetic {kind.value}",
    )


def _without_overlaps(absences: list[Absence]) -> tuple[Absence, ...]:
    """One absence at a time for an officer: the later of two that overlap moves behind the earlier."""
    kept: list[Absence] = []
    for absence in sorted(absences, key=lambda each: (each.officer_id, each.first_on, each.kind.value)):
        previous = kept[-1] if kept and kept[-1].officer_id == absence.officer_id else None
        if previous and previous.last_on >= absence.first_on:
            later = previous.last_on + timedelta(days=1) - absence.first_on
            kept.append(replace(absence, first_on=absence.first_on + later, last_on=absence.last_on + later))
        else:
            kept.append(absence)
    return tuple(kept)
