"""A report file: one report, briefing note or set of minutes, written as TOML."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable, Collection, Mapping

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.meeting import ContactOfficer
from scrutiny_app.domain.report import (
    FieldKind,
    Mark,
    OwnSection,
    Report,
    ReportTemplate,
    Value,
)
from scrutiny_app.domain.toml_section import Section

FORMAT = 1
USUAL_STYLE = "neutral"


def open_report_file(text: str, file_name: str) -> Section:
    """Return a report file as one section, its format checked; nothing else is read yet.

    Raises:
        WrongInput: it is not TOML, or of another format.
    """
    return open_report_values(report_values(text, file_name), file_name)


def report_values(text: str, file_name: str) -> dict[str, object]:
    """Return what a report file says, as a record keeps it.

    Raises:
        WrongInput: it is not TOML.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WrongInput(
            f"{file_name} is not written as a report file should be: {error}. "
            "Mend that place and draw it again."
        ) from error


def open_report_values(values: Mapping[str, object], name: str) -> Section:
    """Return what a report file says as one section, its format checked.

    Raises:
        WrongInput: it is of another format.
    """
    whole = Section(values, "the file as a whole", name)
    number = whole.whole_number("format")
    if number != FORMAT:
        raise whole.wrong(
            f"the first line must be format = {FORMAT}"
            if number is None
            else f"format = {number} comes from a later version of the program; install that "
            f"version, or write the file in format = {FORMAT}"
        )
    return whole


def kind_of(whole: Section, kinds: Collection[str]) -> str:
    """Return the kind of report that a file says it is.

    Raises:
        WrongInput: it names none, or none of ``kinds``.
    """
    kind = whole.required_text("kind")
    if kind not in kinds:
        near = difflib.get_close_matches(kind, kinds, n=1)
        hint = f'did you mean "{near[0]}"?' if near else f"use one of {', '.join(sorted(kinds))}."
        raise whole.wrong(
            f'there is no kind of report called "{kind}"; {hint} A kind of your own is drawn with '
            "--template and its folder"
        )
    return kind


def check_kind(whole: Section, wanted: str) -> None:
    """Check that a report is of the one kind that it can be drawn as.

    Raises:
        WrongInput: it is of another.
    """
    kind = whole.required_text("kind")
    if kind != wanted:
        raise whole.wrong(
            f'kind = "{kind}" is not what the template folder holds; write kind = "{wanted}", or '
            "choose another folder"
        )


def read_report(whole: Section, template: ReportTemplate) -> Report:
    """Read a report of one kind from its file.

    Raises:
        WrongInput: a required field is missing, a field holds what it cannot, or a key is not
            known; the sentence names the table and the key.
    """
    whole.required_text("kind")
    report = Report(
        template=template,
        council=whole.required_text("council"),
        house_style=whole.text("house_style", USUAL_STYLE),
        values=_values(whole, template),
        own_sections=_own_sections(whole) if template.own_sections else (),
    )
    whole.finish()
    if template.own_sections and not report.own_sections:
        raise whole.wrong(
            'the report has no sections; write at least one [[section]] with heading = "…" and '
            "its text"
        )
    return report


def _values(whole: Section, template: ReportTemplate) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for field in template.fields:
        written = field.key in whole
        value = _READERS[field.kind](whole, field.key)
        if field.required and not value:
            raise whole.wrong(
                f'"{field.key}" ({field.label.rstrip(":")}) is missing; '
                f"write {_EXAMPLES[field.kind].format(key=field.key)}"
            )
        if written and value is not None:
            values[field.key] = value
    return values


def _contacts(whole: Section, key: str) -> tuple[ContactOfficer, ...]:
    return tuple(_contact(one) for one in whole.sections(key, f"[[{key}]] {{number}}"))


def _contact(section: Section) -> ContactOfficer:
    read = ContactOfficer(
        name=section.required_text("name"),
        role=section.text("role"),
        telephone=section.text("telephone"),
        email=section.text("email"),
    )
    section.finish()
    return read


def _marks(whole: Section, key: str) -> tuple[Mark, ...]:
    return tuple(_mark(one) for one in whole.sections(key, f"[[{key}]] {{number}}"))


def _mark(section: Section) -> Mark:
    read = Mark(section.required_text("text"), section.flag("marked"))
    section.finish()
    return read


def _own_sections(whole: Section) -> tuple[OwnSection, ...]:
    return tuple(_own_section(one) for one in whole.sections("section", "[[section]] {number}"))


def _own_section(section: Section) -> OwnSection:
    read = OwnSection(section.required_text("heading"), section.prose("text"))
    if not read.text:
        raise section.wrong('"text" is missing; write text = """…"""')
    section.finish()
    return read


_READERS: dict[FieldKind, Callable[[Section, str], Value | None]] = {
    FieldKind.TEXT: Section.text,
    FieldKind.DAY: Section.day,
    FieldKind.TEXTS: Section.proses,
    FieldKind.PROSE: Section.prose,
    FieldKind.CONTACTS: _contacts,
    FieldKind.MARKS: _marks,
}
_EXAMPLES = {
    FieldKind.TEXT: '{key} = "…"',
    FieldKind.DAY: "{key} = 2027-01-21",
    FieldKind.TEXTS: '{key} = ["…", "…"]',
    FieldKind.PROSE: '{key} = """…"""',
    FieldKind.CONTACTS: '[[{key}]] with name = "…" at the end of the file',
    FieldKind.MARKS: '[[{key}]] with text = "…" and marked = true at the end of the file',
}
