"""Files with bytes changed at random go in or are refused; nothing else ever happens."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.domain.errors import PaperRefused
from tests.build import pdf_bytes
from tests.documents.intake import hostile
from tests.documents.intake.test_structure import tagged

QUICK, WHOLE = 20, 500


def seeds() -> list[bytes]:
    """Files of several makes for the bytes to be changed in."""
    return [
        pdf_bytes(3),
        hostile.changed(hostile.full_of_secrets),
        hostile.changed(tagged),
        hostile.form(),
        hostile.layered(ON=True),
    ]


def campaign(folder: Path, count: int) -> dict[str, int]:
    """Take ``count`` changed files in; return how many went in and how many were refused."""
    whole = seeds()
    tally = {"in": 0, "refused": 0}
    with IntakeChild(folder / "staging", Limits(seconds=20)) as child:
        for number in range(count):
            data = hostile.fuzzed(whole[number % len(whole)], number)
            try:
                child.take_in(hostile.put(folder, data, f"fuzzed {number}.pdf"))
                tally["in"] += 1
            except PaperRefused:
                tally["refused"] += 1
    return tally


def test_twenty_changed_files_go_in_or_are_refused(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _never_stumbles(tmp_path, caplog, QUICK)


@pytest.mark.slow
def test_five_hundred_changed_files_go_in_or_are_refused(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _never_stumbles(tmp_path, caplog, WHOLE)


def _never_stumbles(folder: Path, caplog: pytest.LogCaptureFixture, count: int) -> None:
    """No file may raise anything but a refusal, here or (as the log tells) in the child."""
    with caplog.at_level(logging.ERROR):
        tally = campaign(folder, count)
    assert sum(tally.values()) == count
    assert tally["in"] > 0
    assert tally["refused"] > 0
    assert caplog.messages == []
