"""Prove that a public file holds nothing of the papers that are withheld."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from scrutiny_app.documents.gate.composed_text import composed_texts, house_words
from scrutiny_app.documents.gate.file_contents import file_contents
from scrutiny_app.documents.gate.gate import refuse_leaks, refuse_look_alikes
from scrutiny_app.documents.gate.withheld_matter import Matter, WithheldMatter, withheld_matter
from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import PackLayout
from scrutiny_app.domain.errors import WorkspaceDamaged
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.paper import Paper
from scrutiny_app.domain.public_agenda import private_titles, public_words
from scrutiny_app.jobs.fingerprint import sha256_of


def withheld_matter_of(
    agenda: Agenda,
    layout: PackLayout,
    paths: Mapping[PaperId, Path],
    staging: Path,
    style: HouseStyle,
) -> WithheldMatter:
    """Return what only the withheld papers of an agenda hold; every paper is read once.

    ``agenda`` is the whole one, ``layout`` the public's; ``paths`` are the files of every paper.

    Raises:
        WorkspaceDamaged: a withheld paper's file is not the one that was taken in.
        PaperRefused: a paper's words cannot be read.
    """
    papers = [paper for item in agenda.items for paper in item.papers]
    with IntakeChild(staging) as child:
        kept = [one for one in papers if not one.public]
        withheld = _matter(kept, paths, child)
        prints = _prints(kept, paths, child)
        public = _matter([one for one in papers if one.public], paths, child)
    private = (*withheld.names, *private_titles(agenda))
    shown = (
        *public.names,
        *public_words(agenda),
        *house_words(layout.plan.agenda, style, layout.stamped),
    )
    return withheld_matter(
        Matter(withheld.texts, private, withheld.files, withheld.digests, prints),
        Matter(public.texts, shown, public.files, public.digests),
        composed_texts(layout, style),
    )


def prove_public(
    path: Path, labels: tuple[str, ...], staging: Path, withheld: WithheldMatter
) -> None:
    """Search a public file that was just written; ``labels`` are what its pages are stamped with.

    Raises:
        LeakFound: it holds something that only withheld papers hold.
        PaperRefused: its words cannot be read back.
    """
    with IntakeChild(staging) as child:
        pages = child.extract_text(path)
        refuse_leaks(path, pages, labels, withheld)
        if withheld.prints:
            known = (digest.hex() for digest in withheld.public_digests)
            refuse_look_alikes(child.picture_prints(path, known), withheld)


def _matter(papers: Iterable[Paper], paths: Mapping[PaperId, Path], child: IntakeChild) -> Matter:
    """Return what papers hold, from their files and from what is on record of them."""
    texts: list[str] = []
    names: list[str] = []
    files: list[str] = []
    digests: set[bytes] = set()
    for paper in papers:
        names += (paper.title, paper.author)
        version = paper.version
        if version is None:
            continue
        names += (version.facts.title, Path(version.file_name).stem)
        names += (bookmark.title for bookmark in version.facts.bookmarks)
        files.append(version.file_name)
        _refuse_altered(paper, paths[paper.id])
        digests |= {
            bytes.fromhex(digest) for digest in (version.original_sha256, version.normalised_sha256)
        }
        if not paper.has_pages:
            texts += child.attachment_words(paths[paper.id], version.file_name)
            continue
        texts.append(" ".join(child.extract_text(paths[paper.id])))
        contents = file_contents(paths[paper.id])
        texts += (trace.text for trace in contents.traces if trace.sure)
        digests |= {digest for digest, _ in contents.drawings}
    return Matter(tuple(texts), tuple(names), tuple(files), frozenset(digests))


def _prints(
    papers: Iterable[Paper], paths: Mapping[PaperId, Path], child: IntakeChild
) -> frozenset[str]:
    """Return what the pictures of papers look like."""
    return frozenset(
        found
        for paper in papers
        if paper.has_pages
        for found in child.picture_prints(paths[paper.id])
    )


def _refuse_altered(paper: Paper, path: Path) -> None:
    if paper.version and sha256_of(path) != paper.version.normalised_sha256:
        raise WorkspaceDamaged(
            f'The file of "{paper.title}" has been changed since it was taken in, so it cannot be '
            "told whether the public pack is free of it. Load the paper again, or restore the "
            "workspace from a backup, and build the pack again."
        )
