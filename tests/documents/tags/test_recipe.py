from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.documents.tags.plain_recipe import plain_recipe
from scrutiny_app.documents.tags.recipe import (
    GAP,
    Recipe,
    Text,
    object_streams,
    recipe_bytes,
    recipe_from,
)

words = st.binary(max_size=20).map(lambda text: text.replace(b"%", b"%%"))
texts = st.lists(st.tuples(words, st.integers(0, 50)), max_size=5).map(
    lambda pairs: Text(
        b"".join(text + GAP for text, _ in pairs), tuple(place for _, place in pairs)
    )
)
named = st.lists(st.tuples(st.binary(max_size=9), st.integers(0, 99)), max_size=3).map(tuple)


@given(st.lists(texts, max_size=9), texts, named)
def test_recipes_come_back_as_they_went_in(
    bodies: list[Text], part: Text, names: tuple[tuple[bytes, int], ...]
) -> None:
    streams = tuple(object_streams(bodies, first_new=3))
    recipe = Recipe(5, len(bodies), 1, part, streams, names)
    assert recipe_from(recipe_bytes(recipe)) == recipe


@given(st.integers(1, 450))
def test_objects_lie_where_their_stream_says(pages: int) -> None:
    recipe = plain_recipe(pages)
    numbers = range(10, 10 + 2 + 2 * pages + recipe.objects)
    new = iter(numbers[2 + 2 * pages :])
    for stream in recipe.streams:
        filled = stream.text.filled(numbers)
        head = [int(word) for word in filled[: stream.first].split()]
        for number, offset in zip(head[::2], head[1::2], strict=True):
            assert number == next(new)
            assert filled[stream.first + offset :].startswith(b"<<")
    assert next(new, None) is None


def test_a_recipe_is_filled_with_the_numbers_of_a_pack() -> None:
    text = Text(b"100%% of %7d 0 R and %7d", (2, 0))
    assert text.filled([7, 8, 9]) == b"100% of       9 0 R and       7"
