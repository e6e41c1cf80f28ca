"""A council's template, filled, or checked against all that it may name."""

from __future__ import annotations

import io
import re
from collections.abc import Collection
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docxtpl import DocxTemplate
from jinja2 import TemplateError

from scrutiny_app.documents.blocks import Document
from scrutiny_app.documents.docx.package import finished
from scrutiny_app.documents.word_templates.checking import template_findings
from scrutiny_app.documents.word_templates.context import Context
from scrutiny_app.documents.word_templates.opening import open_word_template
from scrutiny_app.documents.word_templates.passages import (
    FILTER,
    Passages,
    filter_lone_fields,
    has_our_styles,
)
from scrutiny_app.documents.word_templates.sandbox import TemplateLanguage
from scrutiny_app.documents.word_templates.tags import tags_of
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.finding import Finding, Severity
from scrutiny_app.domain.house_style import HouseStyle

# A filter or a comparison used on what it is not for, or a loop that cuts a table in two
_MISUSED = (TypeError, ValueError, AttributeError, SyntaxError)
_NAME = re.compile(r"'(\w+)'")


def fill_word_template(
    path: Path, context: Context, style: HouseStyle, *, title: str, author: str
) -> bytes:
    """Fill a .docx or .dotx; return the Word file, whose properties tell title and author only.

    Raises:
        NotFound: the template is not there.
        PaperRefused: the template is refused.
        WrongInput: it names a field that this kind of report does not have, or cannot be read;
            the sentence quotes the paragraph.
    """
    template = open_word_template(path)
    language = TemplateLanguage(style)
    for finding in template_findings(template, context, language):
        if finding.severity is Severity.PROBLEM:
            raise WrongInput(f"{path.name}: {finding.message}")
    word = _render(template, context, language, path.name)
    return finished(word, Document(title, author, (), language=style.language))


def check_word_template(
    path: Path, context: Context, style: HouseStyle, *, in_sections: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Return what stands in the way of filling a template, and which fields it does not use.

    ``context`` is that of a whole example, with which the template is filled to try it;
    ``in_sections`` are the fields that a loop over the sections prints.

    Raises:
        NotFound: the template is not there.
        PaperRefused: the template is refused.
    """
    template = open_word_template(path)
    language = TemplateLanguage(style)
    findings = template_findings(template, context, language, in_sections)
    if any(one.severity is Severity.PROBLEM for one in findings):
        return findings
    try:
        _render(template, context, language, path.name)
    except WrongInput as error:
        return (Finding(Severity.PROBLEM, str(error)),)
    return findings


def _render(
    template: DocxTemplate, context: Context, language: TemplateLanguage, name: str
) -> WordDocument:
    # What the template's author wrote in its properties is nobody's field
    properties = template.docx.core_properties
    for one in ("author", "comments", "identifier", "language", "subject", "title"):
        setattr(properties, one, "")
    places = [(tag.inside, tag.quoted) for tag in tags_of(template)]
    passages = Passages()
    if has_our_styles(template.docx):
        language.filters[FILTER] = passages.mark
        filter_lone_fields(template.docx)
    try:
        template.render(dict(context), language, autoescape=True)
    except (TemplateError, *_MISUSED) as error:
        told = str(error).strip().rstrip(".")
        asked = _NAME.findall(told)
        where = next((quoted for inside, quoted in places if asked and asked[-1] in inside), "")
        stands = f' It stands in "{where}".' if where else ""
        raise WrongInput(
            f"{name} cannot be filled: {told}. Correct that tag in Word and try again.{stands}"
        ) from error
    # docxtpl leaves python-docx with the body as it was before
    saved = io.BytesIO()
    template.docx.save(saved)
    word = docx.Document(saved)
    passages.draw(word, language.style)
    return word
