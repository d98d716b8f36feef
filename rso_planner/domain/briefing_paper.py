"""The neighbourhood briefing as a paper."""

import re

from rso_planner.domain.neighbourhood_briefing import BriefedPerson, NeighbourhoodBriefing
from rso_planner.domain.paper import Paper, PaperColumn, PaperTable
from rso_planner.domain.plain_words import count_in_words, day_in_words

_COLUMNS = (
    PaperColumn("reference", "Reference", 12),
    PaperColumn("name", "Name", 28),
    PaperColumn("age", "Age", 8, "number"),
    PaperColumn("place", "Place (map reference, 100 m)", 22),
    PaperColumn("look_out_for", "Look out for", 46),
    PaperColumn("tell", "Tell", 24),
)


def make_briefing_paper(briefing: NeighbourhoodBriefing) -> Paper:
    """The paper with whom it is for, why, until when, and the people; its own name holds no person's."""
    sought = [each for each in briefing.people if each.is_sought]
    living = [each for each in briefing.people if not each.is_sought]
    slug = re.sub(r"[^a-z0-9]+", "-", briefing.area.casefold()).strip("-") or "area"
    return Paper(
        name=f"briefing-{slug}-{briefing.as_of}",
        title=f"Neighbourhood briefing: {briefing.area}",
        as_of=briefing.as_of,
        sentences=(
            f"For {briefing.recipient}. Reason: {briefing.reason}.",
            f"Destroy it after {day_in_words(briefing.expires_on)}. Do not copy it, and do not pass it on.",
            "Report whatever you see or hear to the officer named, with the reference. Take no other step on it.",
        ),
        tables=(
            _table(
                "To be found",
                "Missing or wanted",
                f"{count_in_words(len(sought), 'person')} to be found: report a sighting at once.",
                sought,
            ),
            _table(
                "In the area",
                "Living in the area",
                f"{count_in_words(len(living), 'person')} under management in the area.",
                living,
            ),
        ),
        notes=("Told are the facts that help to recognise and to report, and no others.",),
        offender_ids=tuple(sorted(each.offender_id for each in briefing.people)),
    )


def _table(name: str, heading: str, sentence: str, people: list[BriefedPerson]) -> PaperTable:
    return PaperTable(
        name=name,
        heading=heading,
        sentence=sentence,
        columns=_COLUMNS,
        rows=tuple(
            (each.offender_id, each.name, each.age, each.place, "; ".join(each.look_out_for), each.tell)
            for each in people
        ),
    )
