"""Pictures become papers: each drawn on an A4 page, upright, without what the camera wrote."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.domain.errors import PaperRefused

_FORMATS = ("JPEG", "PNG", "TIFF")
_A4 = (595.28, 841.89)
_MARGIN = 42.52  # 15 mm
_POINTS_PER_INCH = 72.0
# What a picture without a resolution is taken for, as on the screen
_SCREEN_DPI = 96.0
_MOST_DPI = 300.0
# A scan of a whole sheet fills the page, though scanners are a little off
_SAME_SIZE = 0.04
_JPEG_QUALITY = 92
_SPACES = {"1": (Name.DeviceGray, 1), "L": (Name.DeviceGray, 8), "RGB": (Name.DeviceRGB, 8)}


def draw_pictures(path: Path, to: Path, limits: Limits, findings: Findings) -> None:
    """Write a PDF with one A4 page for each picture in the file.

    Raises:
        PaperRefused: it is damaged, or larger than the limits allow.
    """
    with Pdf.new() as pdf:
        for picture in _pictures(path, limits, findings):
            if len(pdf.pages) == limits.pages:
                raise PaperRefused(
                    f"it has more than {limits.pages:,} pages. Split it into several papers."
                )
            _add_page(pdf, picture)
        pdf.save(to)


def _pictures(path: Path, limits: Limits, findings: Findings) -> Iterator[tuple[Any, bool]]:
    """Yield every picture upright, and whether it came as a photograph (JPEG)."""
    # Ours, told in a sentence, stands in for Pillow's own
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(path, formats=_FORMATS) as file:
            if len(file.getexif()):
                findings.took_out("camera and scanner data")
            for frame in ImageSequence.Iterator(file):
                _check_size(frame.size, limits)
                yield ImageOps.exif_transpose(frame), file.format == "JPEG"
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise PaperRefused(
            "the picture is damaged, or only part of it arrived. Ask its author to send it again."
        ) from error


def _check_size(size: tuple[int, int], limits: Limits) -> None:
    """Refuse a picture that would fill the memory, before it is unpacked."""
    width, height = size
    if width * height > limits.image_pixels:
        raise PaperRefused(
            f"it holds a picture of {width:,} by {height:,} dots, which is too large to draw. "
            "Save it smaller and add that file."
        )


def _add_page(pdf: Pdf, picture: tuple[Any, bool]) -> None:
    """Draw one picture in the middle of a page that lies as the picture does."""
    image, photograph = picture
    page_width, page_height = _A4 if image.height >= image.width else _A4[::-1]
    width, height = _drawn_size(image, page_width, page_height)
    image = _shrunk(image, width)
    left, foot = (page_width - width) / 2, (page_height - height) / 2
    drawing = f"q {width:.3f} 0 0 {height:.3f} {left:.3f} {foot:.3f} cm /Picture Do Q"
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, page_width, page_height]),
        Resources=Dictionary(XObject=Dictionary(Picture=_stream(pdf, image, photograph))),
        Contents=pdf.make_stream(drawing.encode("ascii")),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))


def _drawn_size(image: Any, page_width: float, page_height: float) -> tuple[float, float]:
    """Return width and height on the page in points: its own size where that fits."""
    across, down = _resolution(image)
    width = image.width * _POINTS_PER_INCH / across
    height = image.height * _POINTS_PER_INCH / down
    whole = min(page_width / width, page_height / height)
    if abs(whole - 1) < _SAME_SIZE:
        return width * whole, height * whole
    fits = min((page_width - 2 * _MARGIN) / width, (page_height - 2 * _MARGIN) / height, 1.0)
    return width * fits, height * fits


def _resolution(image: Any) -> tuple[float, float]:
    """Return the dots an inch, across and down, that the picture says, if that can be."""
    said = image.info.get("dpi", (_SCREEN_DPI, _SCREEN_DPI))
    across, down = float(said[0]), float(said[1])
    if not (across >= _POINTS_PER_INCH and down >= _POINTS_PER_INCH):
        return _SCREEN_DPI, _SCREEN_DPI
    return across, down


def _shrunk(image: Any, width: float) -> Any:
    """Return the picture with no more dots than print shows, in a colour space that PDF has."""
    if image.mode not in _SPACES:
        image = _on_white(image)
    most = max(1, round(width / _POINTS_PER_INCH * _MOST_DPI))
    if image.width <= most:
        return image
    if image.mode == "1":
        image = image.convert("L")
    return image.resize((most, max(1, round(image.height * most / image.width))))


def _on_white(image: Any) -> Any:
    """Return a picture in grey or colour; what shows through it is paper."""
    if image.mode in ("I;16", "I", "F"):
        return image.point(lambda value: value / 256).convert("L")
    if not image.has_transparency_data:
        return image.convert("L" if image.mode == "LA" else "RGB")
    image = image.convert("RGBA")
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image).convert("RGB")


def _stream(pdf: Pdf, image: Any, photograph: bool) -> pikepdf.Stream:  # noqa: FBT001 - told once
    """Return the picture as an image of the PDF: photographs as JPEG, the rest without loss."""
    space, bits = _SPACES[image.mode]
    if photograph and bits > 1:
        kept = io.BytesIO()
        image.save(kept, "JPEG", quality=_JPEG_QUALITY)
        data, packing = kept.getvalue(), Name.DCTDecode
    else:
        data, packing = zlib.compress(image.tobytes(), 6), Name.FlateDecode
    return pikepdf.Stream(
        pdf,
        data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=image.width,
        Height=image.height,
        ColorSpace=space,
        BitsPerComponent=bits,
        Filter=packing,
    )
