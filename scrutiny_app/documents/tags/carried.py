"""A paper's structure as its first page carries it, so that it goes along when pages do.

Whatever merges pages copies all that a page refers to, and leaves the catalog behind. So the
recipe of the tree hangs on the first page, under a private key that the pack takes off again.
"""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf

from scrutiny_app.documents.tags.recipe import Recipe, recipe_bytes, recipe_from

# Private names begin with XX. Source: ISO 32000-1, annex E.2
_KEY = Name.XXStructure


def give_structure(pdf: Pdf, recipe: Recipe, forms: Sequence[Object]) -> None:
    """Let the first page of ``pdf`` carry its structure; ``forms`` are those with keys.

    Annotations with keys are found on the pages: qpdf's merge makes new ones of them.
    """
    made = pdf.make_stream(recipe_bytes(recipe))
    pdf.pages[0].obj[_KEY] = Dictionary(Recipe=made, Forms=Array(forms))


def carries_structure(page: Object) -> bool:
    """Whether this is the first page of a paper with a settled structure."""
    return _KEY in page


def take_structure(page: Object) -> tuple[Recipe, list[Object]]:
    """Take a paper's structure off its first page; return the recipe and the forms with keys."""
    held = page[_KEY]
    del page[_KEY]
    return recipe_from(held.Recipe.read_bytes()), list(held.Forms)
