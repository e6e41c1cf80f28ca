"""Commands about budget proposals: import, list, check and total them."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from decimal import Decimal

from scrutiny_app.cli.answers import Answer
from scrutiny_app.cli.surroundings import desk
from scrutiny_app.domain.budget.effect import EffectOn
from scrutiny_app.domain.budget.figures import MoneyUnit, as_change, in_millions, in_posts
from scrutiny_app.domain.budget.finding import BudgetFinding, CheckSeverity
from scrutiny_app.domain.budget.importing import ProposalPreview
from scrutiny_app.domain.budget.proposal import ProposalDetails
from scrutiny_app.domain.budget.table import ImportChoices
from scrutiny_app.domain.budget.totals import (
    Grouping,
    Total,
    concentration,
    consultation_share,
    phasing,
    totals_by,
    whole_total,
)
from scrutiny_app.domain.financial_year import read_financial_year
from scrutiny_app.jobs.budget.find_budget import WantedBudget, find_budget
from scrutiny_app.jobs.find_committee import find_committee

_UNITS = {
    "millions": MoneyUnit.MILLIONS,
    "thousands": MoneyUnit.THOUSANDS,
    "pounds": MoneyUnit.POUNDS,
}


def import_(arguments: argparse.Namespace) -> Answer:
    """Import a budget paper, or show what that would bring."""
    from scrutiny_app.jobs.budget.import_budget import BudgetTarget, import_budget
    from scrutiny_app.jobs.budget.preview_budget import preview_budget

    choices = ImportChoices(unit=_UNITS.get(arguments.unit))
    if arguments.preview:
        read_financial_year(arguments.year)
        with desk(arguments.workspace).read():
            preview = preview_budget(arguments.file, choices).preview
        return _brought(preview, imported=False, set_id="")
    done = import_budget(
        desk(arguments.workspace),
        arguments.file,
        BudgetTarget(arguments.committee, arguments.year, arguments.version),
        choices,
    )
    return _brought(done.preview, imported=True, set_id=done.whole.id)


def _brought(preview: ProposalPreview, *, imported: bool, set_id: str) -> Answer:
    record = {
        "imported": imported,
        "set": set_id,
        "rows": len(preview.proposals),
        "references": len(preview.references),
        "years": [one.label for one in preview.years],
        "unit": preview.unit.value if preview.unit else None,
        "printed_totals": len(preview.printed_totals),
        "problems": [
            {"severity": one.severity.value, "message": one.message, "place": one.place}
            for one in preview.problems
        ],
    }
    verb = "Imported" if imported else "Would import"
    line = f"{verb} {len(preview.proposals)} rows with {len(preview.references)} references."
    return Answer(record, (line,), tuple(one.message for one in preview.problems))


def sets(arguments: argparse.Namespace) -> Answer:
    """List the sets of proposals."""
    with desk(arguments.workspace).read() as store:
        lines = store.proposal_sets.list()
    return Answer(
        {
            "sets": [
                {
                    "id": one.id,
                    "committee": one.committee_name,
                    "year": one.year.label,
                    "version": one.version,
                    "file": one.file_name,
                    "rows": one.rows,
                    "stated": one.pounds,
                }
                for one in lines
            ]
        },
        tuple(
            f"{one.committee_name}, {one.label}: {one.rows} rows, {as_change(one.pounds)}, "
            f"from {one.file_name or 'hand'}"
            for one in lines
        )
        or ("There are no budget proposals yet.",),
    )


def check(arguments: argparse.Namespace) -> Answer:
    """Check the figures and the words of a set."""
    from scrutiny_app.jobs.budget.check_budget import check_budget

    with desk(arguments.workspace).read() as store:
        findings = check_budget(store, find_budget(store, wanted(arguments)))
    return Answer(
        {
            "findings": [
                {
                    "id": one.check.id,
                    "severity": one.severity.value,
                    "reference": one.reference,
                    "message": one.message,
                    "source": one.check.source,
                    "place": one.place,
                    "waived": one.waived,
                }
                for one in findings
            ]
        },
        (*_told(findings), _counted(findings)),
    )


def wanted(arguments: argparse.Namespace) -> WantedBudget:
    """Return which proposals a command is about."""
    return WantedBudget(arguments.committee, arguments.year, arguments.version)


def _told(findings: Iterable[BudgetFinding]) -> Iterator[str]:
    for one in findings:
        about = f" {one.reference}" if one.reference else ""
        aside = f" Set aside: {one.waived}" if one.waived else ""
        yield f"{one.check.id} {one.severity.value}{about}: {one.message}{aside}"


def _counted(findings: Iterable[BudgetFinding]) -> str:
    severities = [one.severity for one in findings]
    errors = severities.count(CheckSeverity.ERROR)
    return f"{len(severities)} findings, {errors} of them errors. No figure was changed."


def totals(arguments: argparse.Namespace) -> Answer:
    """Total a set by group, stated and summed."""
    with desk(arguments.workspace).read() as store:
        whole = find_budget(store, wanted(arguments))
    everything = whole_total(whole)
    groups = totals_by(whole, Grouping(arguments.by))
    most, asked = concentration(whole), consultation_share(whole)
    return Answer(
        {
            "by": arguments.by,
            "all": _total(everything),
            "groups": [{"name": one.name, **_total(one)} for one in groups],
            "phasing": [
                {"year": one.year.label, "reductions": one.pounds, "percent": float(one.percent)}
                for one in phasing(whole)
            ],
            "concentration": {
                "references": [one.reference for one in most.proposals],
                "percent": float(most.percent),
            },
            "public_consultation": {
                "percent": float(asked.percent),
                "fte_percent": float(asked.fte_percent),
            },
        },
        (*(line for one in (*groups, everything) for line in _lines(one)), _ROUNDING),
    )


_ROUNDING = "Figures are in £m and may not add up because of rounding; none was changed."


def _total(total: Total) -> dict[str, object]:
    return {
        "rows": total.rows,
        "stated": total.stated,
        "summed": total.summed,
        "rounding": total.rounding,
        "fte": _number(total.fte),
        "years": {year.label: pounds for year, pounds in total.years},
        "cash_over_plan": total.cash,
    }


def _number(fte: Decimal) -> int | float:
    return int(fte) if fte == int(fte) else float(fte)


def _lines(total: Total) -> Iterator[str]:
    years = ", ".join(f"{year.label} {in_millions(pounds)}" for year, pounds in total.years)
    yield f"{total.name}: {total.rows} rows, {in_posts(total.fte)} posts"
    yield (
        f"    {years}; stated {in_millions(total.stated)}, summed {in_millions(total.summed)}, "
        f"over the plan {in_millions(total.cash)}"
    )


def effects(arguments: argparse.Namespace) -> Answer:
    """Add the budgets of several years up for services, wards or client groups."""
    with desk(arguments.workspace).read() as store:
        committee = find_committee(store, arguments.committee).id if arguments.committee else None
        carried = store.budget_effects(EffectOn(arguments.on), committee)
    return Answer(
        {
            "on": arguments.on,
            "effects": [
                {
                    "name": one.name,
                    "pounds": one.pounds,
                    "fte": _number(one.fte),
                    "budgets": {year.budget.label: year.pounds for year in one.budgets},
                }
                for one in carried
            ],
        },
        tuple(
            f"{one.name}: {as_change(one.pounds)}, {in_posts(one.fte)} posts ("
            f"{', '.join(f'{y.budget.label} {in_millions(y.pounds)}' for y in one.budgets)})"
            for one in carried
        )
        or ("Nothing is recorded to add up. Say which wards or client groups a proposal touches.",),
    )


def amend(arguments: argparse.Namespace) -> Answer:
    """Record what the paper does not say of a proposal."""
    from scrutiny_app.jobs.budget.change_budget import amend_proposal

    said = {
        name: value
        for name, value in vars(arguments).items()
        if name in ProposalDetails.__dataclass_fields__ and value is not None
    }
    with desk(arguments.workspace).edit() as store:
        whole = find_budget(store, wanted(arguments))
        changed = amend_proposal(store, whole, arguments.reference, said)
    return Answer(
        {"reference": changed.reference, "changed": sorted(said)},
        (f"{changed.reference} is amended: {', '.join(sorted(said)).replace('_', ' ')}.",),
    )


def waive(arguments: argparse.Namespace) -> Answer:
    """Set a finding aside, with the reason."""
    from scrutiny_app.jobs.budget.check_budget import set_finding_aside

    with desk(arguments.workspace).edit() as store:
        whole = find_budget(store, wanted(arguments))
        waiver = set_finding_aside(
            store, whole, arguments.check, arguments.reference, arguments.reason
        )
    return Answer(
        {"id": waiver.check, "reference": waiver.reference, "reason": waiver.reason},
        (f"{waiver.check} {waiver.reference} is set aside.",),
    )
