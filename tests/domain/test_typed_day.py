"""Days as officers type them."""

from __future__ import annotations

from datetime import date

import pytest

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.typed_day import typed_day


@pytest.mark.parametrize(
    "text",
    [
        "1 May 2026",
        " 1st may 2026 ",
        "1/5/2026",
        "1.5.26",
        "01-05-2026",
        "2026-05-01",
        "Friday, 1 May 2026",
        "fri 1 may 26",
    ],
)
def test_a_day_is_read_however_it_is_typed(text: str) -> None:
    assert typed_day(text) == date(2026, 5, 1)


@pytest.mark.parametrize("text", ["", "May", "31 June 2026", "1 Mai 2026", "soon", "1 5", "a/b/c"])
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(WrongInput, match="1 May 2026"):
        typed_day(text)
