"""The colours of the window, each by what it is for, in four sets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """One set of colours, as ``#rrggbb``.

    Text on its ground has a contrast of at least 4.5 to 1, lines that bound a control 3 to 1.

    Source: WCAG 2.2, success criteria 1.4.3 and 1.4.11; tests/ui/theme holds them to it.
    """

    ground: str
    card: str
    side: str
    field: str
    text: str
    muted: str
    hint: str
    off: str
    line: str
    edge: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    hover: str
    selected: str
    selected_edge: str
    focus: str
    bad: str
    bad_soft: str
    warn: str
    warn_soft: str
    good: str
    good_soft: str
    special: str
    special_soft: str
    desk: str
    found: str
    found_now: str
    marked: str


LIGHT = Tokens(
    ground="#f4f6f8",
    card="#ffffff",
    side="#eef1f4",
    field="#ffffff",
    text="#17212b",
    muted="#55616f",
    hint="#677380",
    off="#b7c0ca",
    line="#d8dee5",
    edge="#87929e",
    accent="#0f5c8c",
    accent_strong="#0b4a72",
    accent_soft="#dcebf5",
    on_accent="#ffffff",
    hover="#e4e9ee",
    selected="#dcebf5",
    selected_edge="#dcebf5",
    focus="#0f5c8c",
    bad="#a5251d",
    bad_soft="#fbe4e2",
    warn="#7a4b00",
    warn_soft="#fff0d1",
    good="#186a3b",
    good_soft="#ddf2e4",
    special="#5b3a94",
    special_soft="#ebe3f8",
    desk="#e6eaee",
    found="#ffe59a",
    found_now="#ffb454",
    marked="#b5d5f3",
)

DARK = Tokens(
    ground="#15191e",
    card="#1d2228",
    side="#191d22",
    field="#171b20",
    text="#e8ecf0",
    muted="#9fabb8",
    hint="#8b96a3",
    off="#4a545f",
    line="#333b44",
    edge="#6d7884",
    accent="#62b0e0",
    accent_strong="#82c2ea",
    accent_soft="#1d3a4e",
    on_accent="#06202f",
    hover="#262d35",
    selected="#20415a",
    selected_edge="#20415a",
    focus="#82c2ea",
    bad="#f18a82",
    bad_soft="#45211f",
    warn="#f0c070",
    warn_soft="#43340f",
    good="#7cd4a0",
    good_soft="#173a27",
    special="#c6aef2",
    special_soft="#352a4d",
    desk="#101418",
    found="#ffe59a",
    found_now="#ffb454",
    marked="#b5d5f3",
)

CONTRAST_LIGHT = Tokens(
    ground="#ffffff",
    card="#ffffff",
    side="#ffffff",
    field="#ffffff",
    text="#000000",
    muted="#1f1f1f",
    hint="#595959",
    off="#8a8a8a",
    line="#000000",
    edge="#000000",
    accent="#00308f",
    accent_strong="#00205f",
    accent_soft="#c9d6ff",
    on_accent="#ffffff",
    hover="#e0e6ff",
    selected="#c9d6ff",
    selected_edge="#00308f",
    focus="#00308f",
    bad="#8b0000",
    bad_soft="#ffffff",
    warn="#5c3300",
    warn_soft="#ffffff",
    good="#00471d",
    good_soft="#ffffff",
    special="#3d1a78",
    special_soft="#ffffff",
    desk="#ffffff",
    found="#ffe14d",
    found_now="#ff9d00",
    marked="#8fc1ff",
)

CONTRAST_DARK = Tokens(
    ground="#000000",
    card="#000000",
    side="#000000",
    field="#000000",
    text="#ffffff",
    muted="#e6e6e6",
    hint="#a6a6a6",
    off="#757575",
    line="#ffffff",
    edge="#ffffff",
    accent="#ffe14d",
    accent_strong="#fff1a3",
    accent_soft="#3b3600",
    on_accent="#000000",
    hover="#2c2c2c",
    selected="#3b3600",
    selected_edge="#ffe14d",
    focus="#ffe14d",
    bad="#ff9d96",
    bad_soft="#000000",
    warn="#ffd280",
    warn_soft="#000000",
    good="#9bf0bd",
    good_soft="#000000",
    special="#dcc8ff",
    special_soft="#000000",
    desk="#000000",
    found="#ffe14d",
    found_now="#ff9d00",
    marked="#8fc1ff",
)
