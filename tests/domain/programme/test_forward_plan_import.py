from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import CommitteeId, CouncilId
from scrutiny_app.domain.programme.forward_plan_import import (
    PlanPreview,
    merge_forward_plan,
    preview_forward_plan,
)
from tests.domain.programme.test_importing import a_file
from tests.programmes import TODAY

HEADS = ("Ref", "Decision", "Decision date", "Key decision", "Notice published", "Documents")


def read(*rows: tuple[str, ...], heads: tuple[str, ...] = HEADS) -> PlanPreview:
    keys = count()
    return preview_forward_plan(
        a_file(heads, *rows), CouncilId("c"), today=TODAY, new_key=lambda: f"key {next(keys)}"
    )


def test_a_plan_is_read_by_its_headings() -> None:
    preview = read(
        ("KD1", "Home closures", "9 March 2027", "Yes", "1 Feb 2027", "Report; Assessment"),
        ("", "", "", "", "", ""),
        ("", "Grants", "Spring 2027", "No", "", ""),
    )
    homes, grants = preview.entries
    assert (homes.reference, homes.decision_on, homes.key) == ("KD1", date(2027, 3, 9), True)
    assert (homes.notice_on, homes.documents) == (date(2027, 2, 1), ("Report", "Assessment"))
    assert (grants.decision_on, grants.period, grants.key) == (None, "Spring 2027", False)
    assert preview.problems == ()


def test_every_wrong_cell_is_named_and_stops_the_import() -> None:
    preview = read(
        ("KD1", "", "9 March 2027", "Yes", "", ""),
        ("KD2", "Grants", "soonish", "perhaps", "", ""),
    )
    with pytest.raises(WrongInput) as refused:
        merge_forward_plan((), preview)
    said = str(refused.value)
    assert "Row 2, column 2: the decision has no title" in said
    assert 'Row 3, column 3: "soonish" is not a day' in said
    assert 'Row 3, column 4: "perhaps" is neither yes nor no' in said


def test_the_same_decision_keeps_its_key_and_what_is_known_of_it() -> None:
    (before,) = read(("KD1", "Home closures", "9 March 2027", "Yes", "", "")).entries
    known = replace(before, id="known", committee=CommitteeId("care"))  # type: ignore[arg-type]
    later = read(("kd1", "Closing homes", "16 March 2027", "Yes", "", ""))
    (after,) = merge_forward_plan([known], later)
    assert (after.id, after.committee) == ("known", "care")
    assert (after.title, after.decision_on) == ("Closing homes", date(2027, 3, 16))


def test_a_table_of_something_else_is_refused() -> None:
    with pytest.raises(WrongInput, match='no columns called "Title"'):
        read(("1", "2"), heads=("Saving", "Sum"))
