"""What pictures look like, in 256 bits: the same picture saved anew is known again by them."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from pikepdf import Name, Pdf, PdfImage, PikepdfError, Stream
from PIL import Image, ImageStat

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.opening import opened

_SIDE = 16
_DRAFT = 128
# Rules, bullets and blank sheets all look alike
_LEAST_SIDE = 32
_LEAST_CONTRAST = 6.0
_WHATEVER_PICTURES_RAISE = (PikepdfError, NotImplementedError, OSError, ValueError, SyntaxError)


def picture_prints(path: Path, known: Collection[str], limits: Limits) -> tuple[str, ...]:
    """Return the print of every picture in a PDF, as 64 hex digits.

    ``known`` are SHA-256 of streams, as hex, that need not be looked at. Pictures that are tiny,
    of one colour, or in a form that cannot be unpacked here have none, nor have those for which
    half of the time that a paper may take is not enough: some hundred scans.

    Raises:
        PaperRefused: the file cannot be read.

    Source: difference hash (each point against its right-hand neighbour, 16 by 16).
    """
    with opened(path, Findings()) as pdf:
        found = (print_of(picture) for picture in _pictures(pdf, known, limits))
        return tuple(dict.fromkeys(filter(None, found)))


def print_of(picture: Image.Image) -> str:
    """Return what a picture looks like; empty where it looks like nothing."""
    small = picture.convert("L").resize((_SIDE + 1, _SIDE), Image.Resampling.BOX)
    if ImageStat.Stat(small).stddev[0] < _LEAST_CONTRAST:
        return ""
    points = small.tobytes()
    width = _SIDE + 1
    bits = (
        points[row * width + column] > points[row * width + column + 1]
        for row in range(_SIDE)
        for column in range(_SIDE)
    )
    number = sum(1 << place for place, bit in enumerate(bits) if bit)
    return f"{number:064x}"


def _pictures(pdf: Pdf, known: Collection[str], limits: Limits) -> Iterator[Image.Image]:
    until = time.process_time() + limits.seconds / 2
    for one in pdf.objects:
        if time.process_time() > until:
            return
        if not isinstance(one, Stream) or one.get(Name.Subtype) != Name.Image:
            continue
        width, height = _number(one, Name.Width), _number(one, Name.Height)
        if min(width, height) < _LEAST_SIDE or width * height > limits.image_pixels:
            continue
        if hashlib.sha256(one.read_raw_bytes()).hexdigest() in known:
            continue
        try:
            picture: Any = PdfImage(one).as_pil_image()
            # A JPEG is unpacked at an eighth of its size so, in an eighth of the time
            picture.draft("L", (_DRAFT, _DRAFT))
            picture.load()
        except _WHATEVER_PICTURES_RAISE:
            continue
        yield picture


def _number(one: Stream, name: Name) -> int:
    found = one.get(name, 0)
    return int(found) if isinstance(found, int) else 0
