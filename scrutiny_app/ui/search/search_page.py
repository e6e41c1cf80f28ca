"""The search room: type, see what is found and where, open the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QSplitter
from typing_extensions import override

from scrutiny_app.domain.errors import ScrutinyError
from scrutiny_app.domain.ids import MeetingId
from scrutiny_app.domain.wording import long_date
from scrutiny_app.jobs.search_workspace import pack_page_of
from scrutiny_app.store.search_hits import Hit
from scrutiny_app.ui.page import Page, Surroundings
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.search.find_preview import FindPreview
from scrutiny_app.ui.search.index_keeper import IndexKeeper
from scrutiny_app.ui.search.pack_places import PackPlaces
from scrutiny_app.ui.search.records_card import RecordsCard
from scrutiny_app.ui.search.results import Find, MeetingFinds, Results, first_words
from scrutiny_app.ui.search.search_bar import SearchBar
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.empty_state import EmptyState
from scrutiny_app.ui.widgets.page_head import PageHead
from scrutiny_app.ui.widgets.row_menu import row_menu
from scrutiny_app.ui.widgets.shown_stack import ShownStack

_MOST = 60
_SHARES = [56, 44]


class SearchPage(Page):
    """Searches the whole workspace while the officer types."""

    room = Room.SEARCH
    name = "Search"
    icon_name = "search"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._hits: Sequence[Hit] = ()
        self._trouble = ""
        self.head = PageHead(self.theme, "Search")
        self.bar = SearchBar(self.theme)
        self.results = Results(self.theme)
        self.records = RecordsCard(self.theme)
        self.preview = FindPreview(around)
        self.empty = EmptyState(self.theme, "search", "", "")
        self.keeper = IndexKeeper(around, self)
        self.places = PackPlaces(around, self)
        self._make_actions()
        self._lay_out()
        self.bar.asked.connect(self._search)
        self.bar.moved.connect(self.results.move_by)
        self.bar.entered.connect(self._open_page)
        self.results.looked_at.connect(self.preview.show_find)
        self.results.opened.connect(lambda _find: self._open_page())
        self.records.list.opened.connect(self.wants)
        self.preview.wants.connect(self.wants)
        self.preview.told.connect(self.told)
        self.places.learned.connect(lambda _meeting: self._place_finds())
        self.keeper.moved.connect(self._say_behind)
        self.keeper.in_step.connect(self._say_in_step)
        self.keeper.refused.connect(lambda sentence: self.strip.say(sentence, "warn"))

    def _make_actions(self) -> None:
        self.open_page = new_action(self, "&Open the page", "book-open", keys="Ctrl+Shift+Return")
        self.open_item = new_action(
            self, "Show the &item in its meeting", "calendar", keys="Ctrl+Return|Ctrl+Enter"
        )
        self.look_again = new_action(self, "&Search for something else", "search", keys="Ctrl+F")
        self.open_page.triggered.connect(self._open_page)
        self.open_item.triggered.connect(self._open_item)
        self.look_again.triggered.connect(self._start)
        row_menu(self.results, (self.open_page, self.open_item))

    def _lay_out(self) -> None:
        self._card = Card(self.theme, "Found")
        self._card.add_tools(self.open_page, self.open_item)
        fill(self._card, self.results)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(12)
        for widget in (self._card, self.preview):
            self._split.addWidget(widget)
        self._split.setSizes([share * 10 for share in _SHARES])
        self._stack = ShownStack()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._split)
        self.body.addWidget(self.head)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.records)
        self.body.addWidget(self._stack, 1)

    # --- what the frame asks ---

    @override
    def show_place(self, place: Place) -> None:
        if place.detail:
            self.bar.field.setText(place.detail)
        self._start()

    @override
    def refresh(self) -> None:
        committee = self._committee_name()
        self.head.show_words(
            "Search", f"Only {committee}" if committee else "Every page of every committee's papers"
        )
        self.keeper.keep()
        self._search()

    @override
    def commands(self) -> Sequence[QAction]:
        return (self.look_again, self.open_page, self.open_item)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.places.stop()
        self.keeper.stop()
        super().closeEvent(event)

    # --- searching ---

    def _start(self) -> None:
        self.bar.field.setFocus()
        self.bar.field.selectAll()

    def _search(self) -> None:
        self._trouble = ""
        self._hits = ()
        self.records.look_for(self.session.store, self.bar.words, self._committee_name())
        if self.bar.words:
            scope = self.bar.scope(self.session.committee or None)
            try:
                self._hits = _by_meeting(
                    self.session.store.search.find(self.bar.words, limit=_MOST, scope=scope)
                )
            except ScrutinyError as error:
                self._trouble = str(error)
        self._show()

    def _show(self) -> None:
        for action in (self.open_page, self.open_item):
            action.setEnabled(bool(self._hits))
        if not self._hits:
            self.preview.clear()
            self._say_empty()
            self._stack.setCurrentWidget(self.empty)
            return
        meetings = tuple(dict.fromkeys(hit.meeting_id for hit in self._hits))
        finds = self._finds()
        self.results.show_finds(
            [
                MeetingFinds(
                    self._title(meeting), [one for one in finds if one.hit.meeting_id == meeting]
                )
                for meeting in meetings
            ]
        )
        more = " or more" if len(self._hits) == _MOST else ""
        self._card.say(f"{len(self._hits)}{more}")
        self.told.emit(f"Found: {len(self._hits)}{more}")
        self._stack.setCurrentWidget(self._split)
        self.places.ask(meetings)

    def _finds(self) -> list[Find]:
        places = self.places
        return [
            Find(
                hit,
                places.number_of(hit.item_id),
                pack_page_of(hit, places.of(hit.meeting_id)) or 0,
            )
            for hit in self._hits
        ]

    def _place_finds(self) -> None:
        if self._hits:
            self.results.update_finds(self._finds())

    def _title(self, key: MeetingId) -> str:
        store = self.session.store
        meeting = store.meetings.get(key)
        committee = store.committees.get(meeting.committee)
        name = committee.name if committee else "Meeting"
        return f"{name}, {long_date(meeting.held_on)}"

    def _committee_name(self) -> str:
        chosen = self.session.committee
        committee = self.session.store.committees.get(chosen) if chosen else None
        return committee.name if committee else ""

    # --- what is said ---

    def _say_empty(self) -> None:
        if self._trouble:
            self.empty.say("That cannot be searched", self._trouble)
        elif not self.bar.words:
            self.empty.say(
                "What are you looking for?",
                "Type a word, its beginning, or a \N{LEFT DOUBLE QUOTATION MARK}phrase in "
                "quotes\N{RIGHT DOUBLE QUOTATION MARK}. Pages come as you type, each with its "
                "place in the pack and in the paper.",
            )
        else:
            nothing = "No page was found" if self.records.list.leads() else "Nothing was found"
            self.empty.say(
                f"{nothing} for \N{LEFT DOUBLE QUOTATION MARK}{self.bar.words}"
                "\N{RIGHT DOUBLE QUOTATION MARK}",
                " ".join(self._advice()),
            )
            self.told.emit(nothing)

    def _advice(self) -> list[str]:
        advice = []
        if len(self.bar.words.split()) > 1:
            advice.append("Every word must stand on the same page: try fewer words.")
        else:
            advice.append("Try the beginning of the word, or another word for it.")
        if not self.bar.exempt.isChecked():
            advice.append("Exempt and confidential papers were not searched.")
        if self._committee_name():
            advice.append(f"Only {self._committee_name()} was searched: choose All committees.")
        if self.keeper.busy:
            advice.append("Some papers are still being read for the search.")
        return advice

    def _say_behind(self, left: int) -> None:
        papers = "1 paper" if left == 1 else f"{left} papers"
        if left:
            self.strip.say(
                f"The search does not know {papers} yet: they are being read now. You can search "
                "the rest meanwhile.",
                "tell",
            )

    def _say_in_step(self) -> None:
        self.strip.hide()
        self.told.emit("The search knows every paper now")
        self._search()

    # --- opening ---

    def _open_page(self) -> None:
        find = self.results.current() if self._hits else None
        if find is None:
            return
        if find.hit.paper_id is None:
            self._open_item()
            return
        file = self.preview.file_of(find)
        if file is None:
            self.strip.say("The file of this paper is not in the workspace. Check the workspace.")
            return
        at = f"{find.hit.page or 1}:{first_words(find)}"
        self.wants.emit(Place(Room.READER, str(file), find.hit.title, at))

    def _open_item(self) -> None:
        find = self.results.current() if self._hits else None
        if find is not None:
            detail = find.hit.paper_id or find.hit.item_id
            self.wants.emit(Place(Room.MEETING, find.hit.meeting_id, "agenda", detail))


def _by_meeting(hits: Sequence[Hit]) -> list[Hit]:
    """Put the finds of a meeting together; the meeting with the best find comes first."""
    meetings = dict.fromkeys(hit.meeting_id for hit in hits)
    return [hit for meeting in meetings for hit in hits if hit.meeting_id == meeting]
