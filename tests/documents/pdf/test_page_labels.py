from __future__ import annotations

import pytest
from pikepdf import Pdf

from scrutiny_app.documents.pdf.page_labels import page_labels


@pytest.mark.parametrize(
    "numbers", [[1, 2, 3], [1, 2, 3, 4, 9, 10, 21, 22], [7, 8], [1], list(range(1, 40, 2))]
)
def test_a_viewer_calls_every_page_by_its_stamped_number(numbers: list[int]) -> None:
    with Pdf.new() as pdf:
        for _ in numbers:
            pdf.add_blank_page()
        pdf.Root.PageLabels = page_labels(numbers)
        assert [page.label for page in pdf.pages] == [str(number) for number in numbers]


def test_lettered_pages_are_called_by_their_letters() -> None:
    stamped = ("69", "70", "9", "10", "11", "12", "12A", "12B", "71", "72")
    with Pdf.new() as pdf:
        for _ in stamped:
            pdf.add_blank_page()
        pdf.Root.PageLabels = page_labels(stamped)
        assert tuple(page.label for page in pdf.pages) == stamped
