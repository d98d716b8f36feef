"""Made-up what-if runs: three scenarios over a year, twelve of them, and a unit without officers."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from rso_planner.domain.assumption import Assumption
from rso_planner.domain.measure_words import MEASURE_WORDS
from rso_planner.domain.scenario import DemandChange, PolicyChange, Scenario, StaffingChange
from rso_planner.domain.unit_load import UnitLoad
from rso_planner.domain.what_if import Band, Difference, ScenarioCurves, WhatIf

AS_OF = date(2026, 11, 27)
FIRST_WEEK = date(2026, 11, 30)
NAN = float("nan")

BASELINE = Scenario(name="baseline", title="As it is", description="The staff and the demand of today.")
HALVED = Scenario(
    name="made-up-50",
    title="50 people to an officer",
    description="From the first week there are made-up officers.",
    staffing=(StaffingChange(people_to_officer=50),),
)
LONE = Scenario(
    name="made-up-lone",
    title="One officer at low risk",
    description="One officer goes alone where somebody has authorised it.",
    breach="Departs from the practice of two officers at each visit.",
    policy=(PolicyChange(values={"officers_required.low": 1, "lone_visit_authorised_by.low": "made up"}),),
)
ASSUMPTIONS = (
    Assumption(part="demand", key="growth", value="0.03", unit="share a year", note="made up"),
    Assumption(part="policy", key="preparation", value="30", unit="minutes", note=""),
)
ACCURACY = "Against the weekly planner itself it was off by a made-up 4 % at most."

Ends = Mapping[str, tuple[float, float]]
"""By measure the figure before the first week and in the last one."""

AS_IS: Ends = {
    "overdue": (530, 560),
    "high_or_above_overdue": (38, 41),
    "medium_or_low_overdue": (492, 519),
    "very_high_overdue": (1, 1),
    "high_overdue": (37, 40),
    "medium_overdue": (230, 240),
    "low_overdue": (262, 279),
    "oldest_days": (312, 410),
    "arms_overdue": (700, 640),
    "arms_ever_share": (0.51, 0.66),
    "arms_current_share": (0.41, 0.47),
    "hours_used": (238, 240),
    "hours_available": (260, 260),
    "workload": (1.6, 1.65),
    "officers": (18, 18),
    "people_to_officer": (98.3, 101.2),
    "active_to_officer": (94.8, 97.3),
    "in_community": (1769, 1822),
    "reactive": (62, 62),
    "visits": (70, 72),
    "visits_a_year": (4400, 4550),
    "assessments": (11, 12),
    "to_reactive": (0, 0),
    "to_active": (0, 0.2),
}
HALF_AS_MANY: Ends = {
    **AS_IS,
    "overdue": (530, 212),
    "high_or_above_overdue": (38, 3),
    "medium_or_low_overdue": (492, 209),
    "high_overdue": (37, 3),
    "very_high_overdue": (1, 0),
    "oldest_days": (312, 35),
    "arms_current_share": (0.41, 0.97),
    "hours_used": (470, 505),
    "hours_available": (520, 520),
    "officers": (36, 36),
    "people_to_officer": (49.2, 50.6),
}


def make_curves(
    scenario: Scenario, ends: Ends, weeks: int, against: Ends = AS_IS, spread: float = 0.1, seed: int = 1
) -> ScenarioCurves:
    """Curves that run from one end to the other with some chance; the last week's mean is exact."""
    chance = random.Random(seed)
    weekly = {
        measure: tuple(_bands(chance, *ends[measure], weeks, spread, is_share=words.is_share))
        for measure, words in MEASURE_WORDS.items()
    }
    least = {measure: 0.01 if words.is_share else 1 for measure, words in MEASURE_WORDS.items()}
    differences = {measure: ends[measure][1] - against[measure][1] for measure in MEASURE_WORDS}
    return ScenarioCurves(
        scenario=scenario,
        weekly=weekly,
        against_baseline={
            measure: Difference(
                mean=each,
                low=each - spread * (abs(each) + least[measure]),
                high=each + spread * (abs(each) + least[measure]),
            )
            if each
            else Difference(mean=0.0, low=0.0, high=0.0)
            for measure, each in differences.items()
        },
    )


