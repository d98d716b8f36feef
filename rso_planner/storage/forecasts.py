"""Keeps the runs of forecasts, each once, so that an interrupted comparison goes on where it stopped."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from rso_planner.domain.year_result import WeekMeasures, YearResult
from rso_planner.storage.audit import utc_without_zone
from rso_planner.storage.tables import forecast_runs


def save_result(connection: Connection, run_hash: str, result: YearResult, made_at: datetime) -> None:
    """Add one run; a run that is there already is left as it is."""
    there = select(forecast_runs.c.replication).where(
        forecast_runs.c.run_hash == run_hash, forecast_runs.c.replication == result.replication
    )
    if connection.execute(there).first() is not None:
        return
    row = {
        "run_hash": run_hash,
        "replication": result.replication,
        "made_at": utc_without_zone(made_at),
        "scenario": result.scenario,
        "weeks": json.dumps([asdict(week) for week in result.weeks]),
    }
    connection.execute(insert(forecast_runs), row)


def load_results(connection: Connection, run_hash: str) -> tuple[YearResult, ...]:
    """The runs with this fingerprint, in the order of their replications."""
    query = select(forecast_runs).where(forecast_runs.c.run_hash == run_hash)
    return tuple(
        YearResult(
            scenario=row.scenario,
            replication=row.replication,
            weeks=tuple(_week(week) for week in json.loads(row.weeks)),
        )
        for row in connection.execute(query.order_by(forecast_runs.c.replication))
    )


def _week(fields: dict[str, Any]) -> WeekMeasures:
    by_risk = fields.pop("overdue_by_risk")
    return WeekMeasures(overdue_by_risk=tuple(by_risk), **fields)
