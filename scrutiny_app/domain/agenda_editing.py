"""What an officer does to an agenda, one deed at a time: items amended, papers put, moved, taken.

An agenda before, an agenda after; ``agenda.py`` puts, moves and takes the items themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from scrutiny_app.domain.agenda import Agenda, AgendaItem, item_on
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.ids import ItemId, PaperId
from scrutiny_app.domain.paper import Paper, PaperVersion

_STOPGAPS = frozenset({"", "untitled", "untitled document", "document", "document1", "title"})


def amend_item(agenda: Agenda, item: AgendaItem) -> Agenda:
    """Return the agenda with an item as it is given; the one with its key stood there.

    Its papers stay as they are on the agenda.

    Raises:
        NotFound: it is not on the agenda.
        WrongInput: it has no title.
    """
    if not item.title.strip():
        raise WrongInput("An agenda item needs a title: it is what the public is told.")
    before = item_on(agenda, item.id)
    return _with_item(agenda, replace(item, papers=before.papers))


def paper_on(agenda: Agenda, paper: PaperId) -> tuple[AgendaItem, Paper]:
    """Return a paper and the item it belongs to.

    Raises:
        NotFound: it is not on the agenda.
    """
    for item in agenda.items:
        for one in item.papers:
            if one.id == paper:
                return item, one
    raise NotFound("This paper is not on the agenda any more. Look at the agenda again.")


def add_paper(agenda: Agenda, item: ItemId, paper: Paper, *, place: int | None = None) -> Agenda:
    """Put a paper on an item, at a place counting from 0, or after those that are there.

    Raises:
        NotFound: the item is not on the agenda.
        WrongInput: the paper is on the agenda already, or has no title.
    """
    if any(one.id == paper.id for each in agenda.items for one in each.papers):
        raise WrongInput(f'"{paper.title}" is on this agenda already. Move it instead.')
    _refuse_nameless(paper)
    holder = item_on(agenda, item)
    papers = list(holder.papers)
    papers.insert(len(papers) if place is None else max(0, place), paper)
    return _with_item(agenda, replace(holder, papers=tuple(papers)))


def amend_paper(agenda: Agenda, paper: Paper) -> Agenda:
    """Return the agenda with a paper as it is given; the one with its key stood there.

    Raises:
        NotFound: it is not on the agenda.
        WrongInput: it has no title.
    """
    _refuse_nameless(paper)
    holder, before = paper_on(agenda, paper.id)
    papers = (paper if one is before else one for one in holder.papers)
    return _with_item(agenda, replace(holder, papers=tuple(papers)))


def replace_file(
    agenda: Agenda, paper: PaperId, version: PaperVersion | None, *, draft: bool = False
) -> Agenda:
    """Give a paper another file; the workspace keeps the one before. None: it is to follow.

    Raises:
        NotFound: it is not on the agenda.
    """
    _, before = paper_on(agenda, paper)
    return amend_paper(agenda, replace(before, version=version, draft=draft))


def move_paper(agenda: Agenda, paper: PaperId, *, to: ItemId, place: int | None = None) -> Agenda:
    """Move a paper to a place (counting from 0) on its own or another item; last without one.

    Raises:
        NotFound: the paper or the item is not on the agenda.
    """
    _, taken = paper_on(agenda, paper)
    item_on(agenda, to)
    return add_paper(withdraw_paper(agenda, paper), to, taken, place=place)


def withdraw_paper(agenda: Agenda, paper: PaperId) -> Agenda:
    """Take a paper off the agenda; its files stay in the workspace.

    Raises:
        NotFound: it is not on the agenda.
    """
    holder, _ = paper_on(agenda, paper)
    kept = tuple(one for one in holder.papers if one.id != paper)
    return _with_item(agenda, replace(holder, papers=kept))


def paper_from_file(version: PaperVersion, new_key: Callable[[], str]) -> Paper:
    """Return a new paper for a file, titled as the file says, else by the file's name."""
    stem = version.file_name.rpartition(".")[0] or version.file_name
    title = version.facts.title.strip()
    if _says_nothing(title):
        title = " ".join(stem.replace("_", " ").split())
    return Paper(PaperId(new_key()), title or version.file_name, version=version)


def _says_nothing(title: str) -> bool:
    """Whether a file's own title is a program's stopgap: "untitled", "Microsoft Word - x.docx"."""
    told = title.casefold()
    return (
        told in _STOPGAPS
        or told.startswith(("microsoft word -", "microsoft powerpoint -", "microsoft excel -"))
        or told.endswith((".doc", ".docx", ".pdf", ".odt", ".rtf", ".pptx", ".xlsx"))
    )


def _refuse_nameless(paper: Paper) -> None:
    if not paper.title.strip():
        raise WrongInput("A paper needs a title: it is what the agenda lists it by.")


def _with_item(agenda: Agenda, item: AgendaItem) -> Agenda:
    items = (item if one.id == item.id else one for one in agenda.items)
    return replace(agenda, items=tuple(items))