def _bands(
    chance: random.Random, begins: float, ends: float, weeks: int, spread: float, *, is_share: bool
) -> Sequence[Band]:
    bands = []
    for week in range(1, weeks + 1):
        share = week / weeks
        mean = begins + (ends - begins) * (1 - (1 - share) ** 2)
        if week < weeks:
            mean *= 1 + chance.uniform(-0.01, 0.01)
        # A band is as wide as chance has had time for; a figure of half a person has a band too.
        half = spread * share * (mean if is_share or mean > 4 else 4 * (mean > 0))
        high = min(1, mean + half) if is_share else mean + half
        bands.append(Band(mean=mean, low=max(0, mean - half), high=high))
    return bands


def make_what_if(*others: ScenarioCurves, weeks: int = 13, replications: int = 20) -> WhatIf:
    """The baseline and these."""
    return WhatIf(
        as_of=AS_OF,
        first_week=FIRST_WEEK,
        weeks=weeks,
        replications=replications,
        seed=7,
        mode="fast",
        scenarios=(make_curves(BASELINE, AS_IS, weeks), *others),
        load=UnitLoad(visits=160.0, assessments=150.0, reviews=20.0, travel=60.0, available=230.0),
        seconds=4.25,
        policy_hash="a" * 64,
        input_hash="b" * 64,
        code_version="0.1.0",
    )


def make_small_what_if() -> WhatIf:
    """Three scenarios over a year: as it is, twice as many officers, lone visits that change next to nothing."""
    nearly = {**AS_IS, "overdue": (530, 558.0), "high_or_above_overdue": (38, 40.6), "visits": (70, 75)}
    lone = make_curves(LONE, nearly, 52, seed=3)
    chance = {
        "overdue": Difference(mean=-2.0, low=-6.0, high=2.0),
        "high_or_above_overdue": Difference(mean=-0.4, low=-1.2, high=0.4),
    }
    lone = replace(lone, against_baseline={**lone.against_baseline, **chance})
    return make_what_if(make_curves(HALVED, HALF_AS_MANY, 52, seed=2), lone, weeks=52)


def make_large_what_if(count: int = 12) -> WhatIf:
    """So many scenarios over a year, the baseline one of them, from better to worse."""
    others = [LONE]
    others += [
        Scenario(
            name=f"made-up-{number}",
            title=f"Made-up staffing number {number} with a rather long title",
            description="Made up to see twelve.",
            staffing=(StaffingChange(week=5, officers_added=number, training_weeks=13),),
            demand=(DemandChange(week=9, until_week=20, values={"growth": 0.06}),) if number % 3 == 0 else (),
        )
        for number in range(1, count - 1)
    ]
    curves = []
    for place, scenario in enumerate(others):
        part = place / len(others)
        ends = {
            measure: (AS_IS[measure][0], end + (HALF_AS_MANY[measure][1] - end) * (1.15 * part - 0.15))
            for measure, (_, end) in AS_IS.items()
        }
        curves.append(make_curves(scenario, ends, 52, seed=place))
    return make_what_if(*curves, weeks=52)


def make_what_if_without_officers() -> WhatIf:
    """Everybody has left: no hours, and no ratio that could be given."""
    nobody = Scenario(name="nobody", title="Nobody is left", description="All officers are away.")
    ends = {**AS_IS, "hours_used": (0, 0), "hours_available": (0, 0)}
    curves = make_curves(nobody, ends, 13)
    none = dict.fromkeys(("people_to_officer", "active_to_officer", "workload"), NAN)
    weekly = {**curves.weekly, **{each: (Band(mean=NAN, low=NAN, high=NAN),) * 13 for each in none}}
    differences = {**curves.against_baseline, **{each: Difference(mean=NAN, low=NAN, high=NAN) for each in none}}
    return make_what_if(replace(curves, weekly=weekly, against_baseline=differences))
