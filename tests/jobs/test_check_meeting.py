from __future__ import annotations

from pathlib import Path

from scrutiny_app.domain.meeting_checks import CheckId
from scrutiny_app.jobs.check_meeting import check_meeting
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.jobs.papers.read_texts import read_texts
from scrutiny_app.jobs.papers.record_texts import record_texts
from tests.build import NOW, a_meeting_file, a_pdf

DAY = "2027-01-21"


def test_the_words_of_a_filed_paper_are_checked(desk: Desk, tmp_path: Path) -> None:
    file = a_meeting_file(tmp_path, [2])
    a_pdf(tmp_path, "2-1.pdf", pages=2, text="Meeting date 20 January 2027, page")
    load_meeting(desk, file)
    with desk.edit() as store:
        agenda = store.agendas.read(store.meetings.find(DAY))
        found = {one.id: one for one in check_meeting(store, agenda, now=NOW)}
    assert "20 January 2027" in found[CheckId.MEETING_DATE].sentence
    assert CheckId.PAGE_NUMBERS not in found


def test_words_that_the_index_lost_are_read_again_by_the_worker(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [2], [1]))
    (desk.folder / "search.db").unlink()
    with desk.edit() as store:
        agenda = store.agendas.read(store.meetings.find(DAY))
        papers = [paper.id for item in agenda.items for paper in item.papers]
        assert store.search.texts(papers) == {}
        order = record_texts(store, {})
        assert len(order.files) == 2
        assert record_texts(store, read_texts(order)).files == {}
        texts = store.search.texts(papers)
    assert [len(texts[paper]) for paper in papers] == [2, 1]
    assert "paper 2.1" in texts[papers[0]][1]
