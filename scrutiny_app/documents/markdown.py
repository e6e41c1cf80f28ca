"""A document written in Markdown, read into blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from scrutiny_app.documents.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Inline,
    ListBlock,
    Marker,
    NumberedParagraph,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Title,
    plain,
)
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.minutes.minutes import point_label

_NEW_PAGE = "\\newpage"
_HEADING_NUMBER = re.compile(r"(\d{1,3}(?:\.\d+)*)\.? +(?=\S)")
_PARAGRAPH_NUMBER = re.compile(r"(\d+(?:\.\d+)+) +(?=\S)")
_LETTER = re.compile(r"([a-z]|([a-z])\2+)\) +(?=\S)")
_ALIGNS = {
    "text-align:left": Align.LEFT,
    "text-align:center": Align.CENTRE,
    "text-align:right": Align.RIGHT,
}
# Roughly how many letters of body text stand side by side on A4, and how many a column can use
_LINE, _LANDSCAPE_LINE = 80, 122
_WIDEST = 60
_GAP = 2  # letters between two columns
# Letters; words with no more than these stay on one line, as "17 September 2026" does
_SHORT_CELL = 18

_Node = SyntaxTreeNode
_Reader = Callable[[_Node], Iterator[Block]]


def document_from_markdown(
    text: str, *, title: str, author: str, landscape: bool = False
) -> Document:
    r"""Read Markdown (CommonMark with tables) into a document.

    "#" is the title, "##" a level-1 heading; a number at the start of a heading or paragraph
    ("3 Background", "3.4 …") stands in the margin; lines that start with a) b) c) are a list;
    "---" or "\newpage" starts a new page. A table whose headings are empty has none.

    Raises:
        WrongInput: there is something else (a picture, code, a quotation, HTML, a list within a
            list); the sentence names the line.
    """
    readers = _READERS | {"table": partial(_table, line=_LANDSCAPE_LINE if landscape else _LINE)}
    parser = MarkdownIt("commonmark").enable("table").disable("lheading")
    tree = _Node(parser.parse(text))
    return Document(
        title=title,
        author=author,
        blocks=tuple(block for node in tree.children for block in _blocks(node, readers)),
        landscape=landscape,
    )


def inline_from_markdown(text: str) -> Inline:
    """Read one line of Markdown: bold, italic and links; nothing in it starts a list or a number.

    Raises:
        WrongInput: there is something else in it (a picture, code).
    """
    tree = _Node(MarkdownIt("commonmark").parseInline(" ".join(text.split())))
    runs = _runs(tree.children[0].children, Run(""))
    return tuple(run or Run(" ") for run in runs) or plain("")


def _blocks(node: _Node, readers: Mapping[str, _Reader]) -> Iterator[Block]:
    read = readers.get(node.type)
    if read is None:
        raise _refused(node, _NAMES.get(node.type, node.type))
    yield from read(node)


def _refused(node: _Node, what: str) -> WrongInput:
    line = f"Line {_line(node)} holds"
    return WrongInput(
        f"{line} {what}, which cannot be drawn. Write it as headings, paragraphs, lists or tables."
    )


def _line(node: _Node) -> int:
    """Return the line a node stands on, counting from 1."""
    while not node.map and node.parent:
        node = node.parent
    return node.map[0] + 1 if node.map else 1


def _heading(node: _Node) -> Iterator[Block]:
    text = _inline(node)
    level = int(node.tag.removeprefix("h"))
    if level == 1:
        yield Title(text)
        return
    number, rest = _taken_off(text, _HEADING_NUMBER)
    yield Heading(level - 1, rest, number=number)


def _paragraph(node: _Node) -> Iterator[Block]:
    """Yield what the lines of one paragraph are: text, numbered text or lettered points."""
    points: list[Inline] = []
    for part in _parts(_lines(node.children[0])):
        letter, rest = _taken_off(part, _LETTER)
        if letter:
            _check_letter(node, letter, len(points))
            points.append(rest)
            continue
        number, rest = _taken_off(part, _PARAGRAPH_NUMBER)
        if number:
            yield NumberedParagraph(number, rest)
        elif _plain(part) == _NEW_PAGE:
            yield PageBreak()
        else:
            yield Paragraph(part)
    if points:
        yield ListBlock(Marker.LETTER, tuple(points))


def _check_letter(node: _Node, letter: str, place: int) -> None:
    wanted = point_label(place)
    if letter != wanted:
        raise WrongInput(
            f'A list near line {_line(node)} has the point "{letter})" where "{wanted})" comes '
            "next. Letter its points from a) on, without a gap."
        )


def _parts(lines: Iterable[Inline]) -> list[Inline]:
    """Join lines that go on from the one before; one that begins with a mark starts anew."""
    parts: list[Inline] = []
    for line in lines:
        marked = any(_taken_off(line, mark)[0] for mark in (_LETTER, _PARAGRAPH_NUMBER))
        if parts and not marked:
            parts[-1] = (*parts[-1], Run(" "), *line)
        else:
            parts.append(line)
    return parts


def _list(node: _Node) -> Iterator[Block]:
    bullets = node.type == "bullet_list"
    start = node.attrs.get("start", 1)
    if not bullets and start != 1:
        raise WrongInput(
            f"The list on line {_line(node)} starts at {start}. Start it at 1, or write its "
            "numbers as paragraph numbers (1.1, 1.2)."
        )
    points = []
    for item in node.children:
        if [one.type for one in item.children] != ["paragraph"]:
            raise _refused(item, "a point that is empty or more than one paragraph")
        points.append(_inline(item.children[0]))
    yield ListBlock(Marker.BULLET if bullets else Marker.NUMBER, tuple(points))


def _table(node: _Node, *, line: int) -> Iterator[Block]:
    rows = [
        [_inline(cell) for cell in row.children] for part in node.children for row in part.children
    ]
    aligns = [
        _ALIGNS.get(str(cell.attrs.get("style", "")), Align.LEFT)
        for cell in node.children[0].children[0].children
    ]
    headed = any(_plain(cell) for cell in rows[0])
    shown = rows if headed else rows[1:]
    yield Table(
        columns=tuple(map(Column, _shares(zip(*shown, strict=True), aligns, line), aligns)),
        rows=tuple(tuple(Cell((cell,)) for cell in row) for row in shown),
        header_rows=int(headed),
        row_headers=not headed,
    )


def _shares(columns: Iterable[Sequence[Inline]], aligns: Iterable[Align], line: int) -> list[float]:
    """Share a line of so many letters out: to each column its longest word, and what it can use.

    A column of short words, such as days, needs all of them on one line.

    What is left when every column can hold its longest word goes to those with longer cells.
    """
    words, cells = [], []
    for column, align in zip(columns, aligns, strict=True):
        texts = [_plain(cell) for cell in column]
        longest = max(map(len, texts))
        word = max((len(word) for text in texts for word in text.split()), default=0) + 1
        if align is Align.LEFT and longest <= _SHORT_CELL:
            word = longest + 1
        words.append(word)
        cells.append(max(word, min(_WIDEST, longest + 1)))
    wished = sum(cells) - sum(words)
    spare = max(line - _GAP * (len(words) - 1) - sum(words), 0)
    part = min(spare / wished, 1.0) if wished else 0.0
    return [word + (cell - word) * part for word, cell in zip(words, cells, strict=True)]


def _new_page(_node: _Node) -> Iterator[Block]:
    yield PageBreak()


def _inline(node: _Node) -> Inline:
    """Return the text of a heading, point or cell; its lines run on."""
    runs = _runs(node.children[0].children, Run("")) if node.children else ()
    return tuple(run or Run(" ") for run in runs)


def _lines(node: _Node) -> list[Inline]:
    """Return the lines of an inline node, each as runs."""
    lines: list[list[Run]] = [[]]
    for run in _runs(node.children, Run("")):
        if run is None:
            lines.append([])
        else:
            lines[-1].append(run)
    return [tuple(line) for line in lines]


def _runs(nodes: Sequence[_Node], manner: Run) -> Iterator[Run | None]:
    """Yield runs in the manner given, and None where a line ends."""
    for node in nodes:
        match node.type:
            case "text":
                if node.content:
                    yield replace(manner, text=node.content)
            case "softbreak" | "hardbreak":
                yield None
            case "strong":
                yield from _runs(node.children, replace(manner, bold=True))
            case "em":
                yield from _runs(node.children, replace(manner, italic=True))
            case "link":
                yield from _runs(node.children, replace(manner, link=str(node.attrs["href"])))
            case other:
                raise _refused(node, _NAMES.get(other, other))


def _taken_off(text: Inline, mark: re.Pattern[str]) -> tuple[str, Inline]:
    """Take a number or letter off the start of text; return it, "" for none, and the rest."""
    found = mark.match(text[0].text) if text else None
    if not found:
        return "", text
    return found[1], (replace(text[0], text=text[0].text[found.end() :]), *text[1:])


def _plain(text: Inline) -> str:
    return "".join(run.text for run in text).strip()


_READERS: dict[str, _Reader] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullet_list": _list,
    "ordered_list": _list,
    "hr": _new_page,
}
_NAMES = {
    "blockquote": "a quotation",
    "code_block": "code",
    "code_inline": "code",
    "fence": "code",
    "html_block": "HTML",
    "html_inline": "HTML",
    "image": "a picture",
}
