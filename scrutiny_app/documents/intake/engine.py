"""The name of this intake, recorded with every paper it makes."""

from __future__ import annotations

# Goes up whenever the normalised file of an unchanged paper would come out differently
ENGINE = "intake-2"
