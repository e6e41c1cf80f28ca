"""A Word template to start from: every field of a kind in its place, for a council to restyle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scrutiny_app.documents.blocks import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Signature,
    Table,
    Title,
    Tone,
    plain,
)
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.report import HeadKind, HeadPart, ReportTemplate

_LABEL_SHARE, _VALUE_SHARE = 34, 66


def report_starter(template: ReportTemplate, style: HouseStyle) -> Document:
    """Compose a kind of report with a tag in the place of every field."""
    return Document(
        title=template.title,
        author="",
        blocks=(
            *(block for part in template.head for block in _head(template, part)),
            _line("{{ sections }}"),
        ),
        language=style.language,
        page_numbers=True,
    )


def minutes_starter(title: str, style: HouseStyle) -> Document:
    """Compose minutes with a tag in the place of everything that is taken."""
    words = style.minutes
    heading = words.heading.format(
        place="{{ place }}", date="{{ date }}", start="{{ start }}", end="{{ end }}"
    )
    return Document(
        title=title,
        author="",
        blocks=(
            Paragraph(plain("{{ council }}"), tone=Tone.COUNCIL, keep_with_next=True),
            Title(plain("{{ committee }}")),
            Paragraph(plain(heading, bold=True)),
            Heading(1, plain(words.membership)),
            _line("{%p if presiding %}"),
            _line("{{ presiding }} presided."),
            _line("{%p endif %}"),
            _two_lists((words.present, "{{ present }}"), (words.absent, "{{ absent }}")),
            Heading(1, plain(words.in_attendance)),
            _line("{{ others }}"),
            _line("{{ minutes }}"),
            Signature(words.chair_signature, words.date_signature),
        ),
        language=style.language,
        page_numbers=True,
        initials=words.initials if style.minute_scheme.initials_on_each_leaf else "",
    )


def _head(template: ReportTemplate, part: HeadPart) -> Iterator[Block]:
    text = plain(part.text.replace("{", "{{ ").replace("}", " }}"))
    match part.kind:
        case HeadKind.TITLE:
            yield Title(text)
        case HeadKind.LABEL | HeadKind.COUNCIL:
            tone = Tone.LABEL if part.kind is HeadKind.LABEL else Tone.COUNCIL
            yield Paragraph(text, tone=tone, keep_with_next=True)
        case HeadKind.LINE:
            yield Paragraph(plain(text[0].text, bold=True), keep_with_next=True)
        case HeadKind.BOX:
            yield _box(template, part.fields)
        case HeadKind.SECTION:
            for key in part.fields:
                yield Heading(1, plain(template.field(key).label))
                yield _line(f"{{{{ {key} }}}}")


def _line(text: str) -> Paragraph:
    return Paragraph(plain(text))


def _box(template: ReportTemplate, keys: Iterable[str]) -> Table:
    return Table(
        columns=(Column(_LABEL_SHARE), Column(_VALUE_SHARE)),
        rows=tuple(
            (Cell((plain(template.field(key).label),), bold=True), _cell(f"{{{{ {key} }}}}"))
            for key in keys
        ),
        header_rows=0,
        row_headers=True,
        boxed=True,
    )


def _two_lists(first: tuple[str, str], second: tuple[str, str]) -> Table:
    headings, tags = zip(first, second, strict=True)
    return Table(
        columns=(Column(1), Column(1)), rows=(tuple(map(_cell, headings)), tuple(map(_cell, tags)))
    )


def _cell(text: str) -> Cell:
    return Cell((plain(text),))
