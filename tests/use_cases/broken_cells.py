"""One broken cell each in the good extract: file, row, column, value, and the reason that is given."""

CELLS: list[tuple[str, int, str, str, str]] = [
    # -- something must be filled in
    ("offenders", 2, "offender_id", "", "offender_id is empty; it must be filled in"),
    ("offenders", 3, "registered_on", "", "registered_on is empty; it must be filled in"),
    ("visits", 2, "outcome", "  ", "outcome is empty; it must be filled in"),
    ("decisions", 2, "reason", "", "reason is empty; it must be filled in"),
    ("extract", 2, "events_complete_from", "", "events_complete_from is empty; it must be filled in"),
    # -- what a spreadsheet shows instead of a value
    ("offenders", 2, "family_name", "#N/A", "#N/A is what a spreadsheet shows where it has no value"),
    ("orders", 2, "order_id", "#REF!", "#REF! is what a spreadsheet shows where it has no value"),
    # -- words
    ("offenders", 2, "risk_level", "severe", "severe is not one of very_high, high, medium, low"),
    ("offenders", 3, "register_type", "visor", "visor is not one of rso, sro, other"),
    (
        *("offenders", 2, "status", "prison"),
        (
            "prison is not one of community, custody, hospital, abroad, missing, wanted, deceased, "
            "transferred_out, archived"
        ),
    ),
    ("offenders", 2, "management", "passive", "passive is not one of active, reactive"),
    ("offenders", 2, "sex", "m", "m is not one of male, female"),
    ("offenders", 2, "lead_agency", "NPS", "NPS is not one of police, probation"),
    ("visits", 2, "outcome", "home", "home is not one of seen, not_seen, refused, abandoned"),
    ("arms", 2, "priority", "3", "3 is not one of low, medium, high, very_high"),
    ("orders", 2, "kind", "ASBO", "ASBO is not one of SHPO, SOPO, SRO, other"),
    ("decisions", 2, "decision", "reactive", "reactive is not one of to_reactive, to_active, stay"),
    ("officers", 3, "role", "PC", "PC is not one of offender_manager, supervisor, other"),
    ("separations", 2, "kind", "family", "family is not one of officer_offender, officers, offenders"),
    ("events", 2, "significant", "1", "1 is not yes or no"),
    ("officers", 2, "arms_trained", "true", "true is not yes or no"),
    # -- dates and times
    ("offenders", 2, "registered_on", "2026-02-31", "2026-02-31 is not a day in the calendar"),
    (
        *("offenders", 2, "registered_on", "01/05/2019"),
        "01/05/2019 is written DD/MM/YYYY, while this file writes its dates YYYY-MM-DD",
    ),
    ("orders", 2, "made_on", "1 May 2019", "1 May 2019 is not a date written YYYY-MM-DD"),
    ("events", 2, "occurred_on", "2026-3-3", "2026-3-3 is not a date written YYYY-MM-DD"),
    ("arms", 2, "assessed_on", "0026-01-10", "the year 0026 is not between 1900 and 2199"),
    (
        *("offenders", 3, "notification_ends_on", "9999-12-31"),
        "the year 9999 is not between 1900 and 2199; where there is no end, write indefinite",
    ),
    ("visits", 2, "started_at", "2026-10-01", "2026-10-01 is not a date and time written YYYY-MM-DDTHH:MM"),
    (
        *("visits", 2, "started_at", "2026-10-01T10:15Z"),
        "2026-10-01T10:15Z names a time zone; write the local time, such as 2026-03-05T14:30",
    ),
    ("visits", 3, "started_at", "2026-11-02T24:10", "24:10 is not a time of day; times run from 00:00 to 23:59"),
    ("duties", 2, "starts_at", "8am", "8am is not a time of day written HH:MM"),
    (
        *("offenders", 2, "visit_interval", "six weeks"),
        (
            "six weeks is not an interval; write a whole number and days, weeks, months or years, such as "
            "'6 weeks' or '3 months'"
        ),
    ),
    (
        *("offenders", 2, "visit_interval", "60 years"),
        "60 years is more than 5 years, too long for an interval between visits",
    ),
    # -- numbers and places
    ("offenders", 2, "mappa_level", "4", "4 is not between 1 and 3"),
    ("offenders", 2, "officers_required", "two", "two is not a whole number"),
    ("officers", 2, "contracted_hours", "370", "370 is not between 0 and 60"),
    ("officers", 2, "contracted_hours", "NaN", "NaN is not a number"),
    ("duties", 2, "plannable_minutes", "4.5", "4.5 is not a whole number"),
    ("travel", 2, "minutes", "-1", "-1 is not between 0 and 1440"),
    ("absences", 3, "share", "0", "share is more than 0 and at most 1, not 0.0"),
    ("absences", 3, "share", "50", "50 is not between 0 and 1"),
    ("offenders", 2, "easting", "SJ3350", "SJ3350 is not a number of metres on the British National Grid"),
    ("offenders", 2, "easting", "900000", "900000,390000 is not a point in Great Britain"),
    ("offenders", 2, "northing", "", "there is an entry in easting and none in northing"),
    ("officers", 2, "base_northing", "-10", "335500,-10 is not a point in Great Britain"),
    # -- identifiers
    (
        *("offenders", 4, "offender_id", "1;2"),
        "an identifier may not hold the sign ';', which separates identifiers",
    ),
    ("visits", 2, "visit_id", "V:1", "an identifier may not hold the sign ':', which separates identifiers"),
    (
        *("events", 2, "event_id", "E\n1"),
        "an identifier may not hold a line break or another sign that cannot be printed",
    ),
    ("orders", 2, "order_id", "C" * 65, "an identifier has at most 64 characters, not 65"),
    # -- references
    ("visits", 2, "offender_id", "1", "1 is not the identifier of an offender"),
    ("visits", 2, "officer_id", "OM9", "OM9 is not the identifier of an officer"),
    ("visits", 2, "second_officer_id", "0001", "0001 is not the identifier of an officer"),
    ("offenders", 2, "officer_id", "OM9", "OM9 is not the identifier of an officer"),
    ("arms", 2, "offender_id", "X", "X is not the identifier of an offender"),
    ("arms", 2, "officer_id", "X", "X is not the identifier of an officer"),
    ("orders", 2, "offender_id", "X", "X is not the identifier of an offender"),
    ("events", 3, "offender_id", "X", "X is not the identifier of an offender"),
    ("decisions", 2, "offender_id", "X", "X is not the identifier of an offender"),
    ("duties", 4, "officer_id", "X", "X is not the identifier of an officer"),
    ("absences", 2, "officer_id", "X", "X is not the identifier of an officer"),
    ("separations", 2, "second_id", "OM1", "OM1 is not the identifier of an offender"),
    ("travel", 2, "from_id", "X", "X is not the identifier of an officer or an offender"),
    ("travel", 2, "to_id", "OM1", "to_id is the same as from_id; a way begins and ends at different places"),
    # -- what cannot have happened yet
    *(
        (table, row, column, value, f"{words} lies after the day of the extract, 23 November 2026")
        for table, row, column, value, words in (
            ("offenders", 2, "registered_on", "2026-11-24", "24 November 2026"),
            ("offenders", 2, "date_of_birth", "2062-02-28", "28 February 2062"),
            ("offenders", 2, "last_notified_on", "2027-01-01", "1 January 2027"),
            ("offenders", 3, "management_since", "2026-12-10", "10 December 2026"),
            ("offenders", 2, "rmp_reviewed_on", "2026-12-01", "1 December 2026"),
            ("visits", 3, "started_at", "2026-11-24T09:00", "24 November 2026"),
            ("visits", 2, "recorded_at", "2026-12-01T16:00", "1 December 2026"),
            ("arms", 2, "completed_on", "2026-12-20", "20 December 2026"),
            ("orders", 3, "made_on", "2027-07-07", "7 July 2027"),
            ("events", 2, "occurred_on", "2027-03-03", "3 March 2027"),
            ("decisions", 2, "decided_on", "2027-01-10", "10 January 2027"),
        )
    ),
    # -- what contradicts itself
    ("extract", 2, "events_complete_from", "2026-11-24", "events_complete_from lies after the day of the extract"),
    ("offenders", 3, "date_of_birth", "2015-03-03", "the person was registered before birth"),
    (
        *("offenders", 2, "visit_not_after", "09:00"),
        "the latest start of a visit is before its earliest start, visit_not_before",
    ),
    (
        *("offenders", 2, "officers_required", "1"),
        "officers_required is 1 but nobody is named in lone_visit_authorised_by",
    ),
    ("visits", 2, "recorded_at", "2026-10-01T10:14", "the visit was recorded before it started"),
    ("visits", 2, "second_officer_id", "OM1", "the second officer is the lead officer again"),
    ("arms", 2, "completed_on", "2026-01-09", "completed before it was assessed"),
    ("orders", 3, "ends_on", "2024-07-06", "the order ends before it was made"),
    ("orders", 2, "ends_on", "2030-01-01", "an order until further order has no ends_on"),
    ("officers", 3, "leaves_on", "2020-01-05", "the officer leaves before starting"),
    ("absences", 2, "to", "2026-11-29", "the last day of the absence is before the first"),
    ("duties", 2, "ends_at", "08:00", "ends_at 08:00 is not after starts_at 08:00"),
    (
        *("duties", 2, "plannable_minutes", "481"),
        "plannable_minutes are 0 to 480, the length of the duty, not 481",
    ),
    # -- twice
    ("visits", 3, "started_at", "2026-10-01T10:15", "row 2 is a visit to the same person at the same time"),
]
