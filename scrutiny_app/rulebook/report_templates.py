"""The kinds of report that ship, read from the folders under ``resources/templates``."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.report import (
    FieldKind,
    HeadKind,
    HeadPart,
    PointStyle,
    ReportField,
    ReportKind,
    ReportSection,
    ReportTemplate,
)
from scrutiny_app.rulebook.shipped_section import ShippedSection, read_shipped, shipped_file

FORMAT = 1
_FOLDER = "templates"
_IN_EVERY_FILE = ("council",)


def report_kinds() -> tuple[ReportKind, ...]:
    """Return every kind of report, in the order of their names."""
    folders = sorted(path.parent for path in shipped_file(_FOLDER).glob("*/template.toml"))
    return tuple(_kind(read_shipped(folder / "template.toml"), folder) for folder in folders)


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
    return (_folder(kind) / "sample.toml").read_text(encoding="utf-8")


def read_report_template(folder: Path) -> ReportTemplate:
    """Read a template from its folder, whose name is the kind.

    Raises:
        WrongInput: a key is missing, not known, or holds what it cannot; the sentence names the
            file, the table and the key.
    """
    whole = read_shipped(folder / "template.toml")
    about = _kind(whole, folder)
    fields = tuple(_field(one) for one in whole.needed_sections("fields"))
    keys = {one.key for one in fields}
    lines = [one.key for one in fields if one.kind in (FieldKind.TEXT, FieldKind.DAY)]
    named = (*_IN_EVERY_FILE, *lines)
    template = ReportTemplate(
        kind=about.kind,
        title=about.title,
        tells=about.tells,
        file_title=whole.phrase("file_title", *named),
        fields=fields,
        head=tuple(_head_part(one, named, keys) for one in whole.needed_sections("head")),
        sections=tuple(_section(one, named, keys) for one in whole.needed_sections("sections")),
        numbered=whole.needed_flag("numbered"),
        own_sections=whole.flag("own_sections"),
        marked=whole.text("marked"),
        unmarked=whole.text("unmarked"),
        mark_headings=whole.texts("mark_headings") if "mark_headings" in whole else (),
    )
    whole.finish()
    return template


def _folder(kind: str) -> Path:
    kinds = [one.kind for one in report_kinds()]
    if kind not in kinds:
        known = ", ".join(kinds)
        raise NotFound(f'There is no kind of report called "{kind}". There are {known}.')
    return shipped_file(_FOLDER, kind)


def _kind(whole: ShippedSection, folder: Path) -> ReportKind:
    if whole.needed_number("format") != FORMAT:
        raise whole.wrong(f'"format" must be {FORMAT}')
    return ReportKind(folder.name, whole.required_text("title"), whole.required_text("tells"))


def _field(section: ShippedSection) -> ReportField:
    read = ReportField(
        key=section.required_text("key"),
        kind=section.needed_choice("kind", FieldKind),
        label=section.required_text("label"),
        required=section.flag("required"),
        empty=section.text("empty"),
        missing=section.text("missing"),
    )
    section.finish()
    return read


def _head_part(section: ShippedSection, named: Collection[str], keys: set[str]) -> HeadPart:
    kind = section.needed_choice("kind", HeadKind)
    boxed = kind in (HeadKind.BOX, HeadKind.SECTION)
    read = HeadPart(
        kind=kind,
        text="" if boxed else section.phrase("text", *named),
        fields=_known(section, section.texts("fields"), keys) if boxed else (),
    )
    section.finish()
    return read


def _section(section: ShippedSection, named: Collection[str], keys: set[str]) -> ReportSection:
    read = ReportSection(
        field=_known(section, (section.required_text("field"),), keys)[0],
        heading=section.phrase("heading", *named),
        points=section.choice("points", PointStyle.PARAGRAPHS),
        lead=section.text("lead"),
    )
    section.finish()
    return read


def _known(section: ShippedSection, named: tuple[str, ...], keys: set[str]) -> tuple[str, ...]:
    for key in named:
        if key not in keys:
            raise section.wrong(f'"{key}" is the key of no field')
    return named
