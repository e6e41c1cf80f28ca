"""What a committee resolved to receive: shown until it has come back."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import CommitteeId, MeetingId, ProgrammeItemId, RequestId
from scrutiny_app.domain.programme.programme import ProgrammeItem, ScrutinyMethod, Stage, Suggester


class ReturnKind(StrEnum):
    """Whether words are wanted, or an item at a meeting."""

    INFORMATION = "information"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class ReturnWords:
    """The words that ask for a return, and those that ask for it at a meeting.

    Read from ``resources/programme/returns.toml``.
    """

    returns: tuple[str, ...]
    at_meeting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MinutedResolution:
    """One resolution as the minutes have it: ``minute`` names it ("minute 21, resolution 2")."""

    minute: str
    text: str


@dataclass(frozen=True, slots=True)
class ReturnRequest:
    """Something the committee asked for and waits for.

    ``asked_in`` names minute and resolution. ``item`` is the programme item it became.
    ``returned_on`` is the day it came back, with how in ``returned_as``; None while it has not.
    """

    id: RequestId
    committee: CommitteeId
    text: str
    asked_on: date
    asked_in: str = ""
    kind: ReturnKind = ReturnKind.INFORMATION
    meeting: MeetingId | None = None
    owner: str = ""
    due_by: date | None = None
    item: ProgrammeItemId | None = None
    returned_on: date | None = None
    returned_as: str = ""

    @property
    def waiting(self) -> bool:
        """Whether it has not come back yet."""
        return self.returned_on is None


def asks_for_return(text: str, words: ReturnWords) -> bool:
    """Whether a resolution asks for something to come back.

    Source: rule W1 of our research notes: resolutions of a real committee to receive further
    information and a strategy were in no work programme eight weeks later.
    """
    return _says(text, words.returns)


def returns_asked_for(
    resolutions: Iterable[MinutedResolution],
    template: ReturnRequest,
    words: ReturnWords,
    *,
    known: Collection[ReturnRequest] = (),
    new_key: Callable[[], str],
) -> tuple[ReturnRequest, ...]:
    """Return a request for every resolution that asks for one and has none yet.

    ``template`` has the committee, the meeting and its day; ``known`` are the requests there are.
    A resolution that speaks of the committee or a meeting makes a request for an item.

    Source: rule W1, as ``asks_for_return``.
    """
    asked = {(request.asked_on, request.asked_in, _flat(request.text)) for request in known}
    return tuple(
        replace(
            template,
            id=RequestId(new_key()),
            text=_sentence(one.text),
            asked_in=one.minute,
            kind=ReturnKind.ITEM if _says(one.text, words.at_meeting) else ReturnKind.INFORMATION,
        )
        for one in resolutions
        if asks_for_return(one.text, words)
        and (template.asked_on, one.minute, _flat(_sentence(one.text))) not in asked
    )


def item_for(request: ReturnRequest, key: ProgrammeItemId, *, on: date) -> ProgrammeItem:
    """Return the parked programme item that a request becomes.

    Source: rule W1, as ``asks_for_return``.
    """
    return ProgrammeItem(
        id=key,
        title=_title(request.text),
        purpose=request.text,
        method=(
            ScrutinyMethod.COMMITTEE_ITEM
            if request.kind is ReturnKind.ITEM
            else ScrutinyMethod.BRIEFING_NOTE
        ),
        stage=Stage.ACCEPTED,
        suggested_on=on,
        suggester=Suggester.RESOLUTION,
        asked_for_in=request.asked_in,
        lead_officer=request.owner,
        wanted_by=request.due_by,
    )


def veiled(request: ReturnRequest) -> ReturnRequest:
    """Return a request as anybody may read it that was made in private.

    Source: Local Government Act 1972 s.100C(1)(a), (2).
    """
    return replace(request, text="a matter that is not for publication", asked_in="")


def same_request(text: str, resolution: str) -> bool:
    """Whether a request was made by a resolution.

    Source: rule W1, as ``asks_for_return``.
    """
    return _flat(_sentence(text)) == _flat(_sentence(resolution))


def returned(request: ReturnRequest, *, on: date, how: str) -> ReturnRequest:
    """Return the request as answered.

    Source: rule W1: what is not returned is shown until it is, so how it came back is recorded.

    Raises:
        WrongInput: it is not said how, or the day is before it was asked for.
    """
    if not how.strip():
        raise WrongInput(
            f'Say how "{request.text}" came back: the paper, the e-mail or the minute.'
        )
    if on < request.asked_on:
        raise WrongInput(
            f'"{request.text}" cannot have come back before it was asked for. Correct the day.'
        )
    return replace(request, returned_on=on, returned_as=" ".join(how.split()))


def _says(text: str, words: Iterable[str]) -> bool:
    return any(re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE) for word in words)


def _sentence(text: str) -> str:
    """Return a resolution without the stop and the "and" that the list gave it."""
    plain = " ".join(text.split())
    return re.sub(r"[;,.]?\s*(?:and)?$", "", plain).rstrip(" ;,.")


def _title(text: str) -> str:
    """Return what is to be received, as a title: "receive the new plan" gives "New plan"."""
    short = re.sub(
        r"^(?:to\s+)?(?:receive|request|ask for|note)\s+(?:(?:a|an|the)\s+)?",
        "",
        text,
        flags=re.IGNORECASE,
    )
    short = short or text
    return short[0].upper() + short[1:]


def _flat(text: str) -> str:
    return " ".join(text.lower().split())
