from pathlib import Path

import pytest

from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.report import MINUTES
from scrutiny_app.resource_files import resource
from scrutiny_app.rulebook.report_templates import (
    read_report_template,
    report_example,
    report_kinds,
    report_template,
)

KINDS = [one.kind for one in report_kinds()]
WITH_FIELDS = [kind for kind in KINDS if kind != MINUTES]


def test_every_folder_is_a_kind_with_a_sentence_and_an_example() -> None:
    folders = {path.name for path in resource("templates").iterdir()}
    assert set(KINDS) == folders
    for one in report_kinds():
        assert one.tells.endswith(".")
        assert f'kind = "{one.kind}"' in report_example(one.kind)


@pytest.mark.parametrize("kind", WITH_FIELDS)
def test_every_template_can_be_read_and_prints_all_its_fields(kind: str) -> None:
    template = report_template(kind)
    shown = {key for part in template.head for key in part.fields}
    shown |= {section.field for section in template.sections}
    patterns = " ".join(
        (
            template.file_title,
            *(part.text for part in template.head),
            *(section.heading for section in template.sections),
        )
    )
    unseen = {one.key for one in template.fields} - shown
    assert [key for key in unseen if f"{{{key}}}" not in patterns] == []
    assert set(template.required) <= {one.key for one in template.fields}


def test_the_covering_report_has_the_eight_headings_exactly() -> None:
    assert [one.heading for one in report_template("covering-report").sections] == [
        "Purpose",
        "Action required",
        "Background information",
        "List of attached information",
        (
            "Background papers, other than published works or those disclosing exempt or "
            "confidential information"
        ),
        "Published documents referred to in compiling this report",
        "Wards affected",
        "Contact information",
    ]


def test_a_kind_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(NotFound, match="There are briefing-note, covering-report"):
        report_example("poem")
    with pytest.raises(NotFound):
        report_template("poem")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("format = 1", "format = 2", '"format" must be 1'),
        ("numbered = true", "", '"numbered" is missing'),
        ('"{committee}"', '"{comittee}"', '"text" holds {comittee}'),
        ('field = "purpose"', 'field = "purposes"', '"purposes" is the key of no field'),
        ('points = "letters"', 'points = "runes"', 'points = "runes" is not known'),
    ],
)
def test_a_template_that_is_wrong_is_told_with_its_key(
    old: str, new: str, sentence: str, tmp_path: Path
) -> None:
    text = resource("templates", "covering-report", "template.toml").read_text(encoding="utf-8")
    (tmp_path / "template.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(WrongInput) as refused:
        read_report_template(tmp_path)
    assert sentence in str(refused.value)
