"""A Word template to start from: every field of a kind in its place, for a council to restyle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scrutiny_app.documents.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    NumberedParagraph,
    Paragraph,
    Signature,
    Table,
    Title,
    Tone,
    plain,
)
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.report import FieldKind, HeadKind, HeadPart, ReportTemplate

_LABEL_SHARE, _VALUE_SHARE = 34, 66
_TEXT_SHARE, _MARK_SHARE = 80, 20


def report_starter(template: ReportTemplate, style: HouseStyle) -> Document:
    """Compose a kind of report with a tag in the place of every field."""
    return Document(
        title=template.title,
        author="",
        blocks=(
            *(block for part in template.head for block in _head(template, part)),
            *_sections("sections"),
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
            _two_lists((words.present, "{{ present }}"), (words.absent, "{{ absent }}")),
            _line("{%p if presiding %}"),
            _line("{{ presiding }} presided."),
            _line("{%p endif %}"),
            Heading(1, plain(words.in_attendance)),
            _line("{{ others }}"),
            *_sections("minutes"),
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
                yield from _field(template, key)


def _field(template: ReportTemplate, key: str) -> Iterator[Block]:
    field = template.field(key)
    yield Heading(1, plain(field.label))
    match field.kind:
        case FieldKind.MARKS:
            yield _marks(template, key)
        case FieldKind.PROSE:
            yield from _parts(key)
        case FieldKind.TEXTS:
            yield _line(f"{{%p for one in {key} %}}")
            yield NumberedParagraph("{{ loop.index }})", plain("{{ one }}"))
            yield _line("{%p endfor %}")
        case _:
            yield _line(f"{{{{ {key} }}}}")


def _sections(key: str) -> Iterator[Block]:
    """Give a loop over sections, each under its numbered heading."""
    yield _line(f"{{%p for section in {key} %}}")
    yield _line("{%p if section.number %}")
    yield Heading(1, plain("{{ section.heading }}"), number="{{ section.number }}")
    yield _line("{%p else %}")
    yield Heading(1, plain("{{ section.heading }}"))
    yield _line("{%p endif %}")
    yield from _parts("section.parts")
    yield _line("{%p endfor %}")


def _parts(key: str) -> Iterator[Block]:
    """Give a loop over paragraphs, each in the style that it is for."""
    yield _line(f"{{%p for one in {key} %}}")
    yield _line("{%p if one.kind == 'heading' %}")
    yield Heading(2, plain("{{ one.text }}"))
    yield _line("{%p elif one.mark %}")
    yield NumberedParagraph("{{ one.mark }}", plain("{{ one.text }}"))
    yield _line("{%p else %}")
    yield _line("{{ one.text }}")
    yield _line("{%p endif %}")
    yield _line("{%p endfor %}")


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
    )


def _marks(template: ReportTemplate, key: str) -> Table:
    marked = f"{{% if one.marked %}}{template.marked}{{% else %}}{template.unmarked}{{% endif %}}"
    return Table(
        columns=(Column(_TEXT_SHARE), Column(_MARK_SHARE, Align.CENTRE)),
        rows=(
            tuple(map(_cell, template.mark_headings)),
            (_cell(f"{{%tr for one in {key} %}}"), _cell("")),
            (_cell("{{ one.text }}"), _cell(marked)),
            (_cell("{%tr endfor %}"), _cell("")),
        ),
        row_headers=True,
    )


def _two_lists(first: tuple[str, str], second: tuple[str, str]) -> Table:
    headings, tags = zip(first, second, strict=True)
    return Table(
        columns=(Column(1), Column(1)), rows=(tuple(map(_cell, headings)), tuple(map(_cell, tags)))
    )


def _cell(text: str) -> Cell:
    return Cell((plain(text),))
