"""Councils' Word templates for the tests, made here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
from docx.document import Document

TYPES = "[Content_Types].xml"
COVERING = (
    "{{ council }}",
    "{{ title }}",
    "{{ committee }}, {{ date|longdate }}",
    "Report of the {{ report_of }}",
    "{{ purpose }}",
    "{%p for action in actions %}",
    "The Committee is asked {{ action }}",
    "{%p endfor %}",
    "{{ background }}",
    "{% if attached %}Attached: {{ attached|join('; ') }}{% endif %}",
    "{{ background_papers }}{{ published_documents }}{{ wards }}",
    "{% for one in contact %}{{ one.name }}, {{ one.email }}{% endfor %}{{ sections }}",
)


def a_template(
    folder: Path,
    *paragraphs: str,
    name: str = "council.docx",
    also: Callable[[Document], object] = lambda _word: None,
    parts: Mapping[str, Callable[[bytes], bytes]] | None = None,
) -> Path:
    """Write a template of so many paragraphs; ``parts`` changes parts of its package."""
    word = docx.Document()
    for text in paragraphs:
        word.add_paragraph(text)
    also(word)
    saved = io.BytesIO()
    word.save(saved)
    path = folder / name
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(path, "w") as target:
        changes = dict(parts or {})
        for part in source.namelist():
            change = changes.pop(part, lambda data: data)
            target.writestr(part, change(source.read(part)))
        for part, change in changes.items():
            target.writestr(part, change(b""))
    return path


def a_dotx(folder: Path, *paragraphs: str) -> Path:
    """Write a template as Word saves one: .dotx, with its own content type."""
    return a_template(
        folder,
        *paragraphs,
        name="council.dotx",
        parts={TYPES: lambda data: data.replace(b"document.main+xml", b"template.main+xml")},
    )


def texts_of(data: bytes) -> list[str]:
    """The text of every paragraph of a Word file."""
    return [one.text for one in docx.Document(io.BytesIO(data)).paragraphs]
