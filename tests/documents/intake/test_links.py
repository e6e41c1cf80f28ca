"""Links that lead somewhere safe go on leading there; bookmarks and names are resolved."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from scrutiny_app.domain.paper import Bookmark
from tests.documents.intake import hostile
from tests.documents.intake.made import Made, made


def linked(tmp_path: Path, link: object, *, pages: int = 3) -> Made:
    """A paper with one link on page 1, made by ``link(pdf)`` from its entries."""

    def change(pdf: Pdf) -> None:
        pdf.Root.Names = Dictionary(
            Dests=Dictionary(Names=Array([String("new"), Array([pdf.pages[1].obj, Name.Fit])]))
        )
        pdf.Root.Dests = Dictionary(old=Array([pdf.pages[2].obj, Name.FitH, 700]))
        entries = link(pdf)  # type: ignore[operator]
        mark = Dictionary(**{"Subtype": Name.Link, "Rect": Array([72, 700, 200, 720])} | entries)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(mark)])

    return made(tmp_path, hostile.changed(change, pages=pages))


@pytest.mark.parametrize(
    ("entries", "page", "view"),
    [
        (lambda pdf: {"Dest": Array([pdf.pages[2].obj, Name.XYZ, 0, 500, None])}, 2, "/XYZ"),
        (lambda _: {"Dest": String("new")}, 1, "/Fit"),
        (lambda _: {"Dest": Name.old}, 2, "/FitH"),
        (lambda _: {"A": Dictionary(S=Name.GoTo, D=String("new"))}, 1, "/Fit"),
        (lambda _: {"A": Dictionary(S=Name.GoTo, D=Array([1, Name.Fit]))}, 1, "/Fit"),
        (lambda pdf: {"Dest": Array([pdf.pages[1].obj, String("odd"), Dictionary()])}, 1, "/Fit"),
    ],
)
def test_a_link_within_the_paper_names_its_page(
    entries: object, page: int, view: str, tmp_path: Path
) -> None:
    with linked(tmp_path, entries).open() as pdf:
        (link,) = pdf.pages[0].obj.Annots
        assert link.Dest[0].objgen == pdf.pages[page].obj.objgen
        assert str(link.Dest[1]) == view
        assert "/A" not in link


@pytest.mark.parametrize("address", ["https://example.org/a?b=1", "mailto:clerk@kelsham.example"])
def test_a_link_to_the_web_or_an_address_stays(address: str, tmp_path: Path) -> None:
    entries = {"A": Dictionary(S=Name.URI, URI=String(address), Next=Dictionary(S=Name.Launch))}
    with linked(tmp_path, lambda _: entries).open() as pdf:
        (link,) = pdf.pages[0].obj.Annots
        assert str(link.A.URI) == address
        assert link.A.keys() == {"/S", "/URI"}


@pytest.mark.parametrize(
    "entries",
    [
        {"Dest": String("nowhere")},
        {"Dest": String("new"), "Rect": Array([1, 2])},
        {"Dest": Array([])},
        {"Dest": Array([99, Name.Fit])},
        {"A": Dictionary(S=Name.URI, URI=String("javascript:alert(1)"))},
        {"A": Dictionary(S=Name.URI, URI=String("https://a b"))},
        {"A": Dictionary(S=Name.Launch, F=String("calc.exe"))},
        {},
    ],
)
def test_a_link_that_leads_nowhere_safe_goes(entries: dict[str, object], tmp_path: Path) -> None:
    with linked(tmp_path, lambda _: entries).open() as pdf:
        assert "/Annots" not in pdf.pages[0].obj


def test_a_papers_outline_becomes_bookmarks_and_leaves_the_file(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        with pdf.open_outline() as outline:
            part = OutlineItem("Part  one", 0)
            part.children.append(OutlineItem("Detail", 1))
            lost = OutlineItem("Lost", destination=Array([pdf.pages[0].obj, Name.Fit]))
            lost.children.append(OutlineItem("Kept under its elder", 2))
            outline.root.extend([part, lost, OutlineItem("Tŷ", 2)])
        lost_item = pdf.Root.Outlines.First.Next
        del lost_item["/Dest"]

    paper = made(tmp_path, hostile.changed(change, pages=3))
    assert paper.facts.bookmarks == (
        Bookmark("Part one", 1, 0),
        Bookmark("Detail", 2, 1),
        Bookmark("Kept under its elder", 3, 1),
        Bookmark("Tŷ", 3, 0),
    )
    assert b"/Outlines" not in paper.plain


def test_an_outline_that_runs_in_a_circle_comes_to_an_end(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        item = pdf.make_indirect(
            Dictionary(Title=String("Again"), Dest=Array([pdf.pages[0].obj, Name.Fit]))
        )
        item.Next = item
        item.First = item
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=item, Last=item))

    assert made(tmp_path, hostile.changed(change)).facts.bookmarks == (Bookmark("Again", 1, 0),)


def test_an_outline_without_end_is_cut_off(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.extend(OutlineItem(f"Line {line}", 0) for line in range(2100))

    assert len(made(tmp_path, hostile.changed(change)).facts.bookmarks) == 2000


def test_page_labels_leave_the_file(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r)]))

    paper = made(tmp_path, hostile.changed(change))
    assert b"/PageLabels" not in paper.plain
    assert "its own page labels" in paper.facts.removed


def test_title_and_language_are_read_before_they_are_scrubbed(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        pdf.docinfo["/Title"] = "Cyllideb  Gŵyl"
        pdf.Root.Lang = String("cy-GB")

    paper = made(tmp_path, hostile.changed(change))
    assert (paper.facts.title, paper.facts.language) == ("Cyllideb Gŵyl", "cy-GB")
    with pikepdf.open(paper.path) as pdf:
        assert "/Info" not in pdf.trailer
