"""Everything that a PDF holds besides the look of its pages, whether a reader shows it or not."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, Pdf, PikepdfError, Stream, String

from scrutiny_app.documents.gate.fragments import words_of

# Shorter streams are stamps, blank pages and rules, which unrelated files share
_LEAST_DRAWING = 400
_LEAST_PICTURE = 64
_FONT_PARTS = ("ToUnicode", "FontFile", "FontFile2", "FontFile3", "CIDToGIDMap", "CIDSet")
_NO_TEXT = frozenset({"/XRef"})

_LITERAL = rb"\((?:[^()\\]|\\.|\([^()]*\))*\)"
_SHOWN = re.compile(rb"%b|<[0-9A-Fa-f\s]*>|-?\d+(?:\.\d+)?|T[jJ*dDm]\b|\]" % _LITERAL, re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r"""(?<![\w:])(?!xmlns)[\w:]+=["']([^"']*)["']""")
_WIDE_GAP = -150.0  # thousandths of the type size: a space that is only a move to the right
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


@dataclass(frozen=True, slots=True)
class Trace:
    """A text found in a file, and where, in an officer's words.

    ``sure`` texts are as people read them. Others come out of raw bytes, where the codes of a font
    may look like digits, so nothing is made of their numbers.
    """

    place: str
    text: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class FileContents:
    """The texts of a file outside its pages, and the SHA-256 of everything that draws.

    Shape: ``drawings`` pairs a digest with its place.
    """

    traces: tuple[Trace, ...]
    drawings: tuple[tuple[bytes, str], ...]


def file_contents(path: Path) -> FileContents:
    """Return what a PDF holds: every object is looked at, reachable or not.

    Streams are decoded but for pictures and fonts. Only for files this program wrote: they went
    through the limited child before.

    Raises:
        PikepdfError: the file cannot be read.
    """
    traces: list[Trace] = []
    drawings: list[tuple[bytes, str]] = []
    with Pdf.open(path) as pdf:
        fonts = _font_parts(pdf)
        names: set[str] = set()
        traces += _texts(pdf.trailer, "the document's properties", names)
        for one in pdf.objects:
            place = _place(one, pdf)
            traces += _texts(one, place, names)
            if isinstance(one, Stream) and one.objgen not in fonts:
                drawings += _drawings(one, place)
                traces += _decoded(one, place)
        # Words of the format itself ("Header", "Table") are names of one word
        longer = sorted(name for name in names if len(words_of(name)) > 1)
        traces += (Trace("a name inside the file", name) for name in longer)
    return FileContents(tuple(traces), tuple(drawings))


def _font_parts(pdf: Pdf) -> set[tuple[int, int]]:
    """Return the streams that only make up fonts: two files may share them and nothing else."""
    return {
        part.objgen
        for one in pdf.objects
        if isinstance(one, Dictionary)
        for key in _FONT_PARTS
        if isinstance(part := one.get(f"/{key}"), Stream)
    }


def _texts(one: object, place: str, names: set[str]) -> Iterator[Trace]:
    """Give the strings that an object holds itself; what it refers to is looked at by itself."""
    if isinstance(one, String):
        yield Trace(place, str(one))
    elif isinstance(one, Name):
        names.add(str(one)[1:])
    elif isinstance(one, Array):
        for child in one:
            yield from _own_texts(child, place, names)
    elif isinstance(one, Dictionary | Stream):
        for key, child in one.items():
            names.add(key[1:])
            yield from _own_texts(child, place, names)


def _own_texts(child: object, place: str, names: set[str]) -> Iterator[Trace]:
    if isinstance(child, Object) and not child.is_indirect:
        yield from _texts(child, place, names)


def _place(one: Object, pdf: Pdf) -> str:
    """Say in an officer's words what an object is."""
    if not isinstance(one, Dictionary | Stream):
        return f"the file's inside (object {one.objgen[0]})"
    info = pdf.trailer.get(Name.Info)
    if isinstance(info, Dictionary) and info.objgen == one.objgen:
        return "the document's properties"
    kind = str(one.get(Name.Type, ""))
    known = {
        "/Metadata": "the document's metadata",
        "/EmbeddedFile": "an attachment",
        "/Filespec": "an attachment",
        "/Catalog": "the document's properties",
        "/StructElem": "a text for screen readers",
        "/StructTreeRoot": "a text for screen readers",
        "/OCG": "the name of a layer",
    }.get(kind)
    if known:
        return known
    for place, keys in _MARKS:
        if all(key in one for key in keys):
            return place
    return f"the file's inside (object {one.objgen[0]})"


_MARKS = (
    ("an attachment", ("/EF",)),
    ("a bookmark", ("/Title", "/Parent")),
    ("a link or a note", ("/Rect", "/Subtype")),
    ("a text for screen readers", ("/S", "/P")),
    ("the name of a place to go to", ("/Names",)),
    ("a picture", ("/Width", "/Height")),
)


def _drawings(one: Stream, place: str) -> Iterator[tuple[bytes, str]]:
    kind = str(one.get(Name.Type, ""))
    picture = one.get(Name.Subtype) == Name.Image
    if kind in {"/ObjStm", "/Metadata", *_NO_TEXT}:
        return
    raw = one.read_raw_bytes()
    if len(raw) >= (_LEAST_PICTURE if picture else _LEAST_DRAWING):
        yield hashlib.sha256(raw).digest(), place
    if kind == "/EmbeddedFile":
        yield hashlib.sha256(one.read_bytes()).digest(), place


def _decoded(one: Stream, place: str) -> Iterator[Trace]:
    kind = str(one.get(Name.Type, ""))
    if one.get(Name.Subtype) == Name.Image or kind in _NO_TEXT:
        return
    try:
        data = one.read_bytes()
    except PikepdfError:
        # A filter for pictures, or damaged: nobody can read words out of it either
        return
    if kind in {"/Metadata", "/EmbeddedFile"}:
        yield Trace(place, without_tags(data.decode("utf-8", "replace")))
        return
    joined, spaced = _strings(data)
    yield Trace(place, joined, sure=False)
    yield Trace(place, spaced, sure=False)


def without_tags(text: str) -> str:
    """Return XML without the names of its tags; what their attributes say is kept."""
    return _TAG.sub(lambda tag: " ".join(("", *_ATTRIBUTE.findall(tag[0]), "")), text)


def _strings(data: bytes) -> tuple[str, str]:
    """Return the strings of a content stream or of packed objects, joined in two ways.

    Programs cut words where they like: once every string follows the one before directly unless
    a wide gap is between them, once all stand apart.
    """
    joined: list[str] = []
    spaced: list[str] = []
    for found in _SHOWN.finditer(data):
        token = found[0]
        if token[:1] in b"(<":
            text = _string(token)
            joined.append(text)
            spaced += (text, " ")
        elif token[:1] == b"T":
            joined.append("" if token == b"Tj" else " ")
        elif token != b"]" and float(token) < _WIDE_GAP:
            joined.append(" ")
    return "".join(joined), "".join(spaced)


def _string(token: bytes) -> str:
    if token.startswith(b"<"):
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", token)
        data = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    else:
        data = _ESCAPE.sub(_unescaped, token[1:-1])
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "replace")
    return data.decode("latin-1")


def _unescaped(found: re.Match[bytes]) -> bytes:
    code = found[1]
    if code.isdigit():
        return bytes([int(code, 8) & 0xFF])
    if code in {b"\n", b"\r", b"\r\n"}:
        return b""
    return _ESCAPED.get(code, code)
