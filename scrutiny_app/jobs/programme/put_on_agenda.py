"""Put a planned work programme item on its meeting's agenda; both then know each other."""

from __future__ import annotations

from datetime import datetime

from scrutiny_app.domain.agenda import Agenda, AgendaItem, ItemKind, insert_item
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.ids import ItemId, ProgrammeItemId
from scrutiny_app.domain.meeting import Meeting, Standing
from scrutiny_app.domain.programme.moves import put_on, taken_off
from scrutiny_app.domain.programme.programme import Programme, ProgrammeItem, item_of, with_item
from scrutiny_app.domain.wording import DAY_DATE, long_date
from scrutiny_app.jobs.preview_change import preview_change
from scrutiny_app.jobs.refuse_private_words import refuse_private_words
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store

# Business comes before these
_AFTER_BUSINESS = (
    ItemKind.WORK_PROGRAMME,
    ItemKind.EXCLUSION,
    ItemKind.EXEMPT_MINUTES,
    ItemKind.URGENT,
)
_NOT_HELD = (Standing.CANCELLED, Standing.MOVED)


def put_on_agenda(
    store: Store, item: ProgrammeItemId, *, at: datetime, accept_major: bool = False
) -> AgendaItem:
    """Add an item to the agenda of the meeting it is planned for, as one step, and return it.

    It stands behind the other business. ``at`` is the moment (UTC). The title can be changed on
    the agenda afterwards; the two stay tied.

    Raises:
        NotFound: there is no such item, or no meeting on its day.
        WrongInput: it has no day, is on an agenda already, or the agenda is published and
            ``accept_major`` was not chosen.
        LeakFound: it says what withheld minutes say; an agenda is public.
    """
    programme = store.programmes.holding(item)
    planned = item_of(programme, item)
    refuse_private_words(store, programme.committee, (planned,))
    agenda = store.agendas.read(_meeting(store, programme, planned).id)
    _refuse_twice(agenda, planned)
    made = AgendaItem(ItemId(new_key()), planned.title, purpose=planned.purpose)
    after = insert_item(agenda, made, number=_place(agenda))
    preview = preview_change(store, after, at)
    if preview.major and not accept_major:
        raise WrongInput(
            f"Nothing was changed, for this agenda is published. {' '.join(preview.major)} "
            f"{preview.consequence}"
        )
    held_on = long_date(agenda.meeting.held_on, DAY_DATE)
    with store.step(f'Put "{planned.title}" on the agenda of {held_on}'):
        store.agendas.write(after)
        store.programmes.write(with_item(programme, put_on(planned, made.id)))
    return made


def untie_from_agenda(store: Store, item: ProgrammeItemId) -> ProgrammeItem:
    """Let an item and its agenda item go, so that it can be moved; the agenda stays as it is.

    Raises:
        NotFound: there is no such item.
    """
    programme = store.programmes.holding(item)
    free = taken_off(item_of(programme, item))
    with store.step(f'Part "{free.title}" from its agenda'):
        store.programmes.write(with_item(programme, free))
    return free


def _meeting(store: Store, programme: Programme, item: ProgrammeItem) -> Meeting:
    if item.day is None:
        raise WrongInput(f'"{item.title}" is not planned for a meeting. Choose its meeting first.')
    meetings = [
        meeting
        for meeting in store.meetings.on(programme.committee, item.day)
        if meeting.standing not in _NOT_HELD
    ]
    if not meetings:
        raise NotFound(
            f"There is no meeting of the committee on {long_date(item.day, DAY_DATE)} in this "
            f'workspace yet. Plan that meeting first, then put "{item.title}" on its agenda.'
        )
    return meetings[0]


def _refuse_twice(agenda: Agenda, item: ProgrammeItem) -> None:
    if any(one.id == item.agenda_item for one in agenda.items):
        raise WrongInput(f'"{item.title}" is on this agenda already.')


def _place(agenda: Agenda) -> int:
    """Return the number that a new item of business has."""
    for numbered in agenda.numbered:
        if numbered.item.kind in _AFTER_BUSINESS:
            return numbered.number
    return len(agenda.items) + 1
