"""Papers like those of a council's year, made by code: the same for the same number of pages.

Reports of text with bookmarks and links, scans (one JPEG a page, some stored sideways), wide
tables on landscape sheets, picture pages; some with object streams, some locked with an empty
password. About 230 KB a page, as the papers of large councils have.

    python benchmarks/corpus.py FOLDER PAGES
    python benchmarks/corpus.py --change PAPER PAGES SEED
"""

from __future__ import annotations

import io
import random
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
from PIL import Image
from reportlab import rl_config
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from scrutiny_app.documents.pdf.fonts import font_file

VOCABULARY = """
the committee noted that officers had considered budget pressure overspend reserve council
scrutiny report service social care housing transport highways planning consultation equality
impact assessment risk register appendix recommendation minutes declaration interest member
portfolio director quarter performance indicator target school places capital programme
"""
WORDS = VOCABULARY.split()


def main() -> None:
    """Make a corpus, or one paper of it anew with other words."""
    match sys.argv[1:]:
        case ["--change", paper, pages, seed]:
            text_report(Path(paper), int(pages), int(seed))
        case [folder, pages]:
            make_corpus(Path(folder), int(pages))


def make_corpus(folder: Path, pages: int) -> None:
    """Make papers of so many pages together; a paper's name ends in its kind and its pages."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(pages)
    left, number = pages, 0
    while left:
        kind = list(KINDS)[number % len(KINDS)]
        count = min(left, chance.choice(SIZES if pages > 200 else SMALL_SIZES))
        KINDS[kind](folder / f"{number + 1:03d} {kind} {count}.pdf", count, number)
        left -= count
        number += 1


SIZES = (2, 5, 9, 14, 20, 27, 36, 48)
SMALL_SIZES = (1, 2, 3, 4, 5, 7, 8)


def sentence(chance: random.Random, words: int = 16) -> str:
    """Words in the order chance has them."""
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize() + "."


def text_report(path: Path, pages: int, seed: int) -> None:
    """A report: sections as bookmarks, a contents line that links to each, a web link."""
    canvas, chance = _canvas(path, A4), random.Random(seed)
    for page in range(pages):
        canvas.bookmarkPage(f"section-{page}")
        canvas.addOutlineEntry(f"{page + 1} {sentence(chance, 4)}", f"section-{page}", page % 2)
        canvas.setFont("Report", 10)
        canvas.drawString(72, 780, f"{page + 1} {sentence(chance, 6)}")
        for line in range(48):
            canvas.drawString(72, 750 - 14 * line, sentence(chance, 9))
        canvas.linkAbsolute("next", f"section-{(page + 1) % pages}", (72, 775, 300, 795))
        canvas.linkURL("https://kelsham.example/report", (72, 70, 300, 84))
        canvas.showPage()
    canvas.save()


def wide_table(path: Path, pages: int, seed: int) -> None:
    """A table on landscape sheets, ruled to the foot of the page."""
    size = landscape(A4)
    canvas, chance = _canvas(path, size), random.Random(seed)
    for _ in range(pages):
        canvas.setFont("Report", 8)
        for row in range(34):
            for column in range(8):
                canvas.drawString(30 + 98 * column, 545 - 16 * row, chance.choice(WORDS))
            canvas.line(20, 540 - 16 * row, size[0] - 20, 540 - 16 * row)
        canvas.showPage()
    canvas.save()


def pictures(path: Path, pages: int, seed: int) -> None:
    """A page of text around one photograph."""
    canvas, chance = _canvas(path, A4), random.Random(seed)
    for page in range(pages):
        canvas.setFont("Report", 10)
        canvas.drawString(72, 780, sentence(chance, 8))
        photograph = ImageReader(io.BytesIO(_photograph(seed + page)))
        canvas.drawImage(photograph, 72, 330, 450, 300)
        canvas.drawString(72, 300, sentence(chance, 9))
        canvas.showPage()
    canvas.save()


def scan(path: Path, pages: int, seed: int) -> None:
    """What a scanner makes: a picture that fills the page, every second one stored sideways."""
    with pikepdf.new() as pdf:
        for page in range(pages):
            sideways = page % 2 == 1
            size = landscape(A4) if sideways else A4
            picture = pdf.make_stream(
                _sheet(seed + page, sideways=sideways),
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Image,
                Width=1754 if sideways else 1240,
                Height=1240 if sideways else 1754,
                ColorSpace=pikepdf.Name.DeviceGray,
                BitsPerComponent=8,
                Filter=pikepdf.Name.DCTDecode,
            )
            made = pdf.add_blank_page(page_size=size).obj
            made.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=picture))
            made.Contents = pdf.make_stream(b"%f 0 0 %f 0 0 cm /Im Do" % size)
            if sideways:
                made.Rotate = 90
        pdf.save(path, static_id=True)


def locked_report(path: Path, pages: int, seed: int) -> None:
    """A report that opens with an empty password."""
    text_report(path, pages, seed)
    lock = pikepdf.Encryption(owner="owner", user="", R=3, aes=False, metadata=False)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, encryption=lock)


def packed_report(path: Path, pages: int, seed: int) -> None:
    """A report written with object streams, as newer programs do."""
    text_report(path, pages, seed)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)


KINDS: dict[str, Callable[[Path, int, int], None]] = {
    "text": text_report,
    "scan": scan,
    "table": wide_table,
    "pictures": pictures,
    "locked": locked_report,
    "scan-again": scan,
    "packed": packed_report,
    "photographs": pictures,
}


def _canvas(path: Path, size: tuple[float, float]) -> Canvas:
    if "Report" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Report", font_file("Arimo")))
    rl_config.useA85 = 0  # pictures as bytes, as every other program writes them
    return Canvas(str(path), pagesize=size, invariant=1, initialFontName="Report")


# Noise compresses as badly as real photographs and scans do; a few pictures are drawn and shared
# out, for drawing one takes longer than filing it
@cache
def _noise(width: int, height: int, seed: int) -> Image.Image:
    chance = random.Random(seed)
    small = Image.frombytes("L", (width // 4, height // 4), chance.randbytes(width * height // 16))
    return small.resize((width, height), Image.Resampling.BICUBIC)


@cache
def _jpeg(width: int, height: int, seed: int, quality: int) -> bytes:
    buffer = io.BytesIO()
    _noise(width, height, seed).save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()


def _photograph(seed: int) -> bytes:
    return _jpeg(1500, 1000, seed % 60, 74)


def _sheet(seed: int, *, sideways: bool) -> bytes:
    size = (1754, 1240) if sideways else (1240, 1754)
    return _jpeg(*size, seed % 6 + 60, 76)


if __name__ == "__main__":
    main()
