"""Passages of a report, drawn with their lists and tables where a template names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Emu, Inches, Mm

from scrutiny_app.documents.blocks import Block
from scrutiny_app.documents.docx.drawing import write_blocks
from scrutiny_app.documents.docx.styles import NAMES
from scrutiny_app.documents.word_templates.context import Passage
from scrutiny_app.domain.house_style import HouseStyle

FILTER = "drawn"
_ALONE = re.compile(r"\s*\{\{\s*([A-Za-z_][\w.]*)\s*\}\}\s*")
_MARK = "\ue000{}\ue001"  # letters that no text has


class Passages:
    """The passages that one template prints, each by a mark until it is drawn there.

    That takes a template in our styles, which a council may have restyled as it likes: only they
    say how a list or a table is to look. In any other a passage is one paragraph after another.
    """

    def __init__(self) -> None:
        self._printed: dict[str, Passage] = {}

    def mark(self, value: object) -> object:
        """Return the mark of a passage; of anything else, the thing itself."""
        if not isinstance(value, Passage):
            return value
        mark = _MARK.format(len(self._printed))
        self._printed[mark] = value
        return mark

    def draw(self, word: WordDocument, style: HouseStyle) -> None:
        """Put every passage where its mark stands."""
        measure = _measure(word)
        for place in list(_paragraphs(word)):
            passage = self._printed.get(_text(place))
            if passage is None:
                continue
            made = _written(word, passage.blocks, style, measure)
            for element in made:
                place.addprevious(element)
            if made:
                place.getparent().remove(place)
            else:
                _write(place, "")


def has_our_styles(word: WordDocument) -> bool:
    """Whether passages can be drawn in a Word file."""
    numbered = any(one.reltype == RELATIONSHIP_TYPE.NUMBERING for one in word.part.rels.values())
    return numbered and {one.name for one in word.styles}.issuperset(NAMES)


def filter_lone_fields(word: WordDocument) -> None:
    """Pass every field that has a paragraph to itself through the filter that marks passages."""
    for paragraph in _paragraphs(word):
        if alone := _ALONE.fullmatch(_text(paragraph)):
            _write(paragraph, f"{{{{ {alone[1]}|{FILTER} }}}}")


def _measure(word: WordDocument) -> float:
    """Return the width of the text in points; what a file does not say is as in Word's own."""
    section = word.sections[0]
    margins = (section.left_margin or Inches(1)) + (section.right_margin or Inches(1))
    return float(Emu((section.page_width or Mm(210)) - margins).pt)


def _paragraphs(word: WordDocument) -> Iterator[Any]:
    """Give the paragraphs of the text but those that hold others, as one with a text box does."""
    for paragraph in word.element.body.iter(qn("w:p")):
        if next(paragraph.iterdescendants(qn("w:p")), None) is None:
            yield paragraph


def _text(paragraph: Any) -> str:
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t")))


def _write(paragraph: Any, text: str) -> None:
    """Put text in the place of a paragraph's own; Word may have cut that into several runs."""
    for place, one in enumerate(paragraph.iter(qn("w:t"))):
        one.text = "" if place else text


def _written(
    word: WordDocument, blocks: Iterable[Block], style: HouseStyle, measure: float
) -> list[Any]:
    """Return blocks as elements, which stand at the end of the file until they are moved."""
    body = word.element.body
    before = set(body)
    write_blocks(word, blocks, style, measure)
    return [one for one in body if one not in before]
