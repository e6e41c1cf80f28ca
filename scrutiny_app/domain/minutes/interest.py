"""Interests that members declare at a meeting, and the sentences that record them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class InterestCategory(StrEnum):
    """What an interest is in law and in the code of conduct.

    Source: Localism Act 2011 ss.30-34; the Local Government Association's model code of conduct.
    """

    DISCLOSABLE = "disclosable pecuniary"
    OTHER_REGISTRABLE = "other registrable"
    NON_REGISTRABLE = "non-registrable"
    OPENNESS = "openness"  # declared though nothing asks for it


@dataclass(frozen=True, slots=True)
class Interest:
    """One declaration. ``minute`` is the number of the item it is about, None for none.

    ``nature`` goes on from "because" or "that": "she is a governor of the school". It is empty
    for a ``sensitive`` one. ``left`` says that the member left the room for the item, and
    ``dispensation`` what allowed them to stay.
    """

    member: str
    category: InterestCategory
    minute: int | None = None
    nature: str = ""
    sensitive: bool = False
    left: bool = False
    dispensation: str = ""


def interest_sentence(interest: Interest) -> str:
    """Return a declaration as the minutes record it.

    Source: practice; of a sensitive interest only that there is one (Localism Act 2011 s.32).
    """
    what = _in_words(interest)
    if interest.left:
        return f"{what}, left the meeting for the item and took no part in it."
    if interest.dispensation:
        return f"{what}, and stayed under a dispensation: {interest.dispensation}."
    if interest.category is InterestCategory.OPENNESS:
        return f"{what}. They stayed in the meeting and took part in the item."
    return f"{what}."


def _in_words(interest: Interest) -> str:
    about = f" in minute {interest.minute}" if interest.minute else ""
    if interest.sensitive:
        return f"{interest.member} declared a sensitive interest{about}"
    if interest.category is InterestCategory.OPENNESS:
        about = f"In relation to minute {interest.minute}, " if interest.minute else ""
        stated = f"{interest.member} stated, in the interests of openness, that"
        return f"{about}{stated} {_nature(interest)}"
    article = "an" if interest.category is InterestCategory.OTHER_REGISTRABLE else "a"
    kind = f"{article} {interest.category.value} interest"
    because = f", because {_nature(interest)}" if interest.nature else ""
    return f"{interest.member} declared {kind}{about}{because}"


def _nature(interest: Interest) -> str:
    return interest.nature.rstrip(".")
