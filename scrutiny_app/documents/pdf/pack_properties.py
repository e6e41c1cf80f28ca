"""What a pack says about itself: title, council, language, and nothing else."""

from __future__ import annotations

from html import escape

from pikepdf import Array, Dictionary, Name, Pdf, String

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def describe(pdf: Pdf, *, title: str, author: str, language: str, identity: bytes) -> None:
    """Write a pack's properties, and how a viewer opens it: its title and its bookmarks shown.

    There is no date, no producer and no name of an officer, so that the same inputs give the
    same bytes and nothing is told that the council did not mean to tell. ``identity`` is the
    file's identifier, 16 bytes that follow from the inputs.

    Source: ISO 32000-1, 14.3 (metadata), 14.4 (identifiers), 12.2 (viewer preferences).
    """
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String(title), Author=String(author)))
    packet = _XMP.format(title=escape(title), author=escape(author), language=escape(language))
    root = pdf.Root
    root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
    root.Lang = String(language)
    root.PageMode = Name.UseOutlines
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.trailer.ID = Array([String(identity), String(identity)])
