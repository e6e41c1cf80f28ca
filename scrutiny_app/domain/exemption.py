"""Papers that are not for publication: what must be said before one may be withheld."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scrutiny_app.domain.law import Rule
from scrutiny_app.domain.paper import Access, Paper

# Short of this it is a label ("commercial"), not a reason; our proposal, no law says
_SHORTEST_REASON = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptList(Rule):
    """A nation's descriptions of exempt information, by paragraph; ``schedule`` names the list."""

    schedule: str
    descriptions: Mapping[int, str]


def problems_of(paper: Paper, descriptions: Mapping[int, str]) -> tuple[str, ...]:
    """Return what is wrong with the access of a paper, a sentence each; empty when all is well.

    ``descriptions`` are the nation's, by paragraph; where they are empty the numbers cannot be
    checked and are not.

    Source: Local Government Act 1972 s.100A(2)-(5), s.100B(5), Sch 12A Part 1 and Part 2 para 10.
    """
    checks = {
        Access.PUBLIC: _public_problems,
        Access.EXEMPT: _exempt_problems,
        Access.CONFIDENTIAL: _confidential_problems,
    }
    faults = (*checks[paper.access](paper, descriptions), *_opening_problems(paper))
    return tuple(f"{paper.title}: {fault}" for fault in faults)


def _opening_problems(paper: Paper) -> Iterator[str]:
    if paper.made_public_by and not paper.public:
        yield ("it says who made it public, yet it is marked as withheld. Take one of the two out.")
    elif paper.made_public_by and len(paper.made_public_by.strip()) < _SHORTEST_REASON:
        yield (
            "made_public_by does not say enough. Write who decided that it may be public, and why."
        )


def _public_problems(paper: Paper, _: Mapping[int, str]) -> Iterator[str]:
    if paper.exempt is not None or paper.confidential_basis:
        yield (
            "it is open to the public, yet a reason to withhold it is given. Mark it exempt or "
            "confidential, or take the reason out."
        )


def _exempt_problems(paper: Paper, descriptions: Mapping[int, str]) -> Iterator[str]:
    paragraphs = paper.exempt.paragraphs if paper.exempt else ()
    reason = paper.exempt.public_interest.strip() if paper.exempt else ""
    if not paragraphs:
        yield (
            "it is exempt, but no paragraph is named. Say which description of exempt "
            f"information it falls under{_range_of(descriptions)}."
        )
    unknown = [str(one) for one in paragraphs if descriptions and one not in descriptions]
    if unknown:
        yield (
            f"paragraph {', '.join(unknown)} does not describe exempt information in this "
            f"nation. Use one of the present list{_range_of(descriptions)}."
        )
    if len(set(paragraphs)) < len(paragraphs):
        yield "a paragraph is named twice. Name each once."
    if len(reason) < _SHORTEST_REASON:
        yield (
            "it is exempt, but does not say why the public interest in withholding it outweighs "
            "the public interest in disclosing it. Write that reason in a sentence."
        )
    if paper.confidential_basis:
        yield (
            "it is exempt, yet a basis for confidentiality is given. Mark it confidential, or "
            "take the basis out."
        )


def _confidential_problems(paper: Paper, _: Mapping[int, str]) -> Iterator[str]:
    if not paper.confidential_basis.strip():
        yield (
            "it is confidential, but the basis is missing. Name the government department whose "
            "terms forbid disclosure, or the enactment or court order."
        )
    if paper.exempt is not None:
        yield (
            "it is confidential, so the public must be excluded without a resolution. Take the "
            "exempt paragraphs and the public interest reason out, or mark it exempt."
        )


def _range_of(descriptions: Mapping[int, str]) -> str:
    if not descriptions:
        return ""
    return f" (paragraphs {min(descriptions)} to {max(descriptions)})"
