"""Formulas of a workbook whose results are not in the file."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from scrutiny_app.domain.errors import PaperRefused

_SHEETS = "xl/worksheets/"
# A cell with a formula and without a value. A text's value may be empty, a number's may not
_UNWORKED = re.compile(
    rb"<c\b(?![^>]*\bt=\"str\")[^>]*?\br=\"([A-Z]{1,3}[0-9]{1,7})\"[^>]*>\s*"
    rb"<f\b[^>]*?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)


def refuse_unworked_formulas(path: Path) -> None:
    """Return quietly when every formula of a checked Excel workbook has its result beside it.

    Programs that write workbooks may leave the results to whoever opens them; read as they are,
    such cells would be empty.

    Raises:
        PaperRefused: one has none; the sentence names its cell.

    Source: ECMA-376-1 18.3.1.4 (cell), 18.3.1.40 (formula).
    """
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith(_SHEETS) and (found := _UNWORKED.search(archive.read(name))):
                raise PaperRefused(
                    f"its cell {found[1].decode()} holds a formula that was never worked out, so "
                    "its figure is not in the file. Open it in a spreadsheet program, save it "
                    "again, and choose that file."
                )
