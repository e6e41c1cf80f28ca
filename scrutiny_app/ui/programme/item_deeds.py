"""What is done with the chosen item: made, moved, parked, done, turned down."""

from __future__ import annotations

from scrutiny_app.domain.ids import ProgrammeItemId
from scrutiny_app.domain.programme.lanes import (
    LaneKey,
    Waiting,
    lane_name,
    lane_of,
    reordered,
    shifted,
)
from scrutiny_app.domain.programme.moves import set_stage
from scrutiny_app.domain.programme.programme import (
    Programme,
    ProgrammeItem,
    Stage,
    Suggester,
    with_item,
)
from scrutiny_app.domain.programme.recurrence import nearest_meeting
from scrutiny_app.store.keys import new_key
from scrutiny_app.ui.programme.programme_actions import ProgrammeActions
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk
from scrutiny_app.ui.programme.working_view import OF_ITEMS, WorkingView


class ItemDeeds:
    """Joins the actions and the cards to the desk."""

    def __init__(self, desk: ProgrammeDesk, actions: ProgrammeActions, work: WorkingView) -> None:
        self._desk, self._actions, self._work = desk, actions, work
        board = work.board
        actions.later.triggered.connect(lambda: board.shift(1))
        actions.sooner.triggered.connect(lambda: board.shift(-1))
        actions.up.triggered.connect(lambda: board.rise(-1))
        actions.down.triggered.connect(lambda: board.rise(1))
        actions.nearest.triggered.connect(self._plan_nearest)
        actions.park.triggered.connect(self._park)
        actions.done.triggered.connect(self._done)
        actions.frame.triggered.connect(self._frame)
        actions.print.triggered.connect(self._print)
        board.moves.connect(self._move)
        board.places.connect(self._reorder)
        board.removes.connect(self._turn_down)
        work.list.table.removes.connect(self._turn_down)
        work.moving.agreed.connect(self._agreed)
        work.adding.made.connect(self._make)
        work.requests.planned.connect(self._planned)
        desk.chosen.connect(self.offer)

    def offer(self) -> None:
        """Have on what can be done with the chosen item."""
        desk, actions = self._desk, self._actions
        item = desk.item if self._work.tabs.key in OF_ITEMS else None
        can = item is not None and desk.may_write and not item.stage.closed
        for action in actions.of_items:
            action.setEnabled(can)
        actions.nearest.setEnabled(can and item is not None and item.recurs_in is not None)
        on_board = can and self._work.tabs.key == "board"
        for action in (actions.later, actions.sooner, actions.up, actions.down):
            action.setEnabled(on_board)
        # Actions in the room's menu hear their keys even while their part is hidden
        for key, part in (("requests", self._work.requests), ("plan", self._work.plan)):
            if self._work.tabs.key != key:
                for action in part.actions_here:
                    action.setEnabled(False)

    def _move(self, item: ProgrammeItem, to: LaneKey) -> None:
        if self._desk.may_write and self._desk.move(item, to):
            self._follow(item.id, to)

    def _agreed(self, item: ProgrammeItem, to: LaneKey, reason: str) -> None:
        if self._desk.move(item, to, reason):
            self._work.answered()
            self._follow(item.id, to)

    def _follow(self, item: ProgrammeItemId, to: LaneKey) -> None:
        self._work.show_item(item)
        self._desk.tell(f"Moved to {lane_name(to)}: done and saved")

    def _reorder(self, item: ProgrammeItem, place: int) -> None:
        if not self._desk.may_write:
            return
        self._desk.change_programme(
            lambda programme: reordered(programme, item.id, place), f'Reorder "{item.title}"'
        )
        self._work.show_item(item.id)

    def _plan_nearest(self) -> None:
        item, programme = self._desk.item, self._desk.programme
        if item is None or item.recurs_in is None:
            return
        day = nearest_meeting(item.recurs_in, programme.days, programme.municipal_year)
        if day is not None:
            self._move(item, day)

    def _park(self) -> None:
        item = self._desk.item
        if item is not None:
            self._move(item, Waiting.PARKED)

    def _done(self) -> None:
        item, desk = self._desk.item, self._desk
        if item is not None:
            desk.change(
                item.id,
                lambda one: set_stage(one, Stage.DONE, on=desk.today),
                f'"{item.title}" is done',
            )

    def _turn_down(self) -> None:
        """Nothing is deleted: an item is turned down, and the record keeps why."""
        item = self._desk.item
        if item is not None and self._desk.may_write and not item.stage.closed:
            self._work.open_card()
            self._work.item.ask_stage(Stage.REJECTED)

    def _make(self, title: str, lane: LaneKey) -> None:
        desk = self._desk
        item = ProgrammeItem(
            ProgrammeItemId(new_key()),
            title,
            suggested_on=desk.today,
            suggester=Suggester.OFFICER,
        )
        if lane_of(item) != lane:
            reason = "suggested for later" if lane is Waiting.PARKED else ""
            item = shifted(item, lane, on=desk.today, reason=reason)

        def add(programme: Programme) -> Programme:
            return with_item(programme, item)

        if desk.change_programme(add, f'Add "{title}"'):
            self._work.answered()
            self._work.show_item(item.id)

    def _planned(self, item: ProgrammeItem) -> None:
        self._desk.tell(f'"{item.title}" is to be scheduled; it stands on the board')

    def _frame(self) -> None:
        self._work.only(self._work.frame)
        self._work.frame.begin()

    def _print(self) -> None:
        self._work.only(self._work.printing)
        self._work.printing.begin()
