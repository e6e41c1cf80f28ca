"""Files on their way to the agenda: read in the worker, shelved, named in one step, indexed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_editing import add_paper, paper_from_file, replace_file
from scrutiny_app.domain.errors import ScrutinyError
from scrutiny_app.domain.exempt_register import withheld_again
from scrutiny_app.domain.ids import ItemId, MeetingId, PaperId
from scrutiny_app.domain.paper import FINAL_TEXT_ADVICE, Paper, PaperVersion
from scrutiny_app.jobs.papers.filed_papers import filed_papers
from scrutiny_app.jobs.papers.intake_order import ReadPapers
from scrutiny_app.jobs.papers.prepare_intake import prepare_intake
from scrutiny_app.jobs.papers.shelve_papers import shelve_papers
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.search import Unindexed
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.meeting.agenda_changes import AgendaChanges
from scrutiny_app.ui.meeting.incoming import Incoming, Stage
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk


class PaperArrivals(QObject):
    """``changed`` tells that a file moved on; ``arrived`` carries the keys of new papers.

    ``began`` carries the key of the first of some files, ``refused`` that of the first refused.
    """

    changed = Signal()
    arrived = Signal(object)
    began = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: MeetingDesk, changes: AgendaChanges) -> None:
        super().__init__(desk.page)
        self._desk = desk
        self._changes = changes
        self._files: dict[str, Incoming] = {}
        self.indexed = 0
        self._unindexed: deque[Unindexed] = deque()
        self._texts: dict[str, tuple[str, ...]] = {}
        desk.around.jobs.moved.connect(self._moved)

    @property
    def files(self) -> tuple[Incoming, ...]:
        """Every file on its way, refused ones too, in the order they came."""
        return tuple(self._files.values())

    def find(self, key: str) -> Incoming | None:
        """Return the file with a key, or on its way for the paper with that key."""
        matching = (one for one in self._files.values() if key in (one.key, one.paper))
        return self._files.get(key) or next(matching, None)

    def bring(self, item: ItemId, paths: Sequence[Path], *, place: int | None = None) -> None:
        """Bring files to an item as new papers."""
        files = [
            Incoming(new_key(), path, item, place=None if place is None else place + offset)
            for offset, path in enumerate(paths)
        ]
        self._take_in(files)

    def renew(self, item: ItemId, paper: PaperId, path: Path) -> None:
        """Bring another file for a paper: a new version of it."""
        for other in [one for one in self._files.values() if one.paper == paper]:
            del self._files[other.key]
        self._take_in([Incoming(new_key(), path, item, paper=paper)])

    def take_final_text(self, key: str) -> None:
        """Take a refused file in by its final text, as the officer chose."""
        file = self._files[key]
        self._take_in([replace(file, final=True, stage=Stage.WAITING, sentence="Waiting")])

    def try_again(self, key: str) -> None:
        """Take a refused file in again, mended meanwhile."""
        self._take_in([replace(self._files[key], stage=Stage.WAITING, sentence="Waiting")])

    def dismiss(self, key: str) -> None:
        """Take a refused file off the list."""
        self._files.pop(key, None)
        self.changed.emit()

    # --- the worker ---

    def _take_in(self, files: Sequence[Incoming]) -> None:
        if not files:
            return
        self._files |= {one.key: one for one in files}
        names = {one.key: one.path for one in files}
        final = [one.key for one in files if one.final]
        title = (
            f"Take in {files[0].path.name}" if len(files) == 1 else f"Take in {len(files)} files"
        )
        try:
            order = prepare_intake(self._desk.session.store, names, final=final, each_alone=True)
        except ScrutinyError as error:
            self._refuse(tuple(names), str(error))
            return
        meeting = self._desk.agenda.meeting.id
        work = Work(
            title,
            Job("read_papers", (order,)),
            done=partial(self._read, tuple(names), meeting),
            refused=partial(self._refuse, tuple(names)),
            stopped=partial(self._stopped, tuple(names)),
        )
        self.changed.emit()
        self.began.emit(files[0].key)
        self._desk.around.jobs.run(work)

    def _moved(self, stage: str, done: int, of: int) -> None:
        """Show in its row that a file's turn has come."""
        for key, file in self._files.items():
            if file.stage is Stage.WAITING and stage == f"Taking in {file.path.name}":
                told = f"Being taken in ({done + 1} of {of})" if of > 1 else "Being taken in"
                self._files[key] = replace(file, stage=Stage.READING, sentence=told)
                self.changed.emit()
                return

    def _read(self, keys: tuple[str, ...], meeting: MeetingId, result: object) -> None:
        """Put the files of what was read into the paper folder."""
        if not isinstance(result, ReadPapers):
            raise TypeError(f"Reading papers gave {type(result).__name__}")
        if self._desk.closed:
            return
        session = self._desk.session
        session.beside(
            partial(shelve_papers, session.store.paper_folder, result),
            done=partial(self._shelved, keys, meeting, result),
            refused=partial(self._refuse, keys),
        )

    def _shelved(self, keys: tuple[str, ...], meeting: MeetingId, result: ReadPapers) -> None:
        """Name on the agenda, in one step, what stands in the paper folder."""
        session = self._desk.session
        try:
            filed = filed_papers(session.store, result, at=session.now())
        except ScrutinyError as error:
            self._refuse(keys, str(error))
            return
        came = [self._files[key] for key in filed.versions if key in self._files]
        for key in filed.versions:
            self._files.pop(key, None)
        for key, sentence in result.refused.items():
            self._mark(key, sentence)
        named = _Named(came, filed.versions, session.store.papers.withheld_as)

        def told() -> None:
            self.arrived.emit(tuple(named.papers))
            self._index(filed.texts)
            for paper in named.withheld:
                self._desk.say(
                    f'The file of "{paper.title}" was withheld from the public before. It is '
                    f"{paper.access} here too, for the same reason; see to it below the agenda.",
                    "tell",
                )

        if came:
            self._changes.make(_step_name(came), named.onto, meeting=meeting, then=told)
        if result.refused or not came:
            self._tell_refused(tuple(result.refused))

    def _refuse(self, keys: tuple[str, ...], sentence: str) -> None:
        for key in keys:
            self._mark(key, sentence)
        self._tell_refused(keys)

    def _mark(self, key: str, sentence: str) -> None:
        """Keep a refused file beside its item, with what to do about it."""
        if key in self._files:
            self._files[key] = replace(
                self._files[key],
                stage=Stage.REFUSED,
                sentence=sentence.replace(FINAL_TEXT_ADVICE, 'press "Publish its final text"'),
                marked_up=FINAL_TEXT_ADVICE in sentence,
            )

    def _tell_refused(self, keys: tuple[str, ...]) -> None:
        self.changed.emit()
        for key in keys[:1]:
            self.refused.emit(key)

    def _stopped(self, keys: tuple[str, ...]) -> None:
        for key in keys:
            self._files.pop(key, None)
        self.changed.emit()

    # --- the search ---

    def _index(self, texts: Mapping[str, tuple[str, ...]]) -> None:
        """Put the new words into the search, one paper a turn, so that nothing waits for it."""
        self._texts.update(texts)
        self._unindexed.extend(
            one for one in self._desk.session.store.search.missing() if one.sha256 in self._texts
        )
        QTimer.singleShot(0, self, self._index_next)

    def _index_next(self) -> None:
        if self._desk.closed:
            return
        search = self._desk.session.store.search
        if not self._unindexed:
            self._texts.clear()
            search.refresh_agendas()
            # The checks may read the new words now
            self.indexed += 1
            self.changed.emit()
            return
        one = self._unindexed.popleft()
        search.add_paper(one.paper_id, one.sha256, exempt=one.exempt, pages=self._texts[one.sha256])
        QTimer.singleShot(0, self, self._index_next)


