"""Routes for one kind of vehicle under given prices, by labels that grow stop by stop in the order of time.

The relaxation is that of ng-routes (Baldacci, Mingozzi and Roberti, Operations Research 59, 2011): a route forgets
that it served a stop once it comes by one that does not remember it, and may then serve it again; so its best
value is a bound on that of true routes. Cuts over three stops (Jepsen and others, Operations Research 56, 2008)
cost a route their price with every second visit. A label that cannot beat the threshold, even with the best that
could follow by `most_that_follows`, is given up. All values are whole, so that bounds are exact. Everything here
is compiled; see `compiled.py`.
"""

from typing import Any, NamedTuple

import numpy as np

from rso_planner.planning.compiled import compiled, compiled_in_place
from rso_planner.planning.orienteering.problem import Ints


class Region(NamedTuple):
    """The stops as one kind of vehicle sees them.

    `first[s]` is the earliest start at stop s as the first one, `closes[s]` the latest from which it may still be
    home in time, or -1 if there is none, `ends[s]` the latest from which it may go straight home, `width` how much
    time one bucket holds. Stops worth less than `least_value` are passed over, which loses nothing where no way is
    shorter for a stop in between.
    """

    travel: Ints
    service: Ints
    opens: Ints
    closes: Ints
    ends: Ints
    first: Ints
    width: int
    least_value: int


class Memory(NamedTuple):
    """The neighbourhood of each stop: its members, itself among them, how many, and where a stop stands in it."""

    members: Ints
    size: Ints
    position: Ints


class Offer(NamedTuple):
    """What a visit is worth: the value of each stop, the cuts it is in as bits, and what each cut costs."""

    value: Ints
    cuts: Ints
    cost: Ints


class Follow(NamedTuple):
    """The most that can follow a start at a stop in a bucket of time, with which next stop, and with any other."""

    most: Ints
    by: Any
    other: Ints


class Labels(NamedTuple):
    """Room for labels: partial routes by last stop, time, value, memory, odd cuts and the label before."""

    stop: Any
    time: Ints
    value: Ints
    memory: Ints
    odd: Ints
    before: Any
    next_in_bucket: Any
    next_at_stop: Any


def make_labels(room: int) -> Labels:
    """Room for so many labels."""
    whole, small = np.int64, np.int32
    return Labels(
        stop=np.empty(room, small),
        time=np.empty(room, whole),
        value=np.empty(room, whole),
        memory=np.empty(room, whole),
        odd=np.empty(room, whole),
        before=np.empty(room, small),
        next_in_bucket=np.empty(room, small),
        next_at_stop=np.empty(room, small),
    )


@compiled_in_place
def _fill_in(
    region: Region, offer: Offer, follow: Follow, way: Ints, step: Ints, earliest: Ints, bucket: int, here: int
) -> None:
    """Fill in the most that follows a start at one stop, taken to be as early as the bucket begins."""
    most, by, other = 0, -1, 0
    begins = bucket * region.width
    for stop in range(region.service.size):
        if (
            begins + way[here, stop] > region.closes[stop]
            or offer.value[stop] < region.least_value
            or stop == here
        ):
            continue
        then = max(bucket + step[here, stop], earliest[stop])
        # The way straight back, a, b, a, is left out: it is the commonest repetition.
        value = follow.most[stop, then] if follow.by[stop, then] != here else follow.other[stop, then]
        value += offer.value[stop]
        if value > most:
            most, by, other = value, stop, most
        elif value > other:
            other = value
    follow.most[here, bucket] = most
    follow.by[here, bucket] = by
    follow.other[here, bucket] = other


@compiled
def most_that_follows(region: Region, offer: Offer, follow: Follow) -> None:
    """Fill in the most that can follow each stop from each bucket on; too high at worst, never too low.

    Every step from stop to stop must take one bucket at least.
    """
    follow.most[:] = 0
    follow.other[:] = 0
    follow.by[:] = -1
    way = region.service.reshape((-1, 1)) + region.travel
    step = way // region.width
    earliest = region.opens // region.width
    for bucket in range(follow.most.shape[1] - 1, -1, -1):
        for here in range(region.service.size):
            if bucket * region.width <= region.closes[here] and bucket >= earliest[here]:
                _fill_in(region, offer, follow, way, step, earliest, bucket, here)


@compiled_in_place
def charge(offer: Offer, odd: int) -> int:
    """What the cuts in a set of bits cost together."""
    cost = 0
    cut = 0
    while odd:
        if odd & 1:
            cost += offer.cost[cut]
        odd >>= 1
        cut += 1
    return cost


