"""Fields that show today's date are told with where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.office.preparing import prepare_open_document, prepare_word
from tests.documents.intake.hostile import put
from tests.documents.intake.office import office_files as made

HEADING = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Background</w:t></w:r></w:p>'


def begun(*instruction: str) -> str:
    """A field in Word's long form, its instruction cut into pieces."""
    pieces = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in instruction)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{pieces}'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3 May 2026</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def simple(instruction: str) -> str:
    return f'<w:fldSimple w:instr="{instruction}"><w:r><w:t>3 May 2026</w:t></w:r></w:fldSimple>'


def warnings_of(field: str, folder: Path) -> tuple[str, ...]:
    body = f"{HEADING}<w:p><w:r><w:t>Written on </w:t></w:r>{field}</w:p>"
    findings = Findings()
    path = put(folder, made.docx(body), "report.docx")
    prepare_word(path, folder / "ready.docx", Limits(), findings, final=False)
    return findings.warnings


@pytest.mark.parametrize(
    "field",
    [
        simple(" DATE \\@ &quot;d MMMM yyyy&quot;"),
        simple("time"),
        begun(" DA", "TE \\* MERGEFORMAT "),
    ],
)
def test_a_field_that_shows_today_is_told_with_where_it_stands(field: str, tmp_path: Path) -> None:
    (warning,) = warnings_of(field, tmp_path)
    assert "under “Background” at “Written on 3 May 2026”" in warning
    assert "Ctrl+Shift+F9" in warning


@pytest.mark.parametrize(
    "field", [simple(" CREATEDATE "), simple("PAGE"), begun(" REF DATE "), begun("TIMESHEET")]
)
def test_fields_that_keep_what_they_say_are_not_told(field: str, tmp_path: Path) -> None:
    assert warnings_of(field, tmp_path) == ()


@pytest.mark.parametrize(("fixed", "told"), [("", 1), (' text:fixed="true"', 0)])
def test_a_date_of_an_open_document_is_told_unless_it_is_fixed(
    fixed: str, told: int, tmp_path: Path
) -> None:
    body = f"<text:p>Written on <text:date{fixed}>3 May 2026</text:date></text:p>"
    findings = Findings()
    path = put(tmp_path, made.odt(body), "report.odt")
    prepare_open_document(path, tmp_path / "ready.odt", Limits(), findings, final=False)
    assert len(findings.warnings) == told
