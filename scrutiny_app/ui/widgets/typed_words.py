"""What is typed into a field beside what is on record: told once, and never overwritten."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

# So long after the last letter a field is written, and so long after a disk refused it
PAUSE_MS = 800
AGAIN_MS = 10_000


class TypedWords:
    """Tells what was typed after a pause or when it is settled; keeps it while it is not written.

    ``words`` reads the field, ``put`` shows other words in it, ``tell`` carries what was typed.
    """

    def __init__(
        self,
        field: QWidget,
        words: Callable[[], str],
        put: Callable[[str], None],
        tell: Callable[[str], None],
    ) -> None:
        self._field = field
        self._words, self._put, self._tell = words, put, tell
        self._on_record = self._told = words()
        self._telling = self._untidy = self._refused = self.kept = False
        self._pause = QTimer(field, singleShot=True)
        self._pause.timeout.connect(self.settle)

    @property
    def settled(self) -> bool:
        """Whether all that is typed was told."""
        return not self.kept and self._words() == self._told

    def hear(self) -> None:
        """Hear that a letter was typed."""
        self._pause.start(PAUSE_MS)

    def settle(self) -> None:
        """Tell what was typed, if it is new."""
        self._pause.stop()
        if self.settled:
            if self._untidy and not self._field.hasFocus():
                self._show(self._on_record)
            return
        self._told, self.kept, self._refused = self._words(), False, False
        self._telling = True
        try:
            self._tell(self._told)
        finally:
            self._telling = False

    def tidy(self) -> None:
        """Tell what was typed and show it as it is on record: Enter says that it is whole."""
        self.settle()
        if self._untidy and self.settled:
            self._show(self._on_record)

    def keep(self) -> None:
        """Hear that what is being told could not be written: it stays, and is told again."""
        if self._telling:
            self.kept = True
            self._pause.start(AGAIN_MS)

    def refuse(self) -> None:
        """Hear that what is being told cannot be: it stays to be put right, and is told no more."""
        self._refused = True

    def show(self, text: str) -> None:
        """Show what is on record; while that is what it was, words being typed are left alone."""
        was, self._on_record = self._on_record, text
        same = text == was
        if same and (self.kept or self._refused or self._field.hasFocus()):
            return
        # Blanks and empty lines just typed are the beginning of more, though nothing keeps them
        own = self._telling or self._words().split() == text.split()
        if own and self._field.hasFocus():
            self._untidy = True
        else:
            self._show(text)

    def start_again(self) -> None:
        """Show nothing, whatever was typed, and tell nobody."""
        self._on_record = ""
        self._show("")

    def _show(self, text: str) -> None:
        self.kept = self._untidy = self._refused = False
        if self._words() != text:
            self._put(text)
        self._told = text
        self._pause.stop()
