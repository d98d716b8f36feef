"""The reconciliation as one JSON document: what `reconcile --json` prints and the store keeps."""

from collections.abc import Iterable, Mapping
from typing import Any

from rso_planner.domain.discrepancy import Cause, Discrepancy, SameDifference
from rso_planner.domain.reconciliation import Bridge, BridgePart, Correction, CountUnit, Reconciliation


def make_reconciliation_document(reconciliation: Reconciliation) -> dict[str, Any]:
    """The document; dates are YYYY-MM-DD, people and corrections stand together, the most serious first.

    `bridge` counts people and `visits_bridge` visits owed; of each, the force's total and the effects make the
    register's. A name stands in it only where the two lists write it differently.
    """
    people, visits = reconciliation.people, reconciliation.visits
    earlier_on = reconciliation.earlier_on
    by_discrepancy = {each.discrepancy: each for each in reconciliation.corrections}
    return {
        "as_of": reconciliation.as_of.isoformat(),
        "snapshot_on": reconciliation.snapshot_on.isoformat(),
        "layout": reconciliation.layout.value,
        "unit": CountUnit.PEOPLE.value,
        "force_total": people.force_total,
        "register_total": people.register_total,
        "bridge": _lines(people),
        "visits_force_total": visits.force_total,
        "visits_register_total": visits.register_total,
        "visits_bridge": _lines(visits),
        "policy_overdue": {
            "lowest": reconciliation.policy_overdue.lowest,
            "highest": reconciliation.policy_overdue.highest,
        },
        "compared": reconciliation.compared,
        "undecided_pairs": reconciliation.undecided_pairs,
        "people": [_person(each, by_discrepancy.get(each)) for each in reconciliation.discrepancies],
        "by_area": _parts(reconciliation.by_area),
        "by_officer": _parts(reconciliation.by_officer),
        "by_risk": _parts(reconciliation.by_risk),
        "earlier_on": earlier_on.isoformat() if earlier_on else None,
        "trend": [
            {"cause": each.cause.value, "new": each.new, "standing": each.standing, "gone": each.gone}
            for each in reconciliation.trend
        ],
    }


def read_differences(document: Mapping[str, Any]) -> tuple[SameDifference, ...]:
    """The differences that a document of an earlier reconciliation holds, to compare later ones with."""
    return tuple(
        SameDifference.of(each["offender_id"], each["register_id"], Cause(each["cause"]))
        for each in document["people"]
    )


def _lines(bridge: Bridge) -> list[dict[str, Any]]:
    return [{"cause": each.cause.value, "people": each.people, "effect": each.effect} for each in bridge.lines]


def _parts(parts: Iterable[BridgePart]) -> list[dict[str, Any]]:
    return [
        {
            "part": each.part,
            "people": _bridge(each.people),
            "visits": _bridge(each.visits),
            "register_only": each.register_only,
            "force_only": each.force_only,
        }
        for each in parts
    ]


def _bridge(bridge: Bridge) -> dict[str, Any]:
    return {
        "force_total": bridge.force_total,
        "register_total": bridge.register_total,
        "bridge": _lines(bridge),
    }


def _person(found: Discrepancy, correction: Correction | None) -> dict[str, Any]:
    return {
        "offender_id": found.offender_id,
        "register_id": found.register_id,
        "cause": found.cause.value,
        "parts": [cause.value for cause in found.parts],
        "also": [cause.value for cause in found.also],
        "force_overdue": found.force_overdue,
        "register_overdue": found.register_overdue,
        "force_visits": found.force_visits,
        "register_visits": found.register_visits,
        "risk_level": found.risk_level.value if found.risk_level else None,
        "area": found.area,
        "officer_id": found.officer_id,
        "due_on": found.due_on.isoformat() if found.due_on else None,
        "fields": [{"field": each.field, "force": each.force, "register": each.register} for each in found.fields],
        "reason": found.reason,
        "action": correction.action if correction else None,
        "system": correction.system.value if correction and correction.system else None,
    }
