"""The keys of new records."""

from __future__ import annotations

import uuid


def new_key() -> str:
    """Return a random UUID as text, never used before."""
    return str(uuid.uuid4())
