from __future__ import annotations

from pathlib import Path

from scrutiny_app.rulebook.report_templates import report_kinds
from tests.cli.conftest import Run
from tests.documents.drawn import page_texts
from tests.documents.word_templates.made import COVERING, a_template, texts_of
from tests.reports import with_lines


def test_an_example_can_be_drawn_as_it_is(run: Run, tmp_path: Path) -> None:
    for one in report_kinds():
        file = tmp_path / f"{one.kind}.toml"
        file.write_text(run("report", "--example", one.kind).out, encoding="utf-8")
        record = run("report", file, "--to", tmp_path / "r.pdf", "--json").record
        assert (record["kind"], record["warnings"]) == (one.kind, [])
        assert record["pages"] >= 2


def test_the_kinds_are_listed_with_a_sentence_each(run: Run) -> None:
    kinds = run("report", "--list", "--json").record["kinds"]
    assert {one["kind"] for one in kinds} == {one.kind for one in report_kinds()}
    assert "covering-report: Statutory scrutiny officer's" in run("report", "--list").out


def test_warnings_go_to_the_error_stream(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "meals.toml"
    file.write_text(with_lines(telephone=""), encoding="utf-8")
    ended = run("report", file, "--to", tmp_path / "meals.docx")
    assert ended.code == 0
    assert ended.out == f"{tmp_path / 'meals.docx'} is written.\n"
    assert ended.err.startswith("Jo Field has no telephone")
    assert "pages" not in run("report", file, "--to", tmp_path / "m.docx", "--json").record


def test_a_councils_template_is_checked_and_filled(run: Run, tmp_path: Path) -> None:
    template = a_template(tmp_path, *COVERING)
    checked = run("check-template", template, "--kind", "covering-report")
    assert (checked.code, checked.out) == (0, "It can be filled.\n")
    file = tmp_path / "meals.toml"
    file.write_text(with_lines(), encoding="utf-8")
    done = run("report", file, "--to", tmp_path / "m.docx", "--template", template)
    assert (done.code, done.err) == (0, "")
    assert "School Meals" in texts_of((tmp_path / "m.docx").read_bytes())
    refused = run("report", file, "--to", tmp_path / "m.pdf", "--template", template)
    assert (refused.code, "ends in .docx" in refused.err) == (2, True)


def test_what_is_wrong_with_a_template_is_listed(run: Run, tmp_path: Path) -> None:
    template = a_template(tmp_path, "Dear {{ titel }}")
    checked = run("check-template", template, "--kind", "covering-report")
    assert checked.code == 1
    assert checked.out.startswith('problem: "titel" is not a field.')
    record = run("check-template", template, "--kind", "minutes", "--json").record
    assert record["findings"][0]["where"] == "Dear {{ titel }}"
    assert run("check-template", template, "--kind", "poem").code == 3
    assert run("check-template", tmp_path / "none.docx", "--kind", "minutes").code == 3


def test_what_is_left_out_or_wrong_is_told_in_a_sentence(run: Run, tmp_path: Path) -> None:
    assert "Say which report to draw" in run("report").err
    assert run("report").code == 2
    file = tmp_path / "meals.toml"
    file.write_text(with_lines(title=""), encoding="utf-8")
    ended = run("report", file, "--to", tmp_path / "meals.pdf")
    assert (ended.code, ended.err.startswith("meals.toml, the file as a whole")) == (2, True)
    assert run("report", file, "--to", tmp_path / "meals.odt").code == 2
    assert run("report", "--example", "poem").code == 3


def test_a_template_to_start_from_says_what_the_pdf_says(run: Run, tmp_path: Path) -> None:
    for one in report_kinds():
        starter, file = tmp_path / f"{one.kind}.docx", tmp_path / f"{one.kind}.toml"
        assert run("report", "--word-template", one.kind, "--to", starter).code == 0
        checked = run("check-template", starter, "--kind", one.kind, "--json").record
        assert checked["findings"] == [], one.kind
        file.write_text(run("report", "--example", one.kind).out, encoding="utf-8")
        run("report", file, "--to", tmp_path / "r.docx", "--template", starter)
        run("report", file, "--to", tmp_path / "r.pdf")
        pdf = "".join("".join(page_texts((tmp_path / "r.pdf").read_bytes())).split())
        texts = texts_of((tmp_path / "r.docx").read_bytes())
        assert len(texts) > 10
        for text in texts:
            last_cell = text.split("\t")[-1].split(" | ")[-1]
            assert "".join(last_cell.split())[:12] in pdf


def test_a_template_to_start_from_needs_a_kind_and_a_place(run: Run, tmp_path: Path) -> None:
    assert run("report", "--word-template", "minutes").code == 2
    assert run("report", "--word-template", "minutes", "--to", tmp_path / "m.pdf").code == 2
    assert run("report", "--word-template", "poem", "--to", tmp_path / "m.docx").code == 3


def test_a_report_is_kept_listed_drawn_and_removed(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    written = tmp_path / "report.toml"
    written.write_text(run("report", "--example", "covering-report").out, encoding="utf-8")
    words = ("file", written, "--meeting", "2027-01-21", "--item", "2", "--json")
    key = run("reports", workspace, *words).record["id"]
    assert key in run("reports", workspace, "list").out
    assert run("reports", workspace, "draw", key, "--to", tmp_path / "r.docx").code == 0
    assert (tmp_path / "r.docx").read_bytes().startswith(b"PK")
    assert run("reports", workspace, "remove", key).code == 0
    assert run("reports", workspace, "list", "--json").record == {"reports": []}
    assert run("undo", workspace).code == 0
    assert run("reports", workspace, "draw", "nothing", "--to", tmp_path / "x.pdf").code == 3


def test_the_register_is_drawn_as_a_report(run: Run, workspace: Path, tmp_path: Path) -> None:
    for name in ("exempt.pdf", "exempt.docx"):
        ended = run("exempt", workspace, "--year", "2026/27", "--to", tmp_path / name, "--json")
        assert ended.record["file"] == str(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 1000
    assert run("exempt", workspace, "--to", tmp_path / "exempt.txt").code == 2
