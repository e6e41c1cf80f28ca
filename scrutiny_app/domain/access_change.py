"""Who may read a paper is changed with the words the law asks for, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.exemption import problems_of
from scrutiny_app.domain.paper import Access, ExemptReason, Paper


def mark_exempt(paper: Paper, reason: ExemptReason, descriptions: Mapping[int, str]) -> Paper:
    """Return a paper marked exempt; ``descriptions`` are the nation's, by paragraph.

    Raises:
        WrongInput: no paragraph is named, one is not of the list, or the public interest is not
            said in a sentence.

    Source: Local Government Act 1972 s.100A(4), Sch 12A Part 1 and Part 2 para 10.
    """
    marked = replace(
        paper, access=Access.EXEMPT, exempt=reason, confidential_basis="", made_public_by=""
    )
    return _sound(marked, descriptions)


def mark_confidential(paper: Paper, basis: str) -> Paper:
    """Return a paper marked confidential on a basis: a department's terms, or an enactment.

    Raises:
        WrongInput: there is no basis.

    Source: Local Government Act 1972 s.100A(2)-(3).
    """
    marked = replace(
        paper,
        access=Access.CONFIDENTIAL,
        exempt=None,
        confidential_basis=basis.strip(),
        made_public_by="",
    )
    return _sound(marked, {})


def make_public(paper: Paper, decided_by: str) -> Paper:
    """Return a withheld paper opened to the public; ``decided_by`` says who decided, and why.

    Raises:
        WrongInput: that is not said.

    Source: Local Government Act 1972 s.100B(2): what is withheld is the proper officer's to say.
    """
    if paper.public:
        return paper
    if not decided_by.strip():
        raise WrongInput(
            f"{paper.title}: it was withheld from the public. Write who decided that it may be "
            "public now, and why."
        )
    opened = replace(
        paper,
        access=Access.PUBLIC,
        exempt=None,
        confidential_basis="",
        made_public_by=decided_by.strip(),
    )
    return _sound(opened, {})


def _sound(paper: Paper, descriptions: Mapping[int, str]) -> Paper:
    problems = problems_of(paper, descriptions)
    if problems:
        raise WrongInput(" ".join(problems))
    return paper
