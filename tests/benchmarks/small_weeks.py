"""Small benchmark weeks with tasks late by so many days, for the tests of the harness."""

from collections.abc import Mapping
from datetime import date, timedelta

from benchmarks.benchmark_week import BenchmarkWeek, Variant
from benchmarks.one_score import make_one_score_problem, read_one_score
from rso_planner.domain.task import Task
from tests.planning.weeks import make_week

AS_OF = date(2026, 11, 20)

DISTRICT = """
officer | can             | at  | area | Mon        | Tue
A       | lead visit arms | 0   | west | 9-17 =250  | 9-17 =240
B       | lead visit      | 0   | west | 9-17 =240  | 8-16 =300
C       | lead visit arms | 20  | east | 13-21 =260 | 9-17 =270
D       | visit           | 20  | east | 9-17 =240  | -

person  | risk      | at    | due                      | own | area | starts     | avoid
P1      | very_high | 3     | visit retry              | A   | west |            | Mon-morning
P2      | high      | 5,2   | visit arms               | B   | west | 9:00-11:00 |
P3      | medium    | 8     | arms                     | A   | west |            |
P4      | low       | 12    | visit                    | C   | east |            | Tue-morning Tue-afternoon
P5      | low       | 17,1  | first_visit arms         | C   | east |            |
P6      | high      | 19,3  | visit                    | C   | east |            |
P7      | medium    | 22    | other_assessment         | A   | east |            |
P8      | low       | 24,2  | visit arms               | C   | east | 14:00-18:00 |
P9      | high      | 30,30 | visit                    | B   | west |            |

apart | from
P3    | P4
A     | P6
"""

DAYS_LATE: Mapping[str, int] = {
    "P1:visit": 12,
    "P1:retry": 1,
    "P2:visit": 40,
    "P2:arms": 300,
    "P3:arms": 20,
    "P4:visit": 100,
    "P5:first_visit": 0,
    "P5:arms": 180,
    "P6:visit": 75,
    "P7:other_assessment": 5,
    "P8:visit": 33,
    "P8:arms": 9,
    "P9:visit": 60,
}


def make_small_week(variant: Variant, drawing: str = DISTRICT) -> BenchmarkWeek:
    """The drawn week under the one score."""
    problem = make_week(drawing).problem
    tasks = {
        task.task_id: Task(
            task_id=task.task_id,
            offender_id=task.offender_id,
            kind=task.kind,
            risk_level=task.risk_level,
            due_on=AS_OF - timedelta(days=DAYS_LATE[task.task_id]),
            cycle_days=91.0,
            rule="made_up",
            reason="",
        )
        for task in problem.task_by_id.values()
    }
    score = read_one_score()
    return BenchmarkWeek(
        variant=variant,
        problem=make_one_score_problem(problem, tasks, AS_OF, score, is_lone=variant is Variant.LONE),
        task_by_id=tasks,
        score=score,
    )
