"""Every stream a page draws with, read once: it must unpack, and no picture may be absurd."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, ObjectSet, Page, Pdf, Stream

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.graphics_state import balanced
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.pdf_name import name_text
from scrutiny_app.documents.intake.text import one_line
from scrutiny_app.domain.errors import PaperRefused

_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_SUBSET_TAG_LENGTH = 7  # "ABCDEF+"


def balance_pages(pdf: Pdf, pages: Sequence[Page], findings: Findings) -> None:
    """Read every page's content and close what it leaves open.

    Raises:
        PaperRefused: content that cannot be unpacked.
    """
    for page in pages:
        streams = _streams(page)
        content = b"\n".join(_unpacked(each, page) for each in streams)
        sound = balanced(content)
        if sound is not content:
            page.obj.Contents = pdf.make_stream(sound)
            findings.repaired = True
        elif not streams and "/Contents" in page.obj:
            del page.obj["/Contents"]


def check_drawing(pdf: Pdf, limits: Limits) -> tuple[str, ...]:
    """Read all else the pages draw with; return the names of fonts that are not in the file.

    Raises:
        PaperRefused: a stream that cannot be unpacked, a picture of absurd size.
    """
    seen = ObjectSet()
    missing: set[str] = set()
    for scope in pdf.content_scopes():
        if isinstance(scope.content, Stream):
            _unpacked(scope.content, scope.page)
        if scope.resources is None or not seen.add(scope.resources):
            continue
        for thing in scope.resources.get_dict(Name.XObject, {}).values():
            if isinstance(thing, Stream) and thing.get(Name.Subtype) == Name.Image:
                _check_picture(thing, scope.page, limits)
        for font in scope.resources.get_dict(Name.Font, {}).values():
            if isinstance(font, Dictionary) and seen.add(font):
                missing.update(_not_in_file(font))
    return tuple(sorted(missing))


def _streams(page: Page) -> list[Stream]:
    """The page's content streams, in order; whatever else stands there is nothing."""
    contents = page.obj.get(Name.Contents)
    listed = list(contents) if isinstance(contents, Array) else [contents]
    return [each for each in listed if isinstance(each, Stream)]


def _unpacked(stream: Stream, page: Page | None) -> bytes:
    """Return a stream's plain bytes.

    Raises:
        PaperRefused: it is broken, or grows beyond the limit.
    """
    try:
        return stream.read_bytes()
    except MemoryError as error:
        raise _bomb(page) from error
    except pikepdf.PikepdfError as error:
        if "memory limit" in str(error) or "bad_alloc" in str(error):
            raise _bomb(page) from error
        raise PaperRefused(
            f"part of {_name(page)} is damaged and cannot be read. "
            "Ask its author to send it again, or print it to PDF and look through the result."
        ) from error


def _bomb(page: Page | None) -> PaperRefused:
    """The refusal of content that grows without measure."""
    return PaperRefused(
        f"what {_name(page)} draws unpacks to far more than any page needs, "
        "which only a damaged or hostile file does. Do not open it elsewhere; "
        "ask its author for a new copy."
    )


def _check_picture(picture: Stream, page: Page | None, limits: Limits) -> None:
    """Return quietly when a picture's stated size, and its mask's, can be drawn."""
    for each in (picture, picture.get(Name.SMask), picture.get(Name.Mask)):
        if not isinstance(each, Stream):
            continue
        width, height = each.get_int(Name.Width, 0), each.get_int(Name.Height, 0)
        if width * height > limits.image_pixels:
            raise PaperRefused(
                f"{_name(page)} holds a picture of {width:,} by {height:,} dots, "
                "too large to draw. "
                "Ask its author to save it with smaller pictures."
            )


def _name(page: Page | None) -> str:
    """Name a page for the officer; asked for only when it is refused, as it counts the pages."""
    if page is None:
        return "a page"
    # Stubs before pikepdf 10.18 take this property for a method
    return f"page {page.index + 1}"  # type: ignore[operator, unused-ignore]


def _not_in_file(font: Object) -> list[str]:
    """Return the font's name when its letters are not in the file, else nothing."""
    if font.get(Name.Subtype) == Name.Type3:
        return []
    descendants = font.get_list(Name.DescendantFonts)
    if descendants:
        return [
            name
            for each in descendants
            if isinstance(each, Dictionary)
            for name in _not_in_file(each)
        ]
    descriptor = font.get(Name.FontDescriptor)
    if isinstance(descriptor, Dictionary) and any(key in descriptor for key in _FONT_FILES):
        return []
    name = one_line(name_text(font.get(Name.BaseFont))[1:]) or "a font without a name"
    return [name[_SUBSET_TAG_LENGTH:] if name[_SUBSET_TAG_LENGTH - 1 :][:1] == "+" else name]
