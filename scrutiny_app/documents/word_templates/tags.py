"""The tags that stand in a Word template, paragraph by paragraph, and the names they use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import Environment, TemplateSyntaxError, nodes

from scrutiny_app.documents.word_templates.sandbox import refuse_more

# {{ field }}, {%p for one in attached %}: the letters say what Word's part around the tag goes with
_TAG = re.compile(
    r"\{(?P<open>[{%])[-+]?(?:(?P<around>p|tr|tc|r)(?=\s))?(?P<inside>.*?)[-+]?[}%]\}"
)
_DRAWN_PARTS = (
    RELATIONSHIP_TYPE.HEADER,
    RELATIONSHIP_TYPE.FOOTER,
    RELATIONSHIP_TYPE.FOOTNOTES,
)
_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: ``inside`` is its text, ``paragraph`` the text of the paragraph it stands in."""

    inside: str
    is_statement: bool
    around: str
    paragraph: str

    @property
    def word(self) -> str:
        """The first word of a statement: "for"."""
        return self.inside.split(maxsplit=1)[0] if self.is_statement and self.inside else ""

    @property
    def quoted(self) -> str:
        """The paragraph, short enough to be found by."""
        return shortened(self.paragraph)


def tags_of(template: DocxTemplate) -> Iterator[Tag]:
    """Give every tag of a template, in the order of its text, headers and footers last."""
    for paragraph in _paragraphs(template):
        for found in _TAG.finditer(paragraph):
            yield Tag(
                inside=_plain_quotes(found["inside"]).strip(),
                is_statement=found["open"] == "%",
                around=found["around"] or "",
                paragraph=paragraph,
            )


def torn_paragraphs(template: DocxTemplate) -> Iterator[str]:
    """Give every paragraph in which a tag is opened and not closed, or the other way round."""
    for paragraph in _paragraphs(template):
        opened = len(re.findall(r"\{[{%]", paragraph))
        if opened != len(re.findall(r"[%}]\}", paragraph)):
            yield shortened(paragraph)


def shortened(paragraph: str) -> str:
    """Return a paragraph, short enough to be found by."""
    text = " ".join(paragraph.split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"


def names_in(tag: Tag, language: Environment) -> tuple[set[str], set[str]]:
    """Return the names that a tag asks for, and those that it makes (a loop's own).

    Raises:
        TemplateSyntaxError: it cannot be read.
    """
    tree = language.parse(_whole(tag))
    asked: set[str] = set()
    made: set[str] = set()
    for name in tree.find_all(nodes.Name):
        (asked if name.ctx == "load" else made).add(name.name)
    return asked - made, made


def filters_in(tag: Tag, language: Environment) -> set[str]:
    """Return the filters that a tag uses.

    Raises:
        TemplateSyntaxError: it cannot be read.
        SecurityError: it does what no template may.
    """
    tree = language.parse(_whole(tag))
    refuse_more(tree)
    return {one.name for one in tree.find_all(nodes.Filter)}


def _whole(tag: Tag) -> str:
    """Return a tag as a template of its own, closed."""
    if not tag.is_statement:
        return f"{{{{ {tag.inside} }}}}"
    rest = tag.inside.removeprefix(tag.word)
    match tag.word:
        case "for":
            return f"{{% for{rest} %}}{{% endfor %}}"
        case "if" | "elif":
            return f"{{% if{rest} %}}{{% endif %}}"
        case "else" | "endfor" | "endif":
            return ""
    raise TemplateSyntaxError(f'"{tag.word}" is not known', 1)


def _paragraphs(template: DocxTemplate) -> Iterator[str]:
    part = template.docx.part
    drawn = (one.target_part for one in part.rels.values() if one.reltype in _DRAWN_PARTS)
    parts = (element for one in drawn if (element := getattr(one, "element", None)) is not None)
    for element in chain((part.element,), parts):
        for paragraph in element.iter(qn("w:p")):
            yield "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def _plain_quotes(text: str) -> str:
    """Return text with straight quotation marks, as docxtpl reads it: Word makes curly ones."""
    return re.sub("[\u201c\u201d]", '"', re.sub("[\u2018\u2019]", "'", text))
