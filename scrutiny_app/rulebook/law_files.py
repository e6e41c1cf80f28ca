"""The parts that every file under ``resources/law/`` has in common."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypedDict

from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.law import Certainty
from scrutiny_app.rulebook.shipped_section import ShippedSection, read_shipped, shipped_file

FORMAT = 1


class RuleFacts(TypedDict):
    """What every rule says of itself, ready to be handed to its record."""

    nation: Nation
    source: str
    certainty: Certainty
    effective_from: date | None
    effective_to: date | None


def law_file(name: str) -> ShippedSection:
    """Return a file of ``resources/law/`` as a section.

    Raises:
        InstallationUnsound: the installation lacks it.
        WrongInput: as ``read_law_file``.
    """
    return read_law_file(shipped_file("law", name))


def read_law_file(path: Path) -> ShippedSection:
    """Return a file of law as a section, its format checked.

    Raises:
        WrongInput: it is not TOML, or of another format.
    """
    whole = read_shipped(path)
    if whole.needed_number("format") != FORMAT:
        raise whole.wrong(f'"format" must be {FORMAT}')
    return whole


def rule_facts(section: ShippedSection) -> RuleFacts:
    """Read what every rule says of itself."""
    return RuleFacts(
        nation=section.needed_choice("jurisdiction", Nation),
        source=section.required_text("source"),
        certainty=section.needed_choice("status", Certainty),
        effective_from=section.day("effective_from"),
        effective_to=section.day("effective_to"),
    )
