"""How the budget room calls things, each with its icon or colour."""

from __future__ import annotations

from collections.abc import Sequence

from scrutiny_app.domain.budget.figures import in_millions
from scrutiny_app.domain.budget.finding import BudgetFinding, CheckSeverity
from scrutiny_app.domain.budget.proposal import BudgetProposal, Consultation, Rating
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.status_list import State

STATES = {
    CheckSeverity.ERROR: State.PROBLEM,
    CheckSeverity.WARNING: State.WARNING,
    CheckSeverity.NOTE: State.NOTE,
    CheckSeverity.PROMPT: State.QUESTION,
}
RATING_TONES = {
    Rating.RED: Tone.BAD,
    Rating.AMBER: Tone.WARN,
    Rating.GREEN: Tone.GOOD,
    Rating.UNSTATED: Tone.PLAIN,
}
CONSULTATION_WORDS = {
    Consultation.PUBLIC: "Public",
    Consultation.NON_PUBLIC: "Not public",
    Consultation.UNSTATED: "",
}
DOT = " \N{MIDDLE DOT} "


def counted(many: int, one: str) -> str:
    """Return a number of things in words: "1 error", "2 errors"."""
    return f"{many} {one}" if many == 1 else f"{many} {one}s"


def named(one: BudgetProposal) -> str:
    """Return what a proposal is called: its references and its title."""
    return f"{one.reference}  {one.title}".strip()


def changed(pounds: int) -> str:
    """Return a difference as printed; nothing where there is none."""
    return in_millions(pounds) if pounds else ""


def gravest(findings: Sequence[BudgetFinding]) -> CheckSeverity | None:
    """Return the gravest severity among open findings, None where none is open."""
    held = {one.severity for one in findings if not one.waived}
    return next((severity for severity in CheckSeverity if severity in held), None)


def findings_word(findings: Sequence[BudgetFinding]) -> tuple[str, Tone]:
    """Say in a few words how many errors and warnings are open."""
    live = [one.severity for one in findings if not one.waived]
    errors, warnings = live.count(CheckSeverity.ERROR), live.count(CheckSeverity.WARNING)
    words = [counted(errors, "error")] if errors else []
    words += [counted(warnings, "warning")] if warnings else []
    if errors:
        return ", ".join(words), Tone.BAD
    if warnings:
        return ", ".join(words), Tone.WARN
    return "No errors or warnings", Tone.GOOD
