"""A council's Word template, opened only after its package was looked at."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from scrutiny_app.documents.intake.limits import MEBIBYTE, Limits
from scrutiny_app.documents.intake.office.zip_check import check_archive
from scrutiny_app.domain.errors import NotFound, PaperRefused

_TYPES = "[Content_Types].xml"
_TEMPLATE = b"wordprocessingml.template.main+xml"
_DOCUMENT = b"wordprocessingml.document.main+xml"
_ATTACHED_TEMPLATE = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
)
_MACROS = (b"macroEnabled", b"vbaProject")
_PROGRAMS = ("vbaproject", "activex", "embeddings/")
# A template is some pages of text with a crest; these are ten times what real ones have
_LIMITS = Limits(parts=1000, xml_part=4 * MEBIBYTE, package=64 * MEBIBYTE, unpacked=32 * MEBIBYTE)


def open_word_template(path: Path) -> DocxTemplate:
    """Open a .docx or .dotx as a template; nothing outside the file is ever fetched.

    Raises:
        NotFound: the file is not there.
        PaperRefused: it is no Word file, is damaged or hostile, holds macros or other programs,
            or draws in what lies elsewhere.
    """
    try:
        check_archive(path, _LIMITS)
        data = _as_document(path)
        template = DocxTemplate(io.BytesIO(data))
        template.init_docx()
    except PaperRefused as error:
        raise PaperRefused(f"The template {path.name} is refused: {error}") from error
    except OSError as error:
        raise NotFound(
            f"There is no template {path} that can be read ({error.strerror})."
        ) from error
    except (KeyError, ValueError) as error:
        # What python-docx says of a package without a document, or with another kind of one
        raise PaperRefused(
            f"The template {path.name} is not a Word document. Save it in Word as .docx or .dotx."
        ) from error
    _cut_off(template, path.name)
    return template


def _as_document(path: Path) -> bytes:
    """Return the package's bytes, with a .dotx called a document: libraries refuse the other.

    Raises:
        PaperRefused: it holds macros or other programs.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(made, "w") as target:
        types = source.read(_TYPES)
        names = source.namelist()
        if any(word in types for word in _MACROS) or any(
            program in name.lower() for name in names for program in _PROGRAMS
        ):
            raise PaperRefused(
                "it holds macros or other programs. Save it without them, as .docx or .dotx."
            )
        for name in names:
            data = source.read(name)
            target.writestr(name, data.replace(_TEMPLATE, _DOCUMENT) if name == _TYPES else data)
    return made.getvalue()


def _cut_off(template: DocxTemplate, name: str) -> None:
    """Drop the path of the template it was made from, and refuse what else lies elsewhere.

    Raises:
        PaperRefused: a picture or object is linked, not held.
    """
    document = template.docx
    settings = document.settings.element
    for attached in list(settings.iter(qn("w:attachedTemplate"))):
        attached.getparent().remove(attached)
    for part in document.part.package.iter_parts():
        _check_relationships(part, name)


def _check_relationships(part: Part, name: str) -> None:
    for key, one in list(part.rels.items()):
        if not one.is_external or one.reltype == RELATIONSHIP_TYPE.HYPERLINK:
            continue
        if one.reltype == _ATTACHED_TEMPLATE:
            del part.rels[key]
            continue
        raise PaperRefused(
            f"The template {name} is refused: it shows something that lies in another file or on "
            "a website. Put the picture or object into the template itself."
        )
