"""The agenda of a meeting, by keyboard through the real window."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRect, QSettings, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from scrutiny_app.domain.agenda import ItemKind
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.paper import Access
from scrutiny_app.jobs.publication_order import NO_REASONS
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.meeting.agenda_deeds import NEW_ITEM
from scrutiny_app.ui.meeting.agenda_model import Column
from scrutiny_app.ui.meeting.agenda_rows import Mark, RowSort
from scrutiny_app.ui.meeting.agenda_tab import AgendaTab
from scrutiny_app.ui.meeting.documents_card import DocumentsCard
from scrutiny_app.ui.meeting.item_editor import ItemEditor
from scrutiny_app.ui.meeting.meeting_page import MeetingPage
from scrutiny_app.ui.meeting.pack_files import PackFiles
from scrutiny_app.ui.meeting.publication.publication_tab import PublicationTab
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.preview import PackPreview
from tests.build import a_pdf, an_agenda
from tests.ui.keys import press, type_words
from tests.ui.meeting.agendas import (
    SOON,
    add_files,
    agenda_tab,
    meeting_page,
    stored,
    titles,
    wait_for_files,
)

_MANY_TABS = 40


def test_an_item_is_added_named_and_moved_by_keys_and_each_step_has_a_name(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    tab = agenda_tab(meeting_window)
    store = tab.session.store
    tab.tree.setFocus()
    tab.tree.choose(stored(meeting_window).items[0].id)
    press(qtbot, meeting_window, Qt.Key.Key_N, "Control")
    editor = tab.tree.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    type_words(qtbot, meeting_window, "Bus routes")
    press(qtbot, meeting_window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Bus routes" in titles(meeting_window), timeout=SOON)
    assert titles(meeting_window)[1] == "Bus routes"
    assert store.next_undo == "Rename the item 2"
    press(qtbot, meeting_window, Qt.Key.Key_Down, "Alt")
    assert titles(meeting_window)[2] == "Bus routes"
    assert store.next_undo == 'Move the item "Bus routes"'
    assert tab.tree.row is not None
    assert tab.tree.row.number == "3"
    press(qtbot, meeting_window, Qt.Key.Key_Delete)
    assert "Bus routes" not in titles(meeting_window)
    for _ in range(4):
        press(qtbot, meeting_window, Qt.Key.Key_Z, "Control")
    assert len(titles(meeting_window)) == 3


def test_a_new_item_goes_to_the_end_until_somebody_chose_a_row_and_its_place_is_told(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    tab = agenda_tab(meeting_window)
    first = stored(meeting_window).items[0]
    assert tab.tree.row is not None
    assert tab.tree.row.key == first.id
    tab.card.add_item.trigger()
    assert titles(meeting_window)[3] == NEW_ITEM
    told = meeting_window.status.text
    assert told() == f'"{NEW_ITEM}" is added and saved as item 4, at the end of the agenda'
    meeting_window.undo()
    assert tab.tree.row.key == first.id
    tab.deeds.add_item("Exclusion of the public", ItemKind.EXCLUSION)
    meeting_window.go(tab.desk.place("details"))
    assert agenda_tab(meeting_window) is tab
    tab.tree.picked = False
    tab.card.add_item.trigger()
    assert titles(meeting_window)[3] == NEW_ITEM
    assert told().endswith('as item 4, before "Exclusion of the public"')
    meeting_window.undo()
    place = tab.tree.visualRect(tab.tree.agenda_model.index_of(first.id)).center()
    qtbot.mouseClick(tab.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    tab.card.add_item.trigger()
    assert titles(meeting_window)[1] == NEW_ITEM
    assert told().endswith("as item 2, after item 1, which was chosen")


def test_an_agenda_opened_for_the_first_time_stands_before_its_details_and_its_pack(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    assert meeting_window.session is not None
    (meeting,) = meeting_window.session.store.meetings.list()
    meeting_window.go(Place(Room.MEETING, meeting.id, "agenda"))
    page = meeting_window.page
    assert isinstance(page, MeetingPage)
    tab = page.tab
    assert isinstance(tab, AgendaTab)
    assert tab.tree.agenda_model.rows
    assert tab.findChild(ItemEditor) is None
    assert tab.findChild(PackPreview) is None
    qtbot.waitUntil(lambda: tab.findChild(PackPreview) is not None, timeout=SOON)
    assert tab.editor.isAncestorOf(tab.findChild(ItemEditor))
    assert tab.editor.items.title.text() == stored(meeting_window).items[0].title
    # Tab goes on from the agenda to the fields that were made after all the others
    tab.tree.setFocus()
    reached = []
    for _ in range(_MANY_TABS):
        press(qtbot, meeting_window, Qt.Key.Key_Tab)
        reached.append(QGuiApplication.focusObject())
    assert reached.index(tab.editor.items.title) < reached.index(tab.pack.edition)


def test_a_title_typed_below_the_agenda_is_kept_and_shown_in_its_row(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    tab = agenda_tab(meeting_window)
    tab.tree.choose(stored(meeting_window).items[2].id)
    title = tab.editor.items.title
    title.setFocus()
    title.selectAll()
    type_words(qtbot, meeting_window, "Air ")
    title.settle()
    type_words(qtbot, meeting_window, "quality")
    press(qtbot, meeting_window, Qt.Key.Key_Return)
    assert titles(meeting_window)[2] == "Air quality"
    assert tab.tree.agenda_model.rows[2].title == "Air quality"
    press(qtbot, meeting_window, Qt.Key.Key_Z, "Control")
    assert titles(meeting_window)[2] == "Further item 1"
    title.clear()
    type_words(qtbot, meeting_window, " ")
    press(qtbot, meeting_window, Qt.Key.Key_Return)
    assert titles(meeting_window)[2] == "Further item 1"


def test_papers_are_added_marked_exempt_and_both_editions_are_built(
    qtbot: QtBot, meeting_window: MainWindow, tmp_path: Path
) -> None:
    files = [a_pdf(tmp_path, f"{name}.pdf", pages=3, text=name) for name in ("Roads", "Terms")]
    tab = agenda_tab(meeting_window)
    tab.tree.choose(stored(meeting_window).items[1].id)
    add_files(qtbot, meeting_window, *files)
    assert [paper.title for paper in stored(meeting_window).items[1].papers] == ["Roads", "Terms"]
    assert tab.session.store.next_undo == "Add 2 papers"
    assert [row.pages for row in tab.tree.agenda_model.rows[1].children] == ["3\u20135", "7\u20139"]

    mark_exempt(qtbot, meeting_window)
    paper = stored(meeting_window).items[1].papers[1]
    assert (paper.access, paper.exempt and paper.exempt.paragraphs) == (Access.EXEMPT, (3,))
    assert tab.session.store.next_undo == "Paper 2.2: exempt"

    pages = {edition: build(qtbot, meeting_window, edition) for edition in Edition}
    assert pages[Edition.FULL] == pages[Edition.PUBLIC] + 4
    receipts = tab.session.store.packs.list(stored(meeting_window).meeting.id)
    assert {one.edition for one in receipts} == set(Edition)
    assert (tmp_path / "Packs").is_dir()


def test_the_window_never_waits_for_the_disk_while_papers_are_filed(
    qtbot: QtBot, meeting_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    sync = os.fsync

    def noted(handle: int) -> None:
        synced.append(threading.get_ident())
        sync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    tab = agenda_tab(meeting_window)
    tab.tree.choose(stored(meeting_window).items[1].id)
    add_files(qtbot, meeting_window, a_pdf(tmp_path, "Roads.pdf", text="roads"))
    paper = stored(meeting_window).items[1].papers[0]
    assert paper.version is not None
    assert tab.session.store.paper_folder.path(paper.version.original_sha256).is_file()
    # Two files are synced and so are their folders, all of it beside the window's own thread
    assert len(synced) >= 4
    assert threading.get_ident() not in synced


def mark_exempt(qtbot: QtBot, window: MainWindow) -> None:
    """Mark paper 2.2 exempt: nothing is changed before paragraph and reason are there."""
    tab = agenda_tab(window)
    tab.tree.choose(stored(window).items[1].papers[1].id)
    access = tab.editor.papers.access
    access.choice.setCurrentIndex(1)
    access.choice.activated.emit(1)
    assert "Not changed yet" in access.pending.text()
    access.paragraphs.item(2).setCheckState(Qt.CheckState.Checked)
    access.reason.setFocus()
    type_words(qtbot, window, "The bid would be known.")
    access.settle()


def test_a_file_that_was_withheld_before_comes_withheld_and_the_officer_is_told(
    qtbot: QtBot, meeting_window: MainWindow, tmp_path: Path
) -> None:
    files = [a_pdf(tmp_path, f"{name}.pdf", text=name) for name in ("Roads", "Terms")]
    tab = agenda_tab(meeting_window)
    tab.tree.choose(stored(meeting_window).items[1].id)
    add_files(qtbot, meeting_window, *files)
    mark_exempt(qtbot, meeting_window)
    tab.tree.choose(stored(meeting_window).items[2].id)
    add_files(qtbot, meeting_window, files[1])
    agenda = stored(meeting_window)
    (again,) = agenda.items[2].papers
    assert (again.access, again.exempt) == (Access.EXEMPT, agenda.items[1].papers[1].exempt)
    assert "was withheld from the public before. It is exempt here too" in (
        meeting_window.page.strip.sentence.text()
    )


def test_nothing_is_built_or_published_while_a_paper_is_only_half_marked_as_exempt(
    qtbot: QtBot, meeting_window: MainWindow, tmp_path: Path
) -> None:
    tab = agenda_tab(meeting_window)
    tab.tree.choose(stored(meeting_window).items[1].id)
    add_files(qtbot, meeting_window, a_pdf(tmp_path, "Prices.pdf", text="prices"))
    tab.tree.choose(stored(meeting_window).items[1].papers[0].id)
    access = tab.editor.papers.access
    access.choice.setCurrentIndex(1)
    access.choice.activated.emit(1)
    press(qtbot, meeting_window, Qt.Key.Key_B, "Control")
    assert not tab.pack.builder.busy
    said = meeting_window.page.strip.sentence.text()
    assert said.startswith("Paper 2.1 is still open to the public. Tick a paragraph")
    meeting_window.page.strip.hide()
    meeting_window.go(tab.desk.place("publication"))
    publication = tab.desk.page.findChild(PublicationTab)
    assert publication is not None
    publication.publish.wanted.emit(NO_REASONS)
    assert meeting_window.page.strip.sentence.text() == said
    assert not meeting_window.jobs.busy
    meeting_window.go(tab.desk.place("agenda"))
    meeting_window.page.strip.hide()
    tab.tree.choose(stored(meeting_window).items[0].id)
    assert meeting_window.page.strip.isVisible()


def build(qtbot: QtBot, window: MainWindow, edition: Edition) -> int:
    """Build an edition by its key; return how many pages the preview then shows."""
    pack = agenda_tab(window).pack
    pack.edition.show_value(edition)
    pack.edition.chosen.emit(edition)
    pack.password.setText("a long enough secret" if edition is Edition.FULL else "")
    press(qtbot, window, Qt.Key.Key_B, "Control")
    reading = pack.preview.reading
    qtbot.waitUntil(lambda: not pack.builder.busy and reading.document is not None, timeout=SOON)
    assert reading.document is not None
    return reading.document.pages


def test_a_file_that_is_refused_says_so_beside_its_item_and_can_be_tried_again(
    qtbot: QtBot, meeting_window: MainWindow, tmp_path: Path
) -> None:
    bad = tmp_path / "Report.pdf"
    bad.write_bytes(b"This is no PDF at all")
    tab = agenda_tab(meeting_window)
    tab.tree.choose(stored(meeting_window).items[1].id)
    add_files(qtbot, meeting_window, bad)
    (row,) = tab.tree.agenda_model.rows[1].children
    assert (row.sort, row.mark) == (RowSort.FILE, Mark.REFUSED)
    assert "not a PDF" in row.below
    said = tab.tree.agenda_model.index_of(row.key).siblingAtColumn(Column.READY)
    assert "Not taken in" in str(said.data(int(Qt.ItemDataRole.AccessibleTextRole)))
    tab.tree.choose(row.key)
    assert not tab.editor.files.final.isVisible()
    assert tab.editor.files.again.isVisible()
    a_pdf(tmp_path, "Report.pdf")
    tab.editor.files.again.click()
    wait_for_files(qtbot, tab)
    assert [paper.title for paper in stored(meeting_window).items[1].papers] == ["Report"]
    assert not tab.arrivals.files


def test_a_new_version_of_a_paper_keeps_the_one_before(
    qtbot: QtBot, meeting_window: MainWindow, tmp_path: Path
) -> None:
    tab = agenda_tab(meeting_window)
    tab.tree.choose(stored(meeting_window).items[1].id)
    add_files(qtbot, meeting_window, a_pdf(tmp_path, "First.pdf", text="first"))
    paper = stored(meeting_window).items[1].papers[0]
    tab.deeds.replace_file(paper.id, a_pdf(tmp_path, "Second.pdf", pages=5, text="second"))
    wait_for_files(qtbot, tab)
    versions = tab.session.store.papers.versions(paper.id)
    assert [one.file_name for one in versions] == ["Second.pdf", "First.pdf"]
    assert "Before: First.pdf" in tab.editor.papers.versions.text()


def test_files_are_pasted_and_dropped_on_items_and_between_them(
    qtbot: QtBot, meeting_window: MainWindow, tmp_path: Path
) -> None:
    tab = agenda_tab(meeting_window)
    items = stored(meeting_window).items
    tab.tree.choose(items[1].id)
    tab.tree.setFocus()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(a_pdf(tmp_path, "Pasted.pdf", text="pasted")))])
    QGuiApplication.clipboard().setMimeData(data)
    press(qtbot, meeting_window, Qt.Key.Key_V, "Control")
    # What lies on the clipboard when Python ends brings the process down
    QGuiApplication.clipboard().clear()
    wait_for_files(qtbot, tab)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(a_pdf(tmp_path, "Parking_plan.pdf", text="plan")))])
    tab.tree.agenda_model.dropMimeData(dropped, Qt.DropAction.CopyAction, 1, 0, QModelIndex())
    qtbot.waitUntil(lambda: len(stored(meeting_window).items) == 4, timeout=SOON)
    wait_for_files(qtbot, tab)
    agenda = stored(meeting_window)
    assert [(item.title, [one.title for one in item.papers]) for item in agenda.items[1:3]] == [
        ("Parking plan", ["Parking plan"]),
        ("Progress report", ["Pasted"]),
    ]
    # Qt must not find Python's data on the clipboard when Python has gone
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize("height", [728, 900])
def test_what_the_law_asks_of_an_exempt_paper_is_seen_at_once_where_the_screen_is_low(
    qtbot: QtBot, meeting_window: MainWindow, height: int
) -> None:
    meeting_window.resize(1_366, height)
    tab = agenda_tab(meeting_window)
    tab.tree.choose(stored(meeting_window).items[1].id)
    tab.deeds.add_to_follow()
    # The window is laid out for its new size
    qtbot.wait(100)
    before = tab.card.height()
    access = tab.editor.papers.access
    access.choice.show_value(Access.EXEMPT)
    access.choice.chosen.emit(Access.EXEMPT)
    shown = (access.choice, access.pending, access.paragraphs, access.reason, access.review)
    qtbot.waitUntil(lambda: all(map(_is_whole, shown)), timeout=SOON)
    access.choice.show_value(Access.PUBLIC)
    tab.tree.choose(stored(meeting_window).items[0].id)
    qtbot.waitUntil(lambda: tab.card.height() == before, timeout=SOON)


def _is_whole(widget: QWidget) -> bool:
    """Whether nothing of a widget is cut off by the areas that it may be scrolled in."""
    areas: list[QWidget] = []
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            areas.append(above.viewport())
        above = above.parentWidget()
    return widget.isVisible() and all(
        area.rect().contains(QRect(widget.mapTo(area, QPoint()), widget.size())) for area in areas
    )


def test_where_there_is_room_for_one_card_only_the_details_take_the_place_of_the_agenda(
    qtbot: QtBot, meeting_window: MainWindow, theme: Theme
) -> None:
    meeting_window.resize(1_366, 728)
    tab = agenda_tab(meeting_window)
    theme.resize_text(200)
    qtbot.waitUntil(lambda: tab.editor.is_folded, timeout=SOON)
    # The agenda has all that the details left
    split = tab.editor.parentWidget()
    qtbot.waitUntil(lambda: split.height() == tab.editor.geometry().bottom() + 1, timeout=SOON)
    tab.tree.setFocus()
    press(qtbot, meeting_window, Qt.Key.Key_E, "Control")
    assert tab.card.isHidden()
    assert tab.editor.items.title.hasFocus()
    press(qtbot, meeting_window, Qt.Key.Key_E, "Control")
    assert tab.card.isVisible()


def test_an_empty_agenda_starts_with_the_standing_items(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    tab = agenda_tab(meeting_window)
    for _ in range(3):
        tab.tree.choose(stored(meeting_window).items[0].id)
        tab.deeds.remove()
    assert tab.card.empty.isVisible()
    tab.check()
    assert meeting_page(meeting_window).head.chip.word.endswith("nothing on the agenda yet")
    tab.card.standing.trigger()
    assert "Apologies for absence" in titles(meeting_window)
    assert tab.session.store.next_undo == "Start with the standing items"


def test_the_tree_is_a_sound_model_and_every_column_speaks(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    tab = agenda_tab(meeting_window)
    model = tab.tree.agenda_model
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning, model
    )
    tab.deeds.add_item()
    tab.deeds.add_to_follow()
    tab.deeds.move(-1)
    assert tester is not None
    role = int(Qt.ItemDataRole.AccessibleTextRole)
    for row in range(model.rowCount()):
        for column in Column:
            assert model.index(row, column).data(role)


def test_check_pack_leads_to_the_paper_a_check_is_about(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    page = meeting_page(meeting_window, "details")
    press(qtbot, meeting_window, Qt.Key.Key_F7)
    tab = page.tab
    assert isinstance(tab, AgendaTab)
    assert tab.checks.lines.hasFocus()
    tab.tree.choose(stored(meeting_window).items[0].id)
    tab.deeds.add_to_follow()
    tab.check()
    assert "warning" in page.head.chip.word
    paper = stored(meeting_window).items[0].papers[0]
    tab.checks.lines.picked.emit(paper.id)
    assert tab.tree.row is not None
    assert tab.tree.row.key == paper.id


@pytest.mark.parametrize("name", ["A/B: Health", "Plain"])
def test_a_pack_has_a_file_name_that_every_system_takes(name: str, settings: QSettings) -> None:
    agenda = an_agenda()
    agenda = replace(agenda, committee=replace(agenda.committee, name=name))
    files = PackFiles(settings, Path("workspace"))
    assert not set('/\\:*?"<>|') & set(files.file_of(agenda, Edition.PUBLIC).name)


def test_a_paper_the_front_sheet_and_the_minutes_are_shown_in_the_print_window(
    qtbot: QtBot, meeting_window: MainWindow, tmp_path: Path
) -> None:
    tab = agenda_tab(meeting_window)
    tab.card.print_.trigger()
    assert "Choose a paper with pages" in meeting_window.page.strip.sentence.text()
    tab.tree.choose(stored(meeting_window).items[1].id)
    add_files(qtbot, meeting_window, a_pdf(tmp_path, "Figures.pdf", text="figures"))
    tab.tree.choose(stored(meeting_window).items[1].papers[0].id)
    tab.card.print_.trigger()
    assert tab.deeds.printing is not None
    tab.deeds.printing.close()
    meeting_window.go(tab.desk.place("details"))
    documents = meeting_window.page.findChild(DocumentsCard)
    assert documents is not None
    for what in ("agenda", "minutes"):
        documents.printing = None
        documents.print_(what)
        qtbot.waitUntil(lambda: documents.printing is not None, timeout=SOON)
        assert documents.printing is not None
        documents.printing.close()
    assert (tab.session.store.staging / "minutes to print.pdf").is_file()
