"""Papers as awkward as those that councils receive, made by code; each says what is odd about it.

Every page has ink right up to all four edges of what is seen of it, unless its name says not.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

# Marks in the four corners as seen of a unit square, a frame along its edges, and a diagonal
_MARKS = (
    b"0.02 w 0 0 0.01 1 re 0 0 1 0.01 re 0.99 0 0.01 1 re 0 0.99 1 0.01 re f "
    b"0.3 0.4 0.8 rg 0 0 0.1 0.1 re f 0.8 0.3 0.3 rg 0.9 0.9 0.1 0.1 re f "
    b"0.2 0.6 0.2 RG 0.01 w 0 0 m 1 1 l S 0.45 0 0.1 0.1 re f"
)


def _page(pdf: Pdf, box: tuple[float, float, float, float], **entries: object) -> Dictionary:
    """A page filled to its visible edges; ``entries`` are set on it as they are."""
    visible = [float(value) for value in entries.get("CropBox", box)]  # type: ignore[attr-defined]
    left, right = sorted((visible[0], visible[2]))
    bottom, top = sorted((visible[1], visible[3]))
    content = b"q %f 0 0 %f %f %f cm %b Q" % (right - left, top - bottom, left, bottom, _MARKS)
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array(list(box)),
        Resources=Dictionary(),
        Contents=pdf.make_stream(content),
    )
    for key, value in entries.items():
        page[f"/{key}"] = Array(list(value)) if isinstance(value, (tuple, list)) else value
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    return pdf.pages[-1].obj


_A4 = (0.0, 0.0, 595.28, 841.89)


def turned(pdf: Pdf) -> None:
    """Stored sideways, upside down, with turns below nothing and above a whole."""
    for turn in (0, 90, 180, 270, -90, 450):
        _page(pdf, _A4, Rotate=turn)


def landscape(pdf: Pdf) -> None:
    for turn in (0, 90, 180, 270):
        _page(pdf, (0, 0, 841.89, 595.28), Rotate=turn)


def offset(pdf: Pdf) -> None:
    """Origins far away, below nothing, and corners in the wrong order."""
    for box in (
        (100, 200, 695.28, 1041.89),
        (-300, -40.5, 295.28, 801.39),
        (50000, 70000, 50595, 70842),
        (595.28, 841.89, 0, 0),
    ):
        for turn in (0, 90, 180, 270):
            _page(pdf, box, Rotate=turn)


def cropped(pdf: Pdf) -> None:
    for turn in (0, 90, 180, 270):
        _page(pdf, (-50, -60, 700, 900), CropBox=(0, 10, 595, 852), Rotate=turn)


def odd_sizes(pdf: Pdf) -> None:
    """A label, a ribbon, a till roll, a plan of a town."""
    for box in ((0, 0, 72, 72), (0, 0, 2000, 100), (0, 0, 200, 3000), (0, 0, 2384, 3370)):
        for turn in (0, 90):
            _page(pdf, box, Rotate=turn)


def own_units(pdf: Pdf) -> None:
    _page(pdf, (0, 0, 297.64, 420.945), UserUnit=2)
    _page(pdf, (10, 20, 20, 30), UserUnit=60, Rotate=270)


def patterns(pdf: Pdf) -> None:
    """A page filled with tiles, and one with a shading, both laid from the page's origin."""
    tile = pdf.make_stream(
        b"0.9 0.6 0.2 rg 0 15 20 20 re f",
        Type=Name.Pattern,
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=Array([0, 0, 40, 40]),
        XStep=40,
        YStep=40,
        Resources=Dictionary(),
    )
    blend = Dictionary(
        PatternType=2,
        Shading=Dictionary(
            ShadingType=2,
            ColorSpace=Name.DeviceRGB,
            Coords=Array([0, 0, 0, 841]),
            Function=Dictionary(
                FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 0, 0]), C1=Array([0, 0, 1]), N=1
            ),
        ),
    )
    for pattern in (tile, blend):
        page = _page(pdf, _A4)
        page.Resources = Dictionary(Pattern=Dictionary(P=pattern))
        page.Contents = pdf.make_stream(b"/Pattern cs /P scn 0 0 595 842 re f")


