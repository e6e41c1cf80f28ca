"""What becomes of papers' tags in a pack."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Dictionary, Name, Pdf, String

from scrutiny_app.documents.blocks import Title, plain
from scrutiny_app.documents.pdf.binder import bind_pack
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.documents.pdf.encryption import Guard
from tests.build import a_pdf, an_agenda, pdf_bytes
from tests.documents.drawn import NEUTRAL, a_document
from tests.documents.pdf.packs import a_filed_paper, bind, lay_out, style, words_on
from tests.documents.pdf.tagged_packs import (
    Taken,
    a_report,
    claims,
    contradictions,
    elements,
    parts,
    taken_in,
    without_tags,
)

_PASSWORD = "three random words"  # noqa: S105 - locks nothing but a test's pack
FRONT = draw_pdf(a_document(Title(plain("Agenda")), title="Agenda"), NEUTRAL).data


def bound(out: Path, *papers: Taken) -> Path:
    """A pack of these papers behind a tagged front sheet."""
    files = {one.paper.id: one.path for one in papers}
    bind(an_agenda([one.paper for one in papers]), files, out, front=FRONT)
    return out


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    return taken_in(tmp_path_factory.mktemp("report"), a_report(), "Progress so far")


def test_every_paper_is_a_part_with_its_title_and_its_elements_in_order(
    tmp_path: Path, report: Taken
) -> None:
    other = taken_in(tmp_path, a_report(), "Costs")
    pack = bound(tmp_path / "pack.pdf", report, other)
    own = ["H1", "H2", *["P"] * 8, "Table", "P"]
    assert parts(pack) == [("Agenda", ["H1"]), ("Progress so far", own), ("Costs", own)]
    assert contradictions(pack) == []
    with Pdf.open(pack) as pdf:
        assert pdf.Root.MarkInfo.Marked is True
        assert pdf.check_pdf_syntax() == []
        assert all(page.obj.Tabs == Name.S for page in pdf.pages if "/StructParents" in page.obj)


def test_a_pack_claims_to_be_accessible_only_if_all_of_it_is(tmp_path: Path, report: Taken) -> None:
    assert report.paper.version
    assert report.paper.version.facts.accessible
    untagged = taken_in(tmp_path, pdf_bytes(2), "Scan")
    assert claims(bound(tmp_path / "all.pdf", report))
    assert not claims(bound(tmp_path / "mixed.pdf", report, untagged))
    bind(an_agenda([report.paper]), report.file, tmp_path / "front.pdf", front=pdf_bytes(1))
    assert not claims(tmp_path / "front.pdf")


def test_a_file_may_be_two_papers_each_with_a_part_of_its_own(
    tmp_path: Path, report: Taken
) -> None:
    again = a_filed_paper(report.path, "Again")
    assert again.version
    assert report.paper.version
    facts = report.paper.version.facts
    twice = replace(again, version=replace(again.version, facts=facts))
    pack = bound(tmp_path / "pack.pdf", report, Taken(twice, report.path))
    first, second = parts(pack)[1:]
    assert first[1] == second[1]
    assert contradictions(pack) == []


def test_each_page_without_tags_is_one_paragraph(tmp_path: Path, report: Taken) -> None:
    untagged = taken_in(tmp_path, pdf_bytes(230), "Long")
    pack = bound(tmp_path / "pack.pdf", untagged, report)
    assert parts(pack)[1] == ("Long", ["P"] * 230)
    assert contradictions(pack) == []


def test_a_page_made_smaller_keeps_its_tags(tmp_path: Path) -> None:
    full = replace(NEUTRAL, page=replace(NEUTRAL.page, top=2.0, bottom=2.0))
    data = draw_pdf(a_document(*(Title(plain("To the edge")) for _ in range(90))), full).data
    paper = taken_in(tmp_path, data, "Full")
    pack = bound(tmp_path / "pack.pdf", paper)
    with Pdf.open(pack) as pdf:
        starts = [bytes(next(iter(page.obj.Contents)).read_bytes()) for page in pdf.pages]
    assert any(b" cm " in start for start in starts)
    assert contradictions(pack) == []
    assert claims(pack)


def test_names_of_elements_are_unlike_those_of_other_papers(tmp_path: Path) -> None:
    def named(title: str) -> Taken:
        path = tmp_path / f"{title}.pdf"
        path.write_bytes(a_report())
        with Pdf.open(path, allow_overwriting_input=True) as pdf:
            heads = [each for each in elements(pdf) if each.S == Name.TH]
            cells = [each for each in elements(pdf) if each.S == Name.TD]
            for number, head in enumerate(heads):
                head.ID = String(f"head (%d) {number}")
            cells[0].A = Dictionary(O=Name.Table, Headers=[heads[0].ID])
            pdf.save(path)
        return taken_in(tmp_path, path.read_bytes(), title)

    pack = bound(tmp_path / "pack.pdf", named("One"), named("Two"))
    with Pdf.open(pack) as pdf:
        every = list(elements(pdf))
        names = [bytes(each.ID) for each in every if "/ID" in each]
        assert len(names) == len(set(names)) > 4
        tree = dict(pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree).items())
        assert {bytes(str(key), "latin-1") for key in tree} == set(names)
        referring = [each.A for each in every if "/A" in each and "/Headers" in each.A]
        assert {bytes(each.Headers[0]) for each in referring} <= set(names)
        assert len(referring) == 2


def test_a_paper_in_another_language_says_so(tmp_path: Path, report: Taken) -> None:
    welsh = taken_in(tmp_path, a_report(language="cy"), "Adroddiad")
    pack = bound(tmp_path / "pack.pdf", report, welsh)
    with Pdf.open(pack) as pdf:
        (document,) = pdf.Root.StructTreeRoot.K
        assert [str(part.get("/Lang", "")) for part in document.K] == ["", "", "cy"]


def test_words_and_pictures_are_those_of_the_pack_without_tags(
    tmp_path: Path, report: Taken
) -> None:
    plain_path = without_tags(report.path, tmp_path / "plain.pdf")
    tagged = bound(tmp_path / "tagged.pdf", report)
    untagged = bound(tmp_path / "untagged.pdf", Taken(a_filed_paper(plain_path), plain_path))
    assert words_on(tagged) == words_on(untagged)
    one, other = pypdfium2.PdfDocument(tagged), pypdfium2.PdfDocument(untagged)
    for place in range(len(one)):
        pictures = [bytes(pdf[place].render(scale=0.7).buffer) for pdf in (one, other)]
        assert pictures[0] == pictures[1]


def test_the_same_tagged_papers_give_the_same_bytes(tmp_path: Path, report: Taken) -> None:
    agenda = an_agenda([report.paper])
    for name in ("one.pdf", "two.pdf"):
        bind(agenda, report.file, tmp_path / name, front=FRONT)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_tags_that_an_earlier_intake_did_not_settle_are_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "old.pdf"
    path.write_bytes(a_report())
    paper = a_filed_paper(path, "Old")
    assert paper.version
    facts = replace(paper.version.facts, tagged=True)
    old = Taken(replace(paper, version=replace(paper.version, facts=facts)), path)
    pack = bound(tmp_path / "pack.pdf", old)
    assert set(parts(pack)[1][1]) == {"P"}
    assert not claims(pack)
    with Pdf.open(pack) as pdf:
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
        assert links
        assert not any("/StructParent" in link for link in links)


def test_a_locked_pack_has_its_tags_too(tmp_path: Path, report: Taken) -> None:
    layout = lay_out(an_agenda([report.paper]), front_pages=1)
    out = tmp_path / "pack.pdf"
    bind_pack(FRONT, layout, report.file, style(), out, Guard(password=_PASSWORD))
    with Pdf.open(out, password=_PASSWORD) as pdf:
        assert sum(Name.Part == each.S for each in elements(pdf)) == 2
        pdf.save(tmp_path / "open.pdf")
    assert contradictions(tmp_path / "open.pdf") == []


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not on this machine")
def test_qpdf_finds_nothing_to_complain_of_in_a_tagged_pack(tmp_path: Path, report: Taken) -> None:
    untagged = taken_in(tmp_path, pdf_bytes(2), "Scan")
    pack = bound(tmp_path / "pack.pdf", report, untagged)
    check = subprocess.run(["qpdf", "--check", str(pack)], capture_output=True, check=False)
    assert check.returncode == 0, check.stdout + check.stderr


def test_the_check_of_tags_finds_a_parent_tree_that_lies(tmp_path: Path, report: Taken) -> None:
    pack = bound(tmp_path / "pack.pdf", report)
    with Pdf.open(pack, allow_overwriting_input=True) as pdf:
        page = pdf.pages[2].obj
        page.StructParents = int(page.StructParents) + 1
        pdf.save(pack)
    assert contradictions(pack)


def test_no_paper_of_the_pack_still_carries_its_own_tree(tmp_path: Path, report: Taken) -> None:
    pack = bound(tmp_path / "pack.pdf", report, taken_in(tmp_path, a_report(), "Costs"))
    with Pdf.open(pack) as pdf:
        holders = [each for each in pdf.objects if isinstance(each, Dictionary)]
        assert not any("/XXStructure" in each for each in holders)
        assert sum(each.get("/Type") == Name.StructTreeRoot for each in holders) == 1


def test_a_plain_paper_beside_tagged_ones_is_read_in_its_place(
    tmp_path: Path, report: Taken
) -> None:
    path = a_pdf(tmp_path, pages=3)
    pack = bound(tmp_path / "pack.pdf", Taken(a_filed_paper(path, "First"), path), report)
    assert [title for title, _ in parts(pack)] == ["Agenda", "First", "Progress so far"]
