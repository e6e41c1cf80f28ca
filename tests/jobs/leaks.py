"""Ways in which a public pack could come to hold what is withheld, planted into a written file."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

SENTENCE = "Hargreave offered to build the northern depot within fourteen months of signing"
FIGURE = "4,812,350"
TITLE = "Bids of Hargreave and Lund"
AUTHOR = "Ottoline Marchbanks"
FILE = "hargreave-bids-2027.pdf"

Leak = Callable[[Path, Path], None]


def _changed(pack: Path, change: Callable[[Pdf], None]) -> None:
    with Pdf.open(pack, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(pack, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _drawn(pack: Path, operators: str, text: str = SENTENCE, page: int = 2) -> None:
    def change(pdf: Pdf) -> None:
        target = pdf.pages[page]
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        name = target.add_resource(font, Name.Font, Name.Leak)
        show = f"q BT {name} 9 Tf {operators} ({text}) Tj ET Q"
        target.contents_add(pdf.make_stream(show.encode("cp1252")))

    _changed(pack, change)


def draw_on_page_three(pack: Path, text: str) -> None:
    """Draw a line of text on the first page behind the front sheet."""
    _drawn(pack, "72 400 Td", text)


def text_on_a_page(pack: Path, secret: Path) -> None:
    _drawn(pack, "72 400 Td")


def white_text(pack: Path, secret: Path) -> None:
    _drawn(pack, "1 g 72 400 Td")


def text_beyond_the_edge(pack: Path, secret: Path) -> None:
    _drawn(pack, "5000 5000 Td")


def text_that_is_not_painted(pack: Path, secret: Path) -> None:
    _drawn(pack, "3 Tr 72 400 Td")


def a_number(pack: Path, secret: Path) -> None:
    _drawn(pack, "72 400 Td", f"The offer was £{FIGURE}.")


def a_title(pack: Path, secret: Path) -> None:
    _drawn(pack, "72 400 Td", f"See {TITLE}.")


def an_author(pack: Path, secret: Path) -> None:
    _drawn(pack, "72 400 Td", f"Written by {AUTHOR}")


def a_bookmark(pack: Path, secret: Path) -> None:
    def change(pdf: Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(TITLE, 0))

    _changed(pack, change)


def a_file_name_in_a_bookmark(pack: Path, secret: Path) -> None:
    def change(pdf: Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(f"from {FILE}", 0))

    _changed(pack, change)


def a_document_property(pack: Path, secret: Path) -> None:
    def change(pdf: Pdf) -> None:
        pdf.docinfo[Name.Subject] = TITLE

    _changed(pack, change)


def metadata(pack: Path, secret: Path) -> None:
    def change(pdf: Pdf) -> None:
        data = pdf.Root.Metadata.read_bytes()
        spoilt = data.replace(b"</dc:title>", f"</dc:title><x>{SENTENCE}</x>".encode())
        pdf.Root.Metadata = pdf.make_stream(spoilt, Type=Name.Metadata, Subtype=Name.XML)

    _changed(pack, change)


def an_attachment(pack: Path, secret: Path) -> None:
    def change(pdf: Pdf) -> None:
        pdf.attachments["notes.bin"] = pikepdf.AttachedFileSpec(pdf, secret.read_bytes())

    _changed(pack, change)


def an_attachment_s_name(pack: Path, secret: Path) -> None:
    def change(pdf: Pdf) -> None:
        pdf.attachments[FILE] = pikepdf.AttachedFileSpec(pdf, b"nothing", filename=FILE)

    _changed(pack, change)


def _annotated(pack: Path, annotation: Dictionary) -> None:
    def change(pdf: Pdf) -> None:
        annotation.Type, annotation.Rect = Name.Annot, Array([0, 0, 10, 10])
        annotations = pdf.pages[2].obj.get(Name.Annots, Array())
        pdf.pages[2].obj.Annots = Array([*annotations, pdf.make_indirect(annotation)])

    _changed(pack, change)


def a_note(pack: Path, secret: Path) -> None:
    _annotated(pack, Dictionary(Subtype=Name.Text, Contents=String(SENTENCE)))


def a_link_s_address(pack: Path, secret: Path) -> None:
    address = String(f"https://kelsham.example/{FILE}")
    _annotated(pack, Dictionary(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=address)))


def a_picture(pack: Path, secret: Path) -> None:
    def change(pdf: Pdf) -> None:
        with Pdf.open(secret) as source:
            picture = next(
                one
                for one in source.objects
                if isinstance(one, pikepdf.Stream) and one.get(Name.Subtype) == Name.Image
            )
            name = pdf.pages[2].add_resource(pdf.copy_foreign(picture), Name.XObject, Name.Leak)
            pdf.pages[2].contents_add(pdf.make_stream(f"q 9 0 0 9 50 50 cm {name} Do Q".encode()))
            pdf.save(
                pack.with_suffix(".planted"),
                compress_streams=False,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
            )

    with Pdf.open(pack) as pdf:
        change(pdf)
    pack.with_suffix(".planted").replace(pack)


def a_picture_saved_anew(pack: Path, secret: Path) -> None:
    """Half the size, and packed as a poor JPEG: not one byte is the same."""
    with Pdf.open(secret) as source:
        found = next(
            one
            for one in source.objects
            if isinstance(one, pikepdf.Stream) and one.get(Name.Subtype) == Name.Image
        )
        small = pikepdf.PdfImage(found).as_pil_image().convert("RGB").resize((128, 128))
    buffer = io.BytesIO()
    small.save(buffer, "JPEG", quality=40)

    def change(pdf: Pdf) -> None:
        stream = pikepdf.Stream(
            pdf,
            buffer.getvalue(),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=128,
            Height=128,
            ColorSpace=Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=Name.DCTDecode,
        )
        name = pdf.pages[2].add_resource(stream, Name.XObject, Name.Leak)
        pdf.pages[2].contents_add(pdf.make_stream(f"q 9 0 0 9 50 50 cm {name} Do Q".encode()))

    _changed(pack, change)


def a_whole_page(pack: Path, secret: Path) -> None:
    def change(pdf: Pdf) -> None:
        with Pdf.open(secret) as source:
            pdf.pages[2] = source.pages[0]
            pdf.save(
                pack.with_suffix(".planted"), object_stream_mode=pikepdf.ObjectStreamMode.generate
            )

    with Pdf.open(pack) as pdf:
        change(pdf)
    pack.with_suffix(".planted").replace(pack)


def a_text_for_screen_readers(pack: Path, secret: Path) -> None:
    def change(pdf: Pdf) -> None:
        element = pdf.Root.StructTreeRoot.K[0].K[0]
        element.ActualText = String(SENTENCE)

    _changed(pack, change)


def a_page_label(pack: Path, secret: Path) -> None:
    def change(pdf: Pdf) -> None:
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(TITLE))]))

    _changed(pack, change)


def a_named_place(pack: Path, secret: Path) -> None:
    def change(pdf: Pdf) -> None:
        tree = Dictionary(Names=Array([String(TITLE), Array([pdf.pages[0].obj, Name.Fit])]))
        pdf.Root.Names = pdf.make_indirect(Dictionary(Dests=pdf.make_indirect(tree)))

    _changed(pack, change)


def a_hidden_layer(pack: Path, secret: Path) -> None:
    def change(pdf: Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(TITLE)))
        off = Dictionary(OFF=Array([layer]))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=off)

    _changed(pack, change)


def a_name_of_the_format(pack: Path, secret: Path) -> None:
    def change(pdf: Pdf) -> None:
        pdf.Root.PieceInfo = Dictionary({"/" + TITLE.replace(" ", "_"): Dictionary()})

    _changed(pack, change)


def behind_the_end(pack: Path, secret: Path) -> None:
    with pack.open("ab") as file:
        file.write(b"\n" + secret.read_bytes())


def an_object_nothing_refers_to(pack: Path, secret: Path) -> None:
    _append_section(pack, {_size(pack): f"<</Hidden ({SENTENCE})>>".encode()})


def a_stream_nothing_refers_to(pack: Path, secret: Path) -> None:
    content = f"BT /F1 9 Tf [({SENTENCE[:20]})-20({SENTENCE[20:]})] TJ ET".encode()
    body = b"<</Length %d>>\nstream\n%b\nendstream" % (len(content), content)
    _append_section(pack, {_size(pack): body})


def an_earlier_revision(pack: Path, secret: Path) -> None:
    def change(pdf: Pdf) -> None:
        pdf.Root.Draft = pdf.make_stream(b"\x03\x01\x04" * 50)

    _changed(pack, change)
    with Pdf.open(pack) as pdf:
        number = pdf.Root.Draft.objgen[0]
    _append_section(pack, {number: b"null"})


def bytes_between_objects(pack: Path, secret: Path) -> None:
    data = pack.read_bytes()
    end = data.rindex(b"startxref")
    pack.write_bytes(data[:end] + SENTENCE.encode() + b"\n" + data[end:])


LEAKS: dict[Leak, str] = {
    text_on_a_page: "on page 3",
    white_text: "on page 3",
    text_beyond_the_edge: "on page 3",
    text_that_is_not_painted: "on page 3",
    a_number: "on page 3",
    a_title: "on page 3",
    an_author: "on page 3",
    a_whole_page: "on page 3",
    a_bookmark: "a bookmark",
    a_file_name_in_a_bookmark: "a bookmark",
    a_document_property: "properties",
    metadata: "metadata",
    an_attachment: "attachment",
    an_attachment_s_name: "attachment",
    a_note: "link or a note",
    a_link_s_address: "link or a note",
    a_picture: "a picture",
    a_picture_saved_anew: "a picture, saved anew",
    a_text_for_screen_readers: "screen readers",
    a_page_label: "properties",
    a_named_place: "place to go to",
    a_hidden_layer: "layer",
    a_name_of_the_format: "a name inside the file",
    behind_the_end: "bytes",
    an_object_nothing_refers_to: "inside",
    a_stream_nothing_refers_to: "inside",
    an_earlier_revision: "earlier revision",
    bytes_between_objects: "bytes",
}


def _size(pack: Path) -> int:
    with Pdf.open(pack) as pdf:
        return int(pdf.trailer.Size)


def _append_section(pack: Path, objects: dict[int, bytes]) -> None:
    """Write objects behind the file with a table of their own, as editors do."""
    data = pack.read_bytes()
    before = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    with Pdf.open(pack) as pdf:
        root, size = pdf.Root.objgen[0], int(pdf.trailer.Size)
    table = max(size, *(number + 1 for number in objects))
    rows = {}
    for number, body in objects.items():
        rows[number] = len(data)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    rows[table] = start = len(data)
    index = b" ".join(b"%d 1" % number for number in sorted(rows))
    entries = b"".join(b"\x01" + rows[number].to_bytes(6, "big") for number in sorted(rows))
    data += (
        b"%d 0 obj\n<</Type/XRef/W[1 6 0]/Index[%b]/Size %d/Root %d 0 R/Prev %d/Length %d>>\n"
        b"stream\n%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
        % (table, index, table + 1, root, before, len(entries), entries, start)
    )
    pack.write_bytes(data)
