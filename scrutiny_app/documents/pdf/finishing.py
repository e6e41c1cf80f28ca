"""What turns drawn pages into a PDF/UA file: structure, outline, title, author and language."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Dictionary, Name, OutlineItem, String

from scrutiny_app.documents.blocks import Document
from scrutiny_app.documents.pdf.structure import Element, write_structure
from scrutiny_app.documents.plain_text import settled

# No dates and no program names: the same document gives the same bytes, and tells only its author
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One bookmark: ``level`` counts from 1, ``page`` from 0; ``top`` in points from the foot."""

    level: int
    title: str
    page: int
    top: float


def finished(
    drawn: bytes,
    document: Document,
    tree: Element,
    marks: Sequence[Sequence[Element]],
    outline: Sequence[OutlineEntry],
) -> bytes:
    """Return the file with its structure tree, outline, language and title.

    Source: ISO 14289-1 5 (the claim), 7.1 (title and its display), 7.2 (language).
    """
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        write_structure(pdf, tree, marks)
        _write_outline(pdf, outline)
        _write_facts(pdf, document)
        pdf.save(
            made,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            min_version="1.7",
            deterministic_id=True,
        )
    return made.getvalue()


def _write_outline(pdf: pikepdf.Pdf, entries: Sequence[OutlineEntry]) -> None:
    with pdf.open_outline() as outline:
        above = [(0, outline.root)]
        for entry in entries:
            while above[-1][0] >= entry.level:
                above.pop()
            item = OutlineItem(
                entry.title, entry.page, page_location="XYZ", left=0, top=round(entry.top, 2)
            )
            above[-1][1].append(item)
            above.append((entry.level, item.children))


def _write_facts(pdf: pikepdf.Pdf, document: Document) -> None:
    title, author = settled(document.title), settled(document.author)
    # In place of ReportLab's own entries
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String(title), Author=String(author)))
    pdf.Root.Lang = String(document.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    told = _XMP.format(
        title=escape(title),
        author=escape(author),
        language=escape(document.language),
    )
    pdf.Root.Metadata = pdf.make_stream(told.encode(), Type=Name.Metadata, Subtype=Name.XML)
