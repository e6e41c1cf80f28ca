"""What the child is doing, in the status line: stage, progress, and a way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from scrutiny_app.ui.job_runner import JobRunner


class JobStrip(QWidget):
    """Shown while a job is being done."""

    def __init__(self) -> None:
        super().__init__()
        self._runner: JobRunner | None = None
        self.stage = QLabel()
        self.bar = QProgressBar(maximum=0)
        self.bar.setFixedWidth(150)
        self.bar.setTextVisible(False)
        self.cancel = QPushButton("Stop")
        self.cancel.setProperty("look", "plain")
        self.cancel.setAccessibleDescription("Stops what is being done; nothing is changed by it")
        self.cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        for widget in (self.stage, self.bar, self.cancel):
            row.addWidget(widget)
        self.hide()

    def watch(self, runner: JobRunner) -> None:
        """Show what a runner does from now on."""
        self._runner = runner
        runner.started.connect(self._started)
        runner.moved.connect(self._moved)
        runner.ended.connect(self._ended)

    def _started(self, title: str) -> None:
        self.bar.setRange(0, 0)
        self._say(title)
        self.cancel.setAccessibleName(f"Stop: {title}")
        self.show()

    def _moved(self, stage: str, done: int, of: int) -> None:
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)
        self._say(stage)

    def _say(self, words: str) -> None:
        self.stage.setText(words)
        self.bar.setAccessibleName(words)

    def _ended(self, _title: str) -> None:
        self.hide()

    def _stop(self) -> None:
        if self._runner is not None:
            self._runner.stop()
