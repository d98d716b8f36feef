"""A fingerprint of everything that a plan is made from."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from typing import Any

from rso_planner.planning.problem import PlanningProblem


def hash_problem(problem: PlanningProblem) -> str:
    """SHA-256 of the problem's content, the same on every machine and in every process."""
    return hash_content(problem)


def hash_content(content: Any) -> str:
    """SHA-256 of dataclasses, mappings, sets and plain values, whatever the order in which sets are held."""
    return hashlib.sha256(json.dumps(_plain(content), sort_keys=True).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value) if each.compare}
    if isinstance(value, Mapping):
        return sorted(
            ([json.dumps(_plain(key)), _plain(item)] for key, item in value.items()), key=lambda pair: pair[0]
        )
    if isinstance(value, frozenset | set):
        return sorted((_plain(item) for item in value), key=json.dumps)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
