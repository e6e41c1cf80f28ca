"""Word's own numbering for lists: bullets, 1) 2) 3), and a) … z) aa) bb)."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from scrutiny_app.documents.blocks import Marker
from scrutiny_app.documents.docx.elements import element_of
from scrutiny_app.documents.manners import POINT_INDENT

_FORMATS = {
    Marker.BULLET: ("bullet", "•"),
    Marker.NUMBER: ("decimal", "%1)"),
    Marker.LETTER: ("lowerLetter", "%1)"),  # Word doubles after z, as real minutes do
}


class Lists:
    """The lists of one Word file; each starts at its beginning."""

    def __init__(self, word: WordDocument) -> None:
        self._numbering = word.part.numbering_part.element
        first = self._next("w:abstractNum", "w:abstractNumId")
        self._kinds = {marker: first + place for place, marker in enumerate(_FORMATS)}
        for marker, kind in self._kinds.items():
            self._add_kind(marker, kind)

    def new(self, marker: Marker, start: int = 1) -> int:
        """Begin a list at a place, counting from 1; return the number that its points carry."""
        number = self._next("w:num", "w:numId")
        self._numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}">'
                f'<w:abstractNumId w:val="{self._kinds[marker]}"/>'
                f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/>'
                "</w:lvlOverride></w:num>"
            )
        )
        return number

    def _next(self, tag: str, key: str) -> int:
        taken = (int(one.get(qn(key))) for one in self._numbering.findall(qn(tag)))
        return max(taken, default=0) + 1

    def _add_kind(self, marker: Marker, kind: int) -> None:
        format_, text = _FORMATS[marker]
        indent = round(POINT_INDENT * 20)
        made = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{kind}">'
            '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{format_}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl>'
            "</w:abstractNum>"
        )
        # Kinds must stand before the lists that use them
        self._numbering.insert(0, made)


def embolden_mark(paragraph: Paragraph) -> None:
    """Make the mark of a point bold: Word sets it as the end of its paragraph."""
    properties = element_of(paragraph).get_or_add_pPr()
    properties.append(parse_xml(f"<w:rPr {nsdecls('w')}><w:b/></w:rPr>"))


def number_point(paragraph: Paragraph, number: int) -> None:
    """Make a paragraph a point of the list with this number."""
    properties = element_of(paragraph).get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number
