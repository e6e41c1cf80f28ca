"""Reports as data: a template says what a kind of report holds, a report holds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from string import Formatter

from scrutiny_app.domain.meeting import ContactOfficer

MINUTES = "minutes"  # the kind that has a shape of its own, see minutes_file.py


class FieldKind(StrEnum):
    """What may be written in a field."""

    TEXT = "text"  # one line
    DAY = "day"
    TEXTS = "texts"  # a list of lines
    PROSE = "prose"  # Markdown: paragraphs, lists, tables
    CONTACTS = "contacts"  # tables with name, role, telephone, email
    MARKS = "marks"  # tables with text and marked = true or false


@dataclass(frozen=True, slots=True)
class ReportField:
    """One thing that a kind of report holds.

    ``label`` is what is printed beside it. ``empty`` is printed for an empty list ("None").
    ``missing`` is the warning when the field is not written; a required one is an error.
    """

    key: str
    kind: FieldKind
    label: str
    required: bool = False
    empty: str = ""
    missing: str = ""


class HeadKind(StrEnum):
    """How a part of a report's head is set."""

    LABEL = "label"
    COUNCIL = "council"
    TITLE = "title"
    LINE = "line"
    BOX = "box"  # a table of labels and values
    SECTION = "section"  # a heading without a number, then the field


@dataclass(frozen=True, slots=True)
class HeadPart:
    """One part of the head. ``text`` may hold {fields}; a box and a section name ``fields``."""

    kind: HeadKind
    text: str = ""
    fields: tuple[str, ...] = ()


class PointStyle(StrEnum):
    """How a list of lines is set in a section."""

    PARAGRAPHS = "paragraphs"  # 4.1, 4.2
    LETTERS = "letters"  # a), b) after a lead
    NUMBERS = "numbers"  # 1), 2)


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A section that every report of a kind has, under exactly this heading.

    ``lead`` opens a list ("The Committee is asked:"). A section whose field is optional and not
    written is left out, with its number.
    """

    field: str
    heading: str
    points: PointStyle = PointStyle.PARAGRAPHS
    lead: str = ""


@dataclass(frozen=True, slots=True)
class ReportTemplate:
    """One kind of report: what it holds, what it must hold, and how its parts follow.

    ``own_sections``: the author adds sections under headings of their own. ``numbered``: sections
    are numbered 1, 2 and their paragraphs 1.1, 1.2. ``marked`` and ``unmarked`` are printed in a
    list of marks, below the two ``mark_headings``. ``tells`` is a sentence about when to use it.
    """

    kind: str
    title: str
    tells: str
    file_title: str
    fields: tuple[ReportField, ...]
    head: tuple[HeadPart, ...]
    sections: tuple[ReportSection, ...]
    numbered: bool
    own_sections: bool = False
    marked: str = ""
    unmarked: str = ""
    mark_headings: tuple[str, ...] = ()

    def field(self, key: str) -> ReportField:
        """Return the field with a key; a template that names another was refused when read."""
        return next(one for one in self.fields if one.key == key)

    @property
    def required(self) -> tuple[str, ...]:
        """The keys of the fields that every report of this kind must hold."""
        return tuple(one.key for one in self.fields if one.required)

    @property
    def told_in_sections(self) -> frozenset[str]:
        """The keys of the fields that its sections print, in their headings or below them."""
        named = (
            name
            for section in self.sections
            for _, name, _, _ in Formatter().parse(section.heading)
            if name
        )
        return frozenset((*(section.field for section in self.sections), *named))


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that applies, or does not: an objective of the council's plan."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class OwnSection:
    """A section under the author's own heading; ``text`` is Markdown."""

    heading: str
    text: str


class Shape(StrEnum):
    """What a kind of report is made of."""

    REPORT = "report"  # fields, a head and sections, as its template says
    MINUTES = "minutes"  # the minutes of a meeting, in the words of the house style


@dataclass(frozen=True, slots=True)
class ReportKind:
    """One kind that can be drawn: its name in files, its title, and a sentence about its use."""

    kind: str
    title: str
    tells: str
    shape: Shape = Shape.REPORT


# What report files say of themselves, and what templates name besides the fields
RESERVED = frozenset(
    ("format", "kind", "council", "house_style", "section", "sections", "loop", "true", "false")
)

Value = str | date | tuple[str, ...] | tuple[ContactOfficer, ...] | tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One report. ``values`` has a key for every field that was written, empty or not."""

    template: ReportTemplate
    council: str
    house_style: str
    values: Mapping[str, Value] = field(default_factory=dict)
    own_sections: tuple[OwnSection, ...] = ()

    def text(self, key: str) -> str:
        """Return a line or prose, empty when it was not written."""
        value = self.values.get(key, "")
        return value if isinstance(value, str) else ""

    def day(self, key: str) -> date | None:
        """Return a date, None when it was not written."""
        value = self.values.get(key)
        return value if isinstance(value, date) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of lines, empty when it was not written."""
        return tuple(one for one in self._list(key) if isinstance(one, str))

    def contacts(self, key: str) -> tuple[ContactOfficer, ...]:
        """Return people to ask, empty when none were written."""
        return tuple(one for one in self._list(key) if isinstance(one, ContactOfficer))

    def marks(self, key: str) -> tuple[Mark, ...]:
        """Return marked and unmarked lines, empty when none were written."""
        return tuple(one for one in self._list(key) if isinstance(one, Mark))

    def _list(self, key: str) -> tuple[object, ...]:
        value = self.values.get(key)
        return value if isinstance(value, tuple) else ()

    @property
    def sections(self) -> tuple[ReportSection, ...]:
        """The fixed sections that this report prints, in order."""
        return tuple(
            one
            for one in self.template.sections
            if one.field in self.values or self.template.field(one.field).empty
        )


def report_of_labels(template: ReportTemplate) -> Report:
    """Return a stand-in for a report of a kind: every field holds its own label."""
    return Report(
        template=template,
        council="Council",
        house_style="neutral",
        values={one.key: _labelled(one) for one in template.fields},
        own_sections=(OwnSection("Section", "Text."),) if template.own_sections else (),
    )


def _labelled(field: ReportField) -> Value:
    match field.kind:
        case FieldKind.DAY:
            return date(2027, 1, 21)
        case FieldKind.TEXTS:
            return (field.label,)
        case FieldKind.CONTACTS:
            return (ContactOfficer(field.label),)
        case FieldKind.MARKS:
            return (Mark(field.label, marked=True),)
        case _:
            return field.label
