"""Every report file that we have, drawn in both formats and held before veraPDF."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.jobs.draw_report import draw_report
from tests.documents.drawn import page_texts
from tests.reports import COVERING, every_report_file, with_lines
from tests.verapdf.validator import Verdict, needs_verapdf, ua_verdicts

FILES = every_report_file()
# As many pages as the real paper it follows
LENGTHS = {"03": 6, "04a": 3, "04b": 11, "05a": 3, "06a": 2}
SAMPLE_LENGTHS = {"partnership-board-report": 4, "briefing-note": 2}


def name(file: Path) -> str:
    return file.parent.name if file.stem == "sample" else file.stem


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Path]:
    """Every report file as PDF."""
    folder = tmp_path_factory.mktemp("reports")
    made = {file: folder / f"{name(file)}.pdf" for file in FILES}
    for file, destination in made.items():
        assert draw_report(file, destination).warnings == (), file
    return made


@pytest.fixture(scope="module")
def verdicts(drawn: dict[Path, Path]) -> dict[Path, Verdict]:
    return ua_verdicts(list(drawn.values()))


@needs_verapdf
@pytest.mark.parametrize("file", FILES, ids=name)
def test_every_report_passes_the_machine_rules_of_pdf_ua(
    file: Path, drawn: dict[Path, Path], verdicts: dict[Path, Verdict]
) -> None:
    assert verdicts[drawn[file]].broken == ()


@pytest.mark.parametrize("file", FILES, ids=name)
def test_every_report_is_as_long_as_the_paper_it_follows(
    file: Path, drawn: dict[Path, Path]
) -> None:
    pages = len(page_texts(drawn[file].read_bytes()))
    wanted = SAMPLE_LENGTHS.get(name(file)) or LENGTHS.get(name(file).partition("-")[0])
    assert pages == (wanted or 2)


@pytest.mark.parametrize("file", FILES, ids=name)
def test_the_word_file_says_what_the_pdf_says(
    file: Path, drawn: dict[Path, Path], tmp_path: Path
) -> None:
    destination = tmp_path / "report.docx"
    assert draw_report(file, destination).pages is None
    word = docx.Document(io.BytesIO(destination.read_bytes()))
    pdf = "".join("".join(page_texts(drawn[file].read_bytes())).split())
    for paragraph in word.paragraphs:
        for line in paragraph.text.split("\t"):
            # Lines may end at a page's foot, where the page's number comes between
            assert "".join(line.split())[:20] in pdf


def test_letters_run_on_through_both_lists_past_headings_and_bullets(tmp_path: Path) -> None:
    file = next(file for file in FILES if file.stem.startswith("03"))
    draw_report(file, tmp_path / "m.pdf")
    text = "\n".join(page_texts((tmp_path / "m.pdf").read_bytes()))
    marks = [line.split()[0] for line in text.splitlines() if line[:4].split(")")[0].isalpha()]
    lettered = [one for one in marks if one.endswith(")")]
    wanted = [f"{chr(97 + place)})" for place in range(26)] + ["aa)", "bb)", "cc)"]
    assert lettered == [*wanted, "a)", "b)", "c)", "d)", "e)"]
    draw_report(file, tmp_path / "m.docx")
    with (tmp_path / "m.docx").open("rb") as word:
        numbering = docx.Document(word).part.numbering_part.element.xml
    assert 'w:startOverride w:val="18"' in numbering


def test_a_reason_for_absence_is_printed_only_where_the_officer_says_so(tmp_path: Path) -> None:
    file = next(file for file in FILES if file.stem.startswith("03"))
    draw_report(file, tmp_path / "m.pdf")
    text = "\n".join(page_texts((tmp_path / "m.pdf").read_bytes()))
    assert "Councillor Jasvinder Bhogal - Other Council business" in text
    assert "Councillor Graham Thirlby - no apologies received" in text
    assert "Unwell" not in text


def test_what_cannot_be_drawn_is_told_with_file_and_field(tmp_path: Path) -> None:
    file = tmp_path / "meals.toml"
    file.write_text(with_lines(background='"![cat](cat.png)"'), encoding="utf-8")
    with pytest.raises(WrongInput, match=r"^meals.toml, background: Line 1 holds a picture"):
        draw_report(file, tmp_path / "meals.pdf")
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_is_not_there_or_not_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no report file"):
        draw_report(tmp_path / "none.toml", tmp_path / "n.pdf")
    (tmp_path / "latin.toml").write_bytes(COVERING.encode() + b"# \xe9")
    with pytest.raises(WrongInput, match="is not saved as UTF-8 text"):
        draw_report(tmp_path / "latin.toml", tmp_path / "n.pdf")


def test_findings_are_warnings(tmp_path: Path) -> None:
    file = tmp_path / "meals.toml"
    file.write_text(with_lines(background_papers=""), encoding="utf-8")
    (warning,) = draw_report(file, tmp_path / "meals.pdf").warnings
    assert warning.startswith("The list of background papers")
