"""Where rows of an agenda go when they are moved by keys or let go over others."""

from __future__ import annotations

from dataclasses import replace

from scrutiny_app.domain.agenda import Agenda, AgendaItem, insert_item, move_item, remove_item
from scrutiny_app.domain.agenda_editing import (
    amend_item,
    amend_paper,
    move_paper,
    paper_on,
    withdraw_paper,
)
from scrutiny_app.domain.ids import ItemId, PaperId
from scrutiny_app.ui.meeting.agenda_rows import AgendaRow, RowSort


def number_of(agenda: Agenda, item: str) -> int:
    """Return the number of an item, counting from 1; 0 where it is not on the agenda."""
    return next((one.number for one in agenda.numbered if one.item.id == item), 0)


def moved(agenda: Agenda, row: AgendaRow, by: int) -> Agenda:
    """Move a row one place up (-1) or down (1); a paper at the edge goes to the next item."""
    if row.sort is RowSort.ITEM:
        to = number_of(agenda, row.key) + by
        inside = 1 <= to <= len(agenda.items)
        return move_item(agenda, ItemId(row.key), to=to) if inside else agenda
    item, paper = paper_on(agenda, PaperId(row.key))
    place = item.papers.index(paper) + by
    if 0 <= place < len(item.papers):
        return move_paper(agenda, paper.id, to=item.id, place=place)
    beside = number_of(agenda, item.id) - 1 + by
    if not 0 <= beside < len(agenda.items):
        return agenda
    other = agenda.items[beside]
    return move_paper(agenda, paper.id, to=other.id, place=0 if by > 0 else len(other.papers))


def dropped_row(agenda: Agenda, key: str, place: int, onto: AgendaRow | None) -> Agenda:
    """Let a row go: below ``onto`` at a place counting from 0 (-1: on it), or between items."""
    target = item_of(agenda, onto)
    if any(one.id == key for one in agenda.items):
        return _dropped_item(agenda, ItemId(key), place, target)
    holder, paper = paper_on(agenda, PaperId(key))
    if target is None:
        # Between two items it goes to the one above
        target = agenda.items[max(0, min(place, len(agenda.items)) - 1)]
        return move_paper(agenda, paper.id, to=target.id)
    if onto is not None and onto.sort is RowSort.PAPER:
        place = [one.id for one in target.papers].index(PaperId(onto.key)) + 1
    before = holder.papers.index(paper)
    if target.id == holder.id and 0 <= before < place:
        # What stood above it has moved up by then
        place -= 1
    return move_paper(agenda, paper.id, to=target.id, place=None if place < 0 else place)


def _dropped_item(agenda: Agenda, key: ItemId, place: int, target: AgendaItem | None) -> Agenda:
    before = number_of(agenda, key)
    if target is not None:
        to = number_of(agenda, target.id)
    else:
        to = place + 1 if place >= 0 else len(agenda.items) + 1
        if before < to:
            to -= 1
    return move_item(agenda, key, to=max(1, min(to, len(agenda.items))))


def item_of(agenda: Agenda, row: AgendaRow | None) -> AgendaItem | None:
    """Return the item that a row is or belongs to."""
    if row is None:
        return None
    for item in agenda.items:
        if item.id == row.key or any(paper.id == row.key for paper in item.papers):
            return item
    return None


def added(agenda: Agenda, item: AgendaItem, after: AgendaItem | None) -> Agenda:
    """Put a new item behind another, or at the end."""
    number = number_of(agenda, after.id) + 1 if after else len(agenda.items) + 1
    return insert_item(agenda, item, number=number)


def removed(agenda: Agenda, row: AgendaRow) -> Agenda:
    """Take a row off the agenda."""
    if row.sort is RowSort.ITEM:
        return remove_item(agenda, ItemId(row.key))
    return withdraw_paper(agenda, PaperId(row.key))


def renamed(agenda: Agenda, row: AgendaRow, title: str) -> Agenda:
    """Give a row another title."""
    if row.sort is RowSort.ITEM:
        item = next(one for one in agenda.items if one.id == row.key)
        return amend_item(agenda, replace(item, title=title))
    _, paper = paper_on(agenda, PaperId(row.key))
    return amend_paper(agenda, replace(paper, title=title))
