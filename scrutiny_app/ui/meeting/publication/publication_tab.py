"""The publication of a meeting: checks, publishing, supplements, the bundle and receipts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.errors import ScrutinyError
from scrutiny_app.domain.issue import changes_since
from scrutiny_app.domain.notice import NoticeState
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.domain.standing import may_publish
from scrutiny_app.jobs.check_notice import CheckedNotice, check_notice
from scrutiny_app.jobs.desk import open_desk
from scrutiny_app.jobs.packs.issue_order import IssueOrder
from scrutiny_app.jobs.packs.prepare_issue import prepare_issue
from scrutiny_app.jobs.packs.readership import readership
from scrutiny_app.jobs.packs.record_supplement import record_supplement
from scrutiny_app.jobs.prepare_publication import prepare_publication
from scrutiny_app.jobs.publication_order import LateReasons
from scrutiny_app.jobs.record_publication import record_publication
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.meeting.meeting_tab import MeetingTab
from scrutiny_app.ui.meeting.pack_files import PackFiles
from scrutiny_app.ui.meeting.publication.notice_card import NoticeCard
from scrutiny_app.ui.meeting.publication.publish_card import PublishCard
from scrutiny_app.ui.meeting.publication.receipts_card import IssuesCard, ReceiptsCard
from scrutiny_app.ui.meeting.publication.since_card import SinceCard
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.file_dialogs import choose_new_file
from scrutiny_app.ui.widgets.form import form_column
from scrutiny_app.ui.widgets.side_by_side import SideBySide

_MORE = "\N{HORIZONTAL ELLIPSIS}"
_PDF = "PDF (*.pdf)"
_RIGHT_WIDTH = 580


class PublicationTab(MeetingTab):
    """Left, what is to be done; right, what was done."""

    help_topic = "publication"

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__(desk)
        self._shown = ""
        self._written: dict[str, Path] = {}
        self.notice = NoticeCard(self.theme)
        self.publish = PublishCard(self.theme)
        self.since = SinceCard(self.theme)
        self.issues = IssuesCard(self.theme)
        self.receipts = ReceiptsCard(self.theme)
        self.bundle = new_action(
            self,
            f"Write the website bund&le{_MORE}",
            "folder-output",
            tells="The public papers as files, an accessible agenda and a list of them",
        )
        self.bundle.triggered.connect(self._choose_bundle)
        self._place()
        self.publish.wanted.connect(self._publish)
        self.since.wants_supplement.connect(self._choose_supplement)
        self.since.wants_copy.connect(self._choose_copy)
        self.receipts.opened.connect(self._read)
        self.receipts.sought.connect(self._show_folder)

    def _place(self) -> None:
        website = Card(self.theme, "For the council's website")
        tells = QLabel(
            "The public papers as well-named files with their page numbers, the agenda as a page "
            "that everyone can read, and a list of all files.",
            wordWrap=True,
        )
        tells.setProperty("look", "muted")
        website.body.addWidget(tells)
        website.body.addWidget(button_for(self.bundle), 0, Qt.AlignmentFlag.AlignLeft)
        left = form_column(self.notice, self.publish, self.since, website)
        done = QWidget()
        right = QVBoxLayout(done)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        right.addWidget(self.issues)
        right.addWidget(self.receipts, 1)
        self.body.addWidget(SideBySide(self.theme, left, done, _RIGHT_WIDTH), 1)

    @override
    def show_agenda(self, agenda: Agenda) -> None:
        if agenda.meeting.id != self._shown:
            self._shown = agenda.meeting.id
            self.publish.start_again()
            self.since.say_notes(())
        checked = self._checked(agenda)
        issues = self.session.store.issues.list(agenda.meeting.id)
        may = not self.session.read_only
        self.notice.show_notice(checked)
        self.publish.setVisible(may_publish(agenda.meeting))
        self.publish.show_state(short=checked.clock.state is NoticeState.MISSED, may=may)
        self.since.setVisible(bool(issues))
        if issues:
            changes = changes_since(issues[-1], agenda)
            self.since.show_changes(changes, supplements=len(issues) - 1, may=may)
        self.bundle.setEnabled(may and bool(agenda.items))
        self.issues.show_issues(issues)
        self.receipts.show_receipts(self.session.store.packs.list(agenda.meeting.id))

    @override
    def commands(self) -> Sequence[QAction]:
        return (self.bundle,)

    def _checked(self, agenda: Agenda) -> CheckedNotice:
        desk = open_desk(self.session.store, who=self.session.who, clock=self.session.now)
        return check_notice(desk, agenda.meeting.id)

    def _is_held_back(self) -> bool:
        """Whether a paper is half marked, which was to be withheld and would go out as it was."""
        wanting = self.desk.unfinished()
        if wanting:
            self.desk.say(wanting)
        return bool(wanting)

    # --- publishing ---

    def _publish(self, reasons: LateReasons) -> None:
        """Make the first issue in the child, then put it on record."""
        if self._is_held_back():
            return

        def prepare() -> None:
            prospect = prepare_publication(
                self.session.store,
                self.desk.agenda.meeting.id,
                at=self.session.now(),
                reasons=reasons,
            )
            job = Job("make_first_issue", (prospect,))
            self._run("Publish the agenda", job, self._published)

        self.desk.attempt(prepare)

    def _published(self, made: object) -> None:
        published = record_publication(self.session.store, made)  # type: ignore[arg-type]
        self.publish.start_again()
        self.session.committed.emit()
        self.desk.tell("The agenda is published")
        if published.reminders:
            self.desk.say(" ".join(published.reminders), "tell")

    # --- what is issued later ---

    def _order(self, *, unpublished: bool = False) -> IssueOrder:
        edition = self.since.edition.currentData()
        password = self.since.password.text() or None
        readers = readership(Edition(edition), None if unpublished else password)
        if unpublished:
            readers = readership(Edition.PUBLIC, None)
        return prepare_issue(
            self.session.store,
            self.desk.agenda.meeting.id,
            at=self.session.now(),
            readers=readers,
            unpublished=unpublished,
        )

    def _choose_supplement(self) -> None:
        self._ask_where("supplement", self.write_supplement)

    def write_supplement(self, to: Path) -> None:
        """Write and issue what came since as a file."""

        def issued(made: object) -> None:
            record_supplement(self.session.store, made)  # type: ignore[arg-type]
            self._written[to.name] = to
            self.session.committed.emit()
            self.since.say_notes(made.notes)  # type: ignore[attr-defined]
            self.desk.tell(f"{to.name} is issued")

        self._make("Issue the supplement", "make_supplement", to, issued)

    def _choose_copy(self) -> None:
        self._ask_where("reading copy", self.write_copy)

    def write_copy(self, to: Path) -> None:
        """Write everything issued so far as one file."""
        self._make("Write the reading copy", "make_reading_copy", to, self._kept(to))

    def _choose_bundle(self) -> None:
        choose_new_file(
            self,
            "Name a new folder for the bundle",
            self.write_bundle,
            suggested=self._files.document_of(self.desk.agenda, "website bundle").with_suffix(""),
        )

    def write_bundle(self, to: Path) -> None:
        """Write the public papers as files in a new folder."""

        def made(bundle: object) -> None:
            self._kept(to)(bundle.receipt)  # type: ignore[attr-defined]

        self._make("Write the website bundle", "make_bundle", to, made, unpublished=True)

    def _kept(self, to: Path) -> Callable[[object], None]:
        """Return what puts a receipt on record."""

        def keep(receipt: object) -> None:
            self.session.store.packs.record(receipt)  # type: ignore[arg-type]
            self._written[to.name] = to
            self.session.committed.emit()
            self.desk.tell(f"{to.name} is written")

        return keep

    def _make(
        self,
        title: str,
        name: str,
        to: Path,
        done: Callable[[object], None],
        *,
        unpublished: bool = False,
    ) -> None:
        if self._is_held_back():
            return

        def prepare() -> None:
            self._run(title, Job(name, (self._order(unpublished=unpublished), to)), done)

        self.desk.attempt(prepare)

    def _run(self, title: str, job: Job, done: Callable[[object], None]) -> None:
        def settle(made: object) -> None:
            try:
                done(made)
            except ScrutinyError as error:
                self.desk.say(str(error))

        self.desk.around.jobs.run(
            Work(
                title,
                job,
                done=settle,
                refused=self.desk.say,
                stopped=lambda: self.desk.tell(f"{title}: stopped. Nothing was changed."),
            )
        )

    def _ask_where(self, what: str, then: Callable[[Path], None]) -> None:
        choose_new_file(
            self,
            f"Where to write the {what}",
            then,
            suggested=self._files.document_of(self.desk.agenda, what),
            kinds=_PDF,
        )

    # --- what was built ---

    def _read(self, receipt: object) -> None:
        """Open a file that was built, if it still lies where packs are written."""
        if not isinstance(receipt, PackReceipt):
            return
        file = self._file_of(receipt)
        if file.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
        elif file.is_file():
            self.desk.go(Place(Room.READER, str(file)))
        else:
            self.desk.say(
                f"{file.name} is not in {file.parent}. Choose Read a PDF in the File menu and show "
                "where it lies now, or build it again."
            )

    def _show_folder(self, receipt: object) -> None:
        """Show where a file lies; where none is chosen, where packs are written."""
        file = self._file_of(receipt) if isinstance(receipt, PackReceipt) else None
        folder = file.parent if file is not None else self._files.folder
        if folder.is_dir():
            self.desk.tell(f"{file.name} lies in {folder}" if file else f"Packs lie in {folder}")
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        else:
            self.desk.say(f"The folder {folder} is not there any more. Build the pack again.")

    def _file_of(self, receipt: PackReceipt) -> Path:
        name = receipt.file_name.rstrip("/")
        return self._written.get(name, self._files.folder / name)

    @property
    def _files(self) -> PackFiles:
        return PackFiles(self.desk.around.settings, self.session.folder)
