"""Font files for our PDFs: one static file for each face, made once and kept in the cache.

The fonts come as variable fonts, which ReportLab cannot embed.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from scrutiny_app.documents.writing import write_atomically
from scrutiny_app.domain.errors import InstallationUnsound, NotWritten

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FALLBACK_FAMILY = "Noto Sans"
_WEIGHTS = {False: 400, True: 700}
# Layout tables serve shaping, which ReportLab does not do; without them a file is half as large
_UNUSED_TABLES = ("GPOS", "GSUB", "GDEF", "STAT", "DSIG")
_FAMILY_NAME, _STYLE_NAME, _FULL_NAME, _POSTSCRIPT_NAME = 1, 2, 4, 6


def font_file(family: str, *, bold: bool = False, italic: bool = False) -> Path:
    """Return the TrueType file of one face, making it when it is not in the cache yet.

    The file's name holds the versions of the font and of what made it, so that a new version is
    never mistaken for an old one; the same versions make the same bytes on every machine.

    Raises:
        InstallationUnsound: the font is not installed with the program.
        NotWritten: the cache folder cannot be written to.
    """
    import fontpkg
    from fontTools import version as maker_version

    try:
        version = fontpkg.family(family).version
        source = fontpkg.path(family, _WEIGHTS[bold], "italic" if italic else "normal")
    except fontpkg.FontpkgError as error:
        raise InstallationUnsound(
            f'The font "{family}" is not installed with this program. Install the program again, '
            "or choose another font in the house style."
        ) from error
    name = f"{face_name(family, bold=bold, italic=italic)}-{version}-{maker_version}.ttf"
    made = user_cache_path("scrutiny_app", appauthor=False) / "fonts" / name.replace(" ", "")
    if not made.exists():
        _keep(_static(source, family, bold=bold, italic=italic), made)
    return made


def face_name(family: str, *, bold: bool, italic: bool) -> str:
    """Return the name a face goes by: "Arimo-BoldItalic"."""
    return f"{family}-{_style_name(bold=bold, italic=italic).replace(' ', '')}"


def _style_name(*, bold: bool, italic: bool) -> str:
    return " ".join(("Bold",) * bold + ("Italic",) * italic) or "Regular"


def _static(source: Path, family: str, *, bold: bool, italic: bool) -> TTFont:
    """Cut one face out of a variable font; a font that is static already stays as it is."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = TTFont(source, recalcTimestamp=False)  # the time of making would change the bytes
    for table in _UNUSED_TABLES:
        if table in font:
            del font[table]
    if "fvar" in font:
        wanted = {"wght": float(_WEIGHTS[bold])}
        font = instantiateVariableFont(
            font,
            {
                axis.axisTag: wanted.get(axis.axisTag, axis.defaultValue)
                for axis in font["fvar"].axes
            },
            inplace=True,
        )
    style = _style_name(bold=bold, italic=italic)
    names = {
        _FAMILY_NAME: family,
        _STYLE_NAME: style,
        _FULL_NAME: f"{family} {style}",
        _POSTSCRIPT_NAME: face_name(family, bold=bold, italic=italic).replace(" ", ""),
    }
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    return font


def _keep(font: TTFont, place: Path) -> None:
    """File a font in the cache; two programs may do so at once, each from a folder of its own."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=place.parent) as own:
            made = Path(own) / place.name
            write_atomically(made, font.save)
            made.replace(place)
    except OSError as error:
        raise NotWritten(
            f"The folder for fonts, {place.parent}, cannot be written to: "
            f"{error.strerror or error}. Make room there, or give this account leave to write."
        ) from error
