"""Every page of a withheld paper says so, and the words cover nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pikepdf import Pdf

from scrutiny_app.documents.pdf.binder import bind_pack
from scrutiny_app.documents.pdf.encryption import Guard
from scrutiny_app.documents.pdf.stamps import Marking, Stamp, page_stamps
from scrutiny_app.domain.agenda_pack import PackLayout
from scrutiny_app.domain.house_style import StampPlace
from scrutiny_app.domain.paper import Access, ExemptReason, Paper
from tests.build import a_paper, an_agenda, pdf_bytes
from tests.documents.pdf.nasty_papers import KINDS, nasty_paper, roomy
from tests.documents.pdf.packs import (
    a_filed_paper,
    ink,
    lay_out,
    only_stamps,
    overlap,
    seen,
    style,
    without_stamps,
    words_on,
)

MARKING = (
    "NOT FOR PUBLICATION. This paper contains exempt information as described in paragraph(s) 4 of "
    "Part 1 of Schedule 12A to the Local Government Act 1972: Information relating to any "
    "consultations or negotiations in connection with any labour relations matter arising between "
    "the authority or a Minister of the Crown and employees of the authority."
)


def withheld(path: Path) -> Paper:
    paper = a_filed_paper(path)
    return replace(paper, access=Access.EXEMPT, exempt=ExemptReason((4,), "it names people"))


def bound(papers: dict[Paper, Path], out: Path, guard: Guard, **stamps: object) -> PackLayout:
    layout = lay_out(an_agenda(papers))
    files = {paper.id: path for paper, path in papers.items()}
    bind_pack(pdf_bytes(2, text="Front sheet"), layout, files, style(**stamps), out, guard)
    return layout


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_marking_stands_whole_on_every_page_and_never_on_its_ink(
    kind: Callable[[Pdf], None], tmp_path: Path
) -> None:
    path = nasty_paper(kind, tmp_path)
    paper, pack = withheld(path), tmp_path / "pack.pdf"
    layout = bound({paper: path}, pack, Guard({paper.id: MARKING}))
    span = layout.papers[paper.id]
    stamps = pypdfium2.PdfDocument(only_stamps(pack, tmp_path / "stamps.pdf"))
    content = pypdfium2.PdfDocument(without_stamps(pack, tmp_path / "content.pdf"))
    for place, words in enumerate(words_on(tmp_path / "stamps.pdf")):
        marked = span.first <= place + 1 <= span.last
        assert (MARKING in " ".join(words.split())) is marked, f"page {place + 1}"
        stamp = seen(stamps, place)
        assert overlap(stamp, seen(content, place)) is None, f"page {place + 1}"
        box = ink(stamp).getbbox()
        assert box
        assert min(box[0], box[1]) > 0, f"page {place + 1}"
        assert box[2] < stamp.width, f"page {place + 1}"


def test_only_the_withheld_paper_of_a_pack_is_marked(tmp_path: Path) -> None:
    public, private = tmp_path / "a" / "p.pdf", tmp_path / "b" / "p.pdf"
    for path in (public, private):
        path.parent.mkdir()
        nasty_paper(roomy, path.parent).rename(path)
    paper, secret = a_filed_paper(public), withheld(private)
    layout = bound(
        {paper: public, secret: private}, tmp_path / "pack.pdf", Guard({secret.id: MARKING})
    )
    marked = [
        layout.numbers[place]
        for place, words in enumerate(words_on(tmp_path / "pack.pdf"))
        if "NOT FOR PUBLICATION" in words
    ]
    span = layout.papers[secret.id]
    assert marked == list(range(span.first, span.last + 1))


def test_a_withheld_paper_without_its_marking_is_never_bound(tmp_path: Path) -> None:
    path = nasty_paper(roomy, tmp_path)
    with pytest.raises(KeyError):
        bound({withheld(path): path}, tmp_path / "pack.pdf", Guard())


def test_the_marking_stands_below_the_other_stamps_at_the_head(tmp_path: Path) -> None:
    path = nasty_paper(roomy, tmp_path)
    paper, pack = withheld(path), tmp_path / "pack.pdf"
    bound({paper: path}, pack, Guard({paper.id: MARKING}), page_place=StampPlace.HEAD_CENTRE)
    pdf = pypdfium2.PdfDocument(pack)
    layer = pdf[2].get_textpage()
    text = layer.get_text_range()
    tops = {
        word: layer.get_charbox(text.index(word))[3] for word in ("Page 3", "NOT FOR", "Agenda")
    }
    assert tops["NOT FOR"] < min(tops["Page 3"], tops["Agenda"])


def test_a_marking_is_one_more_stamp() -> None:
    assert page_stamps(style(), 9, marking="Private")[1:] == (Marking("Private"),)
    assert all(isinstance(stamp, Stamp) for stamp in page_stamps(style(), 9, 4))


def test_a_guard_does_not_show_its_password() -> None:
    assert "horse" not in repr(Guard({a_paper().id: MARKING}, "correct horse battery"))
