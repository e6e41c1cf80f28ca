"""Decisions of the forward plan as rows: when, how key, and whether scrutiny comes before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.programme.forward_plan import PlanCheck, PlanEntry, PlanFinding
from scrutiny_app.domain.wording import DAY_DATE, long_date
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.record_table import Column

_DOT = " \N{MIDDLE DOT} "


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A decision with what was found of it."""

    entry: PlanEntry
    findings: tuple[PlanFinding, ...] = ()


def _when(entry: PlanEntry) -> str:
    return long_date(entry.decision_on, DAY_DATE) if entry.decision_on else entry.period


def _below(entry: PlanEntry) -> str:
    return _DOT.join(one for one in (entry.reference, entry.decision_maker) if one)


def _stands(line: PlanLine) -> str:
    warned = {one.check for one in line.findings if one.severity is not Severity.NOTE}
    if PlanCheck.SCRUTINY in warned:
        return "No meeting before it"
    if warned:
        return "Short notice"
    return "Planned" if line.entry.item else "Not planned"


def _tone(line: PlanLine) -> Tone:
    words = _stands(line)
    return {"Planned": Tone.GOOD, "Not planned": Tone.PLAIN}.get(words, Tone.WARN)


PLAN_COLUMNS: Sequence[Column[PlanLine]] = (
    Column("Decision", lambda line: line.entry.title, below=lambda line: _below(line.entry)),
    Column("Decided on", lambda line: _when(line.entry), width=150),
    Column(
        "Key",
        lambda line: "Key" if line.entry.key else "",
        width=70,
        tone=lambda _line: Tone.ACCENT,
    ),
    Column("Scrutiny before it", _stands, width=180, tone=_tone),
)
PREVIEW_COLUMNS: Sequence[Column[PlanEntry]] = (
    Column("Decision", lambda entry: entry.title, below=_below),
    Column("Decided on", _when, width=150),
    Column(
        "Key", lambda entry: "Key" if entry.key else "", width=70, tone=lambda _one: Tone.ACCENT
    ),
    Column(
        "Notice published",
        lambda entry: long_date(entry.notice_on, DAY_DATE) if entry.notice_on else "",
        width=150,
    ),
)
