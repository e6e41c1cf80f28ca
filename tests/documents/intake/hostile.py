"""PDFs that are broken, overfull or up to no good, made by code; each builder writes one file."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.build import pdf_bytes

SECRET = "SECRETWORD"  # noqa: S105 - planted to be found


def raw_pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of hand-written objects, numbered from 1, with a sound cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Root %d 0 R /Size %d >>\n" % (root, len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % table)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A hand-written stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def one_page(content: bytes, page: bytes = b"", *more: bytes) -> bytes:
    """A one-page PDF: objects 1 to 4 are catalog, pages, page and content; ``more`` from 5."""
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " + page + b" >>",
        content,
        *more,
    )


def deflated_spaces(mebibytes: int) -> bytes:
    """So many MiB of spaces, packed a thousandfold: one packed MiB, written again and again."""
    piece = b" " * (1 << 20)
    packer = zlib.compressobj(9, wbits=-15)
    # After a full flush a block stands alone, so that it can be repeated
    block = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(mebibytes):
        check = zlib.adler32(piece, check)
    return b"\x78\xda" + block * mebibytes + b"\x03\x00" + check.to_bytes(4, "big")


def content_bomb(mebibytes: int) -> bytes:
    """Page content that unpacks to so many MiB."""
    return one_page(stream(deflated_spaces(mebibytes), b"/Filter /FlateDecode"))


def double_bomb(mebibytes: int) -> bytes:
    """The same packed twice: seven kilobytes for gigabytes."""
    packed = zlib.compress(deflated_spaces(mebibytes), 9)
    return one_page(stream(packed, b"/Filter [/FlateDecode /FlateDecode]"))


def huge_picture() -> bytes:
    """A picture of 65,536 by 65,536 dots."""
    picture = stream(
        zlib.compress(b"\0" * 65536),
        b"/Type /XObject /Subtype /Image /Width 65536 /Height 65536 /BitsPerComponent 8"
        b" /ColorSpace /DeviceGray /Filter /FlateDecode",
    )
    page = b"/Resources << /XObject << /Im 5 0 R >> >>"
    return one_page(stream(b"q 500 0 0 500 40 40 cm /Im Do Q"), page, picture)


def million_pages() -> bytes:
    """A list that names one page a million times."""
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1000000 /Kids [" + b"3 0 R " * 1_000_000 + b"] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
    )


def page_loop() -> bytes:
    """A page tree that contains itself."""
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 2 /Kids [3 0 R 2 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
    )


def no_pages() -> bytes:
    """A PDF that holds nothing."""
    return raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>")


def endless_drawing(levels: int = 12, calls: int = 12) -> bytes:
    """Forms that draw forms that draw forms: small, and never finished drawing."""
    forms = [
        stream(
            b"/F Do " * calls,
            b"/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
            b" /Resources << /XObject << /F %d 0 R >> >>" % (number + 1),
        )
        for number in range(5, 5 + levels)
    ]
    dot = stream(b"0 0 100 100 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 595 842]")
    page = b"/Resources << /XObject << /F 5 0 R >> >>"
    return one_page(stream(b"/F Do"), page, *forms, dot)


def sized(box: bytes) -> bytes:
    """A page with the edges given."""
    return one_page(stream(b"")).replace(b"[0 0 595 842]", box)


def truncated(pages: int = 3) -> bytes:
    """A file whose second half never arrived."""
    whole = pdf_bytes(pages)
    return whole[: len(whole) // 3]


def trailer_lost() -> bytes:
    """A file that breaks off within its table: no trailer, all pages."""
    whole = pdf_bytes(3)
    return whole[: whole.rindex(b"trailer")]


def damaged_table() -> bytes:
    """Junk before the header and a table that is somewhere else."""
    whole = pdf_bytes(3)
    table = whole.rindex(b"startxref")
    return b"junk from a mail server\n" + whole[:table] + b"startxref\n999999999\n%%EOF\n"


def undecodable() -> bytes:
    """Page content that is not what its filter says."""
    return one_page(stream(b"this was never packed", b"/Filter /FlateDecode"))


def word_document() -> bytes:
    """The outside of a Word document."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    return buffer.getvalue()


