"""Every true route for one kind of vehicle whose value beats a threshold, for each set of stops.

Labels as in `labels.py`, but none forgets: one gives way only to another with the same stops, the same last stop
and no later time. Everything here is compiled; see `compiled.py`.
"""

from typing import Any, NamedTuple

import numpy as np

from rso_planner.planning.compiled import compiled
from rso_planner.planning.orienteering.labels import Follow, Labels, Offer, Region, add_label, charge
from rso_planner.planning.orienteering.problem import Ints

_WORD = 62
"""Stops whose bits share a word."""
_PRIME = 2_147_483_629


class Served(NamedTuple):
    """The stops of each label as bits, and a table from last stop and set to the label that stands for both."""

    words: Ints
    table: Any


def make_served(room: int, stops: int) -> Served:
    """Room for so many labels."""
    return Served(
        words=np.zeros((room, stops // _WORD + 1), np.int64),
        table=np.empty(2 * room + 1, np.int32),
    )


@compiled
def _has_same_stops(labels: Labels, served: Served, label: int, other: int) -> bool:
    is_same: bool = labels.stop[label] == labels.stop[other]
    for word in range(served.words.shape[1]):
        is_same &= served.words[label, word] == served.words[other, word]
    return is_same


@compiled
def _is_new(labels: Labels, served: Served, label: int) -> bool:
    """Keep a label unless one with the same stops is as early."""
    slots = served.table.size
    mark = labels.stop[label] + 1
    for word in range(served.words.shape[1]):
        mark = (mark * 1_000_003 + served.words[label, word] % _PRIME) % _PRIME
    slot = mark % slots
    while served.table[slot] >= 0 and not _has_same_stops(labels, served, label, served.table[slot]):
        slot = (slot + 1) % slots
    other = served.table[slot]
    if other >= 0 and labels.time[other] <= labels.time[label]:
        return False
    served.table[slot] = label
    return True


@compiled
def _start_every(
    region: Region, offer: Offer, follow: Follow, threshold: int, labels: Labels, served: Served, buckets: Any
) -> int:
    used = 0
    for stop in range(region.service.size):
        time = region.first[stop]
        if time > region.closes[stop]:
            continue
        bucket = time // region.width
        if offer.value[stop] + follow.most[stop, bucket] <= threshold:
            continue
        add_label(labels, buckets, bucket, used, -1, stop, time)
        labels.value[used] = offer.value[stop]
        labels.odd[used] = offer.cuts[stop]
        served.words[used] = 0
        served.words[used, stop // _WORD] = 1 << stop % _WORD
        used += 1
    return used


@compiled
def _extend_every(
    region: Region,
    offer: Offer,
    follow: Follow,
    threshold: int,
    labels: Labels,
    served: Served,
    buckets: Any,
    label: int,
    used: int,
) -> int:
    """Add a label for each stop that may follow; as many labels are then used, or -1 if the room is full."""
    here, time, value, odd = labels.stop[label], labels.time[label], labels.value[label], labels.odd[label]
    for stop in range(region.service.size):
        if served.words[label, stop // _WORD] >> stop % _WORD & 1:
            continue
        start = time + region.service[here] + region.travel[here, stop]
        if start > region.closes[stop]:
            continue
        start = max(start, region.opens[stop])
        bucket = start // region.width
        after = follow.most[stop, bucket] if follow.by[stop, bucket] != here else follow.other[stop, bucket]
        worth = value + offer.value[stop] - charge(offer, odd & offer.cuts[stop])
        if worth + after <= threshold:
            continue
        if used >= labels.stop.size:
            return -1
        add_label(labels, buckets, bucket, used, label, stop, start)
        labels.value[used] = worth
        labels.odd[used] = odd ^ offer.cuts[stop]
        served.words[used] = served.words[label]
        served.words[used, stop // _WORD] |= 1 << stop % _WORD
        used += 1
    return used


@compiled
def grow_every_route(
    region: Region, offer: Offer, follow: Follow, threshold: int, labels: Labels, served: Served, found: Ints
) -> tuple[int, int]:
    """Grow every route worth more than the threshold; each is noted as `found` by its last label.

    Gives how many were found and how many labels were used, or -1 if either room was full. No value may be
    negative.
    """
    buckets = np.full(follow.most.shape[1], -1, np.int32)
    served.table[:] = -1
    used = _start_every(region, offer, follow, threshold, labels, served, buckets)
    count = 0
    for bucket in range(buckets.size):
        while buckets[bucket] >= 0:
            label = buckets[bucket]
            buckets[bucket] = labels.next_in_bucket[label]
            if not _is_new(labels, served, label):
                continue
            if labels.value[label] > threshold and labels.time[label] <= region.ends[labels.stop[label]]:
                if count >= found.size:
                    return count, -1
                found[count] = label
                count += 1
            used = _extend_every(region, offer, follow, threshold, labels, served, buckets, label, used)
            if used < 0:
                return count, -1
    return count, used
