"""The process that speaks to Word: ``python -m`` this module, a document and what to make of it.

It prints Word's version. Windows only; written, not yet tried.

Source: Word object model: Application.AutomationSecurity, Documents.Open,
Document.ExportAsFixedFormat, Document.SaveAs2.
"""

from __future__ import annotations

import sys
from pathlib import Path

_NO_ALERTS = 0  # wdAlertsNone
_NO_MACROS = 3  # msoAutomationSecurityForceDisable
_NOT_SAVED = 0  # wdDoNotSaveChanges
_PDF = 17  # wdExportFormatPDF
_DOCX = 16  # wdFormatDocumentDefault
_HEADINGS = 1  # wdExportCreateHeadingBookmarks


def main() -> None:
    """Have Word write the second file from the first."""
    import win32com.client  # type: ignore[import-untyped, import-not-found, unused-ignore]

    document, made = (str(Path(one).resolve()) for one in sys.argv[1:3])
    word = win32com.client.DispatchEx("Word.Application")
    try:
        word.Visible = False
        word.DisplayAlerts = _NO_ALERTS
        word.AutomationSecurity = _NO_MACROS
        word.Options.UpdateLinksAtOpen = False
        opened = word.Documents.Open(
            document, ConfirmConversions=False, ReadOnly=True, AddToRecentFiles=False
        )
        if made.endswith(".pdf"):
            opened.ExportAsFixedFormat(
                made, _PDF, CreateBookmarks=_HEADINGS, DocStructureTags=True, UseISO19005_1=False
            )
        else:
            opened.SaveAs2(made, _DOCX, AddToRecentFiles=False)
        opened.Close(_NOT_SAVED)
        sys.stdout.write(str(word.Version))
    finally:
        word.Quit(_NOT_SAVED)


if __name__ == "__main__":
    main()
