"""What a pack says about itself: title, council, language, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from pikepdf import Array, Dictionary, Name, Pdf, String

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{claim}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
_CLAIM = "<pdfuaid:part>1</pdfuaid:part>\n"


@dataclass(frozen=True, slots=True)
class PackProperties:
    """What a pack is called, whose it is, and in which language it is.

    ``identity`` is the file's identifier, 16 bytes that follow from the inputs; ``accessible``
    claims that all of it keeps to PDF/UA-1.
    """

    title: str
    author: str
    language: str
    identity: bytes
    accessible: bool


def describe(pdf: Pdf, told: PackProperties) -> None:
    """Write a pack's properties, and how a viewer opens it: its title and its bookmarks shown.

    There is no date, no producer and no name of an officer, so that the same inputs give the
    same bytes and nothing is told that the council did not mean to tell.

    Source: ISO 32000-1, 14.3 (metadata), 14.4 (identifiers), 12.2 (viewer preferences);
    ISO 14289-1, 5 (the claim).
    """
    title, author = String(told.title), String(told.author)
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=title, Author=author))
    packet = _XMP.format(
        title=escape(told.title),
        author=escape(told.author),
        language=escape(told.language),
        claim=_CLAIM if told.accessible else "",
    )
    root = pdf.Root
    root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
    root.Lang = String(told.language)
    root.PageMode = Name.UseOutlines
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.trailer.ID = Array([String(told.identity), String(told.identity)])
