"""A council's own kind of report, from copying a folder to a finished paper."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from scrutiny_app.rulebook.report_templates import report_kinds
from tests.cli.conftest import Run
from tests.documents.drawn import page_texts
from tests.documents.word_templates.made import a_template, texts_of

KINDS = [one.kind for one in report_kinds()]


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    """A council's own kind, made of the covering report."""
    ended = run("report", "--template-folder", "covering-report", "--to", tmp_path / "cover")
    assert 'your own kind of report, "cover"' in ended.out
    return tmp_path / "cover"


@pytest.mark.parametrize("kind", KINDS)
def test_a_copied_folder_is_sound_and_draws_its_own_example(
    kind: str, run: Run, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    assert run("report", "--template-folder", kind, "--to", own, "--json").record["kind"] == "own"
    checked = run("check-template", own, "--json")
    assert (checked.code, checked.record["findings"], checked.record["kind"]) == (0, [], "own")
    for name in ("r.pdf", "r.docx"):
        to = tmp_path / name
        assert run("report", own / "sample.toml", "--template", own, "--to", to).code == 0
    run("report", "--example", kind)
    pdf = "".join("".join(page_texts((tmp_path / "r.pdf").read_bytes())).split())
    for text in texts_of((tmp_path / "r.docx").read_bytes()):
        assert "".join(text.split("\t")[-1].split())[:12] in pdf


def test_the_pdf_follows_the_folders_template_and_the_word_file_its_word_template(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    template = folder / "template.toml"
    text = template.read_text(encoding="utf-8")
    template.write_text(
        text.replace('heading = "Purpose"', 'heading = "Why this is here"'), encoding="utf-8"
    )
    word = docx.Document(str(folder / "template.docx"))
    word.paragraphs[0].insert_paragraph_before("Kelsham letterhead")
    word.styles["Scrutiny Body"].font.name = "Georgia"
    word.save(str(folder / "template.docx"))
    for name in ("r.pdf", "r.docx"):
        run("report", folder / "sample.toml", "--template", folder, "--to", tmp_path / name)
    assert "1 Why this is here" in page_texts((tmp_path / "r.pdf").read_bytes())[0]
    made = docx.Document(io.BytesIO((tmp_path / "r.docx").read_bytes()))
    texts = [one.text for one in made.paragraphs]
    assert texts[0] == "Kelsham letterhead"
    assert "1\tWhy this is here" in texts
    assert made.styles["Scrutiny Body"].font.name == "Georgia"


def test_without_a_word_template_the_word_file_is_drawn_as_the_pdf_is(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (folder / "template.docx").unlink()
    checked = run("check-template", folder)
    assert (checked.code, "Word files are drawn in the house style" in checked.out) == (0, True)
    to = tmp_path / "r.docx"
    assert run("report", folder / "sample.toml", "--template", folder, "--to", to).code == 0
    assert "1\tPurpose" in texts_of(to.read_bytes())


def test_a_report_of_another_kind_is_refused_with_what_to_write(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "r.toml"
    file.write_text(run("report", "--example", "covering-report").out, encoding="utf-8")
    ended = run("report", file, "--template", folder, "--to", tmp_path / "r.pdf")
    assert ended.code == 2
    assert 'kind = "covering-report" is not what the template folder holds' in ended.err
    assert 'write kind = "cover"' in ended.err


def test_a_report_of_ones_own_kind_is_told_to_name_its_folder_and_that_to_be_there(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    sample = folder / "sample.toml"
    alone = run("report", sample, "--to", tmp_path / "r.pdf")
    assert alone.code == 2
    assert "A kind of your own is drawn with --template and its folder." in alone.err
    for name in ("r.pdf", "r.docx"):
        lost = run("report", sample, "--template", tmp_path / "lost", "--to", tmp_path / name)
        assert (lost.code, "There is no template" in lost.err) == (3, True)


def test_a_filed_report_may_be_drawn_by_the_councils_folder_of_its_kind(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    file, own = tmp_path / "r.toml", tmp_path / "covering-report"
    file.write_text(run("report", "--example", "covering-report").out, encoding="utf-8")
    key = run("reports", workspace, "file", file, "--json").record["id"]
    run("report", "--template-folder", "covering-report", "--to", own)
    for name in ("r.pdf", "r.docx"):
        to = tmp_path / name
        assert run("reports", workspace, "draw", key, "--template", own, "--to", to).code == 0


def test_each_file_of_a_folder_is_checked_and_named(run: Run, folder: Path) -> None:
    def found() -> tuple[int, str, str]:
        ended = run("check-template", folder, "--json")
        (first, *_) = ended.record["findings"]
        return ended.code, first["where"], first["message"]

    a_template(folder, "Dear {{ titel }}", name="template.docx")
    code, where, message = found()
    assert (code, where) == (1, "Dear {{ titel }}")
    assert message.startswith('"titel" is not a field. Did you mean "title"?')
    sample = folder / "sample.toml"
    sample.write_text(sample.read_text(encoding="utf-8").replace("wards =", "ward ="))
    code, where, message = found()
    assert (code, where, '"wards" (Wards affected) is missing' in message) == (
        1,
        "sample.toml",
        True,
    )
    template = folder / "template.toml"
    template.write_text(template.read_text(encoding="utf-8").replace("numbered =", "numberd ="))
    code, where, message = found()
    assert (code, where) == (1, "template.toml")
    assert message.startswith('template.toml, the file as a whole: "numbered" is missing')


@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_without_an_example_is_tried_with_the_labels_of_its_fields(
    kind: str, run: Run, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    run("report", "--template-folder", kind, "--to", own)
    (own / "sample.toml").unlink()
    assert run("check-template", own, "--json").record["findings"] == []
    a_template(own, "{% for one in contact %}{{ one.fax }}{% endfor %}", name="template.docx")
    assert run("check-template", own).code == 1


def test_what_is_left_out_is_told_in_a_sentence(run: Run, folder: Path, tmp_path: Path) -> None:
    assert "--to FOLDER" in run("report", "--template-folder", "minutes").err
    assert run("report", "--template-folder", "poem", "--to", tmp_path / "p").code == 3
    again = run("report", "--template-folder", "minutes", "--to", folder)
    assert (again.code, "There is something at" in again.err) == (2, True)
    assert run("check-template", tmp_path).code == 3
    word = run("check-template", folder / "template.docx")
    assert (word.code, "Say which kind of report" in word.err) == (2, True)
