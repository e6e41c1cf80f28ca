"""The structure of a pack: one Document, and in it a Part for every paper, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf

from scrutiny_app.documents.tags.carried import carries_structure, take_structure
from scrutiny_app.documents.tags.key_holders import KEYS, annotations_with_keys
from scrutiny_app.documents.tags.plain_recipe import plain_recipe
from scrutiny_app.documents.tags.recipe import Recipe


@dataclass(frozen=True, slots=True)
class HungPart:
    """One paper in the pack's structure.

    ``pages`` are places in the file, from 0; ``first_key`` and ``holders`` say where its keys and
    its annotations and forms stand among all of the pack. ``language`` is empty where it is the
    pack's, or the paper does not say.
    """

    title: str
    language: str
    recipe: Recipe
    pages: range
    first_key: int
    holders: range


class BoundStructure:
    """The structure while papers are hung into it, before the pack is saved.

    Source: ISO 32000-1, 14.7.
    """

    def __init__(self, pdf: Pdf, language: str) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._language = language
        self._holders: list[Object] = []
        self._keys = 0
        self._parts: list[HungPart] = []

    def hang(self, title: str, language: str, pages: range) -> None:
        """Hang in the structure of a paper, or a plain one for pages that carry none."""
        own = [self._pages[place] for place in pages]
        if carries_structure(own[0]):
            recipe, forms = take_structure(own[0])
            holders = [link for page in own for link in annotations_with_keys(page)] + forms
            self._raise_keys([*own, *holders])
        else:
            recipe, holders = plain_recipe(len(own)), []
            for key, page in enumerate(own, start=self._keys):
                page.StructParents = key
        for page in own:
            page.Tabs = Name.S
        spoken = "" if language == self._language else language
        among = range(len(self._holders), len(self._holders) + len(holders))
        self._parts.append(HungPart(title, spoken, recipe, pages, self._keys, among))
        self._holders += holders
        self._keys += recipe.keys

    def prepare(self) -> tuple[HungPart, ...]:
        """Make the place in the pack where the tree will stand; return its parts.

        Until then, that place lists the holders of keys: saving gives them new numbers.
        """
        root = Dictionary(Type=Name.StructTreeRoot, K=Array(), Holders=Array(self._holders))
        self._pdf.Root.StructTreeRoot = self._pdf.make_indirect(root)
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)
        return tuple(self._parts)

    def _raise_keys(self, holders: Sequence[Object]) -> None:
        """Make a paper's keys, which count from 0, those of the pack."""
        for holder in holders:
            for key in KEYS:
                number = holder.get(key)
                if number is not None:
                    holder[key] = self._keys + int(number)
