"""The XML behind what python-docx has no call for."""

from __future__ import annotations

from typing import Any, Protocol


class _Proxy(Protocol):
    @property
    def _element(self) -> Any: ...


def element_of(part: _Proxy) -> Any:
    """Return the XML element of a paragraph, run, row, cell or table of python-docx."""
    return part._element  # noqa: SLF001 - there is no public way to it
