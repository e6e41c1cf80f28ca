"""A JPEG without what its camera or scanner wrote beside the picture."""

from __future__ import annotations

_START_OF_IMAGE = b"\xff\xd8"
_MARKER = 0xFF
_START_OF_SCAN = 0xDA
_COMMENT = 0xFE
_APPLICATION = range(0xE0, 0xF0)
# JFIF tells the density, ICC_PROFILE the colours, Adobe how the colours are coded;
# the rest (EXIF with place and time, XMP, Photoshop, previews) only tells tales
_KEPT = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}


def without_private_data(data: bytes) -> bytes:
    """Return the JPEG without EXIF, XMP, comments and previews; the picture itself is untouched.

    Data that is not a JPEG comes back as it is.
    """
    if not data.startswith(_START_OF_IMAGE):
        return data
    kept = [_START_OF_IMAGE]
    position = len(_START_OF_IMAGE)
    while position + 4 <= len(data) and data[position] == _MARKER:
        marker = data[position + 1]
        if marker == _MARKER:
            # Fill bytes may stand before any marker
            position += 1
            continue
        if marker == _START_OF_SCAN:
            break
        end = position + 2 + int.from_bytes(data[position + 2 : position + 4], "big")
        segment = data[position:end]
        if _is_public(marker, segment[4:]):
            kept.append(segment)
        position = end
    kept.append(data[position:])
    return b"".join(kept)


def _is_public(marker: int, content: bytes) -> bool:
    """Tell whether a segment is needed to show the picture."""
    if marker in _APPLICATION:
        return marker in _KEPT and content.startswith(_KEPT[marker])
    return marker != _COMMENT
