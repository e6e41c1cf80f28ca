"""The named styles of our Word files, so that a council restyles a document in one place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from scrutiny_app.documents.blocks import Tone
from scrutiny_app.documents.colours import INK, LINK, RULE
from scrutiny_app.documents.manners import (
    BOX_INSET,
    CELL_GAP,
    HANG,
    ROW_PADDING,
    Manner,
    Manners,
    manners,
)
from scrutiny_app.domain.house_style import HouseStyle

TITLE = "Scrutiny Title"
HEADING = "Scrutiny Heading {level}"
NUMBERED_HEADING = "Scrutiny Numbered Heading {level}"
NUMBERED = "Scrutiny Numbered"
POINT = "Scrutiny Item"
CELL = "Scrutiny Cell"
SIGNATURE = "Scrutiny Signature"
FURNITURE = "Scrutiny Page Edge"
GAP = "Scrutiny Gap"
LINK_STYLE = "Scrutiny Link"
TABLE = "Scrutiny Table"
PLAIN_TABLE = "Scrutiny Plain Table"
BOX = "Scrutiny Box"
TONES = {
    Tone.BODY: "Scrutiny Body",
    Tone.LABEL: "Scrutiny Label",
    Tone.COUNCIL: "Scrutiny Council",
    Tone.LINE: "Scrutiny Line",
    Tone.SMALL: "Scrutiny Small",
    Tone.CENTRED_NOTE: "Scrutiny Note",
}
DEEPEST = 3  # headings below it look alike
NAMES = (
    *(TITLE, NUMBERED, POINT, CELL, SIGNATURE, FURNITURE, GAP, LINK_STYLE, TABLE, PLAIN_TABLE, BOX),
    *(name.format(level=n) for n in range(1, DEEPEST + 1) for name in (HEADING, NUMBERED_HEADING)),
    *TONES.values(),
)
SIGNATURE_SHARES = (
    0.64,
    0.7,
    1.0,
)  # of the width: end of the name's rule, the date, its rule's end
_PEN_ROOM = 2.2  # lines above a signature
_RULES = ("top", "bottom", "insideH")
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")  # in the order Word asks for
_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


@dataclass(frozen=True, slots=True)
class _Named:
    """A paragraph style to make: ``base`` is the style it follows, ``hang`` its indent."""

    name: str
    base: str
    manner: Manner
    hang: float = 0.0
    keep: bool = False


def add_styles(word: WordDocument, style: HouseStyle, measure: float) -> None:
    """Give a new Word file our named styles. ``measure`` is the width of the text in points.

    Titles and headings follow Word's own headings, so that its navigation, its contents lists
    and screen readers know them.
    """
    how = manners(style)
    _set_defaults(word, style)
    for named in _paragraph_styles(how):
        _add(word, named, style.type.word_family)
    _add_signature_stops(word, measure)
    link = word.styles.add_style(LINK_STYLE, WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = RGBColor.from_string(LINK.upper())
    link.font.underline = True
    rules = {TABLE: _RULES, PLAIN_TABLE: (), BOX: (*_RULES, "left", "right", "insideV")}
    for name, edges in rules.items():
        word.styles.element.append(_table_style(name, how, edges))


def _paragraph_styles(how: Manners) -> Iterator[_Named]:
    body = how.body
    yield _Named(TITLE, "Heading 1", how.title, keep=True)
    for level, manner in enumerate(how.headings[:DEEPEST], start=1):
        heading = HEADING.format(level=level)
        yield _Named(heading, f"Heading {level + 1}", manner, keep=True)
        yield _Named(NUMBERED_HEADING.format(level=level), heading, manner, HANG, keep=True)
    for tone, name in TONES.items():
        yield _Named(name, "Normal", how.tones[tone])
    yield _Named(NUMBERED, TONES[Tone.BODY], body, HANG)
    yield _Named(POINT, TONES[Tone.BODY], how.point)
    yield _Named(CELL, TONES[Tone.BODY], how.cell)
    yield _Named(SIGNATURE, TONES[Tone.BODY], replace(body, before=body.leading * _PEN_ROOM))
    yield _Named(FURNITURE, "Normal", how.furniture)
    yield _Named(GAP, "Normal", Manner(1, 1))


def _add(word: WordDocument, named: _Named, family: str) -> None:
    made = word.styles.add_style(named.name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = word.styles[named.base]
    made.quick_style = True
    _set_font(made, named.manner, family)
    space = made.paragraph_format
    space.space_before, space.space_after = Pt(named.manner.before), Pt(named.manner.after)
    space.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
    space.line_spacing = Pt(named.manner.leading)
    space.widow_control = True
    space.keep_with_next = named.keep
    if named.hang:
        space.left_indent, space.first_line_indent = Pt(named.hang), Pt(-named.hang)
        space.tab_stops.add_tab_stop(Pt(named.hang))


def _set_font(style: ParagraphStyle, manner: Manner, family: str) -> None:
    font = style.font
    font.name = family
    font.size = Pt(manner.size)
    font.bold = manner.bold
    font.italic = False
    font.color.rgb = RGBColor.from_string(manner.colour.upper())


def _set_defaults(word: WordDocument, style: HouseStyle) -> None:
    """Take Word's theme fonts out of the way and set font and language for all text."""
    for fonts in word.styles.element.iter(qn("w:rFonts")):
        for themed in _THEMED:
            fonts.attrib.pop(qn(f"w:{themed}"), None)
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{script}"), style.type.word_family)
    for language in word.styles.element.iter(qn("w:lang")):
        for kind in ("w:val", "w:eastAsia"):
            language.set(qn(kind), style.language)
    normal = word.styles["Normal"]
    normal.font.name = style.type.word_family
    normal.font.size = Pt(style.type.body)


def _add_signature_stops(word: WordDocument, measure: float) -> None:
    stops = word.styles[SIGNATURE].paragraph_format.tab_stops
    rule_end, date, date_end = (Pt(measure * share) for share in SIGNATURE_SHARES)
    stops.add_tab_stop(rule_end, WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
    stops.add_tab_stop(date)
    stops.add_tab_stop(date_end, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)


def _table_style(name: str, how: Manners, edges: Collection[str]) -> BaseOxmlElement:
    """Return a table style: hairlines at the edges named, a heavier rule below the headings."""
    padding = round(how.cell.leading * ROW_PADDING * (1.0 if edges else 0.5) * 20)
    # Word adds the space below a cell's last paragraph, the PDF does not
    below = max(padding - round(how.cell.after * 20), 0)
    inset = round(BOX_INSET * 20) if "left" in edges else 0
    right = inset or round(CELL_GAP * 20)
    margins = {"top": padding, "left": inset, "bottom": below, "right": right}
    told = "".join(f'<w:{edge} w:w="{width}" w:type="dxa"/>' for edge, width in margins.items())
    hairlines = "".join(_border(edge, 4, RULE) for edge in _EDGES if edge in edges)
    heavy = '<w:top w:val="nil"/>' + _border("bottom", 8, INK)
    return parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1"'
        f' w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{hairlines}</w:tblBorders>"
        f"<w:tblCellMar>{told}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
        f"<w:tcPr><w:tcBorders>{heavy if edges else ''}</w:tcBorders></w:tcPr>"
        "</w:tblStylePr></w:style>"
    )


def _border(edge: str, eighths: int, colour: str) -> str:
    """Return one rule of a table, so many eighths of a point thick."""
    return f'<w:{edge} w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'
