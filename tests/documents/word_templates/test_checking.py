from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_app.documents.word_templates.context import report_context
from scrutiny_app.documents.word_templates.filling import check_word_template
from scrutiny_app.domain.finding import Severity
from tests.documents.drawn import NEUTRAL
from tests.documents.word_templates.made import COVERING, a_dotx, a_template
from tests.reports import a_sample_report


def found(template: Path) -> list[tuple[Severity, str]]:
    context = report_context(a_sample_report("covering-report"), NEUTRAL)
    findings = check_word_template(template, context, NEUTRAL)
    return [(one.severity, one.message) for one in findings]


def test_a_sound_template_that_uses_every_field_has_no_findings(tmp_path: Path) -> None:
    assert found(a_template(tmp_path, *COVERING)) == []
    assert found(a_dotx(tmp_path, *COVERING)) == []


def test_a_letterhead_without_any_field_is_no_template(tmp_path: Path) -> None:
    ((severity, message),) = found(a_template(tmp_path, "Kelsham City Council"))
    assert severity is Severity.PROBLEM
    assert "no field at all" in message


def test_fields_that_are_not_used_are_noted(tmp_path: Path) -> None:
    findings = found(a_template(tmp_path, *[one for one in COVERING if "wards" not in one]))
    assert (Severity.NOTE, 'The template does not use "wards".') in findings
    assert {severity for severity, _ in findings} == {Severity.NOTE}


@pytest.mark.parametrize(
    ("paragraphs", "sentence"),
    [
        (
            ["Report: {{ titel }}"],
            '"titel" is not a field. Did you mean "title"? It stands in "Report: {{ titel }}".',
        ),
        (
            ["{%p for one in attached %}", "{{ one }}"],
            (
                'The loop "for one in attached" is never closed. Write {%p endfor %} where it '
                'ends. It stands in "{%p for one in attached %}".'
            ),
        ),
        (
            ["{% if attached %}Attached"],
            (
                'The condition "if attached" is never closed. Write {% endif %} where it ends. '
                'It stands in "{% if attached %}Attached".'
            ),
        ),
        (
            ["{%p endfor %}"],
            '"endfor" closes nothing that is open. Take it out. It stands in "{%p endfor %}".',
        ),
        (
            ["{% for a in attached %}{% if a %}{% endfor %}{% endif %}"],
            (
                '"endfor" closes nothing that is open. Take it out. It stands in '
                '"{% for a in attached %}{% if a %}{% endfor %}{% endif %}".'
            ),
        ),
        (
            ["{{ title|shout }}"],
            (
                '"shout" is no filter. There are clock, default, first, join, last, length, '
                'longdate, lower, title, trim, upper. It stands in "{{ title|shout }}".'
            ),
        ),
        (
            ["{{ title.upper() }}"],
            (
                '"title.upper()" cannot be read (a call with brackets may not stand in a '
                'template). Write it again. It stands in "{{ title.upper() }}".'
            ),
        ),
        (
            ["{% while title %}"],
            (
                '"while title" cannot be read ("while" is not known). Write it again. It stands in '
                '"{% while title %}".'
            ),
        ),
    ],
)
def test_what_is_wrong_is_told_with_the_paragraph_it_stands_in(
    paragraphs: list[str], sentence: str, tmp_path: Path
) -> None:
    assert (Severity.PROBLEM, sentence) in found(a_template(tmp_path, *paragraphs))


def test_a_part_that_an_entry_does_not_have_is_found_by_trying(tmp_path: Path) -> None:
    text = "Ring {% for one in contact %}{{ one.fax }}{% endfor %}"
    ((severity, message),) = found(a_template(tmp_path, text))
    assert severity is Severity.PROBLEM
    assert "has no attribute 'fax'" in message
    assert message.endswith(f'It stands in "{text}".')


def test_tags_in_headers_and_tables_are_read_and_word_may_cut_them(tmp_path: Path) -> None:
    def also(word: object) -> None:
        word.sections[0].footer.paragraphs[0].text = "{{ fotter }}"  # type: ignore[attr-defined]
        word.add_table(1, 1).cell(0, 0).text = "{{cell}}"  # type: ignore[attr-defined]
        cut = word.add_paragraph("{{ ti")  # type: ignore[attr-defined]
        cut.add_run("tle|default(\u201cnone\u201d) }}")

    messages = [message for _, message in found(a_template(tmp_path, also=also))]
    assert [message.split('"')[1] for message in messages] == ["cell", "fotter"]