def bare(pdf: Pdf) -> None:
    """No content, no resources, content in pieces, a font named as our stamps' is."""
    page = _page(pdf, _A4)
    del page.Contents
    del page.Resources
    page = _page(pdf, _A4)
    page.Contents = Array(
        [pdf.make_stream(b"q 300 0 0 300"), pdf.make_stream(b"0 0 cm 0 0 1 1 re f Q")]
    )
    page = _page(pdf, _A4)
    page.Resources = Dictionary(
        Font=Dictionary(Stamp=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier))
    )
    page.Contents = pdf.make_stream(b"BT /Stamp 14 Tf 200 5 Td (An older pack: Page 999) Tj ET")


def linked(pdf: Pdf) -> None:
    """Links and notes at the very foot, each to a place on a page that will be moved."""
    pages = [_page(pdf, _A4, Rotate=turn) for turn in (0, 90)]
    for number, page in enumerate(pages):
        other = pages[1 - number]
        look = pdf.make_stream(
            b"0.9 0.2 0.9 rg 0 0 100 20 re f",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 100, 20]),
        )
        page.Annots = Array(
            [
                pdf.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=Name.Link,
                        Rect=Array([10, 10, 110, 30]),
                        Border=Array([0, 0, 0]),
                        Dest=Array([other, Name.XYZ, 100, 700, None]),
                    )
                ),
                pdf.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=Name.Link,
                        Rect=Array([10, 40, 110, 60]),
                        Border=Array([0, 0, 0]),
                        A=Dictionary(S=Name.GoTo, D=Array([page, Name.FitR, 0, 0, 100, 200])),
                    )
                ),
                pdf.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=Name.Square,
                        F=4,
                        Rect=Array([200, 0, 300, 20]),
                        RD=Array([2, 2, 2, 2]),
                        Contents=String("a note"),
                        AP=Dictionary(N=look),
                    )
                ),
            ]
        )


def inherited(pdf: Pdf) -> None:
    """Size, turn and resources said once for all pages."""
    for _ in range(2):
        page = _page(pdf, _A4)
        del page.MediaBox
        del page.Resources
    pdf.Root.Pages.MediaBox = Array([0, 0, 595.28, 841.89])
    pdf.Root.Pages.Rotate = 90
    pdf.Root.Pages.Resources = Dictionary()


def roomy(pdf: Pdf) -> None:
    """Ink in the middle only: nothing needs to move."""
    for turn in (0, 90, 180, 270):
        page = _page(pdf, _A4, Rotate=turn)
        page.Contents = pdf.make_stream(b"200 200 200 300 re f")


def low(pdf: Pdf) -> None:
    """A footer near the edge and a free head: moving up is enough."""
    page = _page(pdf, _A4)
    page.Contents = pdf.make_stream(b"60 8 475 734 re f")


def scanned(pdf: Pdf) -> None:
    """A picture that fills the sheet, drawn without putting the matrix back."""
    picture = pdf.make_stream(
        bytes([128]) * 64,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=8,
        Height=8,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )
    page = _page(pdf, _A4)
    page.Resources = Dictionary(XObject=Dictionary(Im=picture))
    page.Contents = pdf.make_stream(b"595.28 0 0 841.89 0 0 cm /Im Do")


KINDS: tuple[Callable[[Pdf], None], ...] = (
    turned,
    landscape,
    offset,
    cropped,
    odd_sizes,
    own_units,
    patterns,
    bare,
    linked,
    inherited,
    roomy,
    low,
    scanned,
)


def nasty_paper(make: Callable[[Pdf], None], folder: Path) -> Path:
    """The paper of one kind, as a file."""
    with Pdf.new() as pdf:
        make(pdf)
        path = folder / f"{make.__name__}.pdf"
        pdf.save(path, static_id=True)
    return path
