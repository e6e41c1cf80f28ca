from datetime import date, time

import pytest

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.minutes.interest import InterestCategory
from scrutiny_app.domain.minutes.minutes import Attendance, Attendee
from scrutiny_app.domain.minutes.vote import VoteKind
from tests.reports import some_minutes

SHORT = """
format = 1
kind = "minutes"
council = "Kelsham City Council"
[meeting]
committee = "Children"
place = "The Guildhall"
date = 2027-01-21
start = 10:00:00
[[member]]
name = "Priya Naylor"
attendance = "present"
[[minute]]
title = "Work Programme"
"""


def test_the_sample_is_read_whole() -> None:
    outline = some_minutes()
    assert outline.agenda.meeting.held_on == date(2027, 3, 18)
    assert (outline.started_at, outline.ended_at) == (time(10, 3), time(12, 7))
    assert [minute.number for minute in outline.minutes] == [36, 37, 38, 39, 40, 41]
    ill = outline.attendance[0]
    assert (ill.attendance, ill.publish_reason) == (Attendance.ABSENT_APOLOGIES, False)
    assert outline.attendance[3].substitute
    assert isinstance(outline.others[0], Attendee)
    categories = [one.category for one in outline.minutes[1].interests]
    assert categories == [InterestCategory.OPENNESS, InterestCategory.DISCLOSABLE]
    (vote,) = outline.minutes[3].votes
    assert (vote.kind, vote.in_favour, vote.abstained) == (VoteKind.SHOW_OF_HANDS, 3, 1)


def test_a_recorded_vote_counts_its_names() -> None:
    text = f"""{SHORT}
[[minute.vote]]
motion = "to wait"
taken_by = "recorded"
for = ["Councillor Priya Naylor", "Councillor Tom Ashdown"]
against = ["Councillor Wren Okafor"]
"""
    (vote,) = some_minutes(text).minutes[0].votes
    assert (vote.in_favour, vote.against, vote.abstained) == (2, 1, 0)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (SHORT.replace("[[minute]]", "[[minutes]]"), 'did you mean "minute"?'),
        (SHORT.replace("[[member]]", "[[other]]"), "other 1"),
        (SHORT.replace('"present"', '"here"'), 'attendance = "here" is not known'),
        (SHORT.replace("10:00:00", '"ten"'), '"start" must be a time such as 09:30:00'),
        (f"{SHORT}for = 1", '"for" is not a key of this table'),
        (
            f'{SHORT}[[minute.interest]]\nmember = "A"\nsensitive = true\nnature = "x"',
            'a sensitive interest has its "nature" written',
        ),
        (
            f'{SHORT}[[minute.interest]]\nmember = "A"',
            'minute 1, interest 1: "nature" is missing',
        ),
        (
            f'{SHORT}[[minute.vote]]\nmotion = "x"\nfor = -1',
            'minute 1, vote 1: "for" must be a whole number from 0',
        ),
        (SHORT.replace("place", 'quorum_share = "a/b"\nplace'), '"quorum_share" must be a frac'),
        (SHORT.replace("place", 'quorum_share = "3/2"\nplace'), "must lie between 0 and 1"),
    ],
)
def test_what_is_wrong_is_told_with_its_table_and_key(text: str, sentence: str) -> None:
    with pytest.raises(WrongInput) as refused:
        some_minutes(text)
    assert sentence in str(refused.value)


def test_minutes_without_members_or_items_are_refused() -> None:
    members = SHORT.partition("[[member]]")[0]
    with pytest.raises(WrongInput, match="nobody is listed"):
        some_minutes(members)
    with pytest.raises(WrongInput, match="nothing is minuted"):
        some_minutes(SHORT.partition("[[minute]]")[0])
