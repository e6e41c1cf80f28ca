"""Nothing that runs, carries or tells tales survives; what is seen does."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Stream, String

from scrutiny_app.documents.intake.jpeg import without_private_data
from tests.documents.intake import hostile
from tests.documents.intake.made import made, pixels

MARKERS = (
    b"JavaScript", b"/JS", b"OpenAction", b"/AA", b"/Launch", b"EmbeddedFile", b"Filespec",
    b"RichMedia", b"javascript:", b"file:///", b"SubmitForm", b"GoToR", b"PieceInfo", b"/Metadata",
    b"/Thumb", b"/Popup", b"Exif", b"Producer", b"CreationDate", hostile.SECRET.encode(),
)  # fmt: skip


def test_nothing_planted_survives_in_the_unpacked_file(tmp_path: Path) -> None:
    paper = made(tmp_path, hostile.changed(hostile.full_of_secrets))
    assert [marker for marker in MARKERS if marker in paper.plain] == []


def test_control_the_markers_are_all_in_the_file_as_received(tmp_path: Path) -> None:
    path = hostile.put(tmp_path, hostile.changed(hostile.full_of_secrets))
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "plain.pdf", qdf=True)
    plain = (tmp_path / "plain.pdf").read_bytes()
    assert [marker for marker in MARKERS if marker not in plain] == []


def test_the_facts_say_in_plain_words_what_was_taken_out(tmp_path: Path) -> None:
    removed = made(tmp_path, hostile.changed(hostile.full_of_secrets)).facts.removed
    assert removed == (
        "actions that run by themselves",
        "attached files",
        "camera and scanner data in pictures",
        "editing programs' private data",
        "file details (author, dates, software)",
        "hidden marks",
        "links that lead nowhere or start something",
        "marks without a picture of their own",
        "page thumbnails",
        "references to other files",
        "reviewers' notes",
        "scripts",
        "sound, film and 3D media",
    )


def test_a_plain_file_is_not_said_to_run_anything_because_it_opens_at_a_page(
    tmp_path: Path,
) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = pikepdf.Array([pdf.pages[0].obj, Name.Fit])

    removed = made(tmp_path, hostile.changed(change)).facts.removed
    assert removed == ("file details (author, dates, software)",)


def test_the_page_looks_the_same_without_them(tmp_path: Path) -> None:
    paper = made(tmp_path, hostile.changed(hostile.full_of_secrets))
    assert pixels(paper.path) == pixels(tmp_path / "original.pdf", marks=False)


def test_a_jpeg_keeps_its_picture_and_colours_and_loses_the_rest() -> None:
    clean = hostile.jpeg(with_private_data=False)
    assert without_private_data(hostile.jpeg()) == clean
    colours = b"\xff\xe2\x00\x12ICC_PROFILE\0\x01\x01xx"
    adobe = b"\xff\xee\x00\x0eAdobe\0\x64\0\0\0\0\x00"
    kept = clean[:2] + colours + adobe + clean[2:]
    assert without_private_data(kept) == kept


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff\xff", b"not a jpeg"])
def test_a_broken_jpeg_is_no_hindrance(data: bytes) -> None:
    assert without_private_data(data) in data


def test_a_jpeg_packed_a_second_time_is_scrubbed_too(tmp_path: Path) -> None:
    import zlib

    def change(pdf: pikepdf.Pdf) -> None:
        picture = hostile.picture_on_page(pdf, hostile.jpeg())
        picture.write(
            zlib.compress(hostile.jpeg()), filter=pikepdf.Array([Name.FlateDecode, Name.DCTDecode])
        )

    paper = made(tmp_path, hostile.changed(change))
    assert hostile.SECRET.encode() not in paper.plain
    assert "camera and scanner data in pictures" in paper.facts.removed


def test_pictures_of_pages_cut_out_earlier_do_not_travel_along(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        left_over = Stream(pdf, hostile.SECRET.encode())
        left_over.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1]))
        pdf.pages[0].obj.Resources.XObject = Dictionary(Old=left_over)

    assert hostile.SECRET.encode() not in made(tmp_path, hostile.changed(change)).plain


def test_a_stream_whose_data_lie_in_another_file_loses_the_pointer(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        picture = hostile.picture_on_page(pdf, hostile.jpeg())
        picture.F = String("/etc/passwd")

    assert b"passwd" not in made(tmp_path, hostile.changed(change)).plain
