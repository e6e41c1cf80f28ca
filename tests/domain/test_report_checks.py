import pytest

from scrutiny_app.domain.report_checks import report_findings
from tests.reports import COVERING, a_report, with_lines


def found(text: str) -> list[str]:
    return [one.message for one in report_findings(a_report(text))]


def test_a_sound_report_has_no_findings() -> None:
    assert found(COVERING) == []


@pytest.mark.parametrize(
    ("background", "sentence"),
    [
        ("3.1 One.\\n\\n3.2 Two.\\n\\n3.2 Three.", "Paragraph 3.2 comes twice."),
        ("3.1 One.\\n\\n3.3 Three.", "Paragraph 3.3 comes after 3.1."),
        ("3.1 One.\\n\\n3.3.1 Three.", "Paragraph 3.3.1 comes after 3.1."),
        ("2.1 One.", 'Section 3, "Background information", begins with paragraph 2.1.'),
        ("### 3.1 Start\\n\\n3.3 Three.", "Paragraph 3.3 comes after 3.1."),
    ],
)
def test_gaps_and_repeats_in_paragraph_numbers_are_found(background: str, sentence: str) -> None:
    (message,) = found(with_lines(background=f'"{background}"'))
    assert message.startswith(sentence)


@pytest.mark.parametrize(
    "background",
    ["3.1 One.\\n\\n3.2 Two.\\n\\n3.2.1 Deep.\\n\\n3.3 Three.", "No numbers.\\n\\nAt all."],
)
def test_numbers_that_run_on_or_are_left_to_us_are_sound(background: str) -> None:
    assert found(with_lines(background=f'"{background}"')) == []


def test_a_list_of_background_papers_that_is_not_written_is_found() -> None:
    (message,) = found(with_lines(background_papers=""))
    assert message.startswith("The list of background papers is not written")
    assert "s.100D" in message


@pytest.mark.parametrize(
    ("background", "attached", "sentence"),
    [
        ("See Appendix 2.", '["One"]', "The text names appendix 2, and the list"),
        ("See annex B.", "[]", "The text names annex B, and the list of what is attached has n"),
        ("A table is attached.", "[]", "The text says that something is attached, and nothing"),
    ],
)
def test_what_the_text_says_is_attached_must_be_listed(
    background: str, attached: str, sentence: str
) -> None:
    (message,) = found(with_lines(background=f'"{background}"', attached=attached))
    assert message.startswith(sentence)


def test_what_is_listed_may_be_named() -> None:
    text = with_lines(background='"See Appendix 2, attached."', attached='["One", "Two"]')
    assert found(text) == []


def test_an_action_that_does_not_begin_with_what_to_do_is_found() -> None:
    (message,) = found(with_lines(actions='["If it wishes to comment on progress"]'))
    assert message.startswith('An action begins "If it wishes to …".')


def test_a_contact_who_cannot_be_reached_is_found() -> None:
    text = with_lines(telephone="", email="")
    assert found(text)[0].startswith("Jo Field has no telephone and no email for readers")
