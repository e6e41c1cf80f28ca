"""Office files made by code: sound ones, hostile ones, and the means to change a part of either."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

from docx import Document

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
DOCUMENT_LINKS = "word/_rels/document.xml.rels"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def docx(
    body: str = "<w:p><w:r><w:t>Report on parks.</w:t></w:r></w:p>",
    *,
    links: str = "",
    styles: str = "",
    parts: Mapping[str, bytes] | None = None,
) -> bytes:
    """A Word document with this body, more relationships, more styles and more parts."""
    made = io.BytesIO()
    Document().save(made)

    def edited(name: str, data: bytes) -> bytes:
        if name == DOCUMENT:
            start = data.index(b"<w:body>") + len(b"<w:body>")
            end = data.index(b"<w:sectPr")
            return data[:start] + body.encode() + data[end:]
        if name == DOCUMENT_LINKS:
            return data.replace(b"</Relationships>", links.encode() + b"</Relationships>")
        if name == "word/styles.xml":
            return data.replace(b"</w:styles>", styles.encode() + b"</w:styles>")
        return data

    return rewritten(made.getvalue(), edited, parts or {})


def external(kind: str, target: str, key: str = "rIdX", mode: str = "External") -> str:
    """A relationship to something outside the document."""
    return f'<Relationship Id="{key}" Type="{LINKS}/{kind}" Target="{target}" TargetMode="{mode}"/>'


def linked_picture(key: str = "rIdX") -> str:
    """A paragraph with a picture that is not in the document."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing">'
        '<wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="Map"/>'
        f'<a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{drawing}/picture">'
        f'<pic:pic xmlns:pic="{drawing}/picture"><pic:nvPicPr><pic:cNvPr id="0" name="Map"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{LINKS}" r:link="{key}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        '<a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"/>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def odt(
    body: str = "<text:p>Report on parks.</text:p>",
    *,
    styles: str = "",
    parts: Mapping[str, bytes] | None = None,
    manifest: str = "",
) -> bytes:
    """An OpenDocument text with this body, more automatic styles, parts and manifest entries."""
    names = " ".join(
        f'xmlns:{name}="{OFFICE}:{name}:1.0"' for name in ("office", "text", "style", "draw")
    )
    content = (
        f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    listed = (
        f'<manifest:manifest xmlns:manifest="{OFFICE}:manifest:1.0" manifest:version="1.2">'
        '<manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
        f"{manifest}</manifest:file-entry></manifest:manifest>"
    )
    whole = {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": content.encode(),
        "META-INF/manifest.xml": listed.encode(),
    }
    return zipped(whole | dict(parts or {}))


def workbook(parts: Mapping[str, bytes] | None = None) -> bytes:
    """Enough of an Excel workbook to be told for one."""
    whole = {CONTENT_TYPES: b"<Types/>", "xl/workbook.xml": b"<workbook/>"}
    return zipped(whole | dict(parts or {}))


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """An archive of these parts, in their order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, how)
    return made.getvalue()


def rewritten(data: bytes, edited: object, more: Mapping[str, bytes]) -> bytes:
    """An archive again, each part through ``edited(name, data)``, with more parts or others."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: edited(name, archive.read(name)) for name in archive.namelist()}  # type: ignore[operator]
    return zipped(parts | dict(more))


def part(data: bytes, name: str) -> bytes:
    """One part of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def with_zeros(name: str, mebibytes: int, data: bytes | None = None) -> bytes:
    """A Word document (or this archive) with one more part of so many MiB of zeros."""
    made = io.BytesIO(data or docx())
    piece = bytes(1 << 20)
    with (
        zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(name, "w", force_zip64=True) as content,
    ):
        for _ in range(mebibytes):
            content.write(piece)
    return made.getvalue()


def understated(data: bytes, name: str, size: int) -> bytes:
    """The archive with the real size of one part written down as ``size``, in both places."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        real = archive.getinfo(name).file_size
    return data.replace(struct.pack("<I", real), struct.pack("<I", size))


def locked(data: bytes) -> bytes:
    """The archive with the flag that its parts are encrypted."""
    out = bytearray(data)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = out.find(sign)
        while at >= 0:
            out[at + offset] |= 1
            at = out.find(sign, at + 4)
    return bytes(out)


def ole(*streams: str, content: bytes = b"") -> bytes:
    """The beginning of an OLE file whose directory names these streams, then ``content``."""
    names = b"".join(b"\0\0" + f"{name}\0".encode("utf-16-le") for name in streams)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + names
    return head.ljust(-(-len(head) // 512) * 512, b"\0") + content
