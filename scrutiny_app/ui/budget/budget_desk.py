"""What the tabs of a set share: the set as it stands, its findings, and ways to change things."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from scrutiny_app.domain.budget.finding import BudgetFinding
from scrutiny_app.domain.budget.proposal import BudgetProposal, ProposalSet
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.jobs.budget.check_budget import check_budget
from scrutiny_app.store.store import Store
from scrutiny_app.ui.page import Page
from scrutiny_app.ui.place import Place, Room


class BudgetDesk:
    """The set that is shown. Tabs ask it for the set, and write through it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.around = page.around
        self.session = page.session
        self.theme = page.theme
        self._whole: ProposalSet | None = None
        self._findings: tuple[BudgetFinding, ...] = ()
        self._checked: tuple[object, object] = (None, None)
        self.closed = False

    @property
    def shown(self) -> bool:
        """Whether a set is shown at all."""
        return self._whole is not None

    @property
    def whole(self) -> ProposalSet:
        """The set as it was last read; ``committed`` reads it again.

        Raises:
            NotFound: none is shown.
        """
        if self._whole is None:
            raise NotFound("No budget proposals are shown. Choose some in the list.")
        return self._whole

    @property
    def findings(self) -> tuple[BudgetFinding, ...]:
        """What the checks find in the set, those set aside too."""
        return self._findings

    def show(self, whole: ProposalSet | None) -> None:
        """Have a set shown, or none; it is checked again when anything was done meanwhile."""
        store = self.session.store
        known = (whole, store.history(1))
        if known != self._checked:
            self._findings = check_budget(store, whole) if whole else ()
        self._whole, self._checked = whole, known

    def close(self) -> None:
        """Let the workspace go; what the worker still tells comes too late."""
        self.closed = True
        self._whole = None

    def proposal(self, key: str) -> BudgetProposal | None:
        """Return the proposal with a key, None where the set has it no more."""
        return next((one for one in self.whole.proposals if one.id == key), None)

    def of(self, one: BudgetProposal) -> tuple[BudgetFinding, ...]:
        """Return what the checks find in one proposal."""
        return tuple(found for found in self._findings if found.reference == one.reference)

    def place(self, part: str, detail: str = "") -> Place:
        """Return a place within this set."""
        return Place(Room.BUDGET, self.whole.id, part, detail)

    def go(self, place: Place) -> None:
        """Go somewhere else in the window."""
        self.page.wants.emit(place)

    def tell(self, sentence: str) -> None:
        """Say something in the status line."""
        self.page.told.emit(sentence)

    def say(self, sentence: str, tone: Literal["bad", "warn", "tell"] = "bad") -> None:
        """Say something in the strip above the page."""
        self.page.strip.say(sentence, tone)

    def change(self, name: str, changed: BudgetProposal) -> bool:
        """Write one proposal as it is given, as a named step; tell whether it was done."""
        after = self.whole.with_proposal(changed)
        return self.page.do(name, lambda store: store.proposal_sets.write(after), joins=True)

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do something that may be refused; what stands in the way is said in the strip."""
        return self.page.attempt(deed)

    def run(self, deed: Callable[[Store], object], done: str) -> bool:
        """Do what makes a step of its own; tell whether it was done."""
        store = self.session.store
        if not self.page.attempt(lambda: deed(store), done):
            return False
        self.session.committed.emit()
        return True
