"""What an officer does to the rows of an agenda, each a step with a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog

from scrutiny_app.domain.agenda import Agenda, AgendaItem, ItemKind, insert_item
from scrutiny_app.domain.agenda_editing import add_paper
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import ItemId, PaperId
from scrutiny_app.domain.paper import Paper
from scrutiny_app.domain.standing_items import StandingItem, ordinary_agenda, place_of_new
from scrutiny_app.jobs.plan_meeting import standing_items_of
from scrutiny_app.store.keys import new_key
from scrutiny_app.ui.meeting.agenda_changes import AgendaChanges
from scrutiny_app.ui.meeting.agenda_moves import (
    added,
    dropped_row,
    item_of,
    moved,
    number_of,
    removed,
    renamed,
)
from scrutiny_app.ui.meeting.agenda_rows import AgendaRow, RowSort
from scrutiny_app.ui.meeting.agenda_tree import AgendaTree
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.meeting.paper_arrivals import PaperArrivals
from scrutiny_app.ui.printing.print_dialog import print_document

NEW_ITEM, NEW_PAPER = "New item", "Paper to follow"
NAMED_KINDS = (
    (ItemKind.EXCLUSION, "Exclusion of the public"),
    (ItemKind.EXEMPT_MINUTES, "Exempt minutes"),
    (ItemKind.URGENT, "Urgent item"),
)


class AgendaDeeds:
    """Everything that the tree's buttons, keys and drops do."""

    def __init__(
        self, desk: MeetingDesk, tree: AgendaTree, changes: AgendaChanges, arrivals: PaperArrivals
    ) -> None:
        self._desk = desk
        self._tree = tree
        self._changes = changes
        self._arrivals = arrivals
        self.printing: QDialog | None = None

    @property
    def agenda(self) -> Agenda:
        """The agenda that is shown."""
        return self._desk.agenda

    @property
    def item(self) -> AgendaItem | None:
        """The item that is chosen, or whose paper or file is."""
        row = self._tree.row
        if row is not None and row.sort is RowSort.FILE:
            file = self._arrivals.find(row.key)
            key = file.item if file else ItemId("")
            return next((one for one in self.agenda.items if one.id == key), None)
        return item_of(self.agenda, row)

    # --- items ---

    def add_item(self, title: str = NEW_ITEM, kind: ItemKind = ItemKind.BUSINESS) -> None:
        """Add an item where one expects it, and let its title be typed."""
        item = AgendaItem(ItemId(new_key()), title, kind=kind)
        self._add(item, lambda: self._edit(item.id))

    def add_standing(self, line: StandingItem) -> None:
        """Add one of the committee's standing items."""
        (item,) = self._made((line,)) or (AgendaItem(ItemId(new_key()), line.title, line.kind),)
        self._add(item, lambda: self._tree.choose(item.id))

    def _add(self, item: AgendaItem, then: Callable[[], object]) -> None:
        """Add an item behind the one somebody chose, else at the end of the business.

        The exclusion of the public would be wrong behind what is taken in private, which is what
        one has just chosen and marked: it goes before that.
        """
        standing = self.standing()
        usual = place_of_new(self.agenda.items, item, standing)
        knows = item.kind is ItemKind.EXCLUSION and usual <= len(self.agenda.items)
        after = self.item if self._tree.picked and not knows else None

        def with_item(agenda: Agenda) -> Agenda:
            if after is not None:
                return added(agenda, item, after)
            return insert_item(agenda, item, number=place_of_new(agenda.items, item, standing))

        def tell() -> None:
            then()
            self._desk.tell(_told_place(self.agenda, item, after))

        self._changes.make(f'Add the item "{item.title}"', with_item, then=tell)

    def start_with_standing(self) -> None:
        """Put the committee's standing items on an empty agenda."""
        items = self._made(self.standing())
        if not items:
            raise WrongInput("This committee has no standing items. Add an item instead.")

        def filled(agenda: Agenda) -> Agenda:
            for item in items:
                agenda = added(agenda, item, None)
            return agenda

        self._changes.make("Start with the standing items", filled)

    def standing(self) -> tuple[StandingItem, ...]:
        """Return the committee's own standing items, else the house style's."""
        agenda = self.agenda
        return standing_items_of(
            self._desk.session.store, agenda.committee.id, agenda.council.house_style
        )

    def _made(self, lines: Sequence[StandingItem]) -> tuple[AgendaItem, ...]:
        before = self._desk.session.store.meetings.before(self.agenda.meeting)
        return ordinary_agenda(
            lines,
            (),
            previous_meeting=before[-1].held_on if before else None,
            new_key=new_key,
        )

    # --- papers ---

    def print_paper(self) -> None:
        """Show the chosen paper in the print window, as it is bound."""
        row = self._tree.row
        papers = {paper.id: paper for item in self.agenda.items for paper in item.papers}
        paper = papers.get(PaperId(row.key)) if row is not None else None
        if paper is None or paper.version is None or not paper.has_pages:
            self._desk.say("Choose a paper with pages to print. A whole pack is printed beside it.")
            return
        sha256 = paper.version.normalised_sha256
        file = self._desk.session.store.paper_folder.path(sha256)
        self.printing = print_document(file, self._desk.theme, self._desk.page)

    def add_to_follow(self) -> None:
        """Add a paper whose file has not come yet, and let its title be typed."""
        item = self._item_for_papers()
        if item is None:
            return
        paper = Paper(PaperId(new_key()), NEW_PAPER)
        self._changes.make(
            f"Item {number_of(self.agenda, item.id)}: add a paper to follow",
            lambda agenda: add_paper(agenda, item.id, paper),
            then=lambda: self._edit(paper.id),
        )

    def add_files(self, paths: Sequence[Path]) -> None:
        """Add files as papers of the item that is chosen."""
        if self._desk.session.read_only:
            self._desk.say("The workspace is open to read only; nothing can be added.", "tell")
            return
        item = self._item_for_papers()
        if item is not None and paths:
            self._arrivals.bring(item.id, paths)

    def replace_file(self, paper: PaperId, path: Path) -> None:
        """Give a paper another file."""
        item = next(
            (one for one in self.agenda.items if any(each.id == paper for each in one.papers)), None
        )
        if item is not None:
            self._arrivals.renew(item.id, paper, path)

    def _item_for_papers(self) -> AgendaItem | None:
        item = self.item
        if item is None:
            self._desk.say("Choose the item that the paper belongs to, and add it again.", "tell")
        return item

    # --- rows ---

    def move(self, by: int) -> None:
        """Move the chosen row up (-1) or down (1)."""
        row = self._tree.row
        if row is None or row.sort is RowSort.FILE:
            return
        noun = "item" if row.sort is RowSort.ITEM else "paper"
        self._changes.make(
            f'Move the {noun} "{row.title}"',
            lambda agenda: moved(agenda, row, by),
            joins=True,
            then=lambda: self._tree.choose(row.key),
        )

    def remove(self) -> None:
        """Take the chosen row off the agenda; a refused file off the list."""
        row = self._tree.row
        if row is None:
            return
        if row.sort is RowSort.FILE:
            self._arrivals.dismiss(row.key)
            return
        index = self._tree.currentIndex()
        below = self._tree.agenda_model.row_at(self._tree.indexBelow(index))
        above = self._tree.agenda_model.row_at(self._tree.indexAbove(index))
        noun = "item" if row.sort is RowSort.ITEM else "paper"

        def choose_beside() -> None:
            for beside in (below, above):
                if beside is not None and self._tree.choose(beside.key):
                    return

        self._changes.make(
            f'Remove the {noun} "{row.title}"',
            lambda agenda: removed(agenda, row),
            then=choose_beside,
        )

    def rename(self, row: AgendaRow, title: str) -> None:
        """Give a row the title that was typed in it."""
        noun = "item" if row.sort is RowSort.ITEM else "paper"
        if not title:
            self._desk.say(f"The {noun} keeps its title: it cannot be without one.", "tell")
            return
        self._changes.make(f"Rename the {noun} {row.number}", lambda one: renamed(one, row, title))

    def drop_row(self, key: str, place: int, onto: AgendaRow | None) -> None:
        """Move a row that was let go below another, at a place counting from 0, or between."""
        is_item = any(one.id == key for one in self.agenda.items)
        self._changes.make(
            "Move an item" if is_item else "Move a paper",
            lambda agenda: dropped_row(agenda, key, place, onto),
            then=lambda: self._tree.choose(key),
        )

    def drop_files(self, paths: Sequence[Path], place: int, onto: AgendaRow | None) -> None:
        """Take files that were let go on an item, on a paper, or between items."""
        item = item_of(self.agenda, onto)
        if not paths:
            self._desk.say("Only files of this computer can be added. Save it first.", "tell")
        elif item is None:
            self._add_item_for(paths, place)
        elif onto is not None and onto.sort is RowSort.PAPER and len(paths) == 1:
            self._arrivals.renew(item.id, PaperId(onto.key), paths[0])
        else:
            self._arrivals.bring(item.id, paths, place=place if place >= 0 else None)

    def _add_item_for(self, paths: Sequence[Path], place: int) -> None:
        """Add an item for files that were let go between two items."""
        title = " ".join(paths[0].stem.replace("_", " ").split()) or NEW_ITEM
        item = AgendaItem(ItemId(new_key()), title)
        before = self.agenda.items[place - 1] if 0 < place <= len(self.agenda.items) else None
        first = place == 0

        def with_item(agenda: Agenda) -> Agenda:
            grown = added(agenda, item, before)
            return grown if not first else dropped_row(grown, item.id, 0, None)

        self._changes.make(
            f'Add the item "{title}"',
            with_item,
            then=lambda: self._arrivals.bring(item.id, paths),
        )

    def _edit(self, key: str) -> None:
        if self._tree.choose(key):
            self._tree.setFocus()
            self._tree.edit(self._tree.agenda_model.index_of(key))


def _told_place(agenda: Agenda, item: AgendaItem, after: AgendaItem | None) -> str:
    """Return where a new item went, for whoever expected it elsewhere."""
    number = number_of(agenda, item.id)
    if after is not None:
        place = f"after item {number_of(agenda, after.id)}, which was chosen"
    elif number == len(agenda.items):
        place = "at the end of the agenda"
    else:
        place = f'before "{agenda.items[number].title}"'
    return f'"{item.title}" is added and saved as item {number}, {place}'
