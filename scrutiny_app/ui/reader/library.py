"""What can be read: packs that were built here, and files read lately."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.wording import DAY_DATE, long_date
from scrutiny_app.store.receipts import ReceiptLine
from scrutiny_app.ui.pack_folder import short_name
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.empty_state import EmptyState
from scrutiny_app.ui.widgets.form import scrolled
from scrutiny_app.ui.widgets.lead_list import Lead, LeadList

_DOT = " \N{MIDDLE DOT} "
_EDITIONS = {
    Edition.PUBLIC: ("Public", Tone.GOOD),
    Edition.FULL: ("Not for publication", Tone.SPECIAL),
}


class Library(QWidget):
    """Two lists of files. ``chosen`` carries the path of one."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, open_file: QAction) -> None:
        super().__init__()
        self.packs = LeadList(theme, "Packs built here")
        self.recent = LeadList(theme, "Read lately")
        self._cards: list[Card] = []
        row = QHBoxLayout()
        row.setSpacing(14)
        for title, leads in (("Packs built here", self.packs), ("Read lately", self.recent)):
            card = Card(theme, title)
            fill(card, leads)
            card.body.setContentsMargins(4, 0, 4, 6)
            leads.opened.connect(self.chosen)
            column = QVBoxLayout()
            column.addWidget(card)
            column.addStretch(1)
            row.addLayout(column, 1)
            self._cards.append(card)
        inside = QWidget()
        inside.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        scroll = scrolled(inside)
        empty = EmptyState(
            theme,
            "book-open",
            "Nothing was read here yet",
            "Packs that you build stand here, and every PDF that you open. Drop one on this page, "
            "or choose it.",
            open_file,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def show_files(self, packs: Sequence[tuple[ReceiptLine, Path]], recent: Sequence[Path]) -> None:
        """Show packs with the files they are in, and other files."""
        of_packs = {path for _line, path in packs}
        self.packs.show_leads([_pack_lead(line, path) for line, path in packs])
        self.recent.show_leads([_file_lead(path) for path in recent if path not in of_packs])
        for card, leads in zip(self._cards, (self.packs, self.recent), strict=True):
            card.setVisible(bool(leads.leads()))
        self._stack.setCurrentIndex(int(not self.empty))

    @property
    def empty(self) -> bool:
        """Whether there is nothing to read yet; the page then says what to do."""
        return not (self.packs.leads() or self.recent.leads())

    def take_focus(self) -> None:
        """Let the arrow keys begin at the first row."""
        first = self.packs if self.packs.leads() else self.recent
        first.setFocus()


def packs_at_hand(
    lines: Sequence[ReceiptLine], folders: Sequence[Path]
) -> Iterator[tuple[ReceiptLine, Path]]:
    """Yield the newest pack of each file name that lies in one of the folders.

    A receipt keeps a file's name alone, since packs are sent on and moved.
    """
    told: set[str] = set()
    for line in lines:
        if not line.file_name.lower().endswith(".pdf") or line.file_name in told:
            continue
        places = (folder / line.file_name for folder in folders)
        path = next((place for place in places if place.is_file()), None)
        if path is not None:
            told.add(line.file_name)
            yield line, path


def _pack_lead(line: ReceiptLine, path: Path) -> Lead:
    built = long_date(local_moment(line.at).date(), DAY_DATE)
    word, tone = _EDITIONS[line.edition] if line.edition else ("", Tone.PLAIN)
    return Lead(
        "package",
        f"{line.committee}, {long_date(line.held_on, DAY_DATE)}",
        _DOT.join((short_name(path.name), f"{line.pages} pages", f"built {built}")),
        word,
        tone,
        path,
    )


def _file_lead(path: Path) -> Lead:
    return Lead("file-text", path.stem, str(path.parent), goal=path)
