"""Links lists with splink; run by an interpreter that has splink and not the planner.

    python -m benchmarks.linkage.run_splink LEFT.csv RIGHT.csv FOUND.csv apart|together

Each row of the answer is `certain` (at a match probability of 0.99) or `link`, its match weight, and two rows.
Without rows on the right, people are sought who are on the left list twice. The model is trained without labels,
as splink's own guide has it: chance agreement from random pairs, the rest by expectation maximisation in two
passes. `apart` compares family and given names each by itself, `together` by splink's comparison of both, which
knows names that were swapped. The pairs that are weighed share what the planner's own pairs share.
"""

import csv
import json
import logging
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import splink.comparison_library as cl
from duckdb import connect
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from benchmarks.linkage.lists import read_list
from benchmarks.linkage.peak_memory import peak_megabytes

CERTAIN = 0.99
"""The probability at which the planner calls a pair certain, too."""

PARTS = ("year", "month", "day")
BLOCKS = (
    block_on("born"),
    "l.year = r.year and l.month = r.day and l.day = r.month",
    block_on("family", "given"),
    "l.family = r.given and l.given = r.family",
    *(
        block_on(name, *(part for part in PARTS if part != left_out))
        for name in ("family", "given", "initials")
        for left_out in PARTS
    ),
)
READ = """
WITH plain AS (
    SELECT row_id AS unique_id, try_cast(nullif(born, '') AS DATE) AS born,
        nullif(trim(regexp_replace(lower(family), '[^a-z ]', '', 'g')), '') AS family,
        nullif(trim(regexp_replace(lower(given), '[^a-z ]', '', 'g')), '') AS given
    FROM read_csv('{path}', header = true, all_varchar = true, nullstr = '<none>')
)
SELECT *, given || ' ' || family AS both_names, family[1] || given[1] AS initials, year(born) AS year,
    month(born) AS month, day(born) AS day
FROM plain
"""
"""Case, accents and punctuation do not count; a row without one of both names has neither both nor initials."""


def comparisons(kind: str) -> list[Any]:
    """What is compared, by splink's ready-made comparisons; both go by how common a name is."""
    born = cl.DateOfBirthComparison("born", input_is_string=False)
    if kind == "together":
        return [
            cl.ForenameSurnameComparison("given", "family", forename_surname_concat_col_name="both_names"),
            born,
        ]
    return [cl.NameComparison("given"), cl.NameComparison("family"), born]


def link(left: str, right: str, kind: str) -> Iterable[dict[str, Any]]:
    """Every pair that splink weighed, with its match weight and probability."""
    connection = connect()
    api = DuckDBAPI(connection)
    paths = [path for path in (left, right) if read_list(Path(path))]
    tables = []
    for number, path in enumerate(paths):
        connection.execute(f"CREATE TABLE list_{number} AS {READ.format(path=path)}")
        tables.append(api.register(f"list_{number}", dataset_display_name=f"list_{number}"))
    settings = SettingsCreator(
        link_type="link_only" if len(tables) > 1 else "dedupe_only",
        comparisons=comparisons(kind),
        blocking_rules_to_generate_predictions=list(BLOCKS),
    )
    linker = Linker(tables if len(tables) > 1 else tables[0], settings)
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on("family", "given", "born")], recall=0.5)
    training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    training.estimate_parameters_using_expectation_maximisation(block_on("born"))
    training.estimate_parameters_using_expectation_maximisation(block_on("family", "given"))
    found: Iterable[dict[str, Any]] = linker.inference.predict(threshold_match_weight=-20).as_record_list()
    return found


def main() -> None:
    """Link, write the pairs, and print the CPU seconds."""
    left, right, pairs, kind = sys.argv[1:]
    logging.disable(logging.WARNING)
    began = time.process_time()
    found = link(left, right, kind)
    seconds = time.process_time() - began
    with open(pairs, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for each in found:
            certain = "certain" if each["match_probability"] >= CERTAIN else "link"
            writer.writerow((certain, each["match_weight"], each["unique_id_l"], each["unique_id_r"]))
    print(json.dumps({"seconds": seconds, "megabytes": peak_megabytes()}))


if __name__ == "__main__":
    main()
