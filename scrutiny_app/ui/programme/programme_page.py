"""The room of the work programme: a committee's year as a board, a list and a year."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.ids import CommitteeId, ProgrammeId, ProgrammeItemId, RequestId
from scrutiny_app.domain.municipal_year import assumed_year, parse_year_label, year_label
from scrutiny_app.domain.read_table import TableFile
from scrutiny_app.jobs.programme.hand_on_programme import hand_on_programme
from scrutiny_app.jobs.programme.record_programme import record_programme
from scrutiny_app.jobs.programme.start_programme import start_programme
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.store.store import Store
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.page import Page, Surroundings
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.programme.import_view import ImportView
from scrutiny_app.ui.programme.item_deeds import ItemDeeds
from scrutiny_app.ui.programme.programme_actions import ProgrammeActions
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk
from scrutiny_app.ui.programme.working_view import WorkingView
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.empty_state import EmptyState
from scrutiny_app.ui.widgets.fields import ChoiceField, LineField
from scrutiny_app.ui.widgets.file_dialogs import choose_file
from scrutiny_app.ui.widgets.page_head import PageHead
from scrutiny_app.ui.widgets.row_menu import row_menu
from scrutiny_app.ui.widgets.shown_stack import ShownStack

_TABLES = "Work programmes (*.docx *.pdf *.xlsx *.xls *.ods *.odt *.csv)"
_DOT = " \N{MIDDLE DOT} "
_ADVICE = (
    "Start it with the meetings that are planned for the year, or import the one you have: its "
    "Word table, its PDF, a spreadsheet or CSV. You look at everything before it is taken in."
)


class ProgrammePage(Page):
    """Without a programme the room offers to start or import one."""

    room = Room.PROGRAMME
    name = "Work programme"
    icon_name = "square-kanban"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.desk = ProgrammeDesk(self)
        self.actions_ = ProgrammeActions(self)
        self.head = PageHead(self.theme, "Work programme")
        self.committee = ChoiceField()
        self.year = ChoiceField()
        self.wanted = LineField("", "Search the items of this programme")
        self.work = WorkingView(self.desk)
        self.deeds = ItemDeeds(self.desk, self.actions_, self.work)
        self.importing = ImportView(self.theme)
        self.empty = EmptyState(
            self.theme,
            "square-kanban",
            "No work programme yet",
            _ADVICE,
            self.actions_.start,
            self.actions_.bring,
        )
        self.nobody = EmptyState(
            self.theme,
            "users",
            "No committee yet",
            "A work programme belongs to a committee. Set one up first; it takes a minute.",
            self.actions_.committees,
        )
        self.views = ShownStack()
        self._place()
        self._connect()

    def _place(self) -> None:
        actions = self.actions_
        self._buttons = (
            self.head.add_button(actions.bring),
            self.head.add_button(actions.print),
            self.head.add_button(actions.new, first=True),
        )
        self.committee.setAccessibleName("Committee")
        self.year.setAccessibleName("Municipal year")
        self.wanted.setAccessibleName("Search the programme")
        self.wanted.setClearButtonEnabled(True)
        self.committee.setMinimumContentsLength(28)
        self._choosers = QWidget()
        row = QHBoxLayout(self._choosers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.committee)
        row.addWidget(self.year)
        row.addStretch(1)
        row.addWidget(self.wanted, 1)
        for view in (self.work, self.importing, self.empty, self.nobody):
            self.views.addWidget(view)
        self.body.addWidget(self.head)
        self.body.addWidget(self._choosers)
        self.body.addWidget(self.views, 1)

    def _connect(self) -> None:
        actions = self.actions_
        self.committee.chosen.connect(self._choose_committee)
        self.year.chosen.connect(self._choose_year)
        self.wanted.textChanged.connect(self._look_for)
        self.work.turned.connect(lambda _key: self._read_part())
        self.importing.accepted.connect(self._take_in)
        self.importing.left.connect(self._show_work)
        actions.search.triggered.connect(self.wanted.setFocus)
        actions.start.triggered.connect(self._start)
        actions.bring.triggered.connect(self._choose_file)
        actions.hand_on.triggered.connect(self._hand_on)
        actions.committees.triggered.connect(lambda: self.wants.emit(Place(Room.COMMITTEES)))
        actions.new.triggered.connect(self.work.begin_item)
        self.session.chosen.connect(self._follow)
        of_items = (*actions.of_items, *self.work.item.actions_here)
        for view in (self.work.board, self.work.list.table):
            row_menu(view, of_items, opens="Open its card")

    # --- what a room says of itself ---

    @override
    def show_place(self, place: Place) -> None:
        try:
            self.desk.committee, self.desk.year = self._whose(place)
        except NotFound as error:
            self.strip.say(str(error))
        self.work.only(None)
        self.work.tabs.show_part(place.part)
        self.views.setCurrentWidget(self.work)
        self.refresh()
        if self.desk.shown:
            self._show_detail(place)
            self.work.focus_view()

    @override
    def refresh(self) -> None:
        self._choose()
        self.desk.read()
        if self.views.currentWidget() is self.importing:
            return
        self._show_work()

    @override
    def commands(self) -> Sequence[QAction]:
        actions = self.actions_
        return (
            *actions.of_programme,
            actions.bring,
            actions.start,
            *actions.of_items,
            *self.work.item.actions_here,
            *self.work.requests.actions_here,
            *self.work.plan.actions_here,
        )

    # --- which programme ---

    def _choose(self) -> None:
        """Keep to what was chosen, while it is there; else take what is nearest."""
        store, desk = self.session.store, self.desk
        committees = store.committees.list()
        known = [one.id for one in committees]
        if desk.committee not in known:
            lines = [line.committee_id for line in store.programmes.list()]
            desk.committee = next(iter((*lines, *known)), CommitteeId(""))
        this_year = assumed_year(desk.today).label
        years = {
            line.municipal_year
            for line in store.programmes.list()
            if line.committee_id == desk.committee
        }
        desk.year = desk.year or (max(years) if years and this_year not in years else this_year)
        starts = parse_year_label(this_year)
        offered = sorted({*years, this_year, year_label(starts + 1), desk.year}, reverse=True)
        self.committee.offer([(one.name, one.id) for one in committees])
        self.committee.show_value(desk.committee)
        self.year.offer([(year, year) for year in offered])
        self.year.show_value(desk.year)

    def _follow(self) -> None:
        """Show the committee that was chosen for the whole window."""
        if self.session.committee and self.session.committee != self.desk.committee:
            self._choose_committee(self.session.committee)

    def _choose_committee(self, key: str) -> None:
        self.settle()
        self.desk.committee = CommitteeId(key)
        self.refresh()

    def _choose_year(self, year: str) -> None:
        self.settle()
        self.desk.year = year
        if self.views.currentWidget() is self.importing:
            self.importing.into(year)
        self.refresh()

    def _whose(self, place: Place) -> tuple[CommitteeId, str]:
        """Return the committee and year of a place: of a request, an item or a programme."""
        store, desk = self.session.store, self.desk
        if place.part == "requests" and place.detail:
            return store.return_requests.get(RequestId(place.detail)).committee, desk.year
        if place.detail:
            programme = store.programmes.holding(ProgrammeItemId(place.detail))
        elif place.key:
            programme = store.programmes.get(ProgrammeId(place.key))
        else:
            return self.session.committee or desk.committee, desk.year
        return programme.committee, programme.municipal_year

    def _show_detail(self, place: Place) -> None:
        if place.part == "requests":
            self.work.requests.show_request(place.detail)
        elif place.detail:
            self.work.show_item(ProgrammeItemId(place.detail))
            self.work.open_card()

    # --- what shows ---

    def _show_work(self) -> None:
        desk, write = self.desk, not self.session.read_only
        view = self.work if desk.shown else self.empty if desk.committee else self.nobody
        self.views.setCurrentWidget(view)
        self._choosers.setVisible(bool(desk.committee))
        for button in self._buttons:
            button.setVisible(desk.shown)
        for action in self.actions_.of_programme:
            action.setEnabled(desk.shown)
        for action in (self.actions_.new, self.actions_.frame, self.actions_.hand_on):
            action.setEnabled(desk.shown and write)
        self.actions_.start.setEnabled(write and not desk.shown and bool(desk.committee))
        self.actions_.bring.setEnabled(write and bool(desk.committee))
        self._say()
        self._read_part()

    def _say(self) -> None:
        desk = self.desk
        if not desk.shown:
            self.head.show_words("Work programme", "")
            self.head.show_chip("")
            self.empty.say(f"No work programme for {desk.year} yet", _ADVICE)
            return
        programme = desk.programme
        waiting = len(programme.parked)
        self.head.show_words(
            "Work programme",
            _DOT.join(
                (
                    f"{len(programme.days)} meetings",
                    f"{len(programme.items)} items",
                    f"{waiting} without a meeting" if waiting else "every item has its meeting",
                )
            ),
        )
        warnings = [one for one in desk.board.findings if one.severity is not Severity.NOTE]
        notes = len(desk.board.findings) - len(warnings)
        if warnings:
            self.head.show_chip(f"{len(warnings)} to see to", Tone.WARN)
        elif notes:
            self.head.show_chip(f"{notes} notes" if notes > 1 else "1 note")
        else:
            self.head.show_chip("Nothing to see to", Tone.GOOD)

    def _read_part(self) -> None:
        if self.desk.shown:
            self.work.read(self.wanted.text())
        self.deeds.offer()

    def _look_for(self, wanted: str) -> None:
        if not self.desk.shown:
            return
        if wanted and self.work.tabs.key not in ("list", "year"):
            self.work.tabs.show_part("list")
        self._read_part()

    # --- the whole programme ---

    def _start(self) -> None:
        committee, year = self.desk.committee, self.desk.year

        def write(store: Store) -> None:
            store.programmes.write(start_programme(store, committee, year))

        if self.do(f"Start the work programme of {year}", write):
            self.work.focus_view()

    def _hand_on(self) -> None:
        desk = self.desk
        made = desk.run(
            lambda store: hand_on_programme(store, desk.programme.id, on=desk.today),
            "Hand the programme on to the next year",
        )
        if made:
            desk.year = year_label(parse_year_label(desk.year) + 1)
            self.refresh()

    # --- importing ---

    def _choose_file(self) -> None:
        choose_file(self, "Import a work programme", self.read_file, _TABLES)

    def read_file(self, file: Path) -> None:
        """Have a file read in the child and show what it would bring."""
        self.around.jobs.run(
            Work(
                f"Read {file.name}",
                Job("read_table_file", (file,)),
                done=self._look_at,
                refused=self.strip.say,
            )
        )

    def _look_at(self, tables: object) -> None:
        if not isinstance(tables, TableFile):
            raise TypeError("The worker read no tables")

        def begin() -> None:
            self.importing.begin(tables, self.desk.year)
            self.views.setCurrentWidget(self.importing)
            self.importing.take_focus()

        if self.attempt(begin):
            for button in self._buttons:
                button.hide()

    def _take_in(self) -> None:
        desk, preview = self.desk, self.importing.preview
        committee = self.session.store.committees.get(desk.committee)
        if committee is None or preview is None:
            return
        self.views.setCurrentWidget(self.work)
        done = desk.run(
            lambda store: record_programme(store, committee, preview, on=desk.today),
            f"Import {preview.file_name}",
        )
        if done:
            self._show_work()
            self.work.focus_view()
