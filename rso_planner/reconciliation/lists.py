"""The force's list and the register's, each person with the verdict that the list itself gives."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property

from rso_planner.domain.duties.visit_interval import visit_interval
from rso_planner.domain.force import Force
from rso_planner.domain.interval import Interval, months
from rso_planner.domain.offender import Offender
from rso_planner.domain.pairing import Pairing
from rso_planner.domain.policy import PlanningPolicy
from rso_planner.domain.register_record import RegisterExport, RegisterRecord
from rso_planner.domain.risk_level import RiskLevel
from rso_planner.reconciliation.comparison import Comparison
from rso_planner.reconciliation.verdict import Facts, Verdict, recount, stated_verdict

_ENOUGH = 20
"""Fewer records do not tell how the register names areas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """One of the force's people with the facts and the verdict of the force's own list."""

    facts: Facts
    verdict: Verdict

    @property
    def offender(self) -> Offender:
        """The person."""
        return self.facts.case.offender


def list_force(force: Force, policy: PlanningPolicy, as_of: date) -> Mapping[str, ListedPerson]:
    """The force's list by offender identifier, counted by the planner's rules."""
    listed = {}
    for case in force.cases:
        facts = Facts(case=case, policy=policy, as_of=as_of)
        listed[case.offender.offender_id] = ListedPerson(facts=facts, verdict=recount(facts))
    return listed


@dataclass(frozen=True, kw_only=True)
class BothLists:
    """The two lists of one reconciliation, and who is whom; `ours` is by offender identifier."""

    ours: Mapping[str, ListedPerson]
    export: RegisterExport
    pairing: Pairing
    policy: PlanningPolicy
    as_of: date

    @cached_property
    def said(self) -> frozenset[str]:
        """The fields that the export says of anybody."""
        names = [each.name for each in fields(RegisterRecord)]
        return frozenset(
            name for name in names if any(getattr(record, name) is not None for record in self.export.records)
        )

    @cached_property
    def areas(self) -> frozenset[str]:
        """The force's own areas, without capitals; none where most of the register's are called otherwise."""
        ours = {listed.offender.area.casefold() for listed in self.ours.values() if listed.offender.area}
        theirs = [record.area.casefold() for record in self.export.records if record.area]
        are_other_names = len(theirs) >= _ENOUGH and 2 * sum(area in ours for area in theirs) < len(theirs)
        return frozenset() if are_other_names else frozenset(ours)

    def verdict_of(self, record: RegisterRecord) -> Verdict:
        """The register's verdict on one record."""
        # An interval that nobody knows: the longest, so that no visit is made up.
        ours = self._interval_by_row.get(record.row) or months(self.policy.visit_interval_table[RiskLevel.LOW])
        return stated_verdict(record, self.export.snapshot_on, ours, self.policy)

    @cached_property
    def _interval_by_row(self) -> Mapping[int, Interval]:
        return {pair.record.row: visit_interval(pair.offender, self.policy) for pair in self.pairing.pairs}

    def compare(self, listed: ListedPerson, record: RegisterRecord) -> Comparison:
        """One person on both lists."""
        return Comparison(
            facts=listed.facts,
            ours=listed.verdict,
            record=record,
            theirs=self.verdict_of(record),
            snapshot_on=self.export.snapshot_on,
            said=self.said,
            areas=self.areas,
        )

    def compare_with_nothing(self, listed: ListedPerson) -> Comparison:
        """A person whom an export of visits does not list: nothing is outstanding there, nothing else is said."""
        nothing = RegisterRecord(register_id=listed.offender.register_id or "", row=0)
        return replace(self.compare(listed, nothing), said=frozenset())
