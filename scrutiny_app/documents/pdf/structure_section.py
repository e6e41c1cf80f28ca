"""The structure tree of a pack, written behind the saved file as a section of its own.

The tree is text with gaps for numbers, see ``tags/recipe.py``, and only a saved file tells the
numbers of its pages. Nothing is taken back by the section but the empty place kept for the tree.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import BinaryIO

from pikepdf import Pdf, String

from scrutiny_app.documents.pdf.bound_structure import HungPart

# Where the last section begins is told at the very end
_TAIL = 64
# Packs little less than the best, and in a quarter of the time
_QUICK = 1


@dataclass(frozen=True, slots=True)
class _Saved:
    """The saved pack: numbers of its objects, and what a further section must say of it."""

    pages: Sequence[int]
    holders: Sequence[int]
    tree: int
    size: int
    trailer: bytes


@dataclass(frozen=True, slots=True)
class _NumberedPart:
    """A part of the structure with its object's number, and all numbers that fill its recipe."""

    part: HungPart
    number: int
    numbers: Sequence[int]

    @property
    def new(self) -> Sequence[int]:
        """The numbers of its new objects."""
        return self.numbers[len(self.numbers) - self.part.recipe.objects :]

    @property
    def leaves(self) -> Sequence[int]:
        """The numbers of its leaves of the parent tree."""
        return self.numbers[len(self.numbers) - self.part.recipe.leaves :]

    @property
    def names(self) -> list[tuple[bytes, int]]:
        """The names its elements bear in the pack, with their objects' numbers."""
        return [
            (b"%7d-%b" % (self.numbers[0], name), self.new[place])
            for name, place in self.part.recipe.named
        ]


def append_structure(file: BinaryIO, parts: Sequence[HungPart]) -> None:
    """Write the structure of ``parts`` behind the pack in ``file``.

    Source: ISO 32000-1, 7.5.6 (later sections), 7.5.7 (streams of objects), 7.5.8 (streams of
    cross-references), 14.7 (structure).
    """
    saved = _read(file)
    document, keys, names = range(saved.size, saved.size + 3)
    numbered = _number(parts, saved, first=names + 1)
    section = _Section(file, last=numbered[-1].numbers[-1])
    section.write(
        saved.tree,
        b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/IDTree %d 0 R"
        b"/ParentTreeNextKey %d>>" % (document, keys, names, sum(one.recipe.keys for one in parts)),
    )
    below = saved.tree, _references([one.number for one in numbered])
    section.write(document, b"<</Type/StructElem/S/Document/P %d 0 R/K[%b]>>" % below)
    leaves = [leaf for one in numbered for leaf in one.leaves]
    section.write(keys, b"<</Kids[%b]>>" % _references(leaves))
    section.write(names, _name_tree(numbered))
    for one in numbered:
        section.write(one.number, _part(one, document))
        section.write_packed(one)
    section.finish(saved)


def _read(file: BinaryIO) -> _Saved:
    start = _section_start(file)
    file.seek(0)
    with Pdf.open(file) as pdf:
        tree = pdf.Root.StructTreeRoot
        trailer = b"/Root %d 0 R/Info %d 0 R/ID[%b%b]/Prev %d" % (
            pdf.Root.objgen[0],
            pdf.trailer.Info.objgen[0],
            pdf.trailer.ID[0].unparse(),
            pdf.trailer.ID[1].unparse(),
            start,
        )
        return _Saved(
            [page.obj.objgen[0] for page in pdf.pages],
            [holder.objgen[0] for holder in tree.Holders],
            tree.objgen[0],
            int(pdf.trailer.Size),
            trailer,
        )


def _section_start(file: BinaryIO) -> int:
    """Return where the cross-references of a file begin."""
    file.seek(-_TAIL, os.SEEK_END)
    return int(file.read().rpartition(b"startxref")[2].split()[0])


def _number(parts: Sequence[HungPart], saved: _Saved, *, first: int) -> list[_NumberedPart]:
    """Give every part its numbers, from ``first``, in the order in which a recipe has them."""
    numbered = []
    for place, part in enumerate(parts):
        numbers = (
            place,
            first,
            *(saved.pages[page] for page in part.pages),
            *(saved.holders[holder] for holder in part.holders),
            *range(part.first_key, part.first_key + part.recipe.keys),
            *range(first + 1, first + 1 + part.recipe.objects),
        )
        numbered.append(_NumberedPart(part, first, numbers))
        first += 1 + part.recipe.objects
    return numbered


def _part(one: _NumberedPart, document: int) -> bytes:
    title = String(one.part.title).unparse()
    body = one.part.recipe.part.filled(one.numbers)
    spoken = one.part.language
    language = b"/Lang " + String(spoken).unparse() if spoken and b"/Lang " not in body else b""
    told = document, title, language, body
    return b"<</Type/StructElem/S/Part/P %d 0 R/T %b%b%b>>" % told


def _name_tree(numbered: Sequence[_NumberedPart]) -> bytes:
    """Return the tree that finds elements by their /ID; readers need it sorted."""
    names = sorted(pair for one in numbered for pair in one.names)
    entries = b" ".join(b"<%b> %d 0 R" % (name.hex().encode(), at) for name, at in names)
    return b"<</Names[%b]>>" % entries


def _references(numbers: Sequence[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


class _Section:
    """New objects at the end of a file, and where each of them is.

    A cross-reference has three fields: its kind (1: at a byte of the file, 2: in a stream of
    objects), the byte or the stream's number, and the place within the stream.
    """

    def __init__(self, file: BinaryIO, *, last: int) -> None:
        file.seek(0, os.SEEK_END)
        self._file = file
        self._found: dict[int, bytes] = {}
        self._streams = count(last + 1)
        file.write(b"\n")

    def write(self, number: int, body: bytes) -> None:
        """Write an object."""
        self._found[number] = _cross_reference(1, self._file.tell(), 0)
        self._file.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def write_packed(self, one: _NumberedPart) -> None:
        """Write a part's objects, in streams."""
        members = iter(one.new)
        for stream in one.part.recipe.streams:
            number = next(self._streams)
            data = zlib.compress(stream.text.filled(one.numbers), _QUICK)
            counts = stream.objects, stream.first, len(data), data
            self.write(
                number,
                b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\n"
                b"stream\n%b\nendstream" % counts,
            )
            for place in range(stream.objects):
                self._found[next(members)] = _cross_reference(2, number, place)

    def finish(self, saved: _Saved) -> None:
        """Write the cross-references, and the end of the file."""
        number, start = next(self._streams), self._file.tell()
        self._found[number] = _cross_reference(1, start, 0)
        rows = [self._found[saved.tree]]
        rows += [self._found[each] for each in range(saved.size, number + 1)]
        data = zlib.compress(b"".join(rows), _QUICK)
        index = saved.tree, saved.size, number + 1 - saved.size
        self._file.write(
            b"%d 0 obj\n<</Type/XRef/W[1 5 2]/Index[%d 1 %d %d]/Size %d"
            % (number, *index, number + 1)
        )
        self._file.write(b"%b/Filter/FlateDecode/Length %d>>\n" % (saved.trailer, len(data)))
        self._file.write(b"stream\n%b\nendstream\nendobj\n" % data)
        self._file.write(b"startxref\n%d\n%%%%EOF\n" % start)


def _cross_reference(kind: int, where: int, place: int) -> bytes:
    return (kind << 56 | where << 16 | place).to_bytes(8, "big")
