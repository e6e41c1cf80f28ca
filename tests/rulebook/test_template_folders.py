from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.jobs.copy_template_folder import copy_template_folder
from scrutiny_app.rulebook.template_folders import read_template_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A council's own kind, made of the covering report."""
    copy_template_folder("covering-report", tmp_path / "our-report")
    return tmp_path / "our-report"


def changed(folder: Path, old: str, new: str) -> Path:
    file = folder / "template.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_a_folder_is_a_kind_named_as_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    own = read_template_folder(Path())
    assert own.kind == "our-report"
    assert own.report is not None
    assert own.report.kind == "our-report"
    assert own.word == folder / "template.docx"
    assert own.sample == folder / "sample.toml"


def test_only_the_template_must_be_there_and_word_may_have_saved_a_dotx(folder: Path) -> None:
    (folder / "sample.toml").unlink()
    (folder / "template.docx").rename(folder / "template.dotx")
    own = read_template_folder(folder)
    assert (own.sample, own.word) == (None, folder / "template.dotx")
    (folder / "template.dotx").unlink()
    assert read_template_folder(folder).word is None


def test_minutes_have_no_fields_whatever_their_folder_is_called(tmp_path: Path) -> None:
    copy_template_folder("minutes", tmp_path / "our-minutes")
    assert read_template_folder(tmp_path / "our-minutes").report is None
    changed(tmp_path / "our-minutes", 'shape = "minutes"', 'shape = "poem"')
    with pytest.raises(WrongInput, match='shape = "poem" is not known'):
        read_template_folder(tmp_path / "our-minutes")


def test_a_folder_without_a_template_is_told_how_to_get_one(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NotFound, match="report --template-folder KIND --to FOLDER makes one"):
            read_template_folder(place)


def test_a_template_saved_with_a_byte_order_mark_is_read_and_another_encoding_told(
    folder: Path,
) -> None:
    file = folder / "template.toml"
    text = file.read_bytes()
    file.write_bytes(b"\xef\xbb\xbf" + text)
    assert read_template_folder(folder).report is not None
    file.write_bytes(text + b"# \xe9")
    with pytest.raises(WrongInput, match="is not saved as UTF-8 text"):
        read_template_folder(folder)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('key = "wards"', 'key = "Wards Affected"', '[[fields]] 11: "Wards Affected" cannot be'),
        ('key = "wards"', 'key = "section"', '[[fields]] 11: "section" cannot be a key'),
        ('key = "wards"', 'key = "purpose"', '"purpose" is the key of an earlier field, too'),
        ('kind = "title"', 'kind = "line"', 'one part of kind = "title", by which a screen'),
        ('kind = "line"', 'kind = "title"', "it holds 2"),
        ('lead = "The Committee is asked:"', "", '[[sections]] 2: "lead" is missing'),
        ('field = "actions"', 'field = "purpose"', 'points = "letters" is for kind = "texts"'),
        (
            'kind = "line"\ntext = "{date}"',
            'kind = "box"\nfields = ["purpose"]',
            '[[head]] 2: "purpose" (prose) cannot stand in a box',
        ),
        (
            'kind = "line"\ntext = "{date}"',
            'kind = "box"\nfields = []',
            '"fields" must name at least one field',
        ),
        ('kind = "text"\nlabel = "Wards', 'kind = "marks"\nlabel = "Wards', '"wards" (marks) can'),
    ],
)
def test_what_no_report_could_be_drawn_with_is_told_where_it_stands(
    old: str, new: str, sentence: str, folder: Path
) -> None:
    with pytest.raises(WrongInput) as refused:
        read_template_folder(changed(folder, old, new))
    assert str(refused.value).startswith("template.toml, ")
    assert sentence in str(refused.value)


def test_a_list_of_marks_needs_the_headings_of_its_columns(tmp_path: Path) -> None:
    copy_template_folder("partnership-board-report", tmp_path / "board")
    changed(tmp_path / "board", "mark_headings = [", "mark_headings = [] # [")
    with pytest.raises(WrongInput, match='"mark_headings" must hold the headings of the two'):
        read_template_folder(tmp_path / "board")
