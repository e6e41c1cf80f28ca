"""The worker as the window has it: a child at the end of two pipes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.jobs.packs.pack_order import PackOrder
from scrutiny_app.jobs.packs.prepare_pack import prepare_pack
from scrutiny_app.jobs.packs.record_pack import record_pack
from scrutiny_app.jobs.papers.prepare_intake import prepare_intake
from scrutiny_app.jobs.start_worker import start_worker
from scrutiny_app.jobs.worker_messages import (
    STOP,
    Answer,
    Done,
    Fault,
    Going,
    Job,
    Ready,
    Refused,
    Stopped,
    read_answer,
)
from tests.build import NOW, a_meeting_file, a_pdf

DAY = "2027-01-21"


class Child:
    """A worker and the window's ends of its pipes."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.going: list[Going] = []

    def send(self, data: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def answer(self) -> Answer:
        """The next answer that ends a job; what came before it is kept in ``going``."""
        assert self.process.stdout
        while True:
            answer = read_answer(self.process.stdout.readline())
            if not isinstance(answer, Going):
                return answer
            self.going.append(answer)

    def ask(self, name: str, *arguments: object) -> Answer:
        self.send(Job(name, arguments).frame())
        return self.answer()


@contextmanager
def a_worker(folder: Path) -> Iterator[Child]:
    start = start_worker(folder / "faults.log")
    process = subprocess.Popen(
        [start.program, *start.arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | start.environment,
    )
    with process:
        child = Child(process)
        try:
            assert child.answer() == Ready()
            yield child
        finally:
            process.kill()


@pytest.fixture
def child(tmp_path: Path) -> Iterator[Child]:
    with a_worker(tmp_path) as one:
        yield one


def an_order(desk: Desk, folder: Path, *papers: list[int]) -> PackOrder:
    load_meeting(desk, a_meeting_file(folder, *papers))
    with desk.read() as store:
        return prepare_pack(store, DAY, edition=Edition.PUBLIC)


def test_a_pack_is_made_by_the_worker_and_recorded_by_the_window(
    desk: Desk, tmp_path: Path, child: Child
) -> None:
    with desk.edit():
        pass
    order = an_order(desk, tmp_path, [3], [2])
    with desk.edit() as store:
        answer = child.ask("make_pack", order, tmp_path / "pack.pdf")
        assert isinstance(answer, Done)
        built = record_pack(store, answer.result, at=NOW)
        assert store.packs.list(order.agenda.meeting.id) == (built.receipt,)
    assert built.receipt.pages == 8
    assert [one.stage for one in child.going] == ["Laying out", "Binding", "Checking"]


def test_a_refused_file_is_told_beside_those_that_were_read(
    desk: Desk, tmp_path: Path, child: Child
) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    files = {"good": a_pdf(tmp_path, "good.pdf"), "broken": tmp_path / "broken.pdf"}
    with desk.edit() as store:
        answer = child.ask("read_papers", prepare_intake(store, files, each_alone=True))
    assert isinstance(answer, Done)
    assert list(answer.result.papers) == ["good"]
    assert answer.result.refused["broken"].startswith("broken.pdf was not taken in")


def test_a_fact_that_stops_a_job_is_a_sentence_and_the_next_job_is_done(
    desk: Desk, tmp_path: Path, child: Child
) -> None:
    order = an_order(desk, tmp_path, [2])
    refused = child.ask("make_pack", order, tmp_path / "nowhere" / "pack.pdf")
    assert isinstance(refused, Refused)
    assert refused.exit_code == 9
    assert isinstance(child.ask("make_pack", order, tmp_path / "pack.pdf"), Done)


@pytest.mark.parametrize("name", ["os.system", "build_agenda_pack", "make_pack"])
def test_what_is_no_job_is_a_fault_with_a_log(tmp_path: Path, child: Child, name: str) -> None:
    assert child.ask(name, "anything") == Fault(str(tmp_path / "faults.log"))
    assert "Traceback" in (tmp_path / "faults.log").read_text(encoding="utf-8")


def test_a_job_that_is_stopped_leaves_nothing_and_the_worker_lives(
    desk: Desk, tmp_path: Path, child: Child
) -> None:
    order = an_order(desk, tmp_path, [2])
    child.send(Job("make_pack", (order, tmp_path / "pack.pdf")).frame() + STOP)
    assert child.answer() == Stopped()
    assert not list(tmp_path.glob("pack.pdf*"))
    assert isinstance(child.ask("make_pack", order, tmp_path / "pack.pdf"), Done)


def begun(child: Child, order: PackOrder, pack: Path) -> None:
    """Have the worker bind a pack and wait until its file is being written."""
    child.send(Job("make_pack", (order, pack)).frame())
    until = time.monotonic() + 20
    while not pack.with_name("pack.pdf.part").exists():
        assert time.monotonic() < until
        assert not pack.exists()


@pytest.fixture
def long_order(desk: Desk, tmp_path: Path) -> PackOrder:
    """A pack that takes long enough to be interrupted."""
    return an_order(desk, tmp_path, *([60] for _ in range(6)))


def test_a_worker_whose_window_is_gone_leaves_and_takes_its_file_back(
    tmp_path: Path, child: Child, long_order: PackOrder
) -> None:
    begun(child, long_order, tmp_path / "pack.pdf")
    assert child.process.stdin
    child.process.stdin.close()
    assert child.process.wait(timeout=20) == 0
    assert not list(tmp_path.glob("pack.pdf*"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no polite signal for a child")
def test_a_worker_that_is_asked_to_end_takes_its_file_back(
    tmp_path: Path, child: Child, long_order: PackOrder
) -> None:
    begun(child, long_order, tmp_path / "pack.pdf")
    child.process.send_signal(signal.SIGTERM)
    assert child.process.wait(timeout=20) == 0
    assert not list(tmp_path.glob("pack.pdf*"))


def test_the_window_s_side_of_the_jobs_loads_no_heavy_library() -> None:
    modules = (
        "packs.prepare_pack",
        "packs.record_pack",
        "papers.prepare_intake",
        "papers.filed_papers",
        "papers.shelve_papers",
        "start_worker",
        "prepare_publication",
        "record_publication",
        "worker_messages",
        "packs.pack_order",
    )
    imports = "; ".join(f"import scrutiny_app.jobs.{name}" for name in modules)
    heavy = "{'pikepdf', 'reportlab', 'docx', 'PIL', 'pypdfium2'} & set(sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", f"import sys; {imports}; print({heavy})"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "set()"
