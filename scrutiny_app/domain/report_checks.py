"""What an author would want to know before a report goes out: numbers, attachments, contacts.

Nothing here stops a report from being drawn.

Source: practice. Each check would have caught a slip in a real council's pack: paragraph 2.3 after
2.1, 3.4 twice, an action that does not say what to do, a report that nobody can be rung about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scrutiny_app.domain.finding import Finding, Severity
from scrutiny_app.domain.report import FieldKind, PointStyle, Report

_NUMBERED_LINE = re.compile(r"^(?:#+ +)?(\d+(?:\.\d+)+)\.? ", re.MULTILINE)
_NAMED_APPENDIX = re.compile(r"\b(appendix|annex|attachment) (\d{1,2}|[A-Z])\b", re.IGNORECASE)
_ATTACHED = re.compile(r"\battached\b", re.IGNORECASE)
_LIST_OF_ATTACHED = "attached"


def report_findings(report: Report) -> tuple[Finding, ...]:
    """Return what the checks find in a report, a sentence each."""
    checks = (_missing_lists, _numbers, _attachments, _actions, _contacts)
    return tuple(finding for check in checks for finding in check(report))


def _missing_lists(report: Report) -> Iterator[Finding]:
    for field in report.template.fields:
        if field.missing and field.key not in report.values:
            yield _warning(field.missing, field.label)


def numbered_texts(report: Report) -> Iterator[tuple[int, str, str]]:
    """Give every section of prose with its number and heading, in printed order."""
    fixed = len(report.sections)
    own = len(report.own_sections)
    for place, one in enumerate(report.own_sections, start=1):
        yield place, one.heading, one.text
    for place, section in enumerate(report.sections, start=own + 1):
        if report.template.field(section.field).kind is FieldKind.PROSE and place <= own + fixed:
            yield place, section.heading, report.text(section.field)


def _numbers(report: Report) -> Iterator[Finding]:
    """Find gaps and repeats in the numbers that the author wrote; ours have none."""
    if not report.template.numbered:
        return
    for place, heading, text in numbered_texts(report):
        written = _NUMBERED_LINE.findall(text)
        numbers = [tuple(map(int, number.split("."))) for number in written]
        if numbers and (numbers[0][0] != place or any(one != 1 for one in numbers[0][1:])):
            yield _warning(
                f'Section {place}, "{heading}", begins with paragraph {written[0]}. Number it '
                f"{place}.1, or leave the numbers out: they are then given.",
                heading,
            )
        for (before, first), (after, second) in pairwise(zip(numbers, written, strict=True)):
            if after == before:
                yield _warning(f"Paragraph {second} comes twice. Number the second again.", heading)
            elif after not in _successors(before):
                yield _warning(
                    f"Paragraph {second} comes after {first}. Number them so that they run on by "
                    "one, or leave the numbers out: they are then given.",
                    heading,
                )


def _successors(number: tuple[int, ...]) -> set[tuple[int, ...]]:
    """Return the numbers that may come next: after 1.3.2 they are 1.3.3, 1.3.2.1 and 1.4."""
    upward = {(*number[: depth - 1], number[depth - 1] + 1) for depth in range(2, len(number) + 1)}
    return upward | {(*number, 1)}


def _attachments(report: Report) -> Iterator[Finding]:
    """Find what the text says is attached and the list does not have."""
    if all(field.key != _LIST_OF_ATTACHED for field in report.template.fields):
        return
    listed = len(report.texts(_LIST_OF_ATTACHED))
    text = "\n".join(_all_prose(report))
    beyond = {
        f"{word.lower()} {label}"
        for word, label in _NAMED_APPENDIX.findall(text)
        if _place(label) > listed
    }
    for name in sorted(beyond):
        yield _warning(
            f"The text names {name}, and the list of what is attached has {listed or 'nothing'}. "
            f'Add it to "{_LIST_OF_ATTACHED}", or correct the text.',
            name,
        )
    if not beyond and not listed and _ATTACHED.search(text):
        yield _warning(
            "The text says that something is attached, and nothing is listed. Add it to "
            f'"{_LIST_OF_ATTACHED}", or correct the text.',
            _LIST_OF_ATTACHED,
        )


def _all_prose(report: Report) -> Iterator[str]:
    for field in report.template.fields:
        if field.kind is FieldKind.PROSE:
            yield report.text(field.key)
    yield from (section.text for section in report.own_sections)


def _place(label: str) -> int:
    """Return the place of an appendix by its label: 2 and B are both the second."""
    return int(label) if label.isdigit() else ord(label.upper()) - ord("A") + 1


def _actions(report: Report) -> Iterator[Finding]:
    """Find actions that do not begin with what to do: the minutes' resolutions follow them."""
    for section in report.template.sections:
        if section.points is not PointStyle.LETTERS:
            continue
        for action in report.texts(section.field):
            if not action.lower().startswith("to "):
                yield _warning(
                    f'An action begins "{_opening(action)}". Begin each with what to do: "to …".',
                    section.heading,
                )


def _opening(text: str) -> str:
    """Return the first few words of a text."""
    words = text.split()
    return " ".join(words[:4]) + (" …" if len(words) > len(words[:4]) else "")


def _contacts(report: Report) -> Iterator[Finding]:
    for field in report.template.fields:
        for person in report.contacts(field.key):
            lacking = [
                word
                for word, told in (("telephone", person.telephone), ("email", person.email))
                if not told
            ]
            if lacking:
                yield _warning(
                    f"{person.name} has no {' and no '.join(lacking)} for readers who have a "
                    f"question. Add it under [[{field.key}]].",
                    field.label,
                )


def _warning(message: str, where: str) -> Finding:
    return Finding(Severity.WARNING, message, where)
