"""A structure tree as text with gaps: all that differs from pack to pack are numbers.

A pack of 2,000 pages has 100,000 elements. Made one by one they cost more than all else together
(1.5 s); as text into which numbers are set, a tenth of that.
"""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# A gap is as wide as the largest number, so that objects lie where the recipe says
GAP = b"%7d"
# Objects in one stream of them: readers unpack the whole of it for one object
_TOGETHER = 200
_HEAD = struct.Struct("<II")


@dataclass(frozen=True, slots=True)
class Text:
    """Bytes with gaps (``GAP``; a per cent sign is written twice), and what goes into each.

    What goes in is the place, from 0, in a list of numbers that the pack makes.
    """

    words: bytes
    gaps: tuple[int, ...] = ()

    def filled(self, numbers: Sequence[int]) -> bytes:
        """Return the text with its gaps filled."""
        return self.words % tuple(map(numbers.__getitem__, self.gaps))


@dataclass(frozen=True, slots=True)
class ObjectStream:
    """Objects in one stream: ``objects`` of them, the first at byte ``first`` of ``text``."""

    objects: int
    first: int
    text: Text


@dataclass(frozen=True, slots=True)
class Recipe:
    """A paper's tree below its one Part.

    The numbers that fill it are, in this order: the place of the paper in the pack; the Part's
    object; the objects of the pages; of the annotations and forms with keys; the ``keys``; and
    ``objects`` new ones, the last ``leaves`` of which are leaves of the parent tree.
    ``part`` is what the Part holds, without its title. ``named`` are the elements with an /ID:
    that, and the object's place among the new ones.
    """

    keys: int
    objects: int
    leaves: int
    part: Text
    streams: tuple[ObjectStream, ...]
    named: tuple[tuple[bytes, int], ...] = ()


def object_streams(bodies: Sequence[Text], *, first_new: int) -> Iterator[ObjectStream]:
    """Yield objects packed into streams; ``first_new`` is the place of the first one's number.

    Source: ISO 32000-1, 7.5.7.
    """
    for start in range(0, len(bodies), _TOGETHER):
        own = bodies[start : start + _TOGETHER]
        gaps = array("I")
        head = bytearray()
        offset = 0
        for place, body in enumerate(own, start=first_new + start):
            head += b"%b %d " % (GAP, offset)
            gaps.append(place)
            offset += _width(body) + 1
        for body in own:
            gaps.extend(body.gaps)
        words = bytes(head) + b"\n".join(body.words for body in own)
        first = _width(Text(bytes(head), tuple(gaps[: len(own)])))
        yield ObjectStream(len(own), first, Text(words, tuple(gaps)))


def _width(text: Text) -> int:
    """Return how many bytes a text has when filled."""
    return len(text.words % ((0,) * len(text.gaps)))


def recipe_bytes(recipe: Recipe) -> bytes:
    """Return a recipe as bytes, for ``recipe_from``."""
    texts = [recipe.part, *(one.text for one in recipe.streams)]
    told = {
        "keys": recipe.keys,
        "objects": recipe.objects,
        "leaves": recipe.leaves,
        "texts": [(len(text.words), len(text.gaps)) for text in texts],
        "streams": [(one.objects, one.first) for one in recipe.streams],
        "named": [(name.hex(), place) for name, place in recipe.named],
    }
    head = json.dumps(told, separators=(",", ":")).encode()
    gaps = array("I", (gap for text in texts for gap in text.gaps))
    words = b"".join(text.words for text in texts)
    return b"".join((_HEAD.pack(len(head), gaps.itemsize), head, gaps.tobytes(), words))


def recipe_from(data: bytes) -> Recipe:
    """Return the recipe that ``recipe_bytes`` wrote."""
    length, width = _HEAD.unpack_from(data)
    told = json.loads(data[_HEAD.size : _HEAD.size + length])
    start = _HEAD.size + length
    gaps = array("I")
    end = start + width * sum(count for _, count in told["texts"])
    gaps.frombytes(data[start:end])
    texts = []
    gap = 0
    for size, count in told["texts"]:
        texts.append(Text(data[end : end + size], tuple(gaps[gap : gap + count])))
        end, gap = end + size, gap + count
    return Recipe(
        told["keys"],
        told["objects"],
        told["leaves"],
        texts[0],
        tuple(
            ObjectStream(objects, first, text)
            for (objects, first), text in zip(told["streams"], texts[1:], strict=True)
        ),
        tuple((bytes.fromhex(name), place) for name, place in told["named"]),
    )
