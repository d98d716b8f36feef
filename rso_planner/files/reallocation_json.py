"""A reallocation as a JSON document, and read back from the one in the store."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from rso_planner.domain.reallocation import Caseload, OfficerCaseload, OfficerChange, Reallocation, StoredChange
from rso_planner.domain.reallocation_words import REASON_WORDS
from rso_planner.domain.visit_plan import ObjectiveValue, Sense


def make_reallocation_document(proposal: Reallocation) -> dict[str, Any]:
    """The proposal without its changes, which the store keeps row by row."""
    return {
        "as_of": proposal.as_of.isoformat(),
        "serving_on": proposal.serving_on.isoformat(),
        "objectives": [
            {
                "name": each.name,
                "sense": each.sense.value,
                "value": each.value,
                "bound": each.bound,
                "words": each.words,
            }
            for each in proposal.objectives
        ],
        "officers": [make_caseload_document(each) for each in proposal.caseloads],
        "without_officer": list(proposal.without_officer),
    }


def read_reallocation(document: Mapping[str, Any], changes: Iterable[OfficerChange]) -> Reallocation:
    """The proposal of a document and of its changes."""
    return Reallocation(
        as_of=date.fromisoformat(document["as_of"]),
        serving_on=date.fromisoformat(document["serving_on"]),
        changes=tuple(changes),
        caseloads=tuple(
            OfficerCaseload(
                officer_id=each["officer_id"],
                area=each["area"],
                fair_minutes=each["fair_minutes"],
                before=Caseload(**each["before"]),
                after=Caseload(**each["after"]),
            )
            for each in document["officers"]
        ),
        objectives=tuple(
            ObjectiveValue(**{**each, "sense": Sense(each["sense"])}) for each in document["objectives"]
        ),
        without_officer=tuple(document["without_officer"]),
    )


def make_caseload_document(caseload: OfficerCaseload) -> dict[str, Any]:
    """An officer's caseload before and after."""
    return {
        "officer_id": caseload.officer_id,
        "area": caseload.area,
        "fair_minutes": caseload.fair_minutes,
        "before": _caseload(caseload.before),
        "after": _caseload(caseload.after),
    }


def make_change_document(stored: StoredChange) -> dict[str, Any]:
    """A change with its number, how it stands, and everything that was decided on it."""
    change = stored.change
    return {
        "change_id": stored.change_id,
        "offender_id": change.offender_id,
        "risk_level": change.risk_level.value,
        "from_officer_id": change.from_officer_id,
        "to_officer_id": change.to_officer_id,
        "reason": change.reason.value,
        "sentence": REASON_WORDS[change.reason],
        "yearly_minutes": change.yearly_minutes,
        "standing": "open" if stored.standing is None else stored.standing.value,
        "history": [
            {
                "verdict": each.verdict.value,
                "decided_at": each.decided_at.isoformat(),
                "decided_by": each.decided_by,
                "note": each.note,
            }
            for each in stored.history
        ],
    }


def _caseload(caseload: Caseload) -> dict[str, int]:
    return {
        "people": caseload.people,
        "high_risk_people": caseload.high_risk_people,
        "yearly_minutes": caseload.yearly_minutes,
    }
