"""The colours of printed documents, as hex."""

from __future__ import annotations

INK = "1a1a1a"
QUIET = "595959"  # contrast 7:1 on white
RULE = "b3b3b3"
LINK = "0b4f8a"  # contrast 8:1 on white
TINT = "eaf0f6"  # behind ink; told apart from white in grey print too
