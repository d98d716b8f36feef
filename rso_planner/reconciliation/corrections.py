"""What to do about each discrepancy: what to change or find out, and in which system."""

from collections.abc import Callable, Mapping

from rso_planner.domain.discrepancy import Cause, Discrepancy
from rso_planner.domain.plain_words import day_in_words
from rso_planner.domain.reconciliation import Correction, System

Advice = tuple[System | None, str]


def correction_of(found: Discrepancy) -> Correction:
    """The line of the work list for one discrepancy; its evidence is what the two lists say."""
    system, action = _ADVICE[found.cause](found)
    return Correction(discrepancy=found, system=system, action=action, evidence=_evidence(found))


def _evidence(found: Discrepancy) -> str:
    differing = [
        f"{each.field}: {each.force or 'none'} here, {each.register or 'none'} there" for each in found.fields
    ]
    due = f" Due on {day_in_words(found.due_on)}." if found.due_on else ""
    return found.reason + due + (f" Fields: {'; '.join(differing)}." if differing else "")


def _says(found: Discrepancy, field: str) -> tuple[str | None, str | None]:
    differing = next((each for each in found.fields if each.field == field), None)
    return (differing.force, differing.register) if differing else (None, None)


def _population(_found: Discrepancy) -> Advice:
    return (
        System.REGISTER,
        "End the next visit date: no visit is due while the person is not at home in the force.",
    )


def _reactive_still_timed(found: Discrepancy) -> Advice:
    if found.force_overdue:
        return None, "Find out which management was decided; record the decision in both systems."
    return System.REGISTER, "End the next visit date: the person is on reactive management."


def _entry_lag(found: Discrepancy) -> Advice:
    here, there = _says(found, "last_visit_on")
    if here is not None and (there is None or there < here):
        return System.REGISTER, f"Record the completed visit of {here}, after looking at its entry here."
    return (
        System.FORCE,
        f"Find the record of the visit of {there} and enter it, or have it corrected on the register.",
    )


def _attempt_as_visit(found: Discrepancy) -> Advice:
    _, there = _says(found, "last_visit_on")
    day = f" of {there}" if there else ""
    return System.REGISTER, f"Correct the visit{day}: it was an attempt, and the person was not seen."


def _unit(_found: Discrepancy) -> Advice:
    return None, "Change no record: agree whether the figure counts visits owed or people who owe them."


def _type(_found: Discrepancy) -> Advice:
    return System.REGISTER, "Keep the date of the assessment apart from that of the next visit."


def _frequency_basis(_found: Discrepancy) -> Advice:
    return (
        System.REGISTER,
        "Enter the interval of the risk management plan, or correct it here if the register's holds.",
    )


def _anchor(_found: Discrepancy) -> Advice:
    return System.REGISTER, "Recompute the next visit date from the last completed visit, in calendar months."


def _risk_change(found: Discrepancy) -> Advice:
    here, there = _says(found, "risk_level")
    if here is None or there is None:
        return System.REGISTER, "Recompute the next visit date for the risk level that both lists have."
    return (
        None,
        f"Find out which risk level was decided ({_words(here)} or {_words(there)}), and enter it in both.",
    )


def _cutoff(_found: Discrepancy) -> Advice:
    return None, "Change no record: take both lists on the same day, and count what is due today the same way."


def _owner(_found: Discrepancy) -> Advice:
    return None, "Agree with the other unit who manages the person from which day, and enter it in both systems."


def _not_rso(_found: Discrepancy) -> Advice:
    return System.REGISTER, "Correct the type of registration, or leave the person out of the count."


def _duplicate(found: Discrepancy) -> Advice:
    is_ours = found.force_overdue and not found.register_overdue
    return (
        System.FORCE if is_ours else System.REGISTER
    ), "Make sure that both records are about one person, and merge them."


def _status_one_sided(found: Discrepancy) -> Advice:
    here, there = _says(found, "status")
    return None, f"Find out where the person is ({_words(here)} or {_words(there)}), and enter it in both systems."


def _missing_locally(_found: Discrepancy) -> Advice:
    return System.FORCE, "Find out today who manages the person; enter the person, or have the register corrected."


def _missing_from_register(_found: Discrepancy) -> Advice:
    return (
        System.REGISTER,
        "Find the person's record on the register or have one made; check the register id here.",
    )


def _combined(found: Discrepancy) -> Advice:
    causes = " and ".join(cause.value for cause in found.parts)
    return None, f"Several things differ ({causes}): compare the two records field by field and mend each."


def _unexplained(_found: Discrepancy) -> Advice:
    return None, "Compare the two records by hand: no rule explains the difference."


def _words(value: str | None) -> str:
    return (value or "not known").replace("_", " ")


_ADVICE: Mapping[Cause, Callable[[Discrepancy], Advice]] = {
    Cause.POPULATION: _population,
    Cause.REACTIVE_STILL_TIMED: _reactive_still_timed,
    Cause.ENTRY_LAG: _entry_lag,
    Cause.ATTEMPT_AS_VISIT: _attempt_as_visit,
    Cause.UNIT: _unit,
    Cause.TYPE: _type,
    Cause.FREQUENCY_BASIS: _frequency_basis,
    Cause.ANCHOR: _anchor,
    Cause.RISK_CHANGE: _risk_change,
    Cause.CUTOFF: _cutoff,
    Cause.OWNER: _owner,
    Cause.NOT_RSO: _not_rso,
    Cause.DUPLICATE: _duplicate,
    Cause.STATUS_ONE_SIDED: _status_one_sided,
    Cause.MISSING_LOCALLY: _missing_locally,
    Cause.MISSING_FROM_REGISTER: _missing_from_register,
    Cause.COMBINED: _combined,
    Cause.UNEXPLAINED: _unexplained,
}