class _Named:
    """Files that came, put onto an agenda; ``papers`` are the keys they have there.

    ``withheld`` are those whose file was withheld before, here or on another agenda.
    """

    def __init__(
        self,
        files: Sequence[Incoming],
        versions: Mapping[str, PaperVersion],
        withheld_as: Callable[[str], Paper | None],
    ) -> None:
        self.withheld: list[Paper] = []
        self._made: dict[str, Paper] = {}
        for file in files:
            if file.paper is None:
                paper = paper_from_file(versions[file.key], new_key)
                before = withheld_as(versions[file.key].original_sha256)
                if before is not None:
                    paper = withheld_again(paper, before)
                    self.withheld.append(paper)
                self._made[file.key] = paper
        self._files = files
        self._versions = versions
        self.papers = [file.paper or self._made[file.key].id for file in files]

    def onto(self, agenda: Agenda) -> Agenda:
        """Return the agenda with them."""
        for file in self._files:
            if file.paper is not None:
                agenda = replace_file(agenda, file.paper, self._versions[file.key])
            else:
                made = self._made[file.key]
                agenda = add_paper(agenda, file.item, made, place=file.place)
        return agenda


def _step_name(files: Sequence[Incoming]) -> str:
    if len(files) == 1:
        name = files[0].path.name
        return f"Add the paper {name}" if files[0].paper is None else f"New version: {name}"
    return f"Add {len(files)} papers"
