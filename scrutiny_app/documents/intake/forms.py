"""A filled-in form drawn into its pages, so that its answers can no longer change or vanish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import AcroForm, AcroFormField, Annotation, Dictionary, Name, Object, Page, Pdf

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.text import one_line
from scrutiny_app.domain.errors import PaperRefused

_LONGEST_QUOTE = 40
_PRINT_IT = "Open it in Acrobat Reader, print it to PDF and add that file."


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody typed or chose in a form, and the page it must be seen on (from 1)."""

    page: int
    text: str


def refuse_live_form(pdf: Pdf) -> None:
    """Return quietly unless the file is an XFA form that only Acrobat can lay out.

    Such a file's only page says "Please wait...".

    Raises:
        PaperRefused: it is one.
    """
    form = pdf.Root.get(Name.AcroForm)
    if not isinstance(form, Dictionary) or "/XFA" not in form:
        return
    if pdf.Root.get_bool(Name.NeedsRendering, default=False) or not form.get_list(Name.Fields):
        raise PaperRefused(
            "it is a live form whose pages are made only when Acrobat opens it. " + _PRINT_IT
        )


def draw_in(pdf: Pdf, pages: Sequence[Page], findings: Findings) -> tuple[Answer, ...]:
    """Draw form fields and marks into their pages; return the answers that must now be seen.

    Raises:
        PaperRefused: the form is too broken to draw.
    """
    try:
        answers = _prepare_fields(pdf, pages, findings)
        pdf.flatten_annotations("screen")
    except pikepdf.PikepdfError as error:
        raise PaperRefused(f"its form fields cannot be drawn. {_PRINT_IT}") from error
    return answers


def warn_of_lost_answers(
    answers: Sequence[Answer], texts: Sequence[str], findings: Findings
) -> None:
    """Warn of every answer whose words are not among its page's words (one line a page)."""
    for answer in answers:
        if _bare(answer.text) not in _bare(texts[answer.page - 1]):
            quote = answer.text[:_LONGEST_QUOTE]
            findings.warn(
                f"The form answer “{quote}” on page {answer.page} cannot be seen. {_PRINT_IT}"
            )


def _prepare_fields(pdf: Pdf, pages: Sequence[Page], findings: Findings) -> tuple[Answer, ...]:
    """Give every filled-in field a picture of its answer."""
    form = pdf.Root.get(Name.AcroForm)
    if not isinstance(form, Dictionary):
        return ()
    if "/XFA" in form:
        del form["/XFA"]
    anew = form.get_bool(Name.NeedAppearances, default=False)
    fields = pdf.acroform
    answers = []
    for number, page in enumerate(pages, start=1):
        for widget in fields.get_widget_annotations_for_page(page):
            answer = _prepare(form, fields, widget, findings, anew=anew)
            if answer:
                answers.append(Answer(number, answer))
    return tuple(answers)


def _prepare(
    form: Object, fields: AcroForm, widget: Annotation, findings: Findings, *, anew: bool
) -> str:
    """Give one field its picture; return its answer when it is one in words."""
    field = fields.get_field_for_annotation(widget)
    if field.field_type == "/Sig" and field.value is not None:
        findings.took_out("digital signatures")
        findings.warn(
            "The paper was digitally signed; bound into a pack it no longer is. "
            "Keep the signed original."
        )
    if not (field.is_text or field.is_choice):
        return ""
    answer = one_line(field.value_as_string)
    if answer and (anew or "/AP" not in widget.obj):
        _ensure_font(form, field)
        field.generate_appearance(widget)
    return answer


def _ensure_font(form: Object, field: AcroFormField) -> None:
    """See to it that the font a field asks for exists.

    Without it qpdf draws no text: a value in a form without ``/DR`` was lost when flattened.
    """
    words = field.default_appearance.split()
    if b"Tf" not in words[2:]:
        field.obj.DA = b"/Helv 0 Tf 0 g"
        words = [b"/Helv"]
    named = words[max(0, words.index(b"Tf") - 2)] if b"Tf" in words else words[0]
    if not isinstance(form.get(Name.DR), Dictionary):
        form.DR = Dictionary()
    if not isinstance(form.DR.get(Name.Font), Dictionary):
        form.DR.Font = Dictionary()
    key = named.decode("latin-1")
    if key.startswith("/") and key not in form.DR.Font:
        form.DR.Font[key] = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding,
        )


def _bare(text: str) -> str:
    """Text without spaces, because a PDF's words are spaced by position."""
    return "".join(text.split())
