"""Fields that show today's date or time: converted, they show the day of converting.

Source: ECMA-376-1 17.16.5.15 (DATE), 17.16.5.72 (TIME); OpenDocument 1.3 part 3, 7.3.2 and 7.3.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.office.markup import one_line
from scrutiny_app.documents.intake.office.package import Package
from scrutiny_app.documents.intake.office.word_marks import stories, text_of
from scrutiny_app.documents.intake.office.word_styles import WordStyles
from scrutiny_app.documents.intake.office.xml_part import XmlPart, attribute, local

_TODAY = re.compile(r"\s*(DATE|TIME)\b", re.IGNORECASE)
_ODF_STORIES = ("content.xml", "styles.xml")
_SHOWN = 3


def warn_of_word_dates(package: Package, styles: WordStyles, findings: Findings) -> None:
    """Note where a Word document would show another date than its author saw."""
    _warn((place for _, story in stories(package) for place in _in_word(story, styles)), findings)


def warn_of_open_document_dates(package: Package, findings: Findings) -> None:
    """Note where an OpenDocument text would show another date than its author saw."""
    stories = (package.xml(name) for name in _ODF_STORIES if name in package)
    _warn((place for story in stories for place in _in_open_document(story)), findings)


def _in_word(story: XmlPart, styles: WordStyles) -> Iterator[str]:
    heading = ""
    for paragraph in (one for one in story.iter() if local(one) == "p"):
        if styles.is_heading(paragraph) and text_of(paragraph):
            heading = one_line(text_of(paragraph))
        if any(map(_TODAY.match, _instructions(paragraph))):
            yield _place(heading, one_line(text_of(paragraph)))


def _instructions(paragraph: XmlPart) -> Iterator[str]:
    """Give the instruction of every field that begins in a paragraph; Word cuts them anywhere."""
    parts: list[str] = []
    for element in paragraph.iter():
        match local(element):
            case "fldSimple":
                yield attribute(element, "instr")
            case "instrText":
                parts.append(element.text or "")
            case "fldChar" if parts:
                yield "".join(parts)
                parts = []
    yield "".join(parts)


def _in_open_document(story: XmlPart) -> Iterator[str]:
    heading = ""
    for element in story.iter():
        if local(element) == "h":
            heading = one_line("".join(str(text) for text in element.itertext()))
        if local(element) in ("date", "time") and attribute(element, "fixed") != "true":
            above = element.getparent()
            around = "" if above is None else "".join(str(text) for text in above.itertext())
            yield _place(heading, one_line(around))


def _place(heading: str, text: str) -> str:
    under = f" under “{heading}”" if heading and heading != text else ""
    return f"{under} at “{text}”" if text else under or " in a line of its own"


def _warn(found: Iterable[str], findings: Findings) -> None:
    places = list(dict.fromkeys(found))
    if not places:
        return
    more = f"; and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
    findings.warn(
        "It has date or time fields, which show the day it was taken in and not the one its author "
        f"saw:{';'.join(places[:_SHOWN])}{more}. Look whether they are right; else type the date "
        "in their place (in Word: click the date, then Ctrl+Shift+F9) and load it again."
    )
