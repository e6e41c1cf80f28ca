"""Whole packs before veraPDF; Java is started once for all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf import Pdf

from scrutiny_app.documents.front_sheet import front_sheet
from scrutiny_app.documents.pdf.binder import bind_pack
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.jobs.draw_sample_papers import draw_sample_papers
from tests.build import an_agenda, pdf_bytes
from tests.documents.drawn import NOTTINGHAM
from tests.documents.pdf.packs import lay_out
from tests.documents.pdf.tagged_packs import Taken, claims, contradictions, taken_in
from tests.verapdf.validator import Verdict, needs_verapdf, ua_verdicts

pytestmark = needs_verapdf


def _bound(out: Path, papers: list[Taken]) -> Path:
    """A pack with a front sheet whose links lead to the papers."""
    agenda = an_agenda([one.paper for one in papers])
    layout = lay_out(agenda)
    front = draw_pdf(front_sheet(agenda, NOTTINGHAM, layout.items, linked=True), NOTTINGHAM)
    layout = lay_out(agenda, front_pages=front.pages)
    files = {one.paper.id: one.path for one in papers}
    bind_pack(front.data, layout, files, NOTTINGHAM, out)
    return out


def _claim_it(pdf: Pdf) -> None:
    told = pdf.Root.Metadata.read_bytes()
    claim = b"<pdfuaid:part>1</pdfuaid:part></rdf:Description>"
    pdf.Root.Metadata.write(told.replace(b"</rdf:Description>", claim))


def _break_parent_tree(pdf: Pdf) -> None:
    for leaf in pdf.Root.StructTreeRoot.ParentTree.Kids:
        leaf.Nums = []


def _harmed(pack: Path, to: Path, harm: Callable[[Pdf], None]) -> Path:
    with Pdf.open(pack) as pdf:
        harm(pdf)
        pdf.save(to)
    return to


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("packs")
    drawn = draw_sample_papers(folder / "sample").parent / "papers"
    papers = [taken_in(folder, path.read_bytes(), path.stem) for path in sorted(drawn.iterdir())]
    scan = taken_in(folder, pdf_bytes(2), "Scan")
    whole = _bound(folder / "whole.pdf", papers)
    mixed = _bound(folder / "mixed.pdf", [*papers[:2], scan])
    return {
        "sample": whole,
        "mixed": mixed,
        "a claim that is not true": _harmed(mixed, folder / "untrue.pdf", _claim_it),
        "a broken parent tree": _harmed(whole, folder / "broken.pdf", _break_parent_tree),
    }


@pytest.fixture(scope="module")
def verdicts(packs: dict[str, Path]) -> dict[str, Verdict]:
    found = ua_verdicts(list(packs.values()))
    return {name: found[path] for name, path in packs.items()}


def test_the_pack_of_the_sample_council_keeps_every_machine_rule_of_pdf_ua(
    packs: dict[str, Path], verdicts: dict[str, Verdict]
) -> None:
    assert verdicts["sample"].broken == ()
    assert verdicts["sample"].checks > 50_000
    assert contradictions(packs["sample"]) == []
    assert claims(packs["sample"])


def test_a_pack_with_an_untagged_paper_claims_nothing(packs: dict[str, Path]) -> None:
    assert not claims(packs["mixed"])
    assert contradictions(packs["mixed"]) == []


@pytest.mark.parametrize("harmed", ["a claim that is not true", "a broken parent tree"])
def test_the_validator_sees_what_is_wrong(harmed: str, verdicts: dict[str, Verdict]) -> None:
    assert verdicts[harmed].broken
