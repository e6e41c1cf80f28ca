"""Prepare a pack: read all that making it takes, so that the workspace is not needed meanwhile."""

from __future__ import annotations

from dataclasses import replace

from scrutiny_app.domain.agenda_pack import Edition, plan_agenda_pack
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.jobs.pack_order import PackOrder
from scrutiny_app.jobs.paper_files import all_paper_files, paper_files
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
    if password is not None and edition is Edition.PUBLIC:
        raise WrongInput(
            "A public pack is for everybody, so it takes no password. Ask for --edition full, or "
            "leave the password out."
        )
    agenda = store.agendas.read(store.meetings.find(meeting))
    files = paper_files(store, plan_agenda_pack(agenda, edition))
    issue = store.issues.latest(agenda.meeting.id)
    key = _checked(password)
    order = PackOrder(agenda, edition, files, store.staging, issue, key)
    return replace(order, files=all_paper_files(store, agenda)) if order.proved else order


def _checked(password: str | None) -> str:
    if password is None:
        return ""
    from scrutiny_app.documents.pdf.encryption import checked_password

    return checked_password(password)
