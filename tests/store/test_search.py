from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.errors import NotFound, NotWritten, WorkspaceDamaged
from scrutiny_app.domain.ids import CommitteeId, MeetingId, PaperId
from scrutiny_app.domain.paper import Access, ExemptReason, Paper
from scrutiny_app.store.search_scope import SearchedPart, SearchScope
from scrutiny_app.store.store import Store
from tests.build import a_version
from tests.store.workspaces import a_loaded_meeting, a_workspace, edit, index, read, write


def paper_of(agenda: Agenda, place: int = 0) -> Paper:
    return agenda.items[1].papers[place]


def sha_of(paper: Paper) -> str:
    assert paper.version
    return paper.version.normalised_sha256


def with_papers(agenda: Agenda, *papers: Paper) -> Agenda:
    return replace(agenda, items=(agenda.items[0], replace(agenda.items[1], papers=papers)))


def a_searchable_meeting(store: Store) -> Agenda:
    """A public paper of two pages and an exempt one of one."""
    agenda = a_loaded_meeting(store, "Budget monitoring", exempt="Staffing")
    index(
        store,
        {
            sha_of(paper_of(agenda)): (
                "The children's services budget\nis overspent.",
                "Recruitment of social workers at Tŷ Hafan; co-optees welcome it.",
            ),
            sha_of(paper_of(agenda, 1)): ("The restructuring names ten social workers.",),
        },
    )
    return agenda


def test_a_page_is_found_with_its_place_and_the_words_around(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda = a_searchable_meeting(store)
        (hit,) = store.search.find("budgeting overspent")
        assert (hit.meeting_id, hit.item_id) == (agenda.meeting.id, agenda.items[1].id)
        assert (hit.paper_id, hit.page) == (paper_of(agenda).id, 1)
        assert hit.title == "Budget monitoring"
        assert hit.snippet == "The children's services «budget» is «overspent»."
        assert not hit.exempt


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("children's", [1]),
        ("children\u2019s BUDGETS", [1]),
        ('"social workers at"', [2]),
        ('"workers social"', []),
        ("ty hafan", [2]),
        ("TŶ", [2]),
        ("co-optee", [2]),
        ("cooptee", []),
        ("recr", [2]),
        ("budget AND", []),
        ('";drop table public_text', []),
    ],
)
def test_words_phrases_and_beginnings(tmp_path: Path, typed: str, pages: list[int]) -> None:
    with a_workspace(tmp_path) as store:
        a_searchable_meeting(store)
        hits = store.search.find(typed)
        assert [hit.page for hit in hits if hit.page and not hit.exempt] == pages


