from dataclasses import replace
from datetime import time

import pytest

from scrutiny_app.domain.minutes.interest import Interest, InterestCategory
from scrutiny_app.domain.minutes.minute_checks import minutes_findings
from scrutiny_app.domain.minutes.minutes import Minute, MinutesOutline
from scrutiny_app.domain.minutes.taken_checks import taken_findings
from scrutiny_app.domain.minutes.vote import CastingVote, Vote, VoteKind
from tests.reports import some_minutes


def found(outline: MinutesOutline) -> list[str]:
    return [one.message for one in taken_findings(outline)]


def with_minute(**changes: object) -> MinutesOutline:
    """The sample with its fourth minute changed."""
    outline = some_minutes()
    changed: Minute = replace(outline.minutes[3], **changes)  # type: ignore[arg-type]
    return replace(outline, minutes=(*outline.minutes[:3], changed, *outline.minutes[4:]))


def test_the_sample_is_sound() -> None:
    outline = some_minutes()
    assert (found(outline), minutes_findings(outline)) == ([], ())


def test_one_departure_too_many_ends_the_quorum() -> None:
    outline = some_minutes()
    gone = replace(outline.attendance[1], left=time(11, 45))
    attendance = (outline.attendance[0], gone, *outline.attendance[2:])
    (message,) = found(replace(outline, attendance=attendance))
    assert message.startswith("From 11.45 am 2 voting members were present, and the quorum is 3.")


def test_a_late_start_of_the_quorum_is_found() -> None:
    outline = some_minutes()
    late = tuple(replace(one, arrived=time(10, 10), left=None) for one in outline.attendance)
    (message,) = found(replace(outline, attendance=late))
    assert message.startswith("From 10.03 am 0 voting members were present")


def test_members_who_leave_for_an_interest_do_not_count() -> None:
    outline = some_minutes()
    names = ("Councillor Marcus Dunmore", "Councillor Imran Sadique")
    interests = tuple(
        Interest(name, InterestCategory.DISCLOSABLE, 40, "he owns it", left=True) for name in names
    )
    declared = replace(outline.minutes[1], interests=interests)
    minutes = (outline.minutes[0], declared, *outline.minutes[2:])
    (message,) = found(replace(outline, minutes=minutes))
    assert message.startswith("During minute 40 2 voting members were present")


@pytest.mark.parametrize(
    ("counts", "casting", "sentence"),
    [
        ((4, 1, 0), CastingVote.NONE, "In minute 39 5 votes and abstentions are counted, and 4"),
        ((2, 2, 0), CastingVote.NONE, "In minute 39 the votes are equal and no casting vote"),
        ((2, 1, 0), CastingVote.FOR, "In minute 39 a casting vote is noted, and the votes were"),
    ],
)
def test_votes_that_cannot_be_are_found(
    counts: tuple[int, int, int], casting: CastingVote, sentence: str
) -> None:
    vote = Vote("to wait", VoteKind.SHOW_OF_HANDS, "", "", *counts, casting=casting)
    (message,) = found(with_minute(votes=(vote,)))
    assert message.startswith(sentence)


def test_an_interest_that_bars_a_member_who_stayed_is_found() -> None:
    stayed = Interest("Councillor Bethan Prosser", InterestCategory.DISCLOSABLE, 39, "she owns it")
    (message,) = found(with_minute(interests=(stayed,)))
    assert "it is not noted that they left" in message
    allowed = replace(stayed, dispensation="granted on 1 March 2027")
    assert found(with_minute(interests=(allowed,))) == []


def test_an_interest_in_a_minute_that_is_not_there_is_found() -> None:
    lost = Interest("Councillor Bethan Prosser", InterestCategory.OPENNESS, 99, "she governs it")
    (message,) = found(with_minute(interests=(lost,)))
    assert message.endswith("and there is no such minute. Correct the number.")


@pytest.mark.parametrize(
    ("presiding", "sentence"),
    [("", "It is not noted who presided."), ("Councillor Nobody", "Councillor Nobody presided,")],
)
def test_who_presided_was_there(presiding: str, sentence: str) -> None:
    (message,) = found(replace(some_minutes(), presiding=presiding))
    assert message.startswith(sentence)


def test_a_substitute_may_preside() -> None:
    outline = replace(some_minutes(), presiding="Councillor Marcus Dunmore")
    assert found(outline) == []
