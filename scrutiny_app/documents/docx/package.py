"""The finished Word file: only the parts it needs, no dates, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.rel import Relationships
from docx.oxml.ns import qn

from scrutiny_app.documents.blocks import Document
from scrutiny_app.documents.plain_text import settled

_CORE = "docProps/core.xml"
_TYPES = "[Content_Types].xml"
_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the first a zip file can hold
# What python-docx's own empty document brings along: a picture of it, the name of the program it
# was made with, and copies of its styles for Word 2007
_UNWANTED = (
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
_WORD_2013 = "15"  # what every Word since then calls its mode; a lower one opens as "compatible"
_CORE_XML = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties
 xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>\
<dc:creator>{author}</dc:creator><dc:language>{language}</dc:language></cp:coreProperties>"""


def finished(word: WordDocument, document: Document) -> bytes:
    """Return the file's bytes; its author is the council, and nothing else is told."""
    _prune(word.part.package.rels)
    _prune(word.part.rels)
    for setting in word.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_2013)
    for language in word.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), document.language)
    saved = io.BytesIO()
    word.save(saved)
    return _repacked(saved, document)


def _prune(relationships: Relationships) -> None:
    """Let go of parts; what nothing refers to is not saved."""
    for key in [key for key, one in relationships.items() if one.reltype in _UNWANTED]:
        del relationships[key]


def _repacked(saved: io.BytesIO, document: Document) -> bytes:
    core = _CORE_XML.format(
        title=escape(settled(document.title)),
        author=escape(settled(document.author)),
        language=escape(document.language),
    ).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(made, "w") as target:
        for name in sorted(source.namelist(), key=lambda one: (one != _TYPES, one)):
            entry = zipfile.ZipInfo(name, date_time=_NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else it tells Windows from the rest
            target.writestr(entry, core if name == _CORE else source.read(name))
    return made.getvalue()
