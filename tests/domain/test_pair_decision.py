"""The last decision on a pair counts, and an undo opens the pair again."""

from datetime import UTC, datetime

from rso_planner.domain.pair_decision import PairDecision, PairVerdict, standing_decisions


def decided(register_id: str, offender_id: str, verdict: PairVerdict, minute: int) -> PairDecision:
    return PairDecision(
        register_id=register_id,
        offender_id=offender_id,
        decision=verdict,
        decided_at=datetime(2026, 11, 23, 9, minute, tzinfo=UTC),
        decided_by="made-up-supervisor",
    )


def test_the_last_decision_on_a_pair_stands_and_other_pairs_are_their_own() -> None:
    accepted = decided("V1", "P1", PairVerdict.ACCEPTED, 0)
    other_person = decided("V1", "P2", PairVerdict.REJECTED, 1)
    rejected = decided("V1", "P1", PairVerdict.REJECTED, 2)
    assert standing_decisions([accepted, other_person]) == (accepted, other_person)
    assert standing_decisions([accepted, other_person, rejected]) == (other_person, rejected)


def test_an_undone_decision_leaves_the_pair_open_and_it_can_be_decided_again() -> None:
    accepted = decided("V1", "P1", PairVerdict.ACCEPTED, 0)
    undone = decided("V1", "P1", PairVerdict.UNDONE, 1)
    again = decided("V1", "P1", PairVerdict.REJECTED, 2)
    assert standing_decisions([accepted, undone]) == ()
    assert standing_decisions([accepted, undone, again]) == (again,)
