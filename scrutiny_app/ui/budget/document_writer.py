"""Documents about a set, written in the child while the window goes on living."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from scrutiny_app.domain.budget.proposal import ProposalSet
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.jobs.budget.budget_order import BudgetOrder, BudgetPrint, DrawnBudget
from scrutiny_app.jobs.budget.lay_out_budget import Extract, lay_out_budget
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.ui.budget.budget_desk import BudgetDesk
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.file_dialogs import choose_folder, choose_new_file

_KINDS = {".pdf": "PDF (*.pdf)", ".docx": "Word (*.docx)", ".xlsx": "Excel (*.xlsx)"}
_NAMES = {
    BudgetPrint.SCHEDULE: "Budget proposals",
    BudgetPrint.QUESTIONS: "Budget questions",
    BudgetPrint.COMPARISON: "Budget comparison",
    BudgetPrint.LETTERS: "Budget letters",
}


class DocumentWriter(QObject):
    """``wrote`` carries the file, or the folder of several, that was written last."""

    wrote = Signal(object)

    def __init__(self, desk: BudgetDesk) -> None:
        super().__init__(desk.page)
        self._desk = desk
        self.last: Path | None = None

    def ask(
        self,
        what: BudgetPrint,
        suffix: str,
        *,
        extract: Extract | None = None,
        earlier: ProposalSet | None = None,
    ) -> None:
        """Let the officer say where a document is to be written, and write it there."""
        page = self._desk.page
        page.settle()
        suggested = self._folder() / f"{file_name(what, self._desk.whole, extract)}{suffix}"

        def write(to: Path) -> None:
            named = to if to.suffix.lower() == suffix else to.with_name(f"{to.name}{suffix}")
            self.write(what, named, extract=extract, earlier=earlier)

        title = f"Write {_NAMES[what].lower()}"
        choose_new_file(page, title, write, suggested=suggested, kinds=_KINDS[suffix])

    def ask_letters(self) -> None:
        """Let the officer choose the folder for the letters, and write them there."""
        self._desk.page.settle()
        choose_folder(
            self._desk.page,
            "Choose a folder for the letters",
            lambda folder: self.write(BudgetPrint.LETTERS, folder),
        )

    def write(
        self,
        what: BudgetPrint,
        to: Path,
        *,
        extract: Extract | None = None,
        earlier: ProposalSet | None = None,
    ) -> None:
        """Write a document; what stands in the way is said in the strip."""
        desk, today = self._desk, local_moment(self._desk.session.now()).date()

        def lay_out() -> None:
            order = lay_out_budget(
                desk.session.store,
                desk.whole,
                what,
                extract=extract,
                earlier=earlier,
                written_on=today,
            )
            self._draw(order, to)

        desk.attempt(lay_out)

    def show_folder(self) -> None:
        """Show where the last document was written."""
        if self.last is not None:
            folder = self.last if self.last.is_dir() else self.last.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _draw(self, order: BudgetOrder, to: Path) -> None:
        desk = self._desk
        desk.around.jobs.run(
            Work(
                f"Write {to.name}",
                Job("draw_budget", (order, to)),
                done=self._done,
                refused=desk.say,
                stopped=lambda: desk.tell("Writing was stopped; nothing was changed"),
            )
        )

    def _done(self, result: object) -> None:
        if not isinstance(result, DrawnBudget) or self._desk.closed:
            return
        first = result.files[0]
        self.last = first if len(result.files) == 1 else first.parent
        self._desk.around.settings.setValue("budget/folder", str(first.parent))
        pages = f", {result.pages} pages" if result.pages else ""
        many = f"{len(result.files)} letters in {first.parent.name}"
        self._desk.tell(f"Written: {first.name if len(result.files) == 1 else many}{pages}")
        self.wrote.emit(self.last)
        if first.suffix.lower() == ".pdf":
            self._desk.go(Place(Room.READER, str(first)))

    def _folder(self) -> Path:
        known = str(self._desk.around.settings.value("budget/folder", ""))
        return Path(known) if known and Path(known).is_dir() else self._desk.session.folder.parent


def file_name(what: BudgetPrint, whole: ProposalSet, extract: Extract | None = None) -> str:
    """Return what a document is called, in letters that every system can keep in a name."""
    parts = (_NAMES[what], whole.label.replace("/", "-"), *(extract.names if extract else ()))
    said = ", ".join(parts)
    return "".join(one if one.isalnum() or one in " -,()&'" else " " for one in said).strip()