def test_titles_and_lines_of_the_agenda_are_found(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda = a_searchable_meeting(store)
        (hit,) = store.search.find("apologies")
        assert (hit.item_id, hit.paper_id, hit.page) == (agenda.items[0].id, None, None)
        assert hit.title == "Apologies for absence"
        (hit,) = store.search.find("staffing")
        assert (hit.paper_id, hit.page, hit.exempt) == (paper_of(agenda, 1).id, None, True)


def test_exempt_text_stands_in_an_index_of_its_own(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        a_searchable_meeting(store)
        hits = store.search.find('"social workers"')
        assert sorted(hit.exempt for hit in hits) == [False, True]
        connection = store.search._index
        bodies = connection.values("select body from public_text")
        assert not any("restructuring" in str(body) for body in bodies)
        (match,) = connection.values(
            "select count(*) from public_words where public_words match 'restructuring'"
        )
        assert match == 0


def test_a_paper_that_becomes_exempt_leaves_the_public_index_at_once(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda = a_searchable_meeting(store)
        exempt = replace(
            paper_of(agenda), access=Access.EXEMPT, exempt=ExemptReason((3,), "prices")
        )
        write(store, with_papers(agenda, exempt, paper_of(agenda, 1)), "Make it exempt")
        assert store.search.find("overspent") == ()
        (missing,) = store.search.missing()
        assert (missing.paper_id, missing.exempt) == (exempt.id, True)
        index(store, {missing.sha256: ("It is overspent.",)})
        (hit,) = store.search.find("overspent")
        assert hit.exempt
        (title,) = [hit for hit in store.search.find("monitoring") if hit.page is None]
        assert title.exempt


def test_a_removed_paper_and_a_replaced_one_are_not_found(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda = a_searchable_meeting(store)
        newer = replace(paper_of(agenda), version=a_version(3))
        write(store, with_papers(agenda, newer), "Replace one, remove the other")
        assert store.search.find("overspent") == ()
        assert store.search.find("restructuring") == ()
        assert [one.sha256 for one in store.search.missing()] == [sha_of(newer)]
        store.undo()
        assert store.search.find("overspent") == ()
        assert len(store.search.missing()) == 2


def test_undo_takes_hits_away_without_any_indexing(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        a_searchable_meeting(store)
        store.undo()
        for word in ("overspent", "restructuring", "apologies", "staffing"):
            assert store.search.find(word) == ()
        store.redo()
        assert len(store.search.find("overspent")) == 1


def test_indexing_again_changes_nothing(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda = a_searchable_meeting(store)
        before = store.search.find("social workers")
        assert store.search.missing() == ()
        store.search.refresh_agendas()
        paper = paper_of(agenda)
        store.search.add_paper(paper.id, sha_of(paper), exempt=False, pages=["Only this now"])
        assert len(store.search.find("social workers")) == len(before) - 1
        assert len(store.search.find("only this")) == 1


def test_a_renamed_item_is_found_by_its_new_title(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda = a_searchable_meeting(store)
        renamed = replace(agenda.items[0], title="Absences")
        write(store, replace(agenda, items=(renamed, *agenda.items[1:])), "Rename")
        store.search.refresh_agendas()
        assert store.search.find("apologies") == ()
        assert [hit.title for hit in store.search.find("absences")] == ["Absences"]


def test_the_limit_holds_over_both_indexes(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        a_searchable_meeting(store)
        assert len(store.search.find("the", limit=1)) == 1


@pytest.mark.parametrize("harm", ["missing", "rubbish", "older", "cut"])
def test_a_missing_damaged_or_older_index_is_made_anew(tmp_path: Path, harm: str) -> None:
    with a_workspace(tmp_path) as store:
        agenda = a_searchable_meeting(store)
        folder = store.folder
        if harm == "older":
            store.search._index.run("pragma user_version = 0")
    file = folder / "search.db"
    if harm == "missing":
        file.unlink()
    elif harm == "rubbish":
        file.write_bytes(b"rubbish" * 5000)
    elif harm == "cut":
        file.write_bytes(file.read_bytes()[:50])
    if harm != "cut":
        with read(folder) as store, pytest.raises((NotFound, WorkspaceDamaged)):
            store.search.find("overspent")
    with edit(folder) as store:
        assert len(store.search.missing()) == 2
        index(store, {sha_of(paper_of(agenda)): ("It is overspent.",)})
        assert len(store.search.find("overspent")) == 1


def test_a_page_of_the_index_that_went_bad_is_told_as_such(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        a_searchable_meeting(store)
        folder = store.folder
    file = folder / "search.db"
    data = file.read_bytes()
    file.write_bytes(data[:4096] + b"\xee" * (len(data) - 4096))
    with read(folder) as store, pytest.raises(WorkspaceDamaged, match=r"Delete .*search\.db"):
        store.search.find("overspent")
    with edit(folder) as store:
        assert len(store.search.missing()) == 2


def test_where_the_papers_start_in_the_pack_is_remembered(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda = a_searchable_meeting(store)
        paper = paper_of(agenda).id
        assert store.search.layout(agenda.meeting.id) is None
        store.search.remember_layout(agenda.meeting.id, "one", {paper: 3})
        store.search.remember_layout(agenda.meeting.id, "two", {paper: 5, PaperId("other"): 9})
        folder = store.folder
    with read(folder) as store:
        assert store.search.layout(agenda.meeting.id) == ("two", {paper: 5, "other": 9})
        assert store.search.layout(MeetingId("other")) is None
        with pytest.raises(NotWritten):
            store.search.remember_layout(agenda.meeting.id, "three", {})


def test_a_page_with_broken_characters_is_indexed(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda = a_loaded_meeting(store, "Budget")
        index(store, {sha_of(paper_of(agenda)): ("bad\udcff\0overspent", "")})
        assert len(store.search.find("overspent")) == 1


def test_a_search_may_keep_to_a_committee_a_part_and_the_public(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda = a_searchable_meeting(store)

        def pages(text: str, scope: SearchScope) -> list[int | None]:
            return [hit.page for hit in store.search.find(text, scope=scope)]

        here = agenda.committee.id
        assert len(pages('"social workers"', SearchScope(here))) == 2
        assert pages('"social workers"', SearchScope(CommitteeId("another"))) == []
        assert pages('"social workers"', SearchScope(exempt=False)) == [2]
        assert pages("budget", SearchScope(part=SearchedPart.LINES)) == [None]
        assert pages("budget", SearchScope(part=SearchedPart.PAGES)) == [1]
