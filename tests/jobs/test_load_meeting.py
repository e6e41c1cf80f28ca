from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.errors import NotFound, PaperRefused, WrongInput
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.jobs.search_workspace import search_workspace
from tests.build import MEETING_FILE, a_meeting_file, a_pdf


def agenda_of(desk: Desk, day: str = "2027-01-21") -> Agenda:
    with desk.read() as store:
        return store.agendas.read(store.meetings.find(day))


def meetings_in(desk: Desk) -> int:
    with desk.read() as store:
        return len(store.meetings.list())


def test_a_loaded_meeting_holds_its_items_its_papers_and_their_facts(
    desk: Desk, tmp_path: Path
) -> None:
    loaded = load_meeting(desk, a_meeting_file(tmp_path, [3, 2]))
    agenda = agenda_of(desk)
    versions = [paper.version for paper in agenda.items[1].papers]
    assert (loaded.created, loaded.papers, loaded.pages) == (True, 2, 5)
    assert agenda.meeting.id == loaded.meeting
    assert [version.facts.page_count for version in versions if version] == [3, 2]
    assert agenda.members[0].person.full_name == "Councillor Priya Naylor"


def test_a_loaded_meeting_is_searchable_at_once(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [3], [2, 1]))
    (best, *_) = search_workspace(desk, '"words of paper 3.1"')
    assert best.hit.title == "Paper 3.1"
    assert best.hit.page in (1, 2)
    # Front sheet 2, then 3 pages and a blank: paper 3.1 starts on page 7
    assert best.pack_page == 6 + best.hit.page


def test_loading_the_same_meeting_again_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    file = a_meeting_file(tmp_path, [2])
    first = load_meeting(desk, file)
    before = agenda_of(desk)
    again = load_meeting(desk, file)
    assert (again.meeting, again.created) == (first.meeting, False)
    assert agenda_of(desk) == before
    assert meetings_in(desk) == 1


def test_loading_a_changed_meeting_brings_it_up_to_date(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [2], [4]))
    before = agenda_of(desk)
    load_meeting(desk, a_meeting_file(tmp_path, [5]))
    after = agenda_of(desk)
    assert [item.id for item in after.items] == [item.id for item in before.items[:2]]
    assert after.items[1].papers[0].id == before.items[1].papers[0].id
    assert [hit.hit.title for hit in search_workspace(desk, "words of paper 3.1")] == []


def test_one_refused_paper_refuses_the_whole_meeting(desk: Desk, tmp_path: Path) -> None:
    file = a_meeting_file(tmp_path, [2], [1])
    (tmp_path / "3-1.pdf").write_bytes(b"<html>not a PDF</html>")
    with pytest.raises(PaperRefused, match=r"3-1\.pdf"):
        load_meeting(desk, file)
    assert meetings_in(desk) == 0


def test_every_missing_paper_is_named(desk: Desk, tmp_path: Path) -> None:
    file = a_meeting_file(tmp_path, [2], [1])
    (tmp_path / "2-1.pdf").unlink()
    (tmp_path / "3-1.pdf").unlink()
    with pytest.raises(NotFound, match=r"2-1\.pdf; 3-1\.pdf"):
        load_meeting(desk, file)


def test_a_missing_meeting_file_is_told(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no meeting file"):
        load_meeting(desk, tmp_path / "nowhere.toml")


def test_a_meeting_file_that_is_not_text_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(WrongInput, match="UTF-8"):
        load_meeting(desk, tmp_path / "m.toml")


def test_an_unknown_house_style_is_told_before_anything_is_taken_in(
    desk: Desk, tmp_path: Path
) -> None:
    file = a_meeting_file(tmp_path, [2], head=MEETING_FILE.replace("nottingham", "baroque"))
    with pytest.raises(NotFound, match="baroque"):
        load_meeting(desk, file)
    assert not list((desk.folder / "papers").rglob("*.*"))


def test_an_exempt_paper_needs_a_paragraph_and_a_reason(desk: Desk, tmp_path: Path) -> None:
    file = a_meeting_file(tmp_path, [2])
    file.write_text(file.read_text() + 'access = "exempt"\n')
    with pytest.raises(WrongInput, match=r"Paper 2\.1: it is exempt"):
        load_meeting(desk, file)


def test_a_second_session_on_the_same_day_is_a_second_meeting(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [2]))
    afternoon = MEETING_FILE.replace("start = 10:00:00", "start = 14:00:00")
    loaded = load_meeting(desk, a_meeting_file(tmp_path, [2], head=afternoon))
    assert loaded.created
    assert "also meets on this day at 10.00 am" in loaded.warnings[0]
    with pytest.raises(WrongInput, match=loaded.meeting), desk.read() as store:
        store.meetings.find("2027-01-21")


def test_a_meeting_named_by_its_id_can_be_moved_to_another_time(desk: Desk, tmp_path: Path) -> None:
    first = load_meeting(desk, a_meeting_file(tmp_path, [2]))
    moved = MEETING_FILE.replace("start = 10:00:00", f'start = 14:00:00\nid = "{first.meeting}"')
    assert not load_meeting(desk, a_meeting_file(tmp_path, [2], head=moved)).created
    assert agenda_of(desk).meeting.starts_at.hour == 14


def test_undoing_a_load_takes_the_meeting_out_of_sight_and_redoing_brings_it_back(
    desk: Desk, tmp_path: Path
) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [2]))
    with desk.edit() as store:
        store.undo()
    assert meetings_in(desk) == 0
    assert search_workspace(desk, "words") == ()
    with desk.edit() as store:
        store.redo()
    assert meetings_in(desk) == 1


def test_a_paper_with_an_odd_name_goes_in(desk: Desk, tmp_path: Path) -> None:
    name = "-Adroddiad ŵŷ 📄 & 'cost' " + "x" * 180 + ".pdf"
    a_pdf(tmp_path, name)
    file = a_meeting_file(tmp_path)
    file.write_text(
        file.read_text()
        + f'[[item]]\ntitle = "Adroddiad"\n[[item.paper]]\ntitle = "Ŵ"\nfile = "{name}"\n',
        encoding="utf-8",
    )
    assert load_meeting(desk, file).papers == 1


def head_of(names: str, month: int) -> str:
    """The head of a meeting file of this month, with a list of members of its own."""
    before, _, rest = MEETING_FILE.partition("members = [")
    _, _, after = rest.partition("]\n")
    members = ", ".join(f'{{ name = "{name}" }}' for name in names.split())
    whole = f"{before}members = [{members}]\n{after}"
    return whole.replace("2027-01-21", f"2027-0{month}-21")


def names_on(desk: Desk, day: str) -> list[str]:
    return [member.person.name for member in agenda_of(desk, day).members]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_each_meeting_keeps_its_own_list_of_members_in_whatever_order_they_are_loaded(
    desk: Desk, tmp_path: Path, order: tuple[int, ...]
) -> None:
    lists = ("Ann Bea Cal", "Ann Bea Dee", "Ann Cal Dee")
    for place in order:
        load_meeting(desk, a_meeting_file(tmp_path, head=head_of(lists[place], place + 1)))
    for month, names in enumerate(lists, start=1):
        assert names_on(desk, f"2027-0{month}-21") == names.split()


def test_a_member_taken_off_the_list_of_the_only_meeting_was_never_seated(
    desk: Desk, tmp_path: Path
) -> None:
    for names in ("Ann Bea", "Ann"):
        load_meeting(desk, a_meeting_file(tmp_path, head=head_of(names, 1)))
    assert names_on(desk, "2027-01-21") == ["Ann"]
