"""The traps of the work: where each is handled, and the tests that fail when that handling is taken out.

`test_traps.py` takes each handling out of a copy of the planner, one at a time, and runs its tests there;
`docs/generate.py` writes the same table as a page.
"""

from dataclasses import dataclass


def tests_in(file: str, *names: str) -> tuple[str, ...]:
    """Tests of one file under tests/, as pytest names them."""
    return tuple(f"tests/{file}::{name}" for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """A place of the source that handles a trap.

    `fragment` stands once in the file; `without` is what stands there when nobody thinks of the trap. Each of the
    `tests` must then fail.
    """

    file: str
    fragment: str
    without: str
    tests: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """A mistake that such planners make; `elsewhere` says where one is looked after that this table leaves out."""

    words: str
    handled: tuple[Handling, ...] = ()
    elsewhere: str = ""


TRAPS = (
    Trap(
        words="An attempt that reached nobody resets the visit clock.",
        handled=(
            Handling(
                file="rso_planner/domain/duties/completed_visit.py",
                fragment="visit.outcome is VisitOutcome.SEEN or",
                without="bool(visit.outcome) or",
                tests=tests_in("domain/duties/test_completed_visit.py", "test_trap_attempts_resetting_clocks")
                + tests_in(
                    "domain/duties/test_retry_after.py", "test_the_retry_neither_moves_nor_replaces_the_visit"
                ),
            ),
        ),
    ),
    Trap(
        words="Years in custody count as clean years in the community.",
        handled=(
            Handling(
                file="rso_planner/domain/management/reactive_exclusions.py",
                fragment="max(case.offender.registered_on, back_in_community_on(case) or date.min)",
                without="case.offender.registered_on",
                tests=tests_in(
                    "domain/management/test_reactive_exclusions.py",
                    "test_trap_custody_time_counted_as_clean_years",
                ),
            ),
        ),
    ),
    Trap(
        words="After a release the old visit clock runs on.",
        handled=(
            Handling(
                file="rso_planner/domain/duties/visit_clock_anchor.py",
                fragment='        (back_on, "back in the community on"),\n',
                without="",
                tests=tests_in(
                    "domain/duties/test_clock_suspension.py",
                    "test_trap_release_resuming_the_old_clock",
                    "test_a_visit_in_custody_is_not_the_first_visit",
                ),
            ),
        ),
    ),
    Trap(
        words="People on reactive management, missing or wanted are lost from the counts.",
        handled=(
            Handling(
                file="rso_planner/domain/populations.py",
                fragment="case.offender.status is Status.COMMUNITY or case.offender.status in SOUGHT",
                without="case.offender.status is Status.COMMUNITY",
                tests=tests_in(
                    "domain/duties/test_missing_or_wanted.py",
                    "test_trap_people_lost_from_counts_on_reactive_missing_wanted",
                )
                + tests_in("domain/test_populations.py", "test_who_counts_where"),
            ),
            Handling(
                file="rso_planner/domain/populations.py",
                fragment="return at_large and is_registered(case, as_of)",
                without="return at_large and is_registered(case, as_of) and is_active(case, as_of)",
                tests=tests_in(
                    "domain/duties/test_missing_or_wanted.py",
                    "test_trap_people_lost_from_counts_on_reactive_missing_wanted",
                )
                + tests_in("domain/test_headline_figures.py", "test_the_figures"),
            ),
        ),
    ),
    Trap(
        words="The default coordinates of a system are taken for somebody's home, and routes lead there.",
        handled=(
            Handling(
                file="rso_planner/domain/place.py",
                fragment="if not is_in_great_britain(self.easting, self.northing):",
                without="if False:",
                tests=tests_in("domain/test_place.py", "test_trap_default_coordinates_are_no_place"),
            ),
            Handling(
                file="rso_planner/planning/build_problem.py",
                fragment="has_place=offender.place is not None",
                without="has_place=True",
                tests=tests_in(
                    "planning/test_build_problem.py", "test_a_person_without_coordinates_has_no_default_place"
                ),
            ),
            Handling(
                file="rso_planner/domain/due.py",
                fragment="    if has_no_place(case.offender):\n        return None\n",
                without="",
                tests=tests_in(
                    "domain/duties/test_no_fixed_abode.py", "test_trap_default_coordinates_routed_as_homes"
                ),
            ),
        ),
    ),
    Trap(
        words="Women and people under 18 are shown as 'ARMS missing' for ever.",
        handled=(
            Handling(
                file="rso_planner/domain/duties/arms_population.py",
                fragment="TaskKind.OTHER_ASSESSMENT if is_child or offender.sex is Sex.FEMALE else TaskKind.ARMS",
                without="TaskKind.ARMS",
                tests=tests_in(
                    "domain/duties/test_arms_population.py", "test_trap_under_18s_and_women_arms_missing_for_ever"
                ),
            ),
            Handling(
                file="rso_planner/domain/duties/arms_population.py",
                fragment="is_child or offender.sex",
                without="offender.sex",
                tests=tests_in("domain/duties/test_arms_population.py", "test_who_has_arms"),
            ),
        ),
    ),
    Trap(
        words="Notes and names leak into calendar titles, logs, addresses of pages or file names.",
        handled=(
            Handling(
                file="rso_planner/files/plan_calendar.py",
                fragment='"Desk work" if is_desk_work(assignment) else "Visit"',
                without='planned_week.offender_name(assignment.offender_id) or "Visit"',
                tests=tests_in(
                    "files/test_plan_calendar.py", "test_notes_and_names_do_not_leak_into_titles_and_file_names"
                ),
            ),
            Handling(
                file="rso_planner/files/plan_calendar.py",
                fragment='folder / f"{name}.ics"',
                without='folder / f"{name} {planned_week.officer_name(officer_id)}.ics"',
                tests=tests_in(
                    "files/test_plan_calendar.py", "test_notes_and_names_do_not_leak_into_titles_and_file_names"
                ),
            ),
            Handling(
                file="rso_planner/cli/main.py",
                fragment="({type(error).__name__}{where})",
                without="({error!r}{where})",
                tests=tests_in("cli/test_main.py", "test_a_fault_of_ours_shows_neither_a_traceback_nor_a_record"),
            ),
            Handling(
                file="rso_planner/domain/briefing_paper.py",
                fragment='name=f"briefing-{slug}-{briefing.as_of}"',
                without='name=f"briefing-{briefing.people[0].name}-{briefing.as_of}"',
                tests=tests_in(
                    "domain/test_neighbourhood_briefing.py",
                    "test_the_paper_is_not_named_after_a_person_and_says_whom_it_is_for_and_until_when",
                ),
            ),
        ),
    ),
    Trap(
        words="A person at low risk is never reached.",
        handled=(
            Handling(
                file="rso_planner/domain/lateness.py",
                fragment=" + late_days / policy.absolute_age",
                without="",
                tests=tests_in("planning/test_worth.py", "test_a_low_risk_person_is_reached_in_the_end"),
            ),
        ),
    ),
    Trap(
        words="Two people are needed at the door and only one is free.",
        handled=(
            Handling(
                file="rso_planner/planning/rules/two_officers_at_each_visit.py",
                fragment="if different < needed:",
                without="if not different:",
                tests=tests_in(
                    "planning/rules/test_two_officers_at_each_visit.py",
                    "test_the_broken_week_breaks_this_rule_alone",
                ),
            ),
            Handling(
                file="rso_planner/domain/duties/officers_required.py",
                fragment="return policy.officers_required[offender.risk_level]",
                without="return 1",
                tests=tests_in("domain/duties/test_officers_required.py", "test_the_person")
                + tests_in("planning/test_build_problem.py", "test_minutes_of_a_high_risk_person"),
            ),
        ),
    ),
    Trap(
        words="The second person's hours are not credited.",
        handled=(
            Handling(
                file="rso_planner/planning/officer_routes.py",
                fragment="for officer_id in dict.fromkeys(assignment.officer_ids):",
                without="for officer_id in assignment.officer_ids[:1]:",
                tests=tests_in(
                    "planning/test_officer_weeks.py",
                    "test_the_second_officers_time_out_is_credited_and_the_desk_work_is_the_leads",
                )
                + tests_in("planning/rules/test_day_minutes.py", "test_the_minutes_are_told"),
            ),
        ),
    ),
    Trap(
        words="A lead who is not trained in ARMS makes the assessment.",
        handled=(
            Handling(
                file="rso_planner/planning/rules/arms_by_an_arms_trained_lead.py",
                fragment="lead and not lead.arms_trained and",
                without="lead and not lead and",
                tests=tests_in(
                    "planning/rules/test_arms_by_an_arms_trained_lead.py",
                    "test_the_broken_week_breaks_this_rule_alone",
                ),
            ),
        ),
    ),
    Trap(
        words="Somebody is visited on the day of a visit to a neighbour who knows them.",
        handled=(
            Handling(
                file="rso_planner/planning/build_problem.py",
                fragment="people_kept_apart=_sorted_pairs(force, SeparationKind.OFFENDERS)",
                without="people_kept_apart=frozenset()",
                tests=tests_in("planning/test_build_problem.py", "test_separations_are_kept_by_kind"),
            ),
            Handling(
                file="rso_planner/planning/rules/people_kept_apart.py",
                fragment="if (first_id, on) in visited and (second_id, on) in visited:",
                without="if not visited:",
                tests=tests_in(
                    "planning/rules/test_people_kept_apart.py", "test_the_broken_week_breaks_this_rule_alone"
                ),
            ),
        ),
    ),
    Trap(
        words="A month is taken for 30 days.",
        handled=(
            Handling(
                file="rso_planner/domain/interval.py",
                fragment="date(year, month, min(anchor.day, calendar.monthrange(year, month)[1]))",
                without="anchor + timedelta(days=30 * count)",
                tests=tests_in("domain/duties/test_visit_interval.py", "test_trap_months_as_30_days")
                + tests_in("domain/duties/test_arms_cycle.py", "test_twelve_months_after_completion"),
            ),
        ),
    ),
    Trap(
        words="What is due today is called overdue.",
        handled=(
            Handling(
                file="rso_planner/domain/duties/overdue.py",
                fragment='int(policy.overdue == "on_due_date")',
                without="1",
                tests=tests_in("domain/duties/test_overdue.py", "test_trap_due_today"),
            ),
        ),
    ),
    Trap(
        words="Two systems are compared whose snapshots are of different days.",
        handled=(
            Handling(
                file="rso_planner/reconciliation/causes/cutoff.py",
                fragment="return replace(facts, as_of=snapshot_on)",
                without="return facts",
                tests=tests_in("reconciliation/causes/test_causes.py", "test_due_between_the_two_days_is_cutoff"),
            ),
        ),
    ),
    Trap(
        words="The surname NA is read as missing, and the identifier 0012 as 12.",
        handled=(
            Handling(
                file="rso_planner/files/table_reading.py",
                fragment='if cell == "":',
                without='if cell in ("", "NA", "null", "nan"):',
                tests=tests_in(
                    "files/test_extract_reading.py",
                    "test_trap_a_surname_that_looks_like_a_missing_value_stays_a_surname",
                ),
            ),
            Handling(
                file="rso_planner/files/cells.py",
                fragment='characters, not {len(text)}")\n    return text\n',
                without='characters, not {len(text)}")\n    return str(int(text)) if text.isdigit() else text\n',
                tests=tests_in("files/test_extract_reading.py", "test_the_good_extract_is_read_as_it_is_written"),
            ),
        ),
    ),
    Trap(
        words="A ratio of 100:1 is printed as 10:1.",
        handled=(
            Handling(
                file="rso_planner/domain/headline_figures.py",
                fragment='f"{round(people / fte)}:1"',
                without="str(round(people / fte)).removesuffix('0') + ':1'",
                tests=tests_in("domain/test_headline_figures.py", "test_trap_100_to_1_printed_as_10_to_1"),
            ),
        ),
    ),
    Trap(
        words="An officer with no hours is shown as 0 % busy.",
        handled=(
            Handling(
                file="rso_planner/domain/officer_week.py",
                fragment="if self.plannable_minutes else None",
                without="if self.plannable_minutes else 0.0",
                tests=tests_in(
                    "planning/test_officer_weeks.py", "test_an_officer_without_minutes_is_not_available_never_idle"
                )
                + tests_in("files/test_plan_json.py", "test_an_officer_who_is_not_available_has_no_share")
                + tests_in(
                    "domain/test_plan_words.py", "test_hours_in_words_and_nobody_without_hours_is_0_per_cent_busy"
                ),
            ),
        ),
    ),
)
"""Eighteen, in the order of the written rules."""
