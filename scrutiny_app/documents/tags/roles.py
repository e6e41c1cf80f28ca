"""The names that structure elements may have, and the standard one behind a maker's own."""

from __future__ import annotations

from pikepdf import Dictionary, Name

_LONGEST_CHAIN = 8

# Source: ISO 32000-1, 14.8.4
_STANDARD = frozenset(
    {
        "/Document", "/Part", "/Art", "/Sect", "/Div", "/BlockQuote", "/Caption", "/TOC", "/TOCI",
        "/Index", "/NonStruct", "/Private", "/P", "/H", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6",
        "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR", "/TH", "/TD", "/THead", "/TBody", "/TFoot",
        "/Span", "/Quote", "/Note", "/Reference", "/BibEntry", "/Code", "/Link", "/Annot", "/Ruby",
        "/RB", "/RT", "/RP", "/Warichu", "/WT", "/WP", "/Figure", "/Formula", "/Form",
    }
)  # fmt: skip
# What came with PDF 2.0, as the nearest that PDF/UA-1 knows. Source: ISO 32000-2, 14.8.4
_NEWER = {
    "/DocumentFragment": "/Div", "/Aside": "/Div", "/Title": "/P", "/Sub": "/Span", "/Em": "/Span",
    "/Strong": "/Span", "/FENote": "/Note", "/Artifact": "/Private",
}  # fmt: skip


def standard_role(role: object, mapped: object) -> str:
    """Return the standard name ("/H1") that ``role`` stands for, or an empty text if none.

    ``mapped`` is the tree's /RoleMap, or anything else if it has none.
    """
    for _ in range(_LONGEST_CHAIN):
        if not isinstance(role, Name):
            return ""
        name = bytes(role).decode("utf-8", "replace")
        if name in _STANDARD:
            return name
        further = mapped.get(role) if isinstance(mapped, Dictionary) else None
        if further is None:
            return _NEWER.get(name, "")
        role = further
    return ""
