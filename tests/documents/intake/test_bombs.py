"""Files that unpack or draw without end, each beside a control without the limit."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.domain.errors import PaperRefused
from tests.build import a_pdf
from tests.documents.intake import hostile

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="measures with getrusage")

MIB = 1 << 20
GIB = 1 << 30


@pytest.mark.parametrize("bomb", [hostile.content_bomb, hostile.double_bomb])
def test_a_bomb_of_four_gigabytes_is_refused_and_the_next_paper_goes_in(
    bomb: object, tmp_path: Path
) -> None:
    path = hostile.put(tmp_path, bomb(4096))  # type: ignore[operator]
    assert path.stat().st_size < 5 * MIB
    with IntakeChild(tmp_path / "staging") as child:
        started = time.monotonic()
        with pytest.raises(PaperRefused, match="page 1 draws unpacks to far more"):
            child.take_in(path)
        assert time.monotonic() - started < 15
        assert child.take_in(a_pdf(tmp_path)).facts.page_count == 2


def test_the_limit_on_unpacking_keeps_memory_small_and_without_it_it_is_not(
    tmp_path: Path,
) -> None:
    path = hostile.put(tmp_path, hostile.content_bomb(300))
    held = _peak_of_intake(path, unpacked=32 * MIB)
    control = _peak_of_intake(path, unpacked=4 * GIB - 1)
    assert held < 200 * MIB
    assert control > 300 * MIB, "the control must exceed what the limit allows"


def test_the_limit_on_memory_ends_what_the_limit_on_unpacking_let_through(tmp_path: Path) -> None:
    path = hostile.put(tmp_path, hostile.content_bomb(1024))
    with IntakeChild(tmp_path / "staging", Limits(memory=GIB, unpacked=4 * GIB - 1)) as child:
        with pytest.raises(PaperRefused):
            child.take_in(path)
        assert child.take_in(a_pdf(tmp_path)).facts.page_count == 2


def test_drawing_without_end_is_ended_by_processor_time(tmp_path: Path) -> None:
    path = hostile.put(tmp_path, hostile.endless_drawing())
    with IntakeChild(tmp_path / "staging", Limits(seconds=2)) as child:
        started = time.monotonic()
        with pytest.raises(PaperRefused, match="takes more than 2 seconds"):
            child.take_in(path)
        assert time.monotonic() - started < 8
        assert child.take_in(a_pdf(tmp_path)).facts.page_count == 2


def test_control_the_same_drawing_goes_on_for_longer_than_its_limit_when_there_is_none(
    tmp_path: Path,
) -> None:
    path = hostile.put(tmp_path, hostile.endless_drawing())
    with pytest.raises(subprocess.TimeoutExpired):
        _intake_alone(path, Limits(), timeout=5)


def test_many_papers_share_a_child_without_sharing_its_processor_time(tmp_path: Path) -> None:
    path = hostile.put(tmp_path, hostile.endless_drawing(levels=5, calls=10))
    with IntakeChild(tmp_path / "staging", Limits(seconds=3)) as child:
        child.take_in(path)
        first = child.pid
        spent = 0.0
        while spent < 4:
            started = time.monotonic()
            child.take_in(path)
            spent += time.monotonic() - started
        assert child.pid == first


def _peak_of_intake(path: Path, *, unpacked: int) -> int:
    """Take a file in, in a process without a limit on memory; return its peak in bytes."""
    said = _intake_alone(path, Limits(unpacked=unpacked), timeout=60)
    return int(said.splitlines()[-1])


def _intake_alone(path: Path, limits: Limits, *, timeout: float) -> str:
    """Run the child's work without the child's restraint; return what it printed: its peak."""
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from scrutiny_app.documents.intake.limits import Limits\n"
        "from scrutiny_app.documents.intake.opening import set_reading_limits\n"
        "from scrutiny_app.documents.intake.restraint import peak_memory\n"
        "from scrutiny_app.documents.intake.taking_in import make_paper\n"
        "from scrutiny_app.domain.errors import PaperRefused\n"
        f"limits = {limits!r}\n"
        "set_reading_limits(limits)\n"
        "path = Path(sys.argv[1])\n"
        "try:\n"
        "    make_paper(path, path.with_suffix('.out'), limits)\n"
        "except PaperRefused:\n"
        "    pass\n"
        "print(peak_memory())\n"
    )
    assert resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        capture_output=True, text=True, timeout=timeout, check=True,
    )  # fmt: skip
    return done.stdout
