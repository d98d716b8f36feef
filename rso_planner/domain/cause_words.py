"""The causes of disagreement in plain words: a title for tables and pictures, and one sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from rso_planner.domain.discrepancy import Cause


@dataclass(frozen=True, slots=True)
class CauseWords:
    """A cause as people read it."""

    title: str
    sentence: str


CAUSE_WORDS: Mapping[Cause, CauseWords] = {
    Cause.POPULATION: CauseWords(
        "People not at home are counted",
        "One list counts people to whom no visit is due: in custody, in hospital, abroad, missing, without a "
        "place to visit, no longer registered, or dead and not yet archived.",
    ),
    Cause.REACTIVE_STILL_TIMED: CauseWords(
        "Reactive, with a visit date",
        "The person is on reactive management on one list, and on the other a next visit date still runs.",
    ),
    Cause.ENTRY_LAG: CauseWords(
        "Visit on one list only",
        "A completed visit is recorded on one list and not on the other.",
    ),
    Cause.ATTEMPT_AS_VISIT: CauseWords(
        "Attempt counted as a visit",
        "One list counts as a visit what was only an attempt, at which the person was not seen.",
    ),
    Cause.UNIT: CauseWords(
        "Visits counted, not people",
        "One list counts every visit owed, the other each person once; only the count of visits differs.",
    ),
    Cause.TYPE: CauseWords(
        "Assessments among the visits",
        "One list mixes assessments with visits: the date or the number it gives is that of an assessment.",
    ),
    Cause.FREQUENCY_BASIS: CauseWords(
        "Different visit interval",
        "One list goes by the interval for the risk level, the other by the interval in the person's own risk "
        "management plan.",
    ),
    Cause.ANCHOR: CauseWords(
        "Counted from another date",
        "One list counts from when the last visit was due, the other from when it was done; or one counts in "
        "months and the other in days; or one starts anew on a release or a return, and the other runs on.",
    ),
    Cause.RISK_CHANGE: CauseWords(
        "Different risk level",
        "The risk levels differ, or the level was changed and the next visit date was not worked out again.",
    ),
    Cause.CUTOFF: CauseWords(
        "Lists of different days",
        "The two lists were taken on different days, or one of them counts a visit due today as overdue.",
    ),
    Cause.OWNER: CauseWords(
        "Managed by another unit",
        "On one list only, the person was transferred in or out, or stands under another unit.",
    ),
    Cause.NOT_RSO: CauseWords(
        "Not a registered sex offender",
        "One list counts a person who is not a registered sex offender, such as the subject of a sexual risk "
        "order.",
    ),
    Cause.DUPLICATE: CauseWords(
        "Two records of one person",
        "One list holds two records of the same person.",
    ),
    Cause.STATUS_ONE_SIDED: CauseWords(
        "Whereabouts differ",
        "One list has the person in custody, in hospital, abroad, missing or wanted, and the other does not.",
    ),
    Cause.MISSING_LOCALLY: CauseWords(
        "On the register only",
        "The person is on the register and not in the force's records.",
    ),
    Cause.MISSING_FROM_REGISTER: CauseWords(
        "In the force's records only",
        "The person is in the force's records and not on the register.",
    ),
    Cause.COMBINED: CauseWords(
        "Several causes together",
        "No single cause explains the difference, but several together do; they are named beside the person.",
    ),
    Cause.UNEXPLAINED: CauseWords(
        "Not explained",
        "No cause was found: somebody must compare the two records, or first say whom the register's record is "
        "about.",
    ),
}
