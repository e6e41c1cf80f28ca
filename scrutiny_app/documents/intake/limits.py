"""How much one outsider's file may cost before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1 << 20
GIBIBYTE = 1 << 30


@dataclass(frozen=True, slots=True)
class Limits:
    """What the intake child may use for one paper; sizes in bytes.

    ``memory`` is address space; 0 leaves it open. ``seconds`` holds for processor time and for
    the clock on the wall alike. ``unpacked`` is what one compressed stream may grow to;
    ``image_pixels`` is width times height of one picture (an A0 sheet scanned at 300 dots an
    inch has 140 million). ``parts``, ``xml_part`` and ``package`` hold for office files: how many
    parts, how large one of XML, how large all together; ``seconds_to_convert`` for the program
    that makes a PDF of them.
    """

    memory: int = 2 * GIBIBYTE
    seconds: float = 60.0
    file_size: int = 2 * GIBIBYTE
    output_size: int = 3 * GIBIBYTE
    open_files: int = 64
    unpacked: int = 256 * MEBIBYTE
    pages: int = 5000
    image_pixels: int = 300_000_000
    parts: int = 5000
    xml_part: int = 64 * MEBIBYTE
    package: int = 512 * MEBIBYTE
    seconds_to_convert: float = 120.0
