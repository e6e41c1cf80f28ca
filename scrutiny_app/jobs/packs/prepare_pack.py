"""Prepare a pack: read all that making it takes, so that the workspace is not needed meanwhile."""

from __future__ import annotations

from dataclasses import replace

from scrutiny_app.domain.agenda_pack import Edition, plan_agenda_pack
from scrutiny_app.domain.private_words import NO_PRIVATE_WORDS
from scrutiny_app.jobs.packs.pack_order import PackOrder
from scrutiny_app.jobs.packs.paper_files import all_paper_files, paper_files
from scrutiny_app.jobs.packs.readership import readership
from scrutiny_app.store.store import Store


def prepare_pack(
    store: Store,
    meeting: str,
    *,
    edition: Edition = Edition.PUBLIC,
    password: str | None = None,
) -> PackOrder:
    """Return the order for the pack of the meeting with this id or date.

    Raises:
        NotFound: there is no such meeting.
        PackNotReady: there is nothing on its agenda.
        WorkspaceDamaged: a paper's file is missing.
        WrongInput: a public pack was to be locked, or the password is too short.
    """
    readers = readership(edition, password)
    agenda = store.agendas.read(store.meetings.find(meeting))
    files = paper_files(store, plan_agenda_pack(agenda, edition))
    issue = store.issues.latest(agenda.meeting.id)
    public = edition is Edition.PUBLIC
    private = store.minutes.private_words(agenda.committee.id) if public else NO_PRIVATE_WORDS
    order = PackOrder(agenda, edition, files, store.staging, issue, readers.password, private)
    return replace(order, files=all_paper_files(store, agenda)) if order.proved else order
