"""What is read aloud of a proposal is true of it."""

from dataclasses import replace
from typing import Any

import pytest

from rso_planner.domain.reallocation import (
    Caseload,
    ChangeReason,
    ChangeVerdict,
    OfficerCaseload,
    OfficerChange,
    Reallocation,
)
from rso_planner.domain.reallocation_words import (
    REASON_WORDS,
    STANDING_WORDS,
    change_in_words,
    hours_a_week,
    share_words,
    summary_sentences,
)
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.domain.visit_plan import ObjectiveValue, Sense
from tests.domain.cases import AS_OF


def _change(**changes: Any) -> OfficerChange:
    change = OfficerChange(
        offender_id="0012",
        risk_level=RiskLevel.VERY_HIGH,
        from_officer_id="OM19",
        to_officer_id="OM17",
        reason=ChangeReason.EVENS_WORK,
        yearly_minutes=600,
    )
    return replace(change, **changes)


def _objective(name: str, value: float, bound: float) -> ObjectiveValue:
    return ObjectiveValue(name=name, sense=Sense.MIN, value=value, bound=bound, words="things counted")


def _proposal(**changes: Any) -> Reallocation:
    proposal = Reallocation(
        as_of=AS_OF,
        serving_on=AS_OF,
        changes=(_change(), _change(offender_id="0013", reason=ChangeReason.MOVED_AREA)),
        caseloads=(
            OfficerCaseload(
                officer_id="OM17",
                area=None,
                fair_minutes=1000,
                before=Caseload(people=1, yearly_minutes=800),
                after=Caseload(people=2, yearly_minutes=1050),
            ),
        ),
        objectives=(_objective("other", 5, 5), _objective("changes", 2, 2)),
        without_officer=(),
    )
    return replace(proposal, **changes)


def test_a_proposal_is_summed_up() -> None:
    assert summary_sentences(_proposal()) == [
        (
            "As of 23 November 2026, 2 changes of officer: 1 to an officer who serves the person's area; 1 to "
            "even the work."
        ),
        "The officers' work lies between 80 and 80 % of a fair part now, between 105 and 105 % after.",
        "No smaller number of changes does as much: proven.",
    ]


def test_what_is_not_proven_is_said() -> None:
    objectives = (_objective("other", 1500, 1400), _objective("changes", 2, 1))
    assert summary_sentences(_proposal(objectives=objectives))[2:] == [
        "At least 1 change would be needed; fewer than 2 may do.",
        "Not proven: 1,500 things counted; no proposal has fewer than 1,400.",
    ]


def test_no_change_and_nobody_to_hold_people_are_said() -> None:
    sentences = summary_sentences(_proposal(changes=(), caseloads=(), without_officer=("a", "b")))
    assert sentences == [
        "As of 23 November 2026 no change of officer is needed.",
        "2 people would be left without an officer who can hold them.",
    ]


def test_a_change_is_read_aloud() -> None:
    assert change_in_words(_change()) == "0012, very high risk: OM19 to OM17; evens the work."
    nobody = _change(from_officer_id=None, reason=ChangeReason.NO_OFFICER)
    assert change_in_words(nobody) == "0012, very high risk: nobody to OM17; there is no officer."


@pytest.mark.parametrize(("minutes", "fair", "words"), [(1080, 1000, "108 %"), (5, None, ""), (0, 1000, "0 %")])
def test_a_share_needs_a_fair_part(minutes: int, fair: int | None, words: str) -> None:
    assert share_words(minutes, fair) == words


def test_hours_a_week() -> None:
    assert hours_a_week(52 * 60 * 3) == 3


def test_every_reason_and_standing_has_its_words() -> None:
    assert set(REASON_WORDS) == set(ChangeReason)
    assert set(STANDING_WORDS) == {None, *ChangeVerdict} - {ChangeVerdict.UNDONE}
