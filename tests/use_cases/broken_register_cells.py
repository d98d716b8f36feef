"""One broken cell each in a good export of the register: export, row, column, value, and the reason given."""

CELLS: list[tuple[str, int, str, str, str]] = [
    # -- identifiers
    ("people", 2, "register_id", "", "register_id is empty; it must be filled in"),
    (
        "people",
        3,
        "register_id",
        "V-8;V-9",
        "an identifier may not hold the sign ';', which separates identifiers",
    ),
    ("people", 3, "register_id", "n" * 65, "an identifier has at most 64 characters, not 65"),
    (
        *("people", 2, "register_id", "1.20035E+11"),
        "1.20035E+11 is a number that a spreadsheet has shortened; its last digits are lost",
    ),
    ("people", 2, "register_id", "---", "an identifier has at least one letter or digit"),
    (
        *("people", 2, "register_id", "Surname"),
        "it has no digit, unlike most others; it may be no identifier",
    ),
    ("people", 2, "register_id", "#N/A", "#N/A is what a spreadsheet shows where it has no value"),
    (
        *("people", 2, "register_id", "1\n2"),
        "an identifier may not hold a line break or another sign that cannot be printed",
    ),
    ("people", 2, "offender_id", "0001:1", "an identifier may not hold the sign ':', which separates identifiers"),
    (
        "people",
        2,
        "officer_id",
        "OM1, OM2",
        "an identifier may not hold the sign ',', which separates identifiers",
    ),
    # -- texts
    ("people", 2, "family_name", "#REF!", "#REF! is what a spreadsheet shows where it has no value"),
    ("people", 2, "family_name", "29", "29 is a number and not a name; the row may be shifted"),
    ("people", 2, "given_names", "1980-02-29", "1980-02-29 is a number and not a name; the row may be shifted"),
    ("people", 2, "area", "########", "######## is what a spreadsheet shows where a column is too narrow"),
    # -- words
    ("people", 2, "register_type", "violent", "violent is not one of rso, sro, other"),
    ("people", 2, "risk_level", "severe", "severe is not one of very_high, high, medium, low"),
    (
        *("people", 2, "status", "somewhere"),
        (
            "somewhere is not one of community, custody, hospital, abroad, missing, wanted, deceased, "
            "transferred_out, archived"
        ),
    ),
    ("people", 2, "management", "passive", "passive is not one of active, reactive"),
    # -- numbers and intervals
    ("people", 2, "visits_outstanding", "-1", "-1 is not between 0 and 999"),
    ("people", 2, "visits_outstanding", "1000", "1000 is not between 0 and 999"),
    ("people", 2, "visits_outstanding", "1.5", "1.5 is not a whole number"),
    ("people", 2, "visits_outstanding", "one", "one is not a whole number"),
    (
        *("people", 2, "visit_interval", "often"),
        (
            "often is not an interval; write a whole number and days, weeks, months or years, "
            "such as '6 weeks' or '3 months'"
        ),
    ),
    (
        "people",
        2,
        "visit_interval",
        "6 years",
        "6 years is more than 5 years, too long for an interval between visits",
    ),
    # -- dates that are none
    ("people", 2, "date_of_birth", "1981-02-29", "1981-02-29 is not a day in the calendar"),
    (
        *("people", 2, "last_visit_on", "02/10/2026"),
        "02/10/2026 is written DD/MM/YYYY, while this file writes its dates YYYY-MM-DD",
    ),
    ("people", 2, "last_visit_on", "2 Oct 2026", "2 Oct 2026 is not a date written YYYY-MM-DD"),
    ("people", 2, "next_visit_due_on", "46328", "46328 is not a date written YYYY-MM-DD"),
    ("people", 2, "next_visit_due_on", "overdue", "overdue is not a date written YYYY-MM-DD"),
    ("people", 2, "next_visit_due_on", "9999-12-31", "the year 9999 is not between 1900 and 2199"),
    ("people", 2, "next_visit_due_on", "2026-11-02T25", "2026-11-02T25 is not a date written YYYY-MM-DD"),
    ("people", 2, "date_of_birth", "1980-02-28 23:00", "1980-02-28 23:00 is not a date written YYYY-MM-DD"),
    (
        *("people", 2, "last_visit_on", "2026-10-02T14:05Z"),
        "2026-10-02T14:05Z is not a date written YYYY-MM-DD",
    ),
    # -- dates that cannot be
    (
        *("people", 2, "date_of_birth", "2026-11-21"),
        "21 November 2026 lies after the day of the export, 20 November 2026",
    ),
    ("people", 2, "date_of_birth", "1899-12-31", "the year 1899 is not between 1900 and 2199"),
    ("people", 2, "date_of_birth", "1900-01-01", "the person would be about 126 years old"),
    ("people", 2, "date_of_birth", "2026-10-03", "the person was visited before birth"),
    (
        *("people", 2, "last_visit_on", "2026-11-21"),
        "21 November 2026 lies after the day of the export, 20 November 2026",
    ),
    (
        *("people", 2, "last_visit_on", "1900-01-01"),
        (
            "1 January 1900 lies before the register began on 1 September 1997; "
            "where a system writes it for 'none', a mapping can say so"
        ),
    ),
    (
        *("people", 2, "next_visit_due_on", "1970-01-01"),
        (
            "1 January 1970 lies before the register began on 1 September 1997; "
            "where a system writes it for 'none', a mapping can say so"
        ),
    ),
    (
        *("people", 2, "last_arms_on", "2026-11-21"),
        "21 November 2026 lies after the day of the export, 20 November 2026",
    ),
    (
        *("people", 3, "snapshot_on", "2026-11-19"),
        "most rows are of 20 November 2026; an export is of one day",
    ),
    # -- rows of one person that contradict one another
    ("visits", 4, "family_name", "Zzample", "row 2 says another family_name of the same person"),
    ("visits", 2, "risk_level", "low", "row 4 says another risk_level of the same person"),
    ("visits", 5, "date_of_birth", "1980-02-28", "row 2 says another date_of_birth of the same person"),
    ("arms", 3, "family_name", "Zzample", "row 2 says another family_name of the same person"),
    # -- assessments
    ("arms", 3, "completed_date", "2026-01-09", "completed before it was assessed"),
    (
        *("arms", 5, "completed_date", "2026-11-21"),
        "21 November 2026 lies after the day of the export, 20 November 2026",
    ),
    (
        *("arms", 5, "assessment_date", "2026-11-21"),
        "21 November 2026 lies after the day of the export, 20 November 2026",
    ),
    ("arms", 2, "completed_date", "yes", "yes is not a date written YYYY-MM-DD"),
]