def jpeg(*, with_private_data: bool = True, size: tuple[int, int] = (60, 40)) -> bytes:
    """A JPEG; with EXIF, a comment and XMP that hold the secret."""
    buffer = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(buffer, "JPEG", quality=80)
    data = buffer.getvalue()
    if not with_private_data:
        return data
    secret = SECRET.encode()
    segments = [
        (0xE1, b"Exif\0\0" + secret),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + secret),
        (0xED, b"Photoshop 3.0\0" + secret),
        (0xFE, secret),
    ]
    packed = b"".join(
        b"\xff" + bytes([marker]) + (len(body) + 2).to_bytes(2, "big") + body
        for marker, body in segments
    )
    return data[:2] + packed + data[2:]


def changed(change: Callable[[Pdf], None], *, pages: int = 2, **saving: object) -> bytes:
    """A sound PDF, changed by pikepdf."""
    with pikepdf.open(io.BytesIO(pdf_bytes(pages))) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, **saving)  # type: ignore[arg-type]
        return out.getvalue()


def locked(*, user: str, strength: int) -> bytes:
    """An encrypted file; ``strength`` is the PDF's R: 3 RC4, 4 AES-128, 6 AES-256."""
    rule = pikepdf.Encryption(
        owner="owner", user=user, R=strength, aes=strength > 3, metadata=strength > 3
    )  # type: ignore[arg-type]
    return changed(lambda _: None, encryption=rule)


def picture_on_page(pdf: Pdf, data: bytes, **entries: object) -> Stream:
    """Put a JPEG on the first page."""
    size = Image.open(io.BytesIO(data)).size
    picture = Stream(pdf, data)
    picture.update(
        Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=size[0], Height=size[1],
            BitsPerComponent=8, ColorSpace=Name.DeviceRGB, Filter=Name.DCTDecode, **entries,
        )
    )  # fmt: skip
    page = pdf.pages[0]
    page.obj.Resources.XObject = Dictionary(Im=picture)
    page.contents_add(b"q 200 0 0 130 100 300 cm /Im Do Q")
    return picture


def full_of_secrets(pdf: Pdf) -> None:
    """Plant the secret wherever a PDF can run, carry or tell something unseen."""
    page = pdf.pages[0].obj
    script = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{SECRET}')"))
    pdf.attachments[f"{SECRET}.txt"] = SECRET.encode()
    pdf.Root.OpenAction = script
    pdf.Root.AA = Dictionary(WC=script)
    pdf.Root.Names.JavaScript = Dictionary(Names=Array([String("start"), script]))
    pdf.Root.PieceInfo = Dictionary(App=Dictionary(Private=String(SECRET)))
    pdf.Root.Metadata = Stream(pdf, f"<x>{SECRET}</x>".encode())
    pdf.docinfo["/Author"] = SECRET
    page.AA = Dictionary(O=script)
    page.Thumb = Stream(pdf, SECRET.encode())
    page.PieceInfo = Dictionary(App=Dictionary(Private=String(SECRET)))
    page.Metadata = Stream(pdf, SECRET.encode())
    picture = picture_on_page(pdf, jpeg())
    picture.Metadata = Stream(pdf, SECRET.encode())
    picture.OPI = Dictionary(Name=String(SECRET))
    page.Annots = Array([pdf.make_indirect(each) for each in _secret_marks(pdf)])


