"""The child: warm, limited, replaced when a paper kills it, gone when its parent is."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from scrutiny_app.documents.intake.child_job import NORMALISED
from scrutiny_app.documents.intake.child_process import ChildProcess, worker_command
from scrutiny_app.documents.intake.engine import ENGINE
from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.domain.errors import NotWritten, PaperRefused
from tests.build import a_pdf, pdf_bytes
from tests.documents.intake import hostile

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals are a POSIX matter")


def test_a_paper_comes_back_as_two_files_with_their_hashes_facts_and_words(
    warm_child: IntakeChild, tmp_path: Path
) -> None:
    path = a_pdf(tmp_path, pages=3, text="Budget words on page")
    taken = warm_child.take_in(path)
    assert taken.original != path
    assert taken.original.read_bytes() == path.read_bytes()
    assert taken.original_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert taken.normalised_sha256 == hashlib.sha256(taken.normalised.read_bytes()).hexdigest()
    assert taken.engine == ENGINE
    assert taken.facts.page_count == 3
    assert taken.pages_text == tuple(f"Budget words on page {page}" for page in (1, 2, 3))
    assert warm_child.extract_text(taken.normalised) == taken.pages_text


def test_one_child_serves_many_papers(warm_child: IntakeChild, tmp_path: Path) -> None:
    warm_child.take_in(a_pdf(tmp_path, "first.pdf"))
    first = warm_child.pid
    warm_child.take_in(a_pdf(tmp_path, "second.pdf"))
    assert warm_child.pid == first


def test_the_same_paper_gives_the_same_bytes_in_any_child(tmp_path: Path) -> None:
    path = hostile.put(tmp_path, hostile.changed(hostile.full_of_secrets))
    hashes = set()
    for _ in range(2):
        with IntakeChild(tmp_path / "staging") as child:
            hashes.add(child.take_in(path).normalised_sha256)
    assert len(hashes) == 1


def test_leaving_ends_the_child_and_empties_staging(tmp_path: Path) -> None:
    staging = tmp_path / "staging"
    with IntakeChild(staging) as child:
        child.take_in(a_pdf(tmp_path))
        pid = child.pid
    assert pid is not None
    assert list(staging.iterdir()) == []
    assert not _runs(pid)


@pytest.mark.parametrize(
    "name",
    [
        "Adroddiad ŵyl y tŷ.pdf",
        "Budget 💷 2027.pdf",
        "-rf.pdf",
        "--help",
        "a" * 240 + ".pdf",
        "two\nlines.pdf",
        "without an ending",
    ],
)
def test_an_odd_file_name_is_no_hindrance(
    name: str, warm_child: IntakeChild, tmp_path: Path
) -> None:
    taken = warm_child.take_in(hostile.put(tmp_path, pdf_bytes(1), name))
    assert taken.facts.page_count == 1


def test_an_odd_file_name_stays_readable_in_a_refusal(
    warm_child: IntakeChild, tmp_path: Path
) -> None:
    with pytest.raises(PaperRefused) as refusal:
        warm_child.take_in(hostile.put(tmp_path, b"", "tŷ\n" + "a" * 200 + ".pdf"))
    assert str(refusal.value).startswith("tŷ aaa")
    assert "aaa.pdf was not taken in" in str(refusal.value)
    assert "\n" not in str(refusal.value)


@posix_only
def test_a_child_that_died_between_papers_is_replaced_unnoticed(tmp_path: Path) -> None:
    with IntakeChild(tmp_path / "staging") as child:
        child.take_in(a_pdf(tmp_path))
        first = child.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        _wait_until_gone(first)
        assert child.take_in(a_pdf(tmp_path)).facts.page_count == 2
        assert child.pid != first


@posix_only
def test_a_child_killed_at_work_refuses_its_paper_and_the_next_paper_goes_in(
    tmp_path: Path,
) -> None:
    with IntakeChild(tmp_path / "staging") as child:
        child.take_in(a_pdf(tmp_path))
        assert child.pid is not None
        os.kill(child.pid, signal.SIGSTOP)
        killer = threading.Timer(0.3, os.kill, (child.pid, signal.SIGKILL))
        killer.start()
        with pytest.raises(PaperRefused, match="made the part of the program that reads papers"):
            child.take_in(a_pdf(tmp_path))
        assert child.take_in(a_pdf(tmp_path)).facts.page_count == 2


@posix_only
def test_a_child_that_hangs_is_ended_by_the_clock_and_the_next_paper_goes_in(
    tmp_path: Path,
) -> None:
    with IntakeChild(tmp_path / "staging", Limits(seconds=1)) as child:
        child.take_in(a_pdf(tmp_path))
        hanging = child.pid
        assert hanging is not None
        os.kill(hanging, signal.SIGSTOP)
        started = time.monotonic()
        with pytest.raises(PaperRefused, match="takes more than 1 seconds"):
            child.take_in(a_pdf(tmp_path))
        assert time.monotonic() - started < 5
        assert not _runs(hanging)
        assert child.take_in(a_pdf(tmp_path)).facts.page_count == 2


@posix_only
def test_control_a_child_that_stops_for_less_than_the_limit_finishes_its_paper(
    tmp_path: Path,
) -> None:
    with IntakeChild(tmp_path / "staging", Limits(seconds=20)) as child:
        child.take_in(a_pdf(tmp_path))
        assert child.pid is not None
        os.kill(child.pid, signal.SIGSTOP)
        threading.Timer(1.5, os.kill, (child.pid, signal.SIGCONT)).start()
        assert child.take_in(a_pdf(tmp_path)).facts.page_count == 2


@pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel")
def test_no_child_outlives_a_parent_that_is_killed(tmp_path: Path) -> None:
    program = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from scrutiny_app.documents.intake.child_process import ChildProcess\n"
        "from scrutiny_app.documents.intake.limits import Limits\n"
        "print(ChildProcess(Limits(), Path(sys.argv[1])).pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    with parent.stdout:
        child = int(parent.stdout.readline())
        # At work, so that it cannot notice the end of its input
        os.kill(child, signal.SIGSTOP)
        parent.kill()
        parent.wait()
    _wait_until_gone(child)


def test_the_child_keeps_its_limits(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("reads /proc")
    child = ChildProcess(Limits(memory=1 << 30, open_files=50), tmp_path)
    try:
        limits = Path(f"/proc/{child.pid}/limits").read_text()
    finally:
        child.end()
    rows = {line[:25].strip(): line[25:].split() for line in limits.splitlines()}
    assert rows["Max address space"][0] == str(1 << 30)
    assert rows["Max open files"][0] == "50"
    assert rows["Max core file size"][0] == "0"


@posix_only
def test_a_paper_that_grows_beyond_its_limit_is_refused(tmp_path: Path) -> None:
    with IntakeChild(tmp_path / "staging", Limits(output_size=3000)) as child:
        with pytest.raises(PaperRefused, match="larger than a paper may be"):
            child.take_in(a_pdf(tmp_path, pages=40))
        assert child.pid is not None, "the child lives on"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_disk_is_said_to_be_full_and_ends_nothing(tmp_path: Path) -> None:
    class FullStaging(IntakeChild):
        """Staging in which the safe form lands on a disk that is always full."""

        def _new_folder(self) -> Path:
            folder = super()._new_folder()
            (folder / NORMALISED).symlink_to("/dev/full")
            return folder

    with FullStaging(tmp_path / "staging") as child:
        with pytest.raises(NotWritten, match="No space left on device"):
            child.take_in(a_pdf(tmp_path))
        assert child.pid is not None, "the child lives on"


def test_a_frozen_program_starts_itself_as_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command(Limits())[:2] == [sys.executable, "--intake-worker"]


def _runs(pid: int) -> bool:
    """Whether a process exists and is not a zombie."""
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False
    return state != "Z"


def _wait_until_gone(pid: int) -> None:
    """Wait for a process to end; fail after five seconds."""
    until = time.monotonic() + 5
    while _runs(pid):
        assert time.monotonic() < until, f"{pid} still runs"
        time.sleep(0.02)
