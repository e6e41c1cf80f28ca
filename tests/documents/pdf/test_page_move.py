from __future__ import annotations

from collections.abc import Iterator

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from scrutiny_app.documents.pdf.page_geometry import see
from scrutiny_app.documents.pdf.page_move import (
    OwnMove,
    in_own_space,
    move_annotations,
    move_destinations,
    move_patterns,
)
from scrutiny_app.documents.pdf.page_room import Move

HALF = OwnMove(0.5, (10.0, 20.0))


@pytest.fixture
def pdf() -> Iterator[Pdf]:
    with Pdf.new() as pdf:
        yield pdf


def floats(values: Object) -> list[float]:
    return [float(value) for value in values]  # type: ignore[arg-type]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_move_as_seen_is_the_same_whichever_way_a_page_is_stored(turn: int) -> None:
    seen = see(Dictionary(MediaBox=Array([100, 50, 700, 850]), Rotate=turn))
    own = in_own_space(Move(0.9, 12, 34), seen)
    for x, y in ((0, 0), (100, 200), (seen.width, seen.height)):
        stored = seen.own(x, y)
        moved = (own.along(0, stored[0]), own.along(1, stored[1]))
        assert moved == pytest.approx(seen.own(0.9 * x + 12, 0.9 * y + 34))


def test_annotations_move_with_the_page() -> None:
    annotation = Dictionary(
        Rect=Array([0, 0, 100, 200]),
        QuadPoints=Array([0, 200, 100, 200, 0, 0, 100, 0]),
        InkList=Array([Array([0, 0, 2, 2]), Array([4, 4])]),
        RD=Array([2, 4, 6, 8]),
        LL=10,
    )
    move_annotations(Dictionary(Annots=Array([annotation])), HALF)
    assert floats(annotation.Rect) == [10, 20, 60, 120]
    assert floats(annotation.QuadPoints) == [10, 120, 60, 120, 10, 20, 60, 20]
    assert [floats(line) for line in annotation.InkList] == [[10, 20, 11, 21], [12, 22]]
    assert floats(annotation.RD) == [1, 2, 3, 4]
    assert float(annotation.LL) == 5


def test_destinations_move_with_the_page_they_lead_to(pdf: Pdf) -> None:
    still, moved = (pdf.add_blank_page(page_size=(600, 800)).obj for _ in range(2))
    shared = Array([moved, Name.XYZ, 100, None, 0])
    links = [
        Dictionary(Dest=shared),
        Dictionary(Dest=shared),
        Dictionary(A=Dictionary(S=Name.GoTo, D=Array([moved, Name.FitH, 700]))),
        Dictionary(Dest=Array([moved, Name.FitR, 0, 0, 100, 200])),
        Dictionary(Dest=Array([moved, Name.Fit])),
        Dictionary(Dest=Array([still, Name.XYZ, 100, 200, 0])),
        Dictionary(A=Dictionary(S=Name.URI, URI=b"https://kelsham.example")),
    ]
    still.Annots = Array(links)
    move_destinations([still, moved], {moved.objgen: HALF})
    first, second, third, fourth, fifth, sixth, _ = still.Annots
    for link in (first, second):
        assert float(link.Dest[2]) == 60
        assert list(link.Dest)[3:] == [None, 0]
    assert float(third.A.D[2]) == 370
    assert floats(Array(list(fourth.Dest)[2:])) == [10, 20, 60, 120]
    assert len(fifth.Dest) == 2
    assert floats(Array(list(sixth.Dest)[2:])) == [100, 200, 0]


def test_a_pattern_that_another_page_shares_stays_where_that_page_has_it(pdf: Pdf) -> None:
    pattern = pdf.make_stream(b"0 0 5 5 re f", PatternType=1, Matrix=Array([2, 0, 0, 2, 8, 8]))
    resources = pdf.make_indirect(Dictionary(Pattern=Dictionary(P=pattern)))
    one, other = Dictionary(Resources=resources), Dictionary(Resources=resources)
    move_patterns(pdf, one, HALF)
    assert floats(one.Resources.Pattern.P.Matrix) == [1, 0, 0, 1, 14, 24]
    assert one.Resources.Pattern.P.read_bytes() == b"0 0 5 5 re f"
    assert floats(other.Resources.Pattern.P.Matrix) == [2, 0, 0, 2, 8, 8]
