"""A settled structure tree written down as a recipe."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Object, String

from scrutiny_app.documents.tags.recipe import GAP, Recipe, Text, object_streams

# Where numbers stand in the list that fills a recipe
_PAPER, _PART, _FIRST_PAGE = 0, 1, 2
_LEAF = 200  # keys in one leaf of the parent tree
# Attributes nested deeper than any standard ones are somebody's experiment
_DEEPEST = 12
# Written in a way of their own
_OWN = frozenset({"/Type", "/S", "/P", "/Pg", "/K", "/ID"})
_DELICATE = re.compile(rb"[^ -'*-\[\]-~]")


@dataclass(slots=True)
class _Draft:
    """A text while it is written."""

    words: bytearray = field(default_factory=bytearray)
    gaps: list[int] = field(default_factory=list)

    def say(self, words: bytes) -> None:
        self.words += words.replace(b"%", b"%%")

    def gap(self, place: int) -> None:
        self.words += GAP
        self.gaps.append(place)

    def refer(self, place: int) -> None:
        self.gap(place)
        self.words += b" 0 R"

    @property
    def text(self) -> Text:
        return Text(bytes(self.words), tuple(self.gaps))


class RecipeWriter:
    """Writes one tree from its Part down, level by level.

    ``pages`` and ``holders`` (annotations and forms with keys) stand in the order of the recipe.
    """

    def __init__(self, pages: Sequence[Object], holders: Sequence[Object], keys: int) -> None:
        known = enumerate((*pages, *holders), start=_FIRST_PAGE)
        self._places = {holder.objgen: place for place, holder in known}
        self._first_key = _FIRST_PAGE + len(pages) + len(holders)
        self._first_new = self._next = self._first_key + keys
        self._waiting: deque[tuple[Object, int, int]] = deque()
        self._bodies: list[Text] = []
        self._named: list[tuple[bytes, int]] = []

    def recipe(self, part: Object, owners: Sequence[Object | None]) -> Recipe:
        """Return the recipe of the tree below ``part``; ``owners`` are in the order of keys.

        Raises:
            ValueError: something in it cannot be written down.
        """
        top = _Draft()
        self._say_kids(top, part, _PART)
        self._say_properties(top, part, without=_OWN | {"/T"})
        while self._waiting:
            self._bodies.append(self._element(*self._waiting.popleft()))
        leaves = [
            self._leaf(start, owners[start : start + _LEAF])
            for start in range(0, len(owners), _LEAF)
        ]
        bodies = [*self._bodies, *leaves]
        streams = tuple(object_streams(bodies, first_new=self._first_new))
        named = tuple(self._named)
        return Recipe(len(owners), len(bodies), len(leaves), top.text, streams, named)

    def _element(self, element: Object, place: int, above: int) -> Text:
        draft = _Draft()
        draft.say(b"<</Type/StructElem/S" + element.S.unparse() + b"/P ")
        draft.refer(above)
        page = self._places.get(element.Pg.objgen) if Name.Pg in element else None
        if page is not None:
            draft.say(b"/Pg ")
            draft.refer(page)
        if Name.ID in element:
            name = bytes(element.ID)
            self._named.append((name, place - self._first_new))
            draft.say(b"/ID")
            _say_name(draft, name)
        self._say_kids(draft, element, place)
        self._say_properties(draft, element, without=_OWN)
        draft.say(b">>")
        return draft.text

    def _say_kids(self, draft: _Draft, element: Object, place: int) -> None:
        kids = element.get(Name.K)
        draft.say(b"/K[")
        for kid in kids if isinstance(kids, Array) else [] if kids is None else [kids]:
            if not isinstance(kid, Dictionary):
                draft.say(b" %d" % int(kid))
            elif kid.get(Name.Type) in (Name.MCR, Name.OBJR):
                self._say_reference(draft, kid)
            else:
                if kid.is_indirect:
                    self._places[kid.objgen] = self._next
                self._waiting.append((kid, self._next, place))
                draft.say(b" ")
                draft.refer(self._next)
                self._next += 1
        draft.say(b"]")

    def _say_reference(self, draft: _Draft, kid: Object) -> None:
        """Write a reference to a mark or an annotation; one nobody could follow back goes."""
        named = [key for key in (Name.Pg, Name.Stm, Name.Obj) if key in kid]
        if any(kid[key].objgen not in self._places for key in named):
            return
        draft.say(b"<</Type" + kid.Type.unparse())
        for key in named:
            draft.say(key.unparse() + b" ")
            draft.refer(self._places[kid[key].objgen])
        if Name.MCID in kid:
            draft.say(b"/MCID %d" % int(kid.MCID))
        draft.say(b">>")

    def _say_properties(self, draft: _Draft, element: Object, *, without: frozenset[str]) -> None:
        for key, value in sorted(element.items()):
            if key not in without:
                draft.say(Name(key).unparse() + b" ")
                _say_value(draft, value)

    def _leaf(self, start: int, owners: Sequence[Object | None]) -> Text:
        """Write one leaf of the parent tree: every key, and what it leads to.

        Source: ISO 32000-1, 7.9.7 and 14.7.4.4.
        """
        draft = _Draft()
        first = self._first_key + start
        draft.say(b"<</Limits[")
        draft.gap(first)
        draft.say(b" ")
        draft.gap(first + len(owners) - 1)
        draft.say(b"]/Nums[")
        for key, owner in enumerate(owners, start=first):
            draft.gap(key)
            draft.say(b" ")
            if isinstance(owner, Array):
                draft.say(b"[")
                for each in owner:
                    self._say_owner(draft, each)
                draft.say(b"]")
            else:
                self._say_owner(draft, owner)
        draft.say(b"]>>")
        return draft.text

    def _say_owner(self, draft: _Draft, owner: Object | None) -> None:
        if owner is None:
            draft.say(b"null ")
        else:
            draft.refer(self._places[owner.objgen])
            draft.say(b" ")


def _say_value(draft: _Draft, value: object, *, depth: int = 0) -> None:
    """Write a value with all that is in it.

    Raises:
        ValueError: it holds something that is no attribute's.
    """
    if depth > _DEEPEST:
        raise ValueError("attributes nested too deep")
    if isinstance(value, Dictionary):
        draft.say(b"<<")
        for key, each in sorted(value.items()):
            draft.say(Name(key).unparse() + b" ")
            if key == "/Headers" and isinstance(each, Array):
                _say_names(draft, each)
            else:
                _say_value(draft, each, depth=depth + 1)
        draft.say(b">>")
    elif isinstance(value, Array):
        draft.say(b"[")
        for each in value:
            _say_value(draft, each, depth=depth + 1)
        draft.say(b"]")
    else:
        draft.say(_plain(value) + b" ")


def _plain(value: object) -> bytes:
    """Return what holds nothing else as PDF writes it."""
    if isinstance(value, Name | String):
        return value.unparse()
    if value is None:
        return b"null"
    if isinstance(value, bool):
        return b"true" if value else b"false"
    if isinstance(value, int | Decimal):
        return f"{value:f}".encode() if isinstance(value, Decimal) else b"%d" % value
    raise ValueError("an attribute that is neither text nor number")


def _say_names(draft: _Draft, names: Array) -> None:
    """Write the names of elements that attributes refer to."""
    draft.say(b"[")
    for name in names:
        _say_name(draft, bytes(name))
    draft.say(b"]")


def _say_name(draft: _Draft, name: bytes) -> None:
    """Write an element's name as the pack knows it: unlike that of any other paper's."""
    draft.say(b"(")
    draft.gap(_PAPER)
    draft.say(b"-" + _DELICATE.sub(lambda one: b"\\%03o" % one[0][0], name) + b")")
