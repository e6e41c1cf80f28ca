"""What an inspection of the workspace found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters."""

    PROBLEM = "problem"  # something recorded is lost or wrong
    WARNING = "warning"  # nothing is lost yet
    NOTE = "note"  # untidy, harmless


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: ``message`` says what it is and what to do, ``where`` names the file."""

    severity: Severity
    message: str
    where: str = ""
