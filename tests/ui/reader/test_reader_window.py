"""A councillor reads a pack: opens it, finds the way, searches, copies, and comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Pdf
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from scrutiny_app.jobs.start_viewer import start_viewer
from scrutiny_app.ui.reader.place_memory import Left, PlaceMemory
from scrutiny_app.ui.reader.side_panel import Part
from scrutiny_app.ui.reader_window import ReaderWindow
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.page_layout import Fit, Spot
from scrutiny_app.ui.viewer.reading import Reading
from tests.build import a_pdf
from tests.ui.conftest import SOON, is_sharp
from tests.ui.keys import press, type_words
from tests.ui.packs import ADDRESS


def link_place(window: ReaderWindow, number: int) -> QPoint:
    """Return the middle of a link on the first page, in the viewport."""
    link = window.room.reading.words[0].links[number]
    return window.room.view.sight.text_rect(0, link.box).center().toPoint()


def test_without_a_file_the_window_says_what_to_do(window: ReaderWindow) -> None:
    assert window.room.welcome.isVisible()
    assert "Drop a PDF here" in window.room.welcome.advice.text()
    assert window.status.text() == "No file is open"


def test_a_pack_opens_with_its_title_outline_and_first_page(reader: ReaderWindow) -> None:
    assert reader.windowTitle().startswith("Kelsham pack")
    assert reader.room.side.outline.items.rowCount() == 5
    assert reader.status.text() == "Page 1 of 30J (sheet 1 of 40)"
    picture = reader.room.view.grab().toImage()
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert middle.lightness() > 200


def test_the_outline_tells_the_pages_of_each_item(reader: ReaderWindow) -> None:
    items = reader.room.side.outline.items
    said = [
        items.item(row).data(int(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(items.rowCount())
    ]
    assert said[:3] == [
        "1. Apologies, pages 1",
        "2. Minutes, pages 2\N{EN DASH}8",
        "3. Improvement, pages 9\N{EN DASH}18",
    ]


@pytest.mark.parametrize(
    ("typed", "page"), [("19", 18), ("30b", 31), ("page 7", 6), ("item 4", 18), ("Item 5", 30)]
)
def test_the_jump_box_takes_a_page_as_printed_or_an_item(
    typed: str, page: int, reader: ReaderWindow, qtbot: QtBot
) -> None:
    press(qtbot, reader, Qt.Key.Key_G, "Control")
    type_words(qtbot, reader, typed)
    press(qtbot, reader, Qt.Key.Key_Return)
    assert reader.room.view.page == page


def test_a_page_that_is_not_there_is_answered_with_what_is(
    reader: ReaderWindow, qtbot: QtBot
) -> None:
    press(qtbot, reader, Qt.Key.Key_G, "Control")
    type_words(qtbot, reader, "99")
    press(qtbot, reader, Qt.Key.Key_Return)
    assert reader.status.text().startswith('There is no page "99". Pages run from 1 to 30J')
    assert reader.room.view.page == 0


def test_a_link_leads_to_its_page_and_back_leads_home(reader: ReaderWindow, qtbot: QtBot) -> None:
    view = reader.room.view
    at = link_place(reader, 3)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.page == 18
    press(qtbot, reader, Qt.Key.Key_Left, "Alt")
    assert view.page == 0
    press(qtbot, reader, Qt.Key.Key_Right, "Alt")
    assert view.page == 18


def test_a_link_out_of_the_file_shows_its_address_before_anything_opens(
    reader: ReaderWindow, qtbot: QtBot
) -> None:
    at = link_place(reader, 5)
    qtbot.mouseClick(reader.room.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    question = reader.findChild(QMessageBox)
    assert question is not None
    assert question.informativeText() == ADDRESS
    question.reject()


def test_a_link_to_a_program_is_not_followed(reader: ReaderWindow) -> None:
    reader.room.view.leaving.emit("file:///bin/sh")
    assert reader.findChild(QMessageBox) is None
    assert "leads to no web page" in reader.status.text()


def test_search_finds_while_typing_and_goes_from_find_to_find(
    reader: ReaderWindow, qtbot: QtBot
) -> None:
    side, view = reader.room.side, reader.room.view
    press(qtbot, reader, Qt.Key.Key_F, "Control")
    type_words(qtbot, reader, "caseload")
    qtbot.waitUntil(lambda: side.count.text() == "1 of 4", timeout=SOON)
    assert side.part is Part.FOUND
    assert view.page == 8
    press(qtbot, reader, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: view.page == 18, timeout=SOON)
    assert side.count.text() == "2 of 4"
    qtbot.waitUntil(lambda: 18 in reader.room.reading.words, timeout=SOON)
    assert len(view.sight.hits[18]) == 1


def test_words_are_found_across_the_end_of_a_line(reader: ReaderWindow, qtbot: QtBot) -> None:
    reader.room.side.field.setText("FALLEN  again")
    qtbot.waitUntil(lambda: reader.room.side.count.text() == "1 of 4", timeout=SOON)


def test_words_that_are_nowhere_are_said_to_be_nowhere(reader: ReaderWindow, qtbot: QtBot) -> None:
    reader.room.side.field.setText("xylophone")
    qtbot.waitUntil(lambda: reader.room.side.count.text() == "Nothing found", timeout=SOON)


def test_finds_stand_under_their_item_with_a_count(reader: ReaderWindow, qtbot: QtBot) -> None:
    reader.room.side.field.setText("caseload")
    qtbot.waitUntil(lambda: len(reader.room.side.found.hits) == 4, timeout=SOON)
    items = reader.room.side.found.items
    said = int(Qt.ItemDataRole.AccessibleTextRole)
    assert [items.item(row).data(said) for row in range(items.rowCount())] == [
        "3. Improvement, 1 found",
        "4. Budget, 2 found",
        "5. Work programme, 1 found",
    ]
    assert items.item(0).child(0).data(said).endswith("fallen again this year., page 9")


def test_marking_with_the_mouse_copies_the_words(reader: ReaderWindow, qtbot: QtBot) -> None:
    view = reader.room.view
    words = reader.room.reading.words[0]
    start = words.text.index("This is page 1")
    boxes = words.boxes(start, start + len("This is page 1"))
    rect = view.sight.text_rect(0, boxes[0])
    first = QPoint(round(rect.left()) + 1, round(rect.center().y()))
    last = QPoint(round(rect.right()) - 1, round(rect.center().y()))
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseMove(view.viewport(), last)
    view.mouseMoveEvent(_drag(last))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last)
    press(qtbot, reader, Qt.Key.Key_C, "Control")
    assert QGuiApplication.clipboard().text() == "This is page 1"


def test_the_text_of_a_page_is_copied_without_a_mouse(reader: ReaderWindow, qtbot: QtBot) -> None:
    press(qtbot, reader, Qt.Key.Key_A, "Control")
    press(qtbot, reader, Qt.Key.Key_C, "Control")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Apologies")
    assert copied.endswith("This is page 1 of the pack.")


def test_links_are_followed_without_a_mouse(reader: ReaderWindow, qtbot: QtBot) -> None:
    press(qtbot, reader, Qt.Key.Key_K, "Control")
    menu = reader.room.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()][2].startswith("Improvement")
    menu.actions()[2].trigger()
    menu.close()
    assert reader.room.view.page == 8


def test_the_viewer_that_dies_says_so_and_comes_back_where_it_was(
    reader: ReaderWindow, qtbot: QtBot
) -> None:
    room = reader.room
    room.view.jump(Spot(18))
    with qtbot.waitSignal(room.reading.stumbled, timeout=SOON):
        room.reading.child.kill()
    assert room.notice.isVisible()
    assert "starting again" in reader.status.text()
    qtbot.waitUntil(lambda: not room.notice.isVisible(), timeout=SOON)
    qtbot.waitUntil(lambda: is_sharp(reader), timeout=SOON)
    assert room.view.page == 18
    room.side.field.setText("caseload")
    qtbot.waitUntil(lambda: len(room.side.found.hits) == 4, timeout=SOON)


def test_a_file_that_is_no_pdf_is_refused_in_a_sentence(
    window: ReaderWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "letter.pdf").write_text("Dear Sir", encoding="utf-8")
    with qtbot.waitSignal(window.room.reading.refused, timeout=SOON):
        window.open(tmp_path / "letter.pdf")
    assert window.room.notice.sentence.text().startswith("letter.pdf cannot be shown")
    assert window.room.welcome.isVisible()


def test_a_file_that_is_refused_leaves_no_title_of_the_one_before(
    reader: ReaderWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "letter.pdf").write_text("Dear Sir", encoding="utf-8")
    with qtbot.waitSignal(reader.room.reading.refused, timeout=SOON):
        reader.open(tmp_path / "letter.pdf")
    assert reader.windowTitle() == "Scrutiny reader"


def test_a_title_without_end_is_shown_on_one_line(
    window: ReaderWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Title"] = "A\n\ttitle \u202e" + "without end " * 10_000
        pdf.save(tmp_path / "endless.pdf")
    with qtbot.waitSignal(window.room.reading.opened, timeout=SOON):
        window.open(tmp_path / "endless.pdf")
    assert window.windowTitle().startswith("A title without end without end")
    assert len(window.windowTitle()) < 400


def test_a_dropped_file_is_opened(window: ReaderWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(a_pdf(tmp_path, "dropped.pdf")))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(window.room.reading.opened, timeout=SOON):
        window.dropEvent(drop)
    assert window.status.text() == "Page 1 of 2"


def test_a_file_opens_where_it_was_left_even_under_another_name(
    reader: ReaderWindow, qtbot: QtBot, pack: Path, tmp_path: Path
) -> None:
    reader.room.view.jump(Spot(22, 100.0))
    reader.close_file()
    renamed = tmp_path / "renamed.pdf"
    renamed.write_bytes(pack.read_bytes())
    with qtbot.waitSignal(reader.room.reading.opened, timeout=SOON):
        reader.open(renamed)
    assert reader.room.view.sight.spot.page == 22
    assert reader.room.view.sight.spot.down == pytest.approx(100, abs=2)


def test_each_file_keeps_its_zoom_and_its_two_pages(
    reader: ReaderWindow, qtbot: QtBot, pack: Path, tmp_path: Path
) -> None:
    view, do = reader.room.view, reader.room.actions_
    do.two.trigger()
    view.set_zoom(0.8)
    view.jump(Spot(22, 100.0))
    with qtbot.waitSignal(reader.room.reading.opened, timeout=SOON):
        reader.open(a_pdf(tmp_path))
    do.two.trigger()
    view.set_fit(Fit.PAGE)
    with qtbot.waitSignal(reader.room.reading.opened, timeout=SOON):
        reader.open(pack)
    assert (view.two_pages, view.fit, view.zoom) == (True, Fit.FREE, pytest.approx(0.8))
    assert do.two.isChecked()
    assert view.sight.spot.page in (21, 22)
    with qtbot.waitSignal(reader.room.reading.opened, timeout=SOON):
        reader.open(tmp_path / "paper.pdf")
    assert (view.two_pages, view.fit) == (False, Fit.PAGE)


def test_a_place_that_an_earlier_version_kept_is_still_known(settings: QSettings) -> None:
    settings.setValue("reader/places", '{"one": [4, 12.5], "two": "nonsense", "three": [1, 2, 3]}')
    memory = PlaceMemory(settings)
    assert memory.left("one") == Left(Spot(4, 12.5))
    assert memory.left("two") is memory.left("three") is memory.left("four") is None


def test_the_files_read_lately_are_offered(
    reader: ReaderWindow, qtbot: QtBot, theme: Theme, settings: QSettings
) -> None:
    reader.close_file()
    assert [path.name for path in PlaceMemory(settings).recent()] == ["pack.pdf"]


def test_the_pages_fit_the_window_and_zoom_by_keys(reader: ReaderWindow, qtbot: QtBot) -> None:
    view = reader.room.view
    assert view.sight.page_rect(0).width() == pytest.approx(view.viewport().width() - 28, abs=2)
    press(qtbot, reader, Qt.Key.Key_9, "Control")
    assert view.fit is Fit.PAGE
    assert view.sight.page_rect(0).height() < view.viewport().height()
    press(qtbot, reader, Qt.Key.Key_1, "Control")
    assert view.zoom == 1.0
    press(qtbot, reader, Qt.Key.Key_Minus, "Control")
    assert view.zoom == pytest.approx(1 / 1.1)


def test_pages_can_be_turned_and_their_words_still_marked(
    reader: ReaderWindow, qtbot: QtBot
) -> None:
    press(qtbot, reader, Qt.Key.Key_R, "Control")
    qtbot.waitUntil(lambda: is_sharp(reader), timeout=SOON)
    view = reader.room.view
    rect = view.sight.page_rect(0)
    assert rect.width() > rect.height()
    box = reader.room.reading.words[0].links[3].box
    link = view.sight.link_at(view.sight.text_rect(0, box).center().toPoint())
    assert link is not None
    assert link.page == 18


def test_two_pages_stand_side_by_side_and_the_page_asked_for_is_the_page_read(
    reader: ReaderWindow, qtbot: QtBot
) -> None:
    view = reader.room.view
    press(qtbot, reader, Qt.Key.Key_2, "Control")
    press(qtbot, reader, Qt.Key.Key_9, "Control")
    view.jump(Spot(18))
    qtbot.waitUntil(lambda: is_sharp(reader), timeout=SOON)
    assert view.page == 18
    assert reader.room.bar.jump.text() == "19"
    left, right = view.sight.page_rect(17), view.sight.page_rect(18)
    assert left.top() == right.top()
    assert left.right() < right.left()
    press(qtbot, reader, Qt.Key.Key_PageDown, "Control")
    assert view.page == 19
    view.show_spot(Spot(20))
    assert reader.status.text() == "Page 21 of 30J (sheet 21 of 40)"
    press(qtbot, reader, Qt.Key.Key_2, "Control")
    assert view.page == 20
    assert view.sight.spot.page == 20


def test_where_a_page_fits_the_view_keys_turn_whole_pages(
    reader: ReaderWindow, qtbot: QtBot
) -> None:
    view = reader.room.view
    view.show_spot(Spot(4, 200.0))
    press(qtbot, reader, Qt.Key.Key_9, "Control")
    assert view.sight.spot == Spot(4, 0.0)
    for key, page in (
        (Qt.Key.Key_Space, 5),
        (Qt.Key.Key_PageDown, 6),
        (Qt.Key.Key_Right, 7),
        (Qt.Key.Key_Left, 6),
        (Qt.Key.Key_PageUp, 5),
    ):
        press(qtbot, reader, key)
        assert view.sight.spot == Spot(page, 0.0)


def test_pages_are_turned_to_either_side(reader: ReaderWindow, qtbot: QtBot) -> None:
    press(qtbot, reader, Qt.Key.Key_R, "Control", "Shift")
    assert reader.room.view.turns == 3
    press(qtbot, reader, Qt.Key.Key_R, "Control")
    assert reader.room.view.turns == 0


def test_dark_pages_are_light_on_dark(reader: ReaderWindow, qtbot: QtBot) -> None:
    press(qtbot, reader, Qt.Key.Key_D, "Control")
    qtbot.waitUntil(lambda: is_sharp(reader), timeout=SOON)
    picture = reader.room.view.viewport().grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 200).lightness() < 60


def test_pages_in_small_are_drawn_only_when_asked_for(reader: ReaderWindow, qtbot: QtBot) -> None:
    small, shelf = reader.room.side.small, reader.room.reading.shelf
    assert small.tile(0) not in shelf
    press(qtbot, reader, Qt.Key.Key_T, "Control", "Shift")
    qtbot.waitUntil(lambda: small.tile(0) in shelf and small.tile(3) in shelf, timeout=SOON)
    assert small.tile(39) not in shelf


def test_the_words_of_the_page_can_be_read_as_text(reader: ReaderWindow, qtbot: QtBot) -> None:
    panel = reader.room.side.text
    press(qtbot, reader, Qt.Key.Key_F7)
    assert panel.hasFocus()
    assert panel.toPlainText().endswith("This is page 1 of the pack.")
    reader.room.view.jump(Spot(8))
    qtbot.waitUntil(lambda: "page 9 of the pack" in panel.toPlainText(), timeout=SOON)
    assert panel.accessibleName() == "Page 9 as text"
    assert "Average caseloads have fallen again this year." in panel.toPlainText()


def test_f1_explains_the_reader(reader: ReaderWindow, qtbot: QtBot) -> None:
    press(qtbot, reader, Qt.Key.Key_F1)
    assert reader.help.isVisible()
    assert reader.help.text.toPlainText().startswith("Reading a pack")


def test_the_viewer_is_warm_before_any_file_is_opened(window: ReaderWindow) -> None:
    assert window.room.reading.child.pid > 0


def test_a_whole_visit_by_keyboard_alone(reader: ReaderWindow, qtbot: QtBot) -> None:
    room = reader.room
    assert room.view.hasFocus()
    press(qtbot, reader, Qt.Key.Key_Space)
    press(qtbot, reader, Qt.Key.Key_PageDown, "Control")
    press(qtbot, reader, Qt.Key.Key_O, "Control", "Shift")
    assert room.side.outline.hasFocus()
    press(qtbot, reader, Qt.Key.Key_End)
    press(qtbot, reader, Qt.Key.Key_Return)
    assert room.view.page == 30
    press(qtbot, reader, Qt.Key.Key_F6)
    assert room.view.hasFocus()
    press(qtbot, reader, Qt.Key.Key_F6)
    assert room.bar.jump.hasFocus()
    press(qtbot, reader, Qt.Key.Key_F, "Control")
    type_words(qtbot, reader, "page 30 of")
    qtbot.waitUntil(lambda: room.view.page == 29, timeout=SOON)
    press(qtbot, reader, Qt.Key.Key_W, "Control")
    assert room.welcome.isVisible()


def test_no_library_that_draws_documents_is_loaded_by_the_window(
    reader: ReaderWindow, qtbot: QtBot
) -> None:
    from subprocess import run
    from sys import executable

    ask = (
        "import sys; import scrutiny_app.ui.app; "
        "sys.exit(bool({'reportlab', 'pikepdf', 'docx', 'pypdfium2'} & set(sys.modules)))"
    )
    assert run([executable, "-c", ask], check=False).returncode == 0


def test_two_windows_read_side_by_side(
    reader: ReaderWindow, qtbot: QtBot, theme: Theme, settings: QSettings, tmp_path: Path
) -> None:
    other = ReaderWindow(Reading(start_viewer()), theme, PlaceMemory(settings))
    other.show()
    with qtbot.waitSignal(other.room.reading.opened, timeout=SOON):
        other.open(a_pdf(tmp_path))
    assert other.status.text() == "Page 1 of 2"
    assert reader.status.text().startswith("Page 1 of 30J")
    other.close()
    other.deleteLater()
    QApplication.processEvents()


def test_a_window_that_was_closed_hears_of_the_theme_no_more(
    qtbot: QtBot, theme: Theme, settings: QSettings
) -> None:
    gone = ReaderWindow(Reading(start_viewer()), theme, PlaceMemory(settings))
    gone.close()
    with qtbot.waitSignal(gone.destroyed, timeout=SOON):
        gone.deleteLater()
    with qtbot.captureExceptions() as faults:
        theme.resize_text(theme.percent + 10)
    assert faults == []


def _drag(at: QPoint) -> object:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(at), left, left, none)
