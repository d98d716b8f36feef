"""The enquiry lists: one for each kind, the highest risk first, with since when and when last seen."""

from datetime import date

from rso_planner.domain.due import find_enquiries
from rso_planner.domain.enquiry_paper import make_enquiry_paper
from rso_planner.domain.paper import Paper
from rso_planner.domain.policy import PlanningPolicy
from tests.domain.cases import AS_OF, make_case, make_force


def _paper(policy: PlanningPolicy) -> Paper:
    cases = (
        make_case(offender_id="1", status="missing", risk_level="low", officer_id="OM1", area="North"),
        make_case(
            "2026-09-01 seen\n2026-10-01 not_seen\n2026-10-02 refused\n2026-11-24 seen",
            offender_id="2",
            status="missing",
            status_since="2026-11-20",
        ),
        make_case(offender_id="3", status="wanted", status_since="2026-11-01", risk_level="very_high"),
        make_case("2026-10-01 not_seen", offender_id="4", place=None, no_fixed_abode=True),
        make_case(offender_id="5"),
        make_case(offender_id="6", status="custody"),
    )
    force = make_force(*cases)
    by_id = {case.offender.offender_id: case for case in cases}
    return make_enquiry_paper(AS_OF, find_enquiries(force, policy, AS_OF), by_id)


def test_each_kind_has_its_list_the_highest_risk_first(policy: PlanningPolicy) -> None:
    missing, wanted, no_place = _paper(policy).tables
    assert missing.rows == (
        ("2", "high", date(2026, 11, 20), 3, date(2026, 9, 1), 2, "nobody", "not known"),
        ("1", "low", None, None, None, 0, "OM1", "North"),
    )
    assert [row[:4] for row in wanted.rows] == [("3", "very high", date(2026, 11, 1), 22)]
    assert [row[:6] for row in no_place.rows] == [("4", "high", "", "", None, 1)]


def test_the_figures_count_the_lists(policy: PlanningPolicy) -> None:
    paper = _paper(policy)
    assert [(each.label, each.figure, each.detail) for each in paper.figures] == [
        ("Missing", 2, "1 at high or very high risk."),
        ("Wanted", 1, "1 at high or very high risk."),
        ("Without a place", 1, "1 at high or very high risk."),
    ]
    assert paper.sentences == ("4 people to be found. All of them stay in the counts.",)
    assert paper.offender_ids == ("1", "2", "3", "4")


def test_without_anybody_the_lists_say_so() -> None:
    assert [each.sentence for each in make_enquiry_paper(AS_OF, (), {}).tables] == ["Nobody."] * 3
