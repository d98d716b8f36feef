"""A proposal to change officers as a paper: every officer's caseload before and after, and each change."""

from collections.abc import Mapping, Sequence

from rso_planner.domain.paper import Paper, PaperColumn, PaperTable
from rso_planner.domain.plain_words import count_in_words
from rso_planner.domain.reallocation import OfficerCaseload, Reallocation, StoredChange
from rso_planner.domain.reallocation_words import (
    REASON_WORDS,
    STANDING_WORDS,
    count_standings,
    hours_a_week,
    share_words,
    summary_sentences,
)

_OFFICER_COLUMNS = (
    PaperColumn("officer_id", "Officer", 12),
    PaperColumn("area", "Area", 18),
    PaperColumn("people_before", "People before", 10, "number"),
    PaperColumn("people_after", "after", 10, "number"),
    PaperColumn("high_risk_before", "High risk before", 10, "number"),
    PaperColumn("high_risk_after", "after", 10, "number"),
    PaperColumn("hours_before", "Hours a week before", 12),
    PaperColumn("hours_after", "after", 12),
    PaperColumn("share_before", "Of a fair part before", 12),
    PaperColumn("share_after", "after", 12),
    PaperColumn("share_now", "now", 12),
)
_CHANGE_COLUMNS = (
    PaperColumn("change_id", "Change", 10),
    PaperColumn("offender_id", "Person", 12),
    PaperColumn("risk_level", "Risk", 12, "risk"),
    PaperColumn("from_officer_id", "From", 12),
    PaperColumn("to_officer_id", "To", 12),
    PaperColumn("reason", "Why", 56),
    PaperColumn("standing", "Stands as", 30),
)


def make_reallocation_paper(
    proposal: Reallocation, changes: Sequence[StoredChange], now: Mapping[str, OfficerCaseload]
) -> Paper:
    """The paper of a proposal; `now` are today's caseloads by officer, in which what was accepted counts."""
    return Paper(
        name=f"reallocation-{proposal.as_of}",
        title="Proposed changes of officer",
        as_of=proposal.as_of,
        sentences=tuple(summary_sentences(proposal)),
        tables=(_officers(proposal, now), _changes(changes)),
        notes=(
            "Work is what people bring to their own officer in a year by the policy; a fair part goes by hours.",
            "Nothing changes until somebody accepts it.",
        ),
        offender_ids=tuple(sorted({each.change.offender_id for each in changes} | set(proposal.without_officer))),
    )


def _officers(proposal: Reallocation, now: Mapping[str, OfficerCaseload]) -> PaperTable:
    rows = []
    for each in proposal.caseloads:
        was, after, fair, today = each.before, each.after, each.fair_minutes, now.get(each.officer_id)
        rows.append(
            (
                each.officer_id,
                each.area or "not known",
                was.people,
                after.people,
                was.high_risk_people,
                after.high_risk_people,
                f"{hours_a_week(was.yearly_minutes):.1f}",
                f"{hours_a_week(after.yearly_minutes):.1f}",
                share_words(was.yearly_minutes, fair),
                share_words(after.yearly_minutes, fair),
                share_words(today.before.yearly_minutes, today.fair_minutes) if today else "",
            )
        )
    return PaperTable(
        name="Officers",
        heading="Every officer's caseload",
        sentence="Before, after all changes, and now.",
        columns=_OFFICER_COLUMNS,
        rows=tuple(rows),
    )


def _changes(changes: Sequence[StoredChange]) -> PaperTable:
    counts = ", ".join(
        f"{count:,} {STANDING_WORDS[standing]}" for standing, count in count_standings(changes).items()
    )
    return PaperTable(
        name="Changes",
        heading="The changes",
        sentence=f"{count_in_words(len(changes), 'change')}: {counts}." if changes else "None.",
        columns=_CHANGE_COLUMNS,
        rows=tuple(
            (
                str(each.change_id),
                each.change.offender_id,
                each.change.risk_level.words,
                each.change.from_officer_id or "nobody",
                each.change.to_officer_id,
                REASON_WORDS[each.change.reason],
                STANDING_WORDS[each.standing],
            )
            for each in changes
        ),
    )
