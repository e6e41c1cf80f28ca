"""Which columns of somebody's table hold what, told by the words of their headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from scrutiny_app.domain.read_table import ReadCell

Field = TypeVar("Field", bound=StrEnum)


def named_columns(
    row: Sequence[ReadCell], headings: Mapping[Field, Sequence[str]]
) -> dict[Field, int]:
    """Return the columns that a row of headings names, by their place from 0.

    ``headings`` has the words of each field, in small letters; of two columns that name the same
    field the first has it.

    Source: the headings of real tables, as the caller lists them.
    """
    found: dict[Field, int] = {}
    for place, cell in enumerate(row):
        said = " ".join(re.findall("[a-z]+", cell.text.lower()))
        for field, words in headings.items():
            if said in words and field not in found:
                found[field] = place
                break
    return found
