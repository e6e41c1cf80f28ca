"""Whether a council's template can be filled: said before it is needed, with the place."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Sequence

from docxtpl import DocxTemplate
from jinja2 import TemplateError

from scrutiny_app.documents.word_templates.context import SECTIONS, Context
from scrutiny_app.documents.word_templates.sandbox import DEEPEST, TemplateLanguage
from scrutiny_app.documents.word_templates.tags import (
    Tag,
    filters_in,
    names_in,
    tags_of,
    torn_paragraphs,
)
from scrutiny_app.domain.finding import Finding, Severity

_CLOSED_BY = {"for": "endfor", "if": "endif"}
_ON_THE_LETTERHEAD = {"council"}  # a council's own paper has its name on it
_NO_TAGS = (
    "The template has no field at all, so nothing of a report would stand in it. Write {{ title }} "
    "where the title is to stand, and so on for the others."
)
_LOOP = "loop"  # Jinja's own name within a loop


def template_findings(
    template: DocxTemplate,
    context: Context,
    language: TemplateLanguage,
    in_sections: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Return what stands in the way of filling a template, or else what it leaves out.

    ``context`` has every name that may be used; a loop over the sections prints ``in_sections``.
    """
    tags = tuple(tags_of(template))
    readable, problems = _readable(tags, language)
    problems += [_torn(paragraph) for paragraph in torn_paragraphs(template)]
    problems += [*_unclosed(readable), *_unknown(readable, context, language)]
    if not tags and not problems:
        problems = [Finding(Severity.PROBLEM, _NO_TAGS)]
    if problems:
        return tuple(problems)
    used = {name for tag in readable for name in names_in(tag, language)[0]}
    used |= set(in_sections) if SECTIONS in used else {SECTIONS}
    used |= _ON_THE_LETTERHEAD
    return tuple(_unused(name) for name in context if name not in used)


def _readable(tags: Sequence[Tag], language: TemplateLanguage) -> tuple[list[Tag], list[Finding]]:
    """Part tags that can be read from findings about those that cannot."""
    readable, findings = [], []
    for tag in tags:
        try:
            strange = filters_in(tag, language) - set(language.filters)
        except TemplateError as error:
            findings.append(
                _problem(f'"{tag.inside}" cannot be read ({error.message}). Write it again', tag)
            )
            continue
        readable.append(tag)
        findings += [
            _problem(f'"{name}" is no filter. There are {_listed(language.filters)}', tag)
            for name in sorted(strange)
        ]
    return readable, findings


def _torn(paragraph: str) -> Finding:
    message = (
        f'A tag is opened and not closed, or closed and not opened, in "{paragraph}". Write it '
        "whole in one paragraph: {{ title }} or {% if title %}."
    )
    return Finding(Severity.PROBLEM, message, paragraph)


def _unclosed(tags: Sequence[Tag]) -> Iterator[Finding]:
    """Find loops and conditions that are not closed, or closed twice."""
    open_: list[Tag] = []
    for tag in tags:
        if tag.word in _CLOSED_BY:
            open_.append(tag)
            if sum(one.word == "for" for one in open_) > DEEPEST:
                yield _problem(f"More than {DEEPEST} loops stand within each other", tag)
        elif tag.word in _CLOSED_BY.values():
            if open_ and _CLOSED_BY[open_[-1].word] == tag.word:
                open_.pop()
            else:
                yield _problem(f'"{tag.word}" closes nothing that is open. Take it out', tag)
    for tag in open_:
        end = f"{{%{tag.around} {_CLOSED_BY[tag.word]} %}}"
        what = "loop" if tag.word == "for" else "condition"
        yield _problem(f'The {what} "{tag.inside}" is never closed. Write {end} where it ends', tag)


def _unknown(
    tags: Sequence[Tag], context: Context, language: TemplateLanguage
) -> Iterator[Finding]:
    """Find names that no report of this kind has."""
    made = {name for tag in tags for name in names_in(tag, language)[1]} | {_LOOP}
    for tag in tags:
        for name in sorted(names_in(tag, language)[0] - made - set(context)):
            yield _problem(f'"{name}" is not a field. {_hint(name, context)}', tag)


def _hint(name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f'Did you mean "{near[0]}"?' if near else f"There are {_listed(known)}"


def _listed(names: Collection[str]) -> str:
    return ", ".join(sorted(names))


def _unused(name: str) -> Finding:
    return Finding(Severity.NOTE, f'The template does not use "{name}".', name)


def _problem(what: str, tag: Tag) -> Finding:
    end = "" if what.endswith("?") else "."
    return Finding(Severity.PROBLEM, f'{what}{end} It stands in "{tag.quoted}".', tag.quoted)
