"""What a converter is to the intake."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class ConversionFailed(Exception):
    """A converter made nothing of a document; ``str(error)`` goes on from "it": "took …"."""


class Converter(Protocol):
    """A program of this machine that reads office documents."""

    @property
    def name(self) -> str:
        """The program and its version, as the pack's record names it."""

    def convert(self, document: Path, made: Path, *, seconds: float) -> None:
        """Write ``made`` from ``document``; the ending of ``made`` (.pdf, .docx) says as what.

        Raises:
            ConversionFailed: it took too long, failed, or wrote nothing.
        """
