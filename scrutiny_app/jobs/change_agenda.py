"""Change an agenda in one step, with the checks that a loaded meeting file would have met."""

from __future__ import annotations

from datetime import datetime

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.exempt_register import opened_without_a_word
from scrutiny_app.domain.exemption import problems_of
from scrutiny_app.jobs.preview_change import preview_change
from scrutiny_app.rulebook.exempt_reasons import exempt_descriptions
from scrutiny_app.store.store import Store


def change_agenda(
    store: Store,
    after: Agenda,
    name: str,
    *,
    at: datetime,
    accept_major: bool = False,
    joins: bool = False,
) -> None:
    """Write an agenda as the step ``name``; ``at`` is the moment (UTC).

    ``joins`` lets typing become one step (see ``History.step``).

    A major change of a published agenda is written only when it was accepted; the step's name then
    says what was. See ``preview_change`` for what to show before.

    Raises:
        WrongInput: a withheld paper lacks what the law asks for, one would become public although
            nobody said so, or what was published would be altered and was not accepted.
    """
    before = store.agendas.read(after.meeting.id)
    refuse_unsound(store, before, after)
    preview = preview_change(store, after, at)
    if preview.major and not accept_major:
        raise WrongInput(
            f"Nothing was changed, for this agenda is published. {' '.join(preview.major)} "
            f"{preview.consequence} Accept that, and the change is made and kept in the history."
        )
    accepted = f"{name}. Accepted: {' '.join(preview.major)}" if preview.major else name
    with store.step(accepted, joins=joins):
        store.agendas.write(after)


def refuse_unsound(store: Store, before: Agenda, after: Agenda) -> None:
    """Refuse an agenda whose papers' access is not as the law asks.

    Raises:
        WrongInput: see ``change_agenda``.
    """
    descriptions = exempt_descriptions(after.council.nation)
    unsound = [
        problem
        for item in after.items
        for paper in item.papers
        for problem in problems_of(paper, descriptions)
    ]
    opened = tuple(opened_without_a_word(before, after, store.papers.withheld_files()))
    if unsound or opened:
        raise WrongInput(" ".join((*unsound, *opened)))
