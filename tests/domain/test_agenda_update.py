from __future__ import annotations

from dataclasses import replace
from datetime import time

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_update import (
    new_meeting,
    settle_agenda,
    settle_committee,
    settle_council,
)
from scrutiny_app.domain.meeting_file import MeetingFile, read_meeting_file
from scrutiny_app.domain.paper import PaperVersion
from tests.build import NOW, a_council, a_key, a_version, an_agenda

FILE = """
format = 1
[council]
name = "Kelsham City Council"
[committee]
name = "Scrutiny Committee"
members = [{ name = "Priya Naylor", title = "Councillor" }, { name = "Tom Ashdown" }]
[meeting]
date = 2027-01-21
start = 10:00:00
place = "Town Hall"
[[item]]
title = "Minutes"
[[item]]
title = "Budget"
[[item.paper]]
title = "Report"
file = "report.pdf"
[[item.paper]]
title = "Appendix"
file = "appendix.pdf"
"""
VERSIONS = {"report.pdf": a_version(content=b"r"), "appendix.pdf": a_version(content=b"a")}


def file_of(text: str = FILE) -> MeetingFile:
    return read_meeting_file(text, "meeting.toml")


def loaded(file: MeetingFile, before: Agenda | None = None) -> Agenda:
    if before is None:
        council = settle_council(file, None, a_key)
        committee = settle_committee(file, council, None, a_key)
        before = replace(
            an_agenda(),
            council=council,
            committee=committee,
            meeting=new_meeting(file, committee, a_key),
            members=(),
            items=(),
        )
    return settle_agenda(file, before, VERSIONS, a_key)


def test_loading_the_same_file_twice_changes_nothing() -> None:
    first = loaded(file_of())
    assert loaded(file_of(), first) == first


def test_items_and_papers_keep_their_keys_when_they_change_places() -> None:
    first = loaded(file_of())
    minutes, budget = FILE.index("[[item]]"), FILE.rindex("[[item]]")
    swapped = FILE[:minutes] + FILE[budget:] + FILE[minutes:budget]
    again = loaded(file_of(swapped), first)
    assert [item.title for item in again.items] == ["Budget", "Minutes"]
    assert {item.title: item.id for item in again.items} == {
        item.title: item.id for item in first.items
    }


def test_an_item_keeps_its_key_when_its_title_is_corrected() -> None:
    first = loaded(file_of())
    again = loaded(file_of(FILE.replace('"Budget"', '"Budget proposals"')), first)
    assert again.items[1].title == "Budget proposals"
    assert again.items[1].id == first.items[1].id


def test_a_new_item_gets_a_key_of_its_own() -> None:
    first = loaded(file_of())
    again = loaded(file_of(FILE + '\n[[item]]\ntitle = "Any other business"\n'), first)
    assert again.items[2].id not in {item.id for item in first.items}


def test_a_member_keeps_the_person_and_the_seat() -> None:
    first = loaded(file_of())
    retitled = FILE.replace('{ name = "Tom Ashdown" }', '{ name = "Tom Ashdown", title = "Cllr" }')
    again = loaded(file_of(retitled), first)
    assert again.members[1].person.id == first.members[1].person.id
    assert again.members[1].person.full_name == "Cllr Tom Ashdown"


def test_what_the_file_leaves_out_stays_as_it_was() -> None:
    first = loaded(file_of())
    silent = FILE.replace('place = "Town Hall"', "").replace(
        'members = [{ name = "Priya Naylor", title = "Councillor" }, { name = "Tom Ashdown" }]', ""
    )
    again = loaded(file_of(silent), first)
    assert again.meeting.place == "Town Hall"
    assert again.members == first.members


def test_a_file_with_another_time_moves_the_meeting() -> None:
    first = loaded(file_of())
    again = loaded(file_of(FILE.replace("10:00:00", "14:00:00")), first)
    assert again.meeting == replace(first.meeting, starts_at=time(14, 0))


def test_a_version_filed_again_unchanged_keeps_the_moment_it_was_filed() -> None:
    first = loaded(file_of())
    later: dict[str, PaperVersion] = {
        name: replace(version, filed_at=NOW.replace(year=2028))
        for name, version in VERSIONS.items()
    }
    again = settle_agenda(file_of(), first, later, a_key)
    assert again == first


def test_a_known_council_keeps_its_house_style_when_the_file_names_none() -> None:
    known = replace(a_council(), house_style="nottingham")
    assert settle_council(file_of(), known, a_key).house_style == "nottingham"
