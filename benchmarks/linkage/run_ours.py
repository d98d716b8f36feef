"""Pairs two lists as the planner does, in a process of its own.

    python -m benchmarks.linkage.run_ours LEFT.csv RIGHT.csv FOUND.csv

Each row of the answer is of one kind: `certain`, `second` (two rows of one list), `asked` (a candidate of the
queue), or `link` (a pair that was weighed, before anybody is paired), with how sure it is and its two rows.
"""

import csv
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

from benchmarks.linkage.lists import Listed, read_list
from benchmarks.linkage.peak_memory import peak_megabytes
from rso_planner.domain.offender import ManagementStatus, Offender, RegisterType, Status
from rso_planner.domain.pairing import Pairing
from rso_planner.domain.register_record import RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.reconciliation.pairing.blocking import find_pairs
from rso_planner.reconciliation.pairing.by_names import find_links
from rso_planner.reconciliation.pairing.draft import start_draft
from rso_planner.reconciliation.pairing.links import find_rivalry, odds_of_nobody
from rso_planner.reconciliation.pairing.pair_people import pair_people

Found = tuple[str, float, str, str]
"""A kind, how sure it is, and the two rows."""


def main() -> None:
    """Pair, write what was found, and print the CPU seconds that pairing took."""
    left, right, found = (Path(argument) for argument in sys.argv[1:])
    rows, theirs = read_list(left), read_list(right)
    offenders = [_as_offender(each) for each in rows]
    records = [_as_record(each, place) for place, each in enumerate(theirs)]
    began = time.process_time()
    pairing = pair_people(offenders, records)
    seconds, megabytes = time.process_time() - began, peak_megabytes()
    with found.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows(_found(pairing, theirs))
        writer.writerows(_links(offenders, records, theirs) if theirs else _links_within(offenders))
    print(json.dumps({"seconds": seconds, "megabytes": megabytes, "queue": len(pairing.queue)}))


def _found(pairing: Pairing, theirs: tuple[Listed, ...]) -> Iterator[Found]:
    for pair in pairing.pairs:
        yield "certain", 1.0, pair.offender.offender_id, theirs[pair.record.row].row_id
    for each in pairing.queue:
        for candidate in each.candidates:
            yield "asked", candidate.chance or 0.0, candidate.offender.offender_id, theirs[each.record.row].row_id
    for second in pairing.duplicate_records:
        yield "second", 1.0, theirs[second.kept.row].row_id, theirs[second.second.row].row_id
    of_person: dict[str, list[str]] = defaultdict(list)
    for twice in pairing.duplicate_offenders:
        of_person[twice.kept.offender_id].append(twice.second.offender_id)
    for kept, others in of_person.items():
        yield from (("second", 1.0, one, other) for one, other in combinations(sorted((kept, *others)), 2))


def _links(
    offenders: list[Offender], records: list[RegisterRecord], theirs: tuple[Listed, ...]
) -> Iterator[Found]:
    draft = start_draft(offenders, records, ())
    links = find_links(draft)
    rivalry = find_rivalry(links, (), ())
    chances = rivalry.chances(odds_of_nobody(rivalry, len(offenders), len(records)))
    for link, chance in zip(links, chances, strict=True):
        row = draft.register.rows[link.record].row
        yield "link", chance, draft.force.rows[link.offender].offender_id, theirs[row].row_id


def _links_within(offenders: list[Offender]) -> Iterator[Found]:
    draft = start_draft(offenders, (), ())
    rows, particulars = draft.force.rows, draft.force.particulars
    for one, found in find_pairs(particulars, particulars):
        for other in found:
            if one < other:
                weight = draft.evidence.weigh(particulars[one], particulars[other]).weight
                yield "link", weight, rows[one].offender_id, rows[other].offender_id


def _as_offender(each: Listed) -> Offender:
    return Offender(
        offender_id=each.row_id,
        register_type=RegisterType.RSO,
        risk_level=RiskLevel.LOW,
        status=Status.COMMUNITY,
        management=ManagementStatus.ACTIVE,
        registered_on=date(2020, 1, 1),
        register_id=each.identifier,
        family_name=each.family_name,
        given_names=each.given_names,
        date_of_birth=each.date_of_birth,
    )


def _as_record(each: Listed, row: int) -> RegisterRecord:
    return RegisterRecord(
        register_id=each.identifier or each.row_id,
        row=row,
        family_name=each.family_name,
        given_names=each.given_names,
        date_of_birth=each.date_of_birth,
    )


if __name__ == "__main__":
    main()
