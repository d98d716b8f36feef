"""An export of people or visits, completed with what an export of assessments says of the same people."""

from dataclasses import replace

from rso_planner.domain.register_record import RegisterExport


def with_assessments(export: RegisterExport, assessments: RegisterExport) -> RegisterExport:
    """The export with the last assessment of each person who has none in it and one in `assessments`."""
    last_on = {record.register_id: record.last_arms_on for record in assessments.records}
    return replace(
        export,
        records=tuple(
            replace(record, last_arms_on=last_on.get(record.register_id))
            if record.last_arms_on is None
            else record
            for record in export.records
        ),
    )
