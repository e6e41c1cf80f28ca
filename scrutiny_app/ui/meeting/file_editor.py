"""A file on its way to the agenda: how far it is, or why it was refused and what to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from scrutiny_app.ui.meeting.incoming import Incoming, Stage
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.folding_row import FoldingRow


class FileEditor(QWidget):
    """``wants_final``, ``wants_again`` and ``wants_away`` carry the file's key."""

    wants_final = Signal(str)
    wants_again = Signal(str)
    wants_away = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._key = ""
        self.sentence = QLabel(wordWrap=True)
        final = new_action(
            self,
            "Publish its final te&xt",
            tells="Insertions are accepted; deletions, comments and hidden text are left out",
        )
        again = new_action(self, "Tr&y again", tells="When the file was mended and saved again")
        away = new_action(self, "Take it &off the list")
        final.triggered.connect(lambda: self.wants_final.emit(self._key))
        again.triggered.connect(lambda: self.wants_again.emit(self._key))
        away.triggered.connect(lambda: self.wants_away.emit(self._key))
        self.final, self.again, self.away = (button_for(one) for one in (final, again, away))
        row = FoldingRow(theme, (self.final, 0), (self.again, 0), (self.away, 0), (QWidget(), 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sentence)
        column.addWidget(row)
        column.addStretch(1)

    def show_file(self, file: Incoming) -> None:
        """Show a file."""
        refused = file.stage is Stage.REFUSED
        self._key = file.key
        self.sentence.setText(file.sentence)
        self.sentence.setProperty("look", "bad" if refused else "muted")
        self.sentence.style().polish(self.sentence)
        self.final.setVisible(refused and file.marked_up)
        self.again.setVisible(refused)
        self.away.setVisible(refused)
