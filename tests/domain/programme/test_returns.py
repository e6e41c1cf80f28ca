from __future__ import annotations

from itertools import count

import pytest

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import CommitteeId, ProgrammeItemId, RequestId
from scrutiny_app.domain.programme.programme import ScrutinyMethod, Suggester
from scrutiny_app.domain.programme.returns import (
    MinutedResolution,
    ReturnKind,
    ReturnRequest,
    asks_for_return,
    item_for,
    returned,
    returns_asked_for,
)
from scrutiny_app.rulebook.work_programmes import programme_settings
from tests.programmes import NOVEMBER, OCTOBER, TODAY

WORDS = programme_settings().return_words
TEMPLATE = ReturnRequest(RequestId("x"), CommitteeId("c"), "-", NOVEMBER)
RESOLUTIONS = (
    MinutedResolution("minute 21(1)", "receive the audit of school attendance;"),
    MinutedResolution("minute 21(2)", "receive further information on travel with children; and"),
    MinutedResolution("minute 21(3)", "receive the new Inclusion Plan at Committee."),
    MinutedResolution("minute 22(1)", "thank the officers."),
)


def asked(known: tuple[ReturnRequest, ...] = ()) -> tuple[ReturnRequest, ...]:
    keys = count()
    return returns_asked_for(
        RESOLUTIONS, TEMPLATE, WORDS, known=known, new_key=lambda: f"key {next(keys)}"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("To receive an update in six months", True),
        ("that officers return in March", True),
        ("be updated by e-mail", True),
        ("note the report", False),
        ("recommend that fees are frozen", False),
    ],
)
def test_the_words_of_a_resolution_tell_whether_something_is_to_come_back(
    *, text: str, expected: bool
) -> None:
    assert asks_for_return(text, WORDS) is expected


def test_every_such_resolution_makes_one_request_and_only_once() -> None:
    first = asked()
    assert [(one.asked_in, one.text, one.kind) for one in first] == [
        ("minute 21(1)", "receive the audit of school attendance", ReturnKind.INFORMATION),
        (
            "minute 21(2)",
            "receive further information on travel with children",
            ReturnKind.INFORMATION,
        ),
        ("minute 21(3)", "receive the new Inclusion Plan at Committee", ReturnKind.ITEM),
    ]
    assert asked(known=first) == ()


def test_a_request_becomes_a_parked_item_that_remembers_the_minute() -> None:
    item = item_for(asked()[2], ProgrammeItemId("i"), on=TODAY)
    assert item.parked
    assert item.title == "New Inclusion Plan at Committee"
    assert (item.suggester, item.asked_for_in) == (Suggester.RESOLUTION, "minute 21(3)")
    assert item_for(asked()[0], ProgrammeItemId("i"), on=TODAY).method is (
        ScrutinyMethod.BRIEFING_NOTE
    )


def test_a_request_waits_until_it_is_said_how_it_came_back() -> None:
    request = asked()[0]
    with pytest.raises(WrongInput, match='Say how "receive the audit'):
        returned(request, on=TODAY, how=" ")
    with pytest.raises(WrongInput, match="before it was asked for"):
        returned(request, on=OCTOBER, how="by e-mail")
    back = returned(request, on=TODAY, how="circulated by e-mail")
    assert not back.waiting
    assert back.returned_as == "circulated by e-mail"
