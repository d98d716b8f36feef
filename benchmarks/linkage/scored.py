"""Linked pairs against the answer: precision, recall, and the best that any threshold could have reached."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

PRECISION = 0.999

ScoredPair = tuple[float, str, str]
"""How sure a method is of a pair, and its two rows."""

IsTrue = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Quality:
    """How many pairs were linked, and how many of them rightly, of so many that there are."""

    linked: int
    right: int
    true_pairs: int

    @property
    def precision(self) -> float:
        """The share of the linked pairs that are right."""
        return self.right / self.linked if self.linked else 1.0

    @property
    def recall(self) -> float:
        """The share of the true pairs that were linked."""
        return self.right / self.true_pairs if self.true_pairs else 1.0


def judge(pairs: Iterable[tuple[str, str]], is_true: IsTrue, true_pairs: int) -> Quality:
    """The quality of pairs as they were linked."""
    found = [is_true(left, right) for left, right in pairs]
    return Quality(len(found), sum(found), true_pairs)


def each_ones_best(pairs: Iterable[ScoredPair]) -> list[ScoredPair]:
    """The pairs of which each row is the other's single best: nobody is linked twice."""
    of_left: dict[str, list[float]] = defaultdict(list)
    of_right: dict[str, list[float]] = defaultdict(list)
    listed = list(pairs)
    for score, left, right in listed:
        of_left[left].append(score)
        of_right[right].append(score)
    best = {
        side: {row: (max(scores), scores.count(max(scores)) == 1) for row, scores in of_side.items()}
        for side, of_side in (("left", of_left), ("right", of_right))
    }
    return [
        (score, left, right)
        for score, left, right in listed
        if best["left"][left] == (score, True) and best["right"][right] == (score, True)
    ]


def best_in_hindsight(pairs: Iterable[ScoredPair], is_true: IsTrue, true_pairs: int) -> Quality:
    """The highest recall at a precision of 0.999 or more, with the threshold chosen by the answers.

    No user has those: it compares how well two methods put pairs in order, not what either gives out.
    """
    best = Quality(0, 0, true_pairs)
    linked = right = 0
    for together in _by_score(pairs):
        linked += len(together)
        right += sum(is_true(one, other) for _, one, other in together)
        quality = Quality(linked, right, true_pairs)
        if quality.precision >= PRECISION and quality.recall > best.recall:
            best = quality
    return best


def _by_score(pairs: Iterable[ScoredPair]) -> Iterable[Sequence[ScoredPair]]:
    """The pairs from the surest on, those of one score together, because no threshold parts them."""
    of_score: dict[float, list[ScoredPair]] = defaultdict(list)
    for pair in pairs:
        of_score[pair[0]].append(pair)
    yield from (of_score[score] for score in sorted(of_score, reverse=True))
