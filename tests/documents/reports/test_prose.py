import pytest

from scrutiny_app.documents.blocks import Heading, ListBlock, NumberedParagraph, Paragraph, Table
from scrutiny_app.documents.reports.prose import line_of, prose_blocks
from scrutiny_app.domain.errors import WrongInput
from tests.documents.drawn import said


def numbers(text: str, number: int | None = 3) -> list[str]:
    return [
        block.number
        for block in prose_blocks(text, "background", number=number)
        if isinstance(block, NumberedParagraph)
    ]


def test_paragraphs_without_numbers_are_given_them() -> None:
    assert numbers("One.\n\n### A heading\n\nTwo.\n\n- a bullet\n\nThree.") == ["3.1", "3.2", "3.3"]


def test_numbers_that_were_written_stay_as_they_are() -> None:
    assert numbers("3.1 One.\n\n3.4 Four.") == ["3.1", "3.4"]
    assert numbers("### 3.1 A heading\n\nNot numbered.") == []


def test_text_without_a_number_goes_on_below_the_numbered_paragraph_before_it() -> None:
    text = (
        '2.4 One mother wrote:\n\n"I was told."\n\n- a point\n\nMore.\n\n### Next\n\nAt the margin.'
    )
    *below, heading, last = prose_blocks(text, "background", number=2)
    assert [one.number for one in below if isinstance(one, NumberedParagraph)] == ["2.4", "", ""]
    assert isinstance(heading, Heading)
    assert isinstance(last, Paragraph)


def test_an_unnumbered_report_has_no_numbers() -> None:
    blocks = prose_blocks("One.\n\n- a bullet", "background")
    assert isinstance(blocks[0], Paragraph)
    assert isinstance(blocks[1], ListBlock)
    assert blocks[1].level == 0


def test_a_list_stands_below_the_paragraph_it_belongs_to() -> None:
    _, points, table, _, later = prose_blocks(
        "One:\n\n- a bullet\n\n| A | B |\n|:--|:--|\n| 1 | 2 |\n\nTwo:\n\na) first\nb) second",
        "background",
        number=1,
    )
    assert isinstance(points, ListBlock)
    assert isinstance(later, ListBlock)
    assert isinstance(table, Table)
    assert (points.level, later.level) == (1, 1)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("# Large", 'background: "Large" is a heading as large'),
        ("## 2 Large", 'background: "Large" is a heading as large'),
        ("Text\n\n![cat](cat.png)", "background: Line 3 holds a picture, which cannot be drawn"),
    ],
)
def test_what_cannot_stand_in_a_section_is_told_with_its_field(text: str, sentence: str) -> None:
    with pytest.raises(WrongInput) as refused:
        prose_blocks(text, "background")
    assert str(refused.value).startswith(sentence)


def test_a_sub_heading_stands_below_the_sections_own() -> None:
    (heading,) = prose_blocks("### Below", "background")
    assert isinstance(heading, Heading)
    assert heading.level == 2


def test_a_line_keeps_its_links_and_what_only_looks_like_a_list() -> None:
    line = line_of("See [the plan](https://kelsham.example/)", "published")
    assert [run.link for run in line] == ["", "https://kelsham.example/"]
    assert said(line_of("2) The second   report", "published")) == "2) The second report"
