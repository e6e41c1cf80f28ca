"""Printing from the window: what is chosen, what it comes to, and what comes out."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from scrutiny_app.ui.printing.print_dialog import PrintDialog, print_document
from scrutiny_app.ui.reader_window import ReaderWindow
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.password_strip import PasswordStrip
from tests.ui.conftest import SOON
from tests.ui.keys import press, type_words
from tests.ui.reader.test_accessibility import focusable, unnamed


def choose(dialog: PrintDialog, qtbot: QtBot, pages: str, **changes: bool) -> str:
    """Type pages, set ticks, and return what it comes to."""
    dialog.form.two_sided.setChecked(changes.get("two_sided", True))
    dialog.form.pages.setText(pages)
    dialog._show_order()
    return dialog.summary.text()


def arrange(dialog: PrintDialog, name: str) -> None:
    dialog.form.arrangement.setCurrentIndex(dialog.form.arrangement.findData(name))


def texts_of(path: Path) -> list[str]:
    with pdfium.PdfDocument(path) as pdf:
        return [pdf[page].get_textpage().get_text_range() for page in range(len(pdf))]


def test_the_window_opens_by_its_key_and_tells_what_printing_all_comes_to(
    reader: ReaderWindow, qtbot: QtBot
) -> None:
    press(qtbot, reader, Qt.Key.Key_P, "Control")
    dialog = reader.room.findChild(PrintDialog)
    assert dialog is not None
    # Items 4 and 5 begin on pages 19 and 31, both on fronts already
    assert dialog.summary.text() == "A PDF of 40 pages"
    dialog.close()


def test_items_and_pages_are_chosen_by_typing(dialog: PrintDialog, qtbot: QtBot) -> None:
    dialog.form.pages.setFocus()
    type_words(qtbot, dialog, "items 3-4")
    qtbot.waitUntil(lambda: dialog.summary.text() == "A PDF of 22 pages", timeout=SOON)
    ticked = [dialog.form.ticks.item(row).checkState() == Qt.CheckState.Checked for row in range(5)]
    assert ticked == [False, False, True, True, False]


def test_items_are_chosen_by_ticking(dialog: PrintDialog, qtbot: QtBot) -> None:
    ticks = dialog.form.ticks
    for row in (1, 2, 3):
        ticks.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.form.pages.text() == "items 1, 5"
    for row in (0, 4):
        ticks.item(row).setCheckState(Qt.CheckState.Unchecked)
    dialog._show_order()
    assert dialog.form.trouble.text().startswith("Say which to print")
    assert not dialog.print_.isEnabled()


def test_pages_that_are_not_there_are_answered_with_what_is(
    dialog: PrintDialog, qtbot: QtBot
) -> None:
    choose(dialog, qtbot, "pages 9-99")
    assert dialog.form.trouble.text().startswith('There are no pages "9-99".')
    assert not dialog.print_.isEnabled()


def test_papers_start_on_a_front_and_only_then_is_a_back_left_blank(
    dialog: PrintDialog, qtbot: QtBot
) -> None:
    # Item 1 is one page; item 3 begins on page 9, a right-hand page
    assert choose(dialog, qtbot, "items 1, 3") == "A PDF of 12 pages, 1 of them blank"
    assert choose(dialog, qtbot, "items 1, 3", two_sided=False) == "A PDF of 11 pages"


def test_chosen_pages_are_saved_as_a_pdf_whose_words_are_words(
    dialog: PrintDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(dialog, qtbot, "items 1, 3")
    with qtbot.waitSignal(dialog.told, timeout=SOON) as told:
        dialog.save_as(tmp_path / "chosen.pdf")
    assert told.args == ["Saved: A PDF of 12 pages, 1 of them blank"]
    texts = texts_of(tmp_path / "chosen.pdf")
    assert "page 1 of the pack" in texts[0]
    assert texts[1] == ""
    assert "page 9 of the pack" in texts[2]
    assert len(texts) == 12
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(("arrangement", "pages"), [("two", 2), ("half", 8)])
def test_a_saved_pdf_may_hold_two_pages_or_half_a_page_on_a_side(
    arrangement: str, pages: int, dialog: PrintDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    arrange(dialog, arrangement)
    choose(dialog, qtbot, "3-6")
    with qtbot.waitSignal(dialog.told, timeout=SOON):
        dialog.save_as(tmp_path / "chosen.pdf")
    with pikepdf.open(tmp_path / "chosen.pdf") as pdf:
        assert len(pdf.pages) == pages
        left, bottom, right, top = (float(edge) for edge in pdf.pages[0].mediabox)
        assert right - left > top - bottom, "its sides lie"
    text = texts_of(tmp_path / "chosen.pdf")[0]
    assert ("page 4 of" in text) == (arrangement == "two")


def test_sheets_come_out_of_a_printer(
    dialog: PrintDialog, printer: QPrinter, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(dialog, qtbot, "pages 9-10")
    sides: list[int] = []
    with qtbot.waitSignal(dialog.told, timeout=SOON) as told:
        dialog.print_with(printer)
        assert dialog.job is not None
        dialog.job.progressed.connect(lambda done, _of: sides.append(done))
    assert told.args[0].endswith("2 pages")
    assert sides == [1, 2]
    with pdfium.PdfDocument(tmp_path / "printed.pdf") as pdf:
        assert len(pdf) == 2
        picture = pdf[0].render(scale=1).to_pil().convert("L")
        assert picture.getextrema()[0] < 120, "there is ink on it"
        assert picture.width == pytest.approx(595, abs=2)


def test_wide_pages_and_halves_are_printed_where_they_belong(
    reader: ReaderWindow, dialog: PrintDialog, printer: QPrinter, qtbot: QtBot, tmp_path: Path
) -> None:
    arrange(dialog, "half")
    choose(dialog, qtbot, "1")
    with qtbot.waitSignal(dialog.told, timeout=SOON):
        dialog.print_with(printer)
    with pdfium.PdfDocument(tmp_path / "printed.pdf") as pdf:
        assert len(pdf) == 2
        upper, lower = (pdf[page].render(scale=0.5).to_pil().convert("L") for page in (0, 1))
    assert upper.width > upper.height
    # The first page's text stands in its upper half
    assert upper.getextrema()[0] < lower.crop((0, 80, *lower.size)).getextrema()[0]


def test_printing_is_called_off_and_leaves_nothing(
    dialog: PrintDialog, printer: QPrinter, qtbot: QtBot
) -> None:
    choose(dialog, qtbot, "")
    dialog.print_with(printer)
    qtbot.waitUntil(lambda: dialog.progress.value() >= 1, timeout=SOON)
    dialog.stop.click()
    assert dialog.job is None
    assert dialog.isVisible()
    assert dialog.print_.isEnabled()
    assert dialog.summary.text() == "A PDF of 40 pages"


def test_saving_where_nothing_may_be_written_says_so(
    dialog: PrintDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(dialog.told, timeout=SOON):
        dialog.save_as(tmp_path / "no such folder" / "chosen.pdf")
    assert "could not be written" in dialog.notice.sentence.text()
    assert dialog.isVisible()


def test_the_file_that_is_read_is_not_written_over(
    dialog: PrintDialog, qtbot: QtBot, pack: Path
) -> None:
    dialog.save_as(pack)
    assert dialog.notice.sentence.text().startswith("That is the file you are reading.")


def test_a_viewer_that_dies_while_printing_prints_on(
    dialog: PrintDialog, reader: ReaderWindow, printer: QPrinter, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(dialog, qtbot, "pages 1-6")
    dialog.print_with(printer)
    qtbot.waitUntil(lambda: dialog.progress.value() >= 2, timeout=SOON)
    with qtbot.waitSignal(dialog.told, timeout=SOON) as told:
        reader.room.reading.child.kill()
    assert told.args[0].endswith("6 pages")
    with pdfium.PdfDocument(tmp_path / "printed.pdf") as pdf:
        assert len(pdf) == 6


def test_a_page_that_cannot_be_shown_is_printed_as_a_sentence(
    dialog: PrintDialog, reader: ReaderWindow, printer: QPrinter, qtbot: QtBot, tmp_path: Path
) -> None:
    reader.room.reading.unshowable[8] = "This page cannot be shown."
    choose(dialog, qtbot, "pages 9-10")
    with qtbot.waitSignal(dialog.told, timeout=SOON):
        dialog.print_with(printer)
    first, second = texts_of(tmp_path / "printed.pdf")
    assert first.startswith("This page cannot be shown")
    assert second == "", "its words are drawn"


def test_the_sheets_are_drawn_with_both_sides_in_a_row(
    dialog: PrintDialog, reader: ReaderWindow, qtbot: QtBot
) -> None:
    dialog.resize(1_040, 680)
    choose(dialog, qtbot, "items 1, 3")
    sheets, shelf = dialog.sheets, reader.room.reading.shelf
    order = dialog.order
    assert order is not None
    first = sheets._places(order, order.plan.sides[0])[0]
    qtbot.waitUntil(lambda: first.tile in shelf, timeout=SOON)
    assert sheets._caption(order, 1) == "Sheet 1, back: left blank"
    assert sheets._caption(order, 2) == "Sheet 2, front: page 9"
    assert sheets._box(0).top() == sheets._box(1).top()


def test_there_is_one_print_window_and_it_closes_with_the_reader(
    reader: ReaderWindow, dialog: PrintDialog, printer: QPrinter, qtbot: QtBot
) -> None:
    press(qtbot, reader, Qt.Key.Key_P, "Control")
    assert reader.room.findChildren(PrintDialog) == [dialog]
    choose(dialog, qtbot, "")
    dialog.print_with(printer)
    job = dialog.job
    assert job is not None
    reader.close()
    assert not job.under_way


def test_a_locked_file_of_another_room_asks_here_and_may_be_left(
    theme: Theme, qtbot: QtBot, pack: Path, tmp_path: Path
) -> None:
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(pack) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="u", R=6))
    dialog = print_document(locked, theme)
    strip = dialog.findChild(PasswordStrip)
    assert strip is not None
    qtbot.waitUntil(strip.isVisible, timeout=SOON)
    with qtbot.waitSignal(dialog.finished, timeout=SOON):
        press(qtbot, dialog, Qt.Key.Key_Escape)


def test_that_a_locked_file_is_not_copied_is_said_before_a_place_is_asked_for(
    theme: Theme, qtbot: QtBot, pack: Path, tmp_path: Path
) -> None:
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(pack) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="u", R=6))
    dialog = print_document(locked, theme)
    strip = dialog.findChild(PasswordStrip)
    assert strip is not None
    qtbot.waitUntil(strip.isVisible, timeout=SOON)
    type_words(qtbot, dialog, "u")
    press(qtbot, dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.notice.isVisible, timeout=SOON)
    assert "locked with a password" in dialog.notice.sentence.text()
    assert not dialog.print_.isEnabled()
    press(qtbot, dialog, Qt.Key.Key_Return)
    assert dialog.findChild(QFileDialog) is None
    dialog.form.printer.addItem("The office printer")
    dialog.form.printer.setCurrentText("The office printer")
    qtbot.waitUntil(dialog.print_.isEnabled, timeout=SOON)
    assert dialog.notice.isHidden()
    dialog.close()


def test_every_control_is_named_and_reached(dialog: PrintDialog, qtbot: QtBot) -> None:
    wanted = set(focusable(dialog))
    assert len(wanted) >= 8
    assert unnamed(dialog) == []
    reached = set()
    dialog.form.pages.setFocus()
    for _ in range(2 * len(wanted)):
        press(qtbot, dialog, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert {widget.accessibleName() for widget in wanted - reached} == set()


def test_another_room_prints_a_file_that_nobody_reads(
    theme: Theme, qtbot: QtBot, pack: Path, tmp_path: Path
) -> None:
    dialog = print_document(pack, theme, choice="item 2")
    qtbot.waitUntil(lambda: dialog.summary.text() == "A PDF of 7 pages", timeout=SOON)
    with qtbot.waitSignal(dialog.finished, timeout=SOON):
        dialog.save_as(tmp_path / "minutes.pdf")
    assert len(texts_of(tmp_path / "minutes.pdf")) == 7
