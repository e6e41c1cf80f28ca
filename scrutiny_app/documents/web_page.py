"""A document as a web page that everyone can read: headings, real tables, and nothing fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from scrutiny_app.documents.blocks import (
    Block,
    Cell,
    Document,
    Heading,
    Inline,
    ListBlock,
    Marker,
    NumberedParagraph,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Table,
    Title,
)

# Black on white is 21 to 1, the link's blue 8.6 to 1: WCAG 2.2 asks for 4.5 (AA), 7 (AAA)
_CSS = """
body { font-family: Arial, Helvetica, sans-serif; font-size: 1.125rem; line-height: 1.5;
  color: #000; background: #fff; max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.75rem; line-height: 1.25; } h2 { font-size: 1.375rem; }
.label { text-align: right; font-size: 1rem; } .council { font-weight: bold; }
.small { font-size: 1rem; } .centred_note { text-align: center; } .line { margin: 0; }
.number { font-weight: bold; margin-right: 0.75em; }
a { color: #0b4596; } a:focus { outline: 3px solid #000; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding-bottom: 0.25rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; }
.ruled th, .ruled td { border: 1px solid #595959; }
td p, th p { margin: 0 0 0.25rem; } .centre { text-align: center; }
.right, .figures { text-align: right; } .whole { white-space: nowrap; }
@media print { body { font-size: 12pt; max-width: none; padding: 0; } a { color: #000; }
  tr, h1, h2 { break-inside: avoid; } h1, h2 { break-after: avoid; }
  thead { display: table-header-group; } .page-break { break-before: page; } }
"""


def web_page(document: Document, links: Mapping[str, str] | None = None) -> str:
    """Return a document as one HTML page, whole in itself.

    ``links`` says where a run's link leads here ("#pack-page-9" to "04-report.pdf"); a link into
    the pack that it does not name becomes plain text. There is no script, and nothing is fetched.

    Source: WCAG 2.2 AA, which SI 2018/952 asks of councils' websites.
    """
    writer = _Writer(links or {})
    body = "\n".join(writer.blocks(document.blocks))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="author" content="{escape(document.author)}">\n'
        f"<title>{escape(document.title)}</title>\n<style>{_CSS}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


_DEEPEST_HEADING = 6
# Words between no-break spaces; a browser would still end a line at the hyphen of "9 - 52"
_WHOLE = re.compile("[^ \u00a0]+(?:\u00a0[^ \u00a0]+)+")
_TO_SIGN = "_" * 20


def _numbered(number: str) -> str:
    return f'<span class="number">{escape(number)}</span>' if number else ""


class _Writer:
    """Writes blocks as HTML, with links led to where they go on this page."""

    def __init__(self, links: Mapping[str, str]) -> None:
        self._links = links

    def blocks(self, blocks: Iterable[Block]) -> Iterable[str]:
        for block in blocks:
            yield self._block(block)

    def _block(self, block: Block) -> str:
        match block:
            case Title() | Heading():
                html = self._heading(block)
            case Paragraph() | NumberedParagraph():
                html = self._paragraph(block)
            case ListBlock():
                html = self._list(block)
            case Table():
                html = self._table(block)
            case Signature(label, date_label):
                html = f"<p>{escape(label)}: {_TO_SIGN} {escape(date_label)}: {_TO_SIGN}</p>"
            case PageBreak():
                html = '<div class="page-break"></div>'
        return html

    def _heading(self, block: Title | Heading) -> str:
        rank, number = (1, "") if isinstance(block, Title) else (block.level + 1, block.number)
        rank = min(rank, _DEEPEST_HEADING)
        return f"<h{rank}>{_numbered(number)}{self._inline(block.text)}</h{rank}>"

    def _paragraph(self, block: Paragraph | NumberedParagraph) -> str:
        if isinstance(block, NumberedParagraph):
            return f"<p>{_numbered(block.number)}{self._inline(block.text)}</p>"
        return f'<p class="{block.tone}">{self._inline(block.text)}</p>'

    def _list(self, block: ListBlock) -> str:
        points = "".join(f"<li>{self._inline(point)}</li>" for point in block.points)
        if block.marker is Marker.BULLET:
            return f"<ul>{points}</ul>"
        kind = "a" if block.marker is Marker.LETTER else "1"
        return f'<ol type="{kind}" start="{block.start}">{points}</ol>'

    def _table(self, table: Table) -> str:
        caption = f"<caption>{escape(table.summary)}</caption>" if table.summary else ""
        heads = "".join(
            self._row(table, row, heading=True) for row in table.rows[: table.header_rows]
        )
        rows = "".join(self._row(table, row) for row in table.rows[table.header_rows :])
        ruled = ' class="ruled"' if table.ruled else ""
        head = f"<thead>{heads}</thead>" if heads else ""
        return f"<table{ruled}>{caption}{head}<tbody>{rows}</tbody></table>"

    def _row(self, table: Table, row: Sequence[Cell], *, heading: bool = False) -> str:
        cells = []
        for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            scope = "col" if heading else "row" if table.row_headers and place == 0 else ""
            tag = f'th scope="{scope}"' if scope else "td"
            side = "" if column.align == "left" else f' class="{column.align}"'
            told = "".join(f"<p>{self._inline(one)}</p>" for one in cell.paragraphs)
            cells.append(f"<{tag}{side}>{told}</{tag[:2]}>")
        return f"<tr>{''.join(cells)}</tr>\n"

    def _inline(self, text: Inline) -> str:
        return "".join(self._run(run) for run in text)

    def _run(self, run: Run) -> str:
        told = _WHOLE.sub(r'<span class="whole">\g<0></span>', escape(run.text))
        if run.bold:
            told = f"<strong>{told}</strong>"
        if run.italic:
            told = f"<em>{told}</em>"
        leads = self._links.get(run.link, "" if run.link.startswith("#pack-page-") else run.link)
        return f'<a href="{escape(leads)}">{told}</a>' if leads else told