def _secret_marks(pdf: Pdf) -> list[Dictionary]:
    """Annotations that talk, run, carry or play."""
    box = [100, 100, 200, 120]
    file = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec, F=String(SECRET), EF=Dictionary(F=Stream(pdf, SECRET.encode()))
        )
    )
    actions = [
        Dictionary(S=Name.Launch, F=String(f"{SECRET}.exe")),
        Dictionary(S=Name.URI, URI=String(f"javascript:{SECRET}()")),
        Dictionary(S=Name.URI, URI=String(f"file:///{SECRET}")),
        Dictionary(S=Name.GoToR, F=String(f"{SECRET}.pdf"), D=Array([0, Name.Fit])),
        Dictionary(S=Name.SubmitForm, F=String(f"http://{SECRET}")),
        Dictionary(S=Name.Named, N=Name(f"/{SECRET}")),
    ]
    marks = [Dictionary(Subtype=Name.Link, Rect=box, A=action) for action in actions]
    marks += [
        Dictionary(Subtype=Name.Text, Rect=box, Contents=String(SECRET), T=String(SECRET)),
        Dictionary(Subtype=Name.Popup, Rect=box, Contents=String(SECRET)),
        Dictionary(Subtype=Name.FileAttachment, Rect=box, FS=file),
        Dictionary(Subtype=Name.RichMedia, Rect=box, RichMediaContent=Dictionary(X=file)),
        Dictionary(Subtype=Name.Highlight, Rect=[0, 0, 0, 0], Contents=String(SECRET)),
        Dictionary(Subtype=Name.Square, Rect=box, Contents=String(SECRET), F=2),
    ]
    return marks


def redaction_marked(pdf: Pdf) -> None:
    """Mark words on page 2 for redaction without applying it."""
    pdf.pages[1].obj.Annots = Array([Dictionary(Subtype=Name.Redact, Rect=[72, 700, 300, 760])])


def layered(*, drawn: bool = True, **setting: object) -> bytes:
    """A file with one layer named Draft; ``setting`` makes its switches from the layer."""

    def change(pdf: Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
        switches = {
            key: Array([layer]) if value is True else value for key, value in setting.items()
        }
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(**switches))
        if drawn:
            page = pdf.pages[0]
            page.obj.Resources.Properties = Dictionary(L0=layer)
            page.contents_add(b"/OC /L0 BDC 100 100 200 200 re f EMC")

    return changed(change)


def form(*, value: str = "Councillor Wren", appearances: bool = True) -> bytes:
    """A form of one text field and one ticked box, filled in."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.drawString(72, 770, "Declaration of interest")
    canvas.acroForm.textfield(name="who", x=120, y=700, width=300, height=20, value="?")
    canvas.acroForm.checkbox(name="agreed", x=120, y=650, checked=True)
    canvas.showPage()
    canvas.save()
    with pikepdf.open(buffer) as pdf:
        for mark in pdf.pages[0].obj.Annots:
            if Name.Tx == mark.FT:
                mark.V = String(value)
                mark.AP.N.write(f"/Tx BMC BT /Helv 12 Tf 2 5 Td ({value}) Tj ET EMC".encode())
                if not appearances:
                    del mark["/AP"]
        if not appearances and "/DR" in pdf.Root.AcroForm:
            del pdf.Root.AcroForm["/DR"]
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def live_form(pdf: Pdf) -> None:
    """Make it an XFA form, whose one page asks to wait."""
    pdf.Root.AcroForm = Dictionary(XFA=Stream(pdf, b"<xdp:xdp/>"), Fields=Array([]))
    pdf.Root.NeedsRendering = True


def fuzzed(whole: bytes, seed: int) -> bytes:
    """The file with a few dozen bytes changed, cut out or doubled; the same for the same seed."""
    chance = random.Random(seed)
    data = bytearray(whole)
    for _ in range(chance.randint(1, 40)):
        place = chance.randrange(len(data))
        what = chance.random()
        if what < 0.7:
            data[place] = chance.randrange(256)
        elif what < 0.85:
            del data[place : place + chance.randint(1, 50)]
        else:
            data[place:place] = data[place : place + chance.randint(1, 50)]
    return bytes(data)


def put(folder: Path, data: bytes, name: str = "paper.pdf") -> Path:
    """Write a file."""
    path = folder / name
    path.write_bytes(data)
    return path
