"""A written public file is opened again and searched for what only withheld papers hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import unescape
from pathlib import Path

from pikepdf import PikepdfError

from scrutiny_app.documents.gate.file_contents import FileContents, file_contents, without_tags
from scrutiny_app.documents.gate.loose_bytes import loose_bytes
from scrutiny_app.documents.gate.withheld_matter import WithheldMatter
from scrutiny_app.domain.errors import LeakFound

# Of 256 bits. Saved again as a poor JPEG of half the size a picture differs in some 10
_ALIKE = 24


def refuse_leaks(
    path: Path, pages: Sequence[str], labels: Sequence[str], withheld: WithheldMatter
) -> None:
    """Refuse a written file that holds anything of ``withheld``, wherever it stands in it.

    ``pages`` are the words of every page as read back from the file, ``labels`` what is stamped
    on each. White words, words beyond the edge and words under a picture are among them.

    Raises:
        LeakFound: it does, or it holds bytes that no reader would come across.

    Source: Local Government Act 1972 s.100B(2); ours: the public pack is proved
        (ARCHITECTURE.md, decisions).
    """
    loose = loose_bytes(path)
    if loose:
        raise _leak(f"bytes {loose}, where nothing may stand,")
    if len(pages) != len(labels):
        raise _leak(f"{len(pages)} pages in place of {len(labels)}, so")
    for label, text in zip(labels, pages, strict=True):
        if found := withheld.found_in(text):
            raise _leak(f"on page {label} {found}")
    _refuse_contents(_contents(path), withheld)


def refuse_look_alikes(prints: Iterable[str], withheld: WithheldMatter) -> None:
    """Refuse a file one of whose pictures looks like a withheld one, however it was saved.

    ``prints`` are those of its pictures that no public paper has.

    Raises:
        LeakFound: it does.

    Source: ours: the public pack is proved (ARCHITECTURE.md, decisions).
    """
    secret = [int(one, 16) for one in withheld.prints]
    for found in prints:
        if any((int(found, 16) ^ one).bit_count() <= _ALIKE for one in secret):
            raise _leak("a picture, saved anew,")


def refuse_leaks_in_page(html: str, name: str, withheld: WithheldMatter) -> None:
    """Refuse a web page that holds anything of ``withheld`` in its text or in its tags.

    Raises:
        LeakFound: it does.

    Source: ours: the public pack is proved (ARCHITECTURE.md, decisions).
    """
    for text in (unescape(without_tags(html)), unescape(html), name):
        if found := withheld.found_in(text):
            raise _leak(f"in {name} {found}")


def _refuse_contents(contents: FileContents, withheld: WithheldMatter) -> None:
    for digest, place in contents.drawings:
        if digest in withheld.digests:
            raise _leak(f"in {place} a picture or drawing")
    # Texts as people read them first: they tell the officer where to look
    for trace in sorted(contents.traces, key=lambda trace: not trace.sure):
        if found := withheld.found_in(trace.text, sure=trace.sure):
            raise _leak(f"in {trace.place} {found}")


def _contents(path: Path) -> FileContents:
    try:
        return file_contents(path)
    except PikepdfError as error:
        raise LeakFound(
            "The public file could not be searched for words of papers that are not for "
            "publication, so it was not kept. Build it again; if that does not help, tell us."
        ) from error


def _leak(what: str) -> LeakFound:
    return LeakFound(
        f"The public file was not kept: it holds {what} that should be found only in papers that "
        "are not for publication. Check that nothing of a withheld paper was copied into a public "
        "one or into the agenda, mark what was, and build it again."
    )
