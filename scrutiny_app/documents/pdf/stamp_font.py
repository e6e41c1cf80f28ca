"""The one font that all stamps of a pack share: a few letters, embedded once."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from scrutiny_app.domain.errors import WrongInput

# Part of the cached file's name: another way of cutting the font down makes another file
_CUT = 1


@dataclass(frozen=True, slots=True)
class StampFont:
    """A font cut down to the letters that stamps need.

    Units: shares of the type size. ``glyphs`` gives a letter's number in ``file`` (TrueType) and
    how far it advances; ``bottom`` and ``top`` bound the ink of all letters about the baseline.
    """

    name: str
    file: bytes
    glyphs: Mapping[str, tuple[int, float]]
    bottom: float
    top: float

    def width(self, text: str, size: float) -> float:
        """Return how wide ``text`` is at ``size`` points."""
        return sum(self.glyphs[letter][1] for letter in text) * size

    def encode(self, text: str) -> bytes:
        """Return ``text`` as the string a content stream shows in this font."""
        return b"<" + "".join(f"{self.glyphs[letter][0]:04X}" for letter in text).encode() + b">"

    def embed(self, pdf: Pdf) -> Object:
        """Put the font into ``pdf`` and return it, ready for a page's resources.

        Source: ISO 32000-1, 9.7.4 (CID fonts) and 9.10.3 (ToUnicode).
        """
        box = [0, round(self.bottom * 1000), 1000, round(self.top * 1000)]
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name(f"/{self.name}"),
            Flags=32,
            FontBBox=Array(box),
            ItalicAngle=0,
            Ascent=box[3],
            Descent=box[1],
            CapHeight=box[3],
            StemV=80,
            FontFile2=pdf.make_indirect(_packed(pdf, self.file, Length1=len(self.file))),
        )
        cid_font = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name(f"/{self.name}"),
            CIDSystemInfo=Dictionary(
                Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
            ),
            CIDToGIDMap=Name.Identity,
            FontDescriptor=pdf.make_indirect(descriptor),
            W=self._widths(),
        )
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=Name(f"/{self.name}"),
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(cid_font)]),
                ToUnicode=_packed(pdf, self._unicode_map()),
            )
        )

    def _widths(self) -> Array:
        by_number = sorted(self.glyphs.values())
        return Array(
            [part for number, wide in by_number for part in (number, Array([round(wide * 1000)]))]
        )

    def _unicode_map(self) -> bytes:
        """Return the CMap by which viewers find, copy and speak the stamps' text."""
        pairs = "\n".join(
            f"<{number:04X}> <{letter.encode('utf-16-be').hex().upper()}>"
            for letter, (number, _) in sorted(self.glyphs.items())
        )
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def "
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def "
            "1 begincodespacerange <0000> <FFFF> endcodespacerange "
            f"{len(self.glyphs)} beginbfchar\n{pairs}\nendbfchar "
            "endcmap CMapName currentdict /CMap defineresource pop end end"
        ).encode()


def stamp_font(source: Path, text: str) -> StampFont:
    """Return the font in ``source`` (a static TrueType file) cut down to the letters of ``text``.

    It is kept beside ``source``: fontTools takes a fifth of a second to load and cut.

    Raises:
        WrongInput: the font lacks a letter.
    """
    letters = "".join(sorted(set(text)))
    key = hashlib.sha256(f"{_CUT} {letters}".encode()).hexdigest()
    kept = source.with_name(f"{source.stem}-stamps-{key[:16]}.json")
    try:
        return _from_record(json.loads(kept.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        # Never made, or spoilt by something that cleans caches: made anew
        font = _cut_down(source, letters)
        _keep(kept, font)
        return font


def _cut_down(source: Path, letters: str) -> StampFont:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    full = TTFont(source, recalcTimestamp=False)
    missing = [letter for letter in letters if ord(letter) not in full.getBestCmap()]
    if missing:
        raise WrongInput(
            f"The font {source.stem} has no '{''.join(missing)}', which the house style's stamps "
            "or its words for a blank page use. Change those words, or choose another font."
        )
    options = Options(hinting=False, glyph_names=False, notdef_outline=True, layout_features=[])
    options.drop_tables += ["FFTM", "DSIG", "GDEF", "GPOS", "GSUB", "STAT", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(full)
    saved = io.BytesIO()
    full.save(saved)
    return _measured(saved.getvalue(), letters)


def _measured(data: bytes, letters: str) -> StampFont:
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data))
    em = font["head"].unitsPerEm
    cmap = font.getBestCmap()
    glyphs = {
        letter: (font.getGlyphID(cmap[ord(letter)]), font["hmtx"][cmap[ord(letter)]][0] / em)
        for letter in letters
    }
    shapes = [font["glyf"][cmap[ord(letter)]] for letter in letters]
    drawn = [shape for shape in shapes if shape.numberOfContours]
    return StampFont(
        # A cut-down font is named with six capitals of its own; ISO 32000-1, 9.6.4
        f"SCRUTA+{font['name'].getDebugName(6)}",
        data,
        glyphs,
        bottom=min(shape.yMin for shape in drawn) / em,
        top=max(shape.yMax for shape in drawn) / em,
    )


def _packed(pdf: Pdf, data: bytes, **entries: int) -> Object:
    """Return a compressed stream; the pack itself is saved without compressing anything."""
    return pdf.make_stream(zlib.compress(data, 9), Filter=Name.FlateDecode, **entries)


def _keep(path: Path, font: StampFont) -> None:
    record = {
        "name": font.name,
        "file": base64.b64encode(font.file).decode(),
        "glyphs": font.glyphs,
        "bottom": font.bottom,
        "top": font.top,
    }
    # Two programs may make it at once: each writes its own file, and the last one stays
    with suppress(OSError), TemporaryDirectory(dir=path.parent) as own:
        # Kept for speed only: where it cannot be, it is made anew the next time
        made = Path(own) / path.name
        made.write_text(json.dumps(record), encoding="utf-8")
        made.replace(path)


def _from_record(record: Mapping[str, object]) -> StampFont:
    glyphs: Mapping[str, tuple[int, float]] = record["glyphs"]  # type: ignore[assignment]
    return StampFont(
        str(record["name"]),
        base64.b64decode(str(record["file"])),
        {letter: (int(number), float(wide)) for letter, (number, wide) in glyphs.items()},
        float(str(record["bottom"])),
        float(str(record["top"])),
    )
