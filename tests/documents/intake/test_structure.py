"""Sound tags are kept, broken ones dropped whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.documents.intake import hostile
from tests.documents.intake.made import made


def tagged(pdf: Pdf) -> None:
    """One page: a heading as content, and a link with its annotation."""
    page = pdf.pages[0].obj
    content = Stream(pdf, b"/H1 <</MCID 0>> BDC BT /F1 12 Tf 72 700 Td (Heading) Tj ET EMC")
    page.Contents = content
    page.StructParents = 0
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    heading = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Chapter, P=whole, Pg=page, K=0)
    )
    mark = pdf.make_indirect(
        Dictionary(
            Subtype=Name.Link, Rect=[72, 700, 100, 710], StructParent=1, Contents=String("Web"),
            A=Dictionary(S=Name.URI, URI=String("https://example.org")),
        )
    )  # fmt: skip
    link = pdf.make_indirect(
        Dictionary(
            Type=Name.StructElem, S=Name.Link, P=whole, Pg=page,
            K=Array([Dictionary(Type=Name.OBJR, Obj=mark)]),
        )
    )  # fmt: skip
    whole.K = Array([heading, link])
    root.K = Array([whole])
    root.RoleMap = Dictionary(Chapter=Name.H1)
    root.ParentTree = Dictionary(Nums=Array([0, Array([heading]), 1, link]))
    page.Annots = Array([mark])
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def test_sound_tags_are_kept(tmp_path: Path) -> None:
    paper = made(tmp_path, hostile.changed(tagged))
    assert paper.facts.tagged
    with paper.open() as pdf:
        (whole,) = pdf.Root.StructTreeRoot.K
        assert len(whole.K) == 2
        assert pdf.pages[0].obj.StructParents == 0
        assert str(pdf.pages[0].obj.Annots[0].Contents) == "Web"


def test_a_reference_to_an_annotation_that_was_removed_goes_with_it(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        tagged(pdf)
        pdf.pages[0].obj.Annots[0].A = Dictionary(S=Name.Launch, F=String("x"))

    paper = made(tmp_path, hostile.changed(change))
    assert paper.facts.tagged
    assert b"/OBJR" not in paper.plain


def _unknown_role(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Chapter=Name.Chapter)


def _no_parent_tree(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot["/ParentTree"]


def _page_not_in_parent_tree(pdf: Pdf) -> None:
    pdf.pages[0].obj.StructParents = 7


def _circle(pdf: Pdf) -> None:
    whole = pdf.Root.StructTreeRoot.K[0]
    whole.K.append(whole)


def _page_that_was_cut_out(pdf: Pdf) -> None:
    gone = pdf.make_indirect(Dictionary(Type=Name.Page, Secret=String(hostile.SECRET)))
    pdf.Root.StructTreeRoot.K[0].K[0].Pg = gone


def _nonsense(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K = Array([String("?"), 5])


@pytest.mark.parametrize(
    "harm",
    [
        _unknown_role,
        _no_parent_tree,
        _page_not_in_parent_tree,
        _circle,
        _page_that_was_cut_out,
        _nonsense,
    ],
)
def test_broken_tags_are_dropped_with_every_pointer(
    harm: Callable[[Pdf], None], tmp_path: Path
) -> None:
    def change(pdf: Pdf) -> None:
        tagged(pdf)
        harm(pdf)

    paper = made(tmp_path, hostile.changed(change))
    assert not paper.facts.tagged
    for pointer in (b"/StructTreeRoot", b"/StructParent", b"/MarkInfo", hostile.SECRET.encode()):
        assert pointer not in paper.plain


def test_tags_that_do_not_know_of_drawn_in_marks_are_dropped(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        tagged(pdf)
        look = Stream(pdf, b"0 0 10 10 re f")
        look.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 10, 10]))
        pdf.pages[0].obj.Annots.append(
            Dictionary(Subtype=Name.Stamp, Rect=[300, 300, 310, 310], AP=Dictionary(N=look))
        )

    assert not made(tmp_path, hostile.changed(change)).facts.tagged
