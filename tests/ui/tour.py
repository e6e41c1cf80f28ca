"""A walk through the window: every room, every tab of it, and the forms that open in it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scrutiny_app.resource_files import resource
from scrutiny_app.ui.budget.budget_page import BudgetPage
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.meeting.agenda_tab import AgendaTab
from scrutiny_app.ui.meeting.meeting_page import MeetingPage
from scrutiny_app.ui.page import Page
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.record_cells import HEADS
from scrutiny_app.ui.widgets.record_table import RecordTable
from scrutiny_app.ui.widgets.tabs import Tabs

A_BUDGET_PAPER = resource("sample", "budget", "2027-28.csv")
# What opens a form says what it makes
_FORMS = ("New ", "Plan a ")


def tour(window: MainWindow) -> Iterator[str]:
    """Show one place after another; yield the name of each while it is shown.

    A room's name is its own word, a tab's the room's and its own: "meeting-minutes".
    """
    for place in places(window):
        window.go(place)
        page = window.page
        if isinstance(page, BudgetPage):
            wait_for_preview(page)
        for part in parts(page):
            choose_first_rows(page)
            yield f"{place.room.value}-{part}" if part else place.room.value
            if place.key and isinstance(page, MeetingPage) and isinstance(page.tab, AgendaTab):
                yield from rows_of_an_agenda(page.tab)
        for name in open_forms(page):
            yield f"{place.room.value}-{name}"


def places(window: MainWindow) -> Iterator[Place]:
    """Give a place for every room, and one for each view that a room shows by itself."""
    for entry in window.entries():
        yield Place(entry.room, meeting_key(window) if entry.room is Room.MEETING else "")
        if entry.room is Room.BUDGET:
            assert window.session is not None
            for newest in window.session.store.proposal_sets.list()[-1:]:
                yield Place(Room.BUDGET, newest.id)
            # Without a committee a paper cannot be accepted, and one would wait for ever
            if window.session.store.committees.list():
                yield Place(Room.BUDGET, part="import", detail=str(A_BUDGET_PAPER))


def wait_for_preview(page: BudgetPage) -> None:
    """Wait until a paper that is being read is shown."""
    while page.importing.busy and page.importing.reader.waiting:
        QTest.qWait(20)


def parts(page: Page) -> Iterator[str]:
    """Show each tab of a page; yield its key, or nothing for a page without tabs."""
    tabs = next((one for one in page.findChildren(Tabs) if one.isVisible()), None)
    for part in tabs.keys if tabs else ("",):
        if tabs:
            tabs.show_part(part)
        QApplication.processEvents()
        yield part


def choose_first_rows(page: Page) -> None:
    """Choose the first row of every table in view: what is told of a row is shown then."""
    for table in page.findChildren(RecordTable):
        model = table.model()
        rows = (row for row in range(model.rowCount()) if not model.index(row, 0).data(HEADS))
        row = next(rows, None)
        if table.isVisible() and row is not None:
            table.selectRow(row)
    QApplication.processEvents()


def rows_of_an_agenda(tab: AgendaTab) -> Iterator[str]:
    """Choose an item with papers and a paper in turn: each has a form of its own."""
    item = next(item for item in tab.desk.agenda.items if item.papers)
    for name, key in (("item", item.id), ("paper", item.papers[0].id)):
        tab.tree.choose(key)
        QApplication.processEvents()
        yield f"meeting-agenda-{name}"


def open_forms(page: Page) -> Iterator[str]:
    """Open each form of a page; yield a word for it."""
    for action in list(page.commands()):
        words = action.text().replace("&", "")
        if words.startswith(_FORMS) and action.isEnabled():
            action.trigger()
            QApplication.processEvents()
            yield words.rstrip("\N{HORIZONTAL ELLIPSIS}").casefold().replace(" ", "-")


def meeting_key(window: MainWindow) -> str:
    """Return the id of the meeting with the most papers, nothing where there is no meeting."""
    assert window.session is not None
    lines = window.session.store.meetings.list()
    return max(lines, key=lambda line: (line.papers, line.held_on)).id if lines else ""
