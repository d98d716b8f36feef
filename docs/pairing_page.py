"""`pairing.md`: how two rows are weighed against one another, in the words and figures of the code."""

import ast
import textwrap
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from docs.cell_words import WRITTEN
from rso_planner.reconciliation.pairing import blocking, by_identifiers, certainty, left_to_decide, links, weights
from rso_planner.reconciliation.pairing.agreement import BirthAgreement, NameAgreement
from rso_planner.reconciliation.pairing.rarity import (
    USUAL_BIRTH,
    USUAL_FAMILY_NAME,
    USUAL_GIVEN_NAME,
    Rarity,
    Usual,
)

_OPENING = """\
# How people are paired

Pairs are made by the register's identifier, then by the force's, then by names and date of birth. This page says
how the last are weighed. [What to do with the doubtful ones](howto/decide-ambiguous-pairs.md),
[why it is done so](decisions/0015-pairing.md), [how well it works](benchmarks.md).
"""


def pairing_page() -> str:
    """What is compared, what each agreement weighs, and when a pair is certain."""
    tables: tuple[tuple[str, Mapping[NameAgreement, float] | Mapping[BirthAgreement, float], Usual], ...] = (
        ("Family names", weights.FAMILY_WEIGHTS, USUAL_FAMILY_NAME),
        ("Given names", weights.GIVEN_WEIGHTS, USUAL_GIVEN_NAME),
        ("Dates of birth", weights.BIRTH_WEIGHTS, USUAL_BIRTH),
    )
    lines = [WRITTEN.format(source="rso_planner/reconciliation/pairing"), _OPENING]
    lines += ["## Who is compared with whom", "", _words_of(blocking), ""]
    lines += ["## What an agreement weighs", "", _words_of(weights), ""]
    for heading, table, usual in tables:
        lines += [f"### {heading}", "", "| they are | bits |", "|---|---:|"]
        lines.append(f"| the same | by how many have it; {_rare(usual)} where nobody else does on a short list |")
        lines += [f"| {agreement.value} | {_signed(weight)} |" for agreement, weight in table.items()]
        lines.append("")
    lines += [
        f"Family and given names may stand in each other's place: {weights.SWAPPED_NAMES:+.1f} bits.",
        "",
        "## What else could be true",
        "",
        _words_of(links),
        "",
        _paragraph(
            f"A rival who is paired already weighs {links.ALREADY_PAIRED:+.1f} bits, because a second row of one "
            f"person is rare. No list is taken for shorter than {links.FEWEST_PEOPLE:,} people."
        ),
        "",
        "## When a pair is certain",
        "",
        _words_of(certainty),
        "",
        _paragraph(
            f"Certain is a chance of {certainty.CERTAIN:.0%} or more. A record whose likeliest pair has "
            f"{left_to_decide.WORTH_A_LOOK:.0%} or more, and is not certain, is left to a person. Evidence of "
            f"{by_identifiers.CONTRADICTION:+.1f} bits or less contradicts an identifier, and a person decides."
        ),
        "",
    ]
    return "\n".join(lines)


def _signed(weight: float) -> str:
    return f"{weight:+.1f}" if weight else "0"


def _rare(usual: Usual) -> str:
    return f"{Rarity(('one', 'one'), usual).bits('one'):.1f}"


def _words_of(module: ModuleType) -> str:
    written = ast.get_docstring(ast.parse(Path(module.__file__ or "").read_text("utf-8"))) or ""
    sentence, _, rest = written.partition("\n")
    return _paragraph(f"**{sentence.strip()}** {' '.join(rest.split())}")


def _paragraph(text: str) -> str:
    return "\n".join(textwrap.wrap(text.strip(), 110, break_long_words=False, break_on_hyphens=False))
