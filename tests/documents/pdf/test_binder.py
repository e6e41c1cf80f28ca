from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.errors import WorkspaceDamaged
from scrutiny_app.domain.paper import Access, Bookmark, WithheldPlace
from tests.build import a_pdf, an_agenda, an_item, pdf_bytes
from tests.documents.pdf.nasty_papers import KINDS, linked, nasty_paper
from tests.documents.pdf.packs import a_filed_paper, bind, bind_files, links, outline, words_on


def a_front_sheet(*numbers: int) -> bytes:
    """A front sheet of two pages, with a link to each page number."""
    with Pdf.open(io.BytesIO(pdf_bytes(2, text="Front sheet"))) as pdf:
        pdf.docinfo[Name.Title] = "Agenda of a meeting"
        pdf.pages[0].obj.Annots = Array(
            [
                pdf.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=Name.Link,
                        Rect=Array([72, 500, 200, 520]),
                        Dest=String(f"pack-page-{number}"),
                    )
                )
                for number in numbers
            ]
        )
        buffer = io.BytesIO()
        pdf.save(buffer, static_id=True)
    return buffer.getvalue()


def test_papers_stand_in_order_with_blank_pages_between(tmp_path: Path) -> None:
    files = [
        a_pdf(tmp_path, "first.pdf", pages=3, text="First paper"),
        a_pdf(tmp_path, "second.pdf", pages=2, text="Second paper"),
    ]
    bind_files(files, tmp_path / "pack.pdf")
    pages = words_on(tmp_path / "pack.pdf")
    assert [page.split("\r\n")[0] for page in pages] == [
        "Front sheet 1",
        "Front sheet 2",
        "First paper 1",
        "First paper 2",
        "First paper 3",
        "This page is intentionally left blank",
        "Second paper 1",
        "Second paper 2",
    ]


def test_every_page_says_its_number_and_the_first_page_of_an_item_says_the_item(
    tmp_path: Path,
) -> None:
    path = a_pdf(tmp_path, pages=3)
    papers = {a_filed_paper(path): path for _ in range(3)}
    first, second, third = papers
    agenda = an_agenda()
    items = (an_item("Early", [first, second]), an_item("Empty"), an_item("Late", [third]))
    files = {paper.id: path for paper, path in papers.items()}
    bind(replace(agenda, items=items), files, tmp_path / "pack.pdf")
    pages = words_on(tmp_path / "pack.pdf")
    assert len(pages) == 14
    assert all(f"Page {number}" in words for number, words in enumerate(pages, start=1))
    assert {
        number: words.count("Agenda item")
        for number, words in enumerate(pages, start=1)
        if "Agenda item" in words
    } == {3: 1, 11: 1}
    assert "Agenda item 1" in pages[2]
    assert "Agenda item 3" in pages[10]


def test_the_outline_names_every_item_and_every_paper_with_its_pages(tmp_path: Path) -> None:
    path = a_pdf(tmp_path, pages=3)
    own = [Bookmark("Summary", 1, 0), Bookmark("Detail", 2, 1), Bookmark("Costs", 3, 0)]
    paper = a_filed_paper(path, "Progress so far", own)
    bind(an_agenda([paper], items=1), {paper.id: path}, tmp_path / "pack.pdf")
    assert outline(tmp_path / "pack.pdf") == [
        (0, "Agenda", 1),
        (0, "1. Apologies for absence", 1),
        (0, "2. Progress report (3 to 6)", 3),
        (1, "Progress so far (3 to 5)", 3),
        (2, "Summary", 3),
        (3, "Detail", 4),
        (2, "Costs", 5),
        (0, "3. Further item 1", 1),
    ]


def test_items_start_folded(tmp_path: Path) -> None:
    bind_files([a_pdf(tmp_path)], tmp_path / "pack.pdf")
    with pikepdf.open(tmp_path / "pack.pdf") as pdf:
        assert pdf.Root.Outlines.Count == 3
        assert pdf.Root.Outlines.Last.Count == -1
        assert pdf.Root.PageMode == Name.UseOutlines


def test_the_front_sheets_links_lead_to_the_pages_they_name(tmp_path: Path) -> None:
    front = a_front_sheet(3, 5)
    bind_files([a_pdf(tmp_path), a_pdf(tmp_path, "b.pdf")], tmp_path / "pack.pdf", front=front)
    with pikepdf.open(tmp_path / "pack.pdf") as pdf:
        targets = [link.Dest[0].objgen for link in pdf.pages[0].obj.Annots]
        assert targets == [pdf.pages[2].obj.objgen, pdf.pages[4].obj.objgen]
    assert links(tmp_path / "pack.pdf") == (2, 0)


def test_an_edition_that_leaves_papers_out_labels_pages_as_it_stamps_them(tmp_path: Path) -> None:
    path = a_pdf(tmp_path, pages=2)
    papers = [a_filed_paper(path) for _ in range(3)]
    papers[1] = replace(papers[1], access=Access.EXEMPT)
    files = {paper.id: path for paper in papers}
    out = tmp_path / "pack.pdf"
    agenda = an_agenda(papers)
    listed = replace(agenda.meeting, withheld_papers=WithheldPlace.LISTED)
    agenda = replace(agenda, meeting=listed)
    bind(agenda, files, out, edition=Edition.PUBLIC, front=a_front_sheet(7))
    with pikepdf.open(out) as pdf:
        labels = [page.label for page in pdf.pages]
        assert pdf.pages[0].obj.Annots[0].Dest[0].objgen == pdf.pages[4].obj.objgen
    assert labels == ["1", "2", "3", "4", "7", "8"]
    for label, words in zip(labels, words_on(out), strict=True):
        assert f"Page {label}" in words


