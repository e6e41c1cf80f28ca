"""The kinds of report that ship, read from the folders under ``resources/templates``."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping
from functools import cache
from pathlib import Path

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.report import (
    RESERVED,
    FieldKind,
    HeadKind,
    HeadPart,
    PointStyle,
    ReportField,
    ReportKind,
    ReportSection,
    ReportTemplate,
    Shape,
)
from scrutiny_app.rulebook.shipped_section import ShippedSection, read_shipped, shipped_file

FORMAT = 1
TEMPLATE, SAMPLE = "template.toml", "sample.toml"
WORD_TEMPLATES = ("template.docx", "template.dotx")  # ours are of the first name
_FOLDER = "templates"
_IN_EVERY_FILE = ("council",)
_BOXED = frozenset((FieldKind.TEXT, FieldKind.DAY, FieldKind.TEXTS, FieldKind.CONTACTS))
_MARK_HEADINGS = 2


def report_kinds() -> tuple[ReportKind, ...]:
    """Return every kind of report, in the order of their names."""
    folders = sorted(path.parent for path in shipped_file(_FOLDER).glob(f"*/{TEMPLATE}"))
    return tuple(map(read_report_kind, folders))


@cache
def report_template(kind: str) -> ReportTemplate:
    """Return the template of a kind of report; minutes have none, their shape is their own.

    Raises:
        NotFound: there is no such kind.
        WrongInput: its file lacks a key, or has one that is not known.
    """
    return read_report_template(_folder(kind))


def report_example(kind: str) -> str:
    """Return a whole invented report of a kind, as TOML to start from.

    Raises:
        NotFound: there is no such kind.
    """
    return (_folder(kind) / SAMPLE).read_text(encoding="utf-8")


def report_folder(kind: str) -> tuple[Path, ...]:
    """Return the files of a kind that ships: template, example and Word template, in that order.

    Raises:
        NotFound: there is no such kind.
        InstallationUnsound: one of the files is not there.
    """
    folder = _folder(kind).name
    return tuple(
        shipped_file(_FOLDER, folder, name) for name in (TEMPLATE, SAMPLE, WORD_TEMPLATES[0])
    )


def read_report_kind(folder: Path) -> ReportKind:
    """Read from a template's folder which kind it is; the rest of it is not looked at.

    Raises:
        WrongInput: a key is missing or holds what it cannot.
    """
    return _kind(read_shipped(folder / TEMPLATE), folder)


def read_report_template(folder: Path) -> ReportTemplate:
    """Read a template from its folder, whose name is the kind.

    Raises:
        WrongInput: a key is missing, not known, or holds what it cannot; the sentence names the
            file, the table and the key.
    """
    whole = read_shipped(folder / TEMPLATE)
    about = _kind(whole, folder)
    fields: dict[str, ReportField] = {}
    for one in whole.needed_sections("fields"):
        field = _field(one, fields)
        fields[field.key] = field
    lines = [one.key for one in fields.values() if one.kind in (FieldKind.TEXT, FieldKind.DAY)]
    named = (*_IN_EVERY_FILE, *lines)
    template = ReportTemplate(
        kind=about.kind,
        title=about.title,
        tells=about.tells,
        file_title=whole.phrase("file_title", *named),
        fields=tuple(fields.values()),
        head=tuple(_head_part(one, named, fields) for one in whole.needed_sections("head")),
        sections=tuple(_section(one, named, fields) for one in whole.needed_sections("sections")),
        numbered=whole.needed_flag("numbered"),
        own_sections=whole.flag("own_sections"),
        marked=whole.text("marked"),
        unmarked=whole.text("unmarked"),
        mark_headings=whole.texts("mark_headings") if "mark_headings" in whole else (),
    )
    _check_whole(whole, template)
    whole.finish()
    return template


def _check_whole(whole: ShippedSection, template: ReportTemplate) -> None:
    """Refuse what no table is wrong about by itself and no report could be drawn with."""
    titles = sum(part.kind is HeadKind.TITLE for part in template.head)
    if titles != 1:
        raise whole.wrong(
            'the head must hold one part of kind = "title", by which a screen reader names the '
            f"report; it holds {titles or 'none'}"
        )
    marks = any(one.kind is FieldKind.MARKS for one in template.fields)
    if marks and len(template.mark_headings) != _MARK_HEADINGS:
        raise whole.wrong('"mark_headings" must hold the headings of the two columns of marks')


def _folder(kind: str) -> Path:
    kinds = [one.kind for one in report_kinds()]
    if kind not in kinds:
        known = ", ".join(kinds)
        raise NotFound(f'There is no kind of report called "{kind}". There are {known}.')
    return shipped_file(_FOLDER, kind)


def _kind(whole: ShippedSection, folder: Path) -> ReportKind:
    if whole.needed_number("format") != FORMAT:
        raise whole.wrong(f'"format" must be {FORMAT}')
    return ReportKind(
        folder.name,
        whole.required_text("title"),
        whole.required_text("tells"),
        whole.choice("shape", Shape.REPORT),
    )


def _field(section: ShippedSection, taken: Container[str]) -> ReportField:
    key = section.required_text("key")
    if not (key.isidentifier() and key.isascii() and key.islower()) or key in RESERVED:
        raise section.wrong(
            f'"{key}" cannot be a key; write small letters and "_", and none of '
            f"{', '.join(sorted(RESERVED))}"
        )
    if key in taken:
        raise section.wrong(f'"{key}" is the key of an earlier field, too; give it another')
    read = ReportField(
        key=key,
        kind=section.needed_choice("kind", FieldKind),
        label=section.required_text("label"),
        required=section.flag("required"),
        empty=section.text("empty"),
        missing=section.text("missing"),
    )
    section.finish()
    return read


def _head_part(
    section: ShippedSection, named: Collection[str], fields: Mapping[str, ReportField]
) -> HeadPart:
    kind = section.needed_choice("kind", HeadKind)
    boxed = kind in (HeadKind.BOX, HeadKind.SECTION)
    shown = [_known(section, key, fields) for key in section.texts("fields")] if boxed else []
    if boxed and not shown:
        raise section.wrong('"fields" must name at least one field')
    if kind is HeadKind.BOX:
        for one in shown:
            if one.kind not in _BOXED:
                raise section.wrong(f'"{one.key}" ({one.kind}) cannot stand in a box')
    read = HeadPart(
        kind=kind,
        text="" if boxed else section.phrase("text", *named),
        fields=tuple(one.key for one in shown),
    )
    section.finish()
    return read


def _section(
    section: ShippedSection, named: Collection[str], fields: Mapping[str, ReportField]
) -> ReportSection:
    field = _known(section, section.required_text("field"), fields)
    read = ReportSection(
        field=field.key,
        heading=section.phrase("heading", *named),
        points=section.choice("points", PointStyle.PARAGRAPHS),
        lead=section.text("lead"),
    )
    if field.kind is FieldKind.MARKS:
        raise section.wrong(f'"{field.key}" ({field.kind}) can stand in the head only')
    if read.points is not PointStyle.PARAGRAPHS and field.kind is not FieldKind.TEXTS:
        raise section.wrong(f'points = "{read.points}" is for kind = "texts" only')
    if read.points is PointStyle.LETTERS and not read.lead:
        raise section.wrong('"lead" is missing; write the words that the letters follow')
    section.finish()
    return read


def _known(section: ShippedSection, key: str, fields: Mapping[str, ReportField]) -> ReportField:
    if key not in fields:
        raise section.wrong(f'"{key}" is the key of no field')
    return fields[key]