@compiled_in_place
def _settle(labels: Labels, offer: Offer, settled: Any, label: int, is_loose: bool) -> bool:
    """Keep a label at its stop, by value, unless one there is as early, worth as much and remembers no more."""
    stop, time, value = labels.stop[label], labels.time[label], labels.value[label]
    memory, odd = labels.memory[label], labels.odd[label]
    last, other = -1, settled[stop]
    while other >= 0 and labels.value[other] >= value:
        if labels.time[other] <= time and (is_loose or not labels.memory[other] & ~memory):
            more = labels.odd[other] & ~odd
            if not more or labels.value[other] - charge(offer, more) >= value:
                return False
        last, other = other, labels.next_at_stop[other]
    labels.next_at_stop[label] = other
    if last < 0:
        settled[stop] = label
    else:
        labels.next_at_stop[last] = label
    return True


@compiled_in_place
def _recall(memory: Memory, here: int, known: int, stop: int) -> int:
    """What a route that knows `known` at one stop still knows at the next."""
    kept: int = 1 << memory.position[stop, stop]
    for each in range(memory.size[here]):
        if known >> each & 1:
            position = memory.position[stop, memory.members[here, each]]
            if position >= 0:
                kept |= 1 << position
    return kept


@compiled_in_place
def add_label(labels: Labels, buckets: Any, bucket: int, number: int, before: int, stop: int, time: int) -> None:
    """Put a label with its stop, its time and the label before into its bucket."""
    labels.stop[number] = stop
    labels.time[number] = time
    labels.before[number] = before
    labels.next_in_bucket[number] = buckets[bucket]
    buckets[bucket] = number


@compiled
def _start(
    region: Region, memory: Memory, offer: Offer, follow: Follow, threshold: int, labels: Labels, buckets: Any
) -> int:
    used = 0
    for stop in range(region.service.size):
        time = region.first[stop]
        if offer.value[stop] < region.least_value or time > region.closes[stop]:
            continue
        bucket = time // region.width
        if offer.value[stop] + follow.most[stop, bucket] <= threshold:
            continue
        add_label(labels, buckets, bucket, used, -1, stop, time)
        labels.value[used] = offer.value[stop]
        labels.memory[used] = 1 << memory.position[stop, stop]
        labels.odd[used] = offer.cuts[stop]
        used += 1
    return used


@compiled_in_place
def _extend(
    region: Region,
    memory: Memory,
    offer: Offer,
    follow: Follow,
    threshold: int,
    labels: Labels,
    buckets: Any,
    label: int,
    used: int,
    room: int,
) -> int:
    """Add a label for each stop that may follow; as many labels are then used, or -1 if the room is full."""
    here, time, value = labels.stop[label], labels.time[label], labels.value[label]
    known, odd = labels.memory[label], labels.odd[label]
    for stop in range(region.service.size):
        if stop == here or offer.value[stop] < region.least_value:
            continue
        start = time + region.service[here] + region.travel[here, stop]
        if start > region.closes[stop]:
            continue
        position = memory.position[here, stop]
        if position >= 0 and known >> position & 1:
            continue
        start = max(start, region.opens[stop])
        bucket = start // region.width
        after = follow.most[stop, bucket] if follow.by[stop, bucket] != here else follow.other[stop, bucket]
        worth = value + offer.value[stop] - charge(offer, odd & offer.cuts[stop])
        if worth + after <= threshold:
            continue
        if used >= room:
            return -1
        add_label(labels, buckets, bucket, used, label, stop, start)
        labels.value[used] = worth
        labels.memory[used] = _recall(memory, here, known, stop)
        labels.odd[used] = odd ^ offer.cuts[stop]
        used += 1
    return used


@compiled_in_place
def _note(value: int, label: int, found: Ints, values: Ints, count: int) -> int:
    """Keep a label among the best found so far."""
    if count < found.size:
        found[count], values[count] = label, value
        return count + 1
    worst = np.argmin(values)
    if values[worst] < value:
        found[worst], values[worst] = label, value
    return count


@compiled
def grow_labels(
    region: Region,
    memory: Memory,
    offer: Offer,
    follow: Follow,
    threshold: int,
    labels: Labels,
    found: Ints,
    values: Ints,
    is_loose: bool,
    room: int,
) -> tuple[int, int]:
    """Grow all routes worth more than the threshold; the best of them are noted as `found` by their last label.

    Gives how many were found and how many labels were used, or -1 if `room` of them was not enough and better
    routes may be missing. `is_loose` lets labels give way to others regardless of memory: quick, and no bound.
    """
    buckets = np.full(follow.most.shape[1], -1, np.int32)
    settled = np.full(region.service.size, -1, np.int32)
    used = _start(region, memory, offer, follow, threshold, labels, buckets)
    count = 0
    for bucket in range(buckets.size):
        while buckets[bucket] >= 0:
            label = buckets[bucket]
            buckets[bucket] = labels.next_in_bucket[label]
            if not _settle(labels, offer, settled, label, is_loose):
                continue
            if labels.value[label] > threshold and labels.time[label] <= region.ends[labels.stop[label]]:
                count = _note(labels.value[label], label, found, values, count)
            used = _extend(region, memory, offer, follow, threshold, labels, buckets, label, used, room)
            if used < 0:
                return count, -1
    return count, used