def test_a_pack_says_its_title_council_and_language_and_nothing_else(tmp_path: Path) -> None:
    bind_files([a_pdf(tmp_path)], tmp_path / "pack.pdf", front=a_front_sheet())
    with pikepdf.open(tmp_path / "pack.pdf") as pdf:
        assert dict(pdf.docinfo) == {
            "/Title": "Agenda of a meeting",
            "/Author": "Kelsham City Council",
        }
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
        with pdf.open_metadata(update_docinfo=False) as metadata:
            assert len(metadata) == 3
            assert metadata["dc:title"] == "Agenda of a meeting"
            assert metadata["dc:creator"] == ["Kelsham City Council"]
            assert metadata["dc:language"] == {"en-GB"}


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    path = a_pdf(tmp_path, pages=3)
    paper = a_filed_paper(path)
    agenda = an_agenda([paper])
    for name in ("one.pdf", "two.pdf"):
        bind(agenda, {paper.id: path}, tmp_path / name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_packs_of_different_papers_have_different_identifiers(tmp_path: Path) -> None:
    for name in ("one", "two"):
        bind_files([a_pdf(tmp_path, f"{name}.pdf")], tmp_path / f"pack-{name}.pdf")
    with (
        pikepdf.open(tmp_path / "pack-one.pdf") as one,
        pikepdf.open(tmp_path / "pack-two.pdf") as two,
    ):
        assert bytes(one.trailer.ID[0]) != bytes(two.trailer.ID[0])


def test_a_paper_whose_file_has_other_pages_than_it_was_filed_with_stops_the_pack(
    tmp_path: Path,
) -> None:
    path = a_pdf(tmp_path, pages=3)
    paper = a_filed_paper(path, "Progress so far")
    a_pdf(tmp_path, pages=4)
    with pytest.raises(WorkspaceDamaged, match='"Progress so far" has 4 pages, but 3'):
        bind(an_agenda([paper]), {paper.id: path}, tmp_path / "pack.pdf")
    assert not (tmp_path / "pack.pdf").exists()


@pytest.mark.parametrize("content", [None, b"", b"not a PDF", b"%PDF-1.7\nbroken"])
def test_a_paper_whose_file_cannot_be_read_stops_the_pack(
    tmp_path: Path, content: bytes | None
) -> None:
    path = a_pdf(tmp_path)
    paper = a_filed_paper(path, "Progress so far")
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(WorkspaceDamaged, match='"Progress so far" cannot be read'):
        bind(an_agenda([paper]), {paper.id: path}, tmp_path / "pack.pdf")


def test_a_file_may_be_two_papers_each_with_links_of_its_own(tmp_path: Path) -> None:
    path = nasty_paper(linked, tmp_path)
    bind_files([path], tmp_path / "once.pdf")
    bind_files([path, path], tmp_path / "twice.pdf")
    assert links(tmp_path / "twice.pdf") == (8, 0)
    with pikepdf.open(tmp_path / "once.pdf") as once, pikepdf.open(tmp_path / "twice.pdf") as twice:
        alone = [list(mark.Rect) for mark in once.pages[3].obj.Annots]
        for place in (3, 5):
            page = twice.pages[place].obj
            assert [list(mark.Rect) for mark in page.Annots] == alone
            targets = [mark.Dest[0].objgen for mark in page.Annots if "/Dest" in mark]
            assert targets == [twice.pages[place - 1].obj.objgen]


def test_a_pack_of_a_front_sheet_alone_can_be_bound(tmp_path: Path) -> None:
    bind_files([], tmp_path / "pack.pdf")
    assert ["Page 1" in words_on(tmp_path / "pack.pdf")[0], outline(tmp_path / "pack.pdf")[-1]] == [
        True,
        (0, "2. Progress report", 1),
    ]


def test_links_of_awkward_papers_live_and_the_file_is_sound(tmp_path: Path) -> None:
    bind_files([nasty_paper(kind, tmp_path) for kind in KINDS], tmp_path / "pack.pdf")
    assert links(tmp_path / "pack.pdf") == (4, 0)
    with pikepdf.open(tmp_path / "pack.pdf") as pdf:
        assert pdf.check_pdf_syntax() == []


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not on this machine")
def test_qpdf_finds_nothing_to_complain_of(tmp_path: Path) -> None:
    bind_files([nasty_paper(kind, tmp_path) for kind in KINDS], tmp_path / "pack.pdf")
    check = subprocess.run(
        ["qpdf", "--check", str(tmp_path / "pack.pdf")], capture_output=True, text=True, check=False
    )
    assert check.returncode == 0, check.stdout + check.stderr


def test_papers_streams_are_neither_decoded_nor_recompressed(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    with Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842)).obj
        # Deflate that no library would write just so: a stored block of a level of its own
        page.Contents = pdf.make_stream(b"\x78\x01\x01\x03\x00\xfc\xffq Q\x02\x0b\x00\xf3")
        page.Contents.Filter = Name.FlateDecode
        raw = page.Contents.read_raw_bytes()
        pdf.save(path, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    bind_files([path], tmp_path / "pack.pdf")
    with pikepdf.open(tmp_path / "pack.pdf") as pdf:
        assert [piece.read_raw_bytes() for piece in pdf.pages[2].obj.Contents][1] == raw


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
def test_a_full_disk_is_told_as_the_system_tells_it(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left"):
        bind_files([a_pdf(tmp_path)], Path("/dev/full"))
