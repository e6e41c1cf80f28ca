"""LibreOffice converts, fetches nothing, and is ended with all that it started."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import docx
import pikepdf
import pytest

from scrutiny_app.documents.converters.chain import convert
from scrutiny_app.documents.converters.converter import ConversionFailed
from scrutiny_app.documents.converters.libre_office import LibreOffice, find_soffice
from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.domain.errors import PaperRefused
from tests.documents.intake.hostile import put
from tests.documents.intake.office import office_files as made

needs_libre_office = pytest.mark.skipif(
    find_soffice() is None, reason="LibreOffice (soffice) is not installed"
)
unix_only = pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in")


class Web(BaseHTTPRequestHandler):
    """A web server that has nothing and remembers what it was asked for."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(404)
        self.end_headers()

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - the server calls them

    def log_message(self, format: str, *told: object) -> None:  # noqa: A002 - its name there
        """Stay quiet."""


@pytest.fixture
def web() -> Iterator[str]:
    Web.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Web)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/map.png"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def child(tmp_path_factory: pytest.TempPathFactory) -> Iterator[IntakeChild]:
    with IntakeChild(tmp_path_factory.mktemp("staging")) as child:
        yield child


@needs_libre_office
def test_word_and_open_documents_become_tagged_papers(child: IntakeChild, tmp_path: Path) -> None:
    for name, data in (("report.docx", made.docx()), ("report.odt", made.odt())):
        path = put(tmp_path, data, name)
        taken = child.take_in(path)
        assert taken.pages_text == ("Report on parks.",)
        assert taken.facts.converter.startswith("LibreOffice ")
        assert taken.facts.tagged
        assert taken.original.read_bytes() == data
        with pikepdf.open(taken.normalised) as pdf:
            assert len(pdf.pages) == 1


@needs_libre_office
def test_a_report_with_words_usual_title_and_its_line_can_be_read_aloud(
    child: IntakeChild, tmp_path: Path
) -> None:
    report = docx.Document()
    report.core_properties.title = "Ambulance response times"
    report.add_heading("Ambulance response times", 0)
    report.add_heading("Purpose", 1)
    report.add_paragraph("To consider how long people wait.")
    report.save(str(tmp_path / "report.docx"))
    taken = child.take_in(tmp_path / "report.docx")
    assert taken.facts.barriers == ()
    assert taken.facts.accessible


@needs_libre_office
def test_rich_text_is_looked_through_as_word_before_it_is_taken_in(
    child: IntakeChild, tmp_path: Path
) -> None:
    marked = rb"{\rtf1{\*\revtbl{Unknown;}{A;}}Report {\deleted\revauthdel1 secret}on parks.}"
    path = put(tmp_path, marked, "report.rtf")
    with pytest.raises(PaperRefused, match=r"1 tracked deletion, .* at “secret”"):
        child.take_in(path)
    taken = child.take_in(path, final=True)
    assert taken.pages_text == ("Report on parks.",)
    assert taken.facts.marked_up


@needs_libre_office
def test_nothing_is_fetched_and_without_our_care_it_would_be(
    child: IntakeChild, tmp_path: Path, web: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = made.docx(made.linked_picture(), links=made.external("image", web))
    path = put(tmp_path, data, "report.docx")
    taken = child.take_in(path)
    assert Web.asked == []
    assert "were not fetched" in taken.facts.warnings[0]

    program = find_soffice()
    assert program is not None
    LibreOffice(program, tmp_path / "safe").convert(path, tmp_path / "safe.pdf", seconds=60)
    assert Web.asked == [], "our settings alone hold too"

    library = "scrutiny_app.documents.converters.libre_office"
    monkeypatch.setattr(f"{library}._SETTINGS", ())
    monkeypatch.setattr(f"{library}._environment", lambda _home: dict(os.environ))
    LibreOffice(program, tmp_path / "open").convert(path, tmp_path / "open.pdf", seconds=60)
    assert Web.asked, "the control must ask for the picture"


@needs_libre_office
def test_what_is_no_document_is_refused_though_libre_office_says_nothing(tmp_path: Path) -> None:
    program = find_soffice()
    assert program is not None
    broken = put(tmp_path, made.zipped({"word/document.xml": b"<w/>"}), "paper.docx")
    with pytest.raises(ConversionFailed, match="made nothing of it"):
        LibreOffice(program, tmp_path).convert(broken, tmp_path / "paper.pdf", seconds=60)
    assert not (tmp_path / "paper.pdf").exists()


def test_without_a_converter_the_officer_is_told_what_to_do(tmp_path: Path) -> None:
    with (
        IntakeChild(tmp_path / "staging", converters=()) as child,
        pytest.raises(PaperRefused, match=r"^report\.docx was not taken in: .*Install LibreOffice"),
    ):
        child.take_in(put(tmp_path, made.docx(), "report.docx"))


@unix_only
def test_a_converter_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    script = tmp_path / "soffice"
    script.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {noted}\nwait\n")
    script.chmod(0o755)
    office = LibreOffice(script, tmp_path)
    started = time.monotonic()
    with pytest.raises(ConversionFailed, match="took more than 1 seconds"):
        office.convert(put(tmp_path, b"x", "paper.docx"), tmp_path / "paper.pdf", seconds=1)
    assert time.monotonic() - started < 10
    assert _is_gone(int(noted.read_text()))


@unix_only
def test_a_converter_ends_when_whoever_asked_for_it_is_killed(tmp_path: Path) -> None:
    noted, script = tmp_path / "pid", tmp_path / "soffice"
    script.write_text(
        f"#!/bin/sh\nsleep 60 &\necho $! > {noted}.part\nmv {noted}.part {noted}\nwait\n"
    )
    script.chmod(0o755)
    document = put(tmp_path, b"x", "paper.docx")
    asking = (
        "from pathlib import Path; from scrutiny_app.documents.converters.libre_office import "
        f"LibreOffice; LibreOffice(Path({str(script)!r}), Path({str(tmp_path)!r})).convert("
        f"Path({str(document)!r}), Path({str(tmp_path / 'paper.pdf')!r}), seconds=60)"
    )
    with subprocess.Popen([sys.executable, "-c", asking]) as parent:
        for _ in range(400):
            if noted.exists():
                break
            time.sleep(0.05)
        parent.kill()
    assert _is_gone(int(noted.read_text()))


@unix_only
def test_the_next_converter_is_tried_and_named(tmp_path: Path) -> None:
    broken, working = tmp_path / "broken", tmp_path / "working"
    broken.write_text("#!/bin/sh\necho Broken 1\n")
    working.write_text(
        '#!/bin/sh\nfor last; do :; done\necho Working 2\n'
        'while [ "$1" != --outdir ] && [ $# -gt 1 ]; do shift; done\n'
        '[ -d "$2" ] && cp "$last" "$2/paper.pdf"\n'
    )  # fmt: skip
    for script in (broken, working):
        script.chmod(0o755)
    document, result = put(tmp_path, b"made", "paper.docx"), tmp_path / "paper.pdf"
    both = [LibreOffice(broken, tmp_path / "b"), LibreOffice(working, tmp_path / "w")]
    assert convert(both, document, result, kind="a paper", seconds=5) == "Working 2"
    assert result.read_bytes() == b"made"
    with pytest.raises(PaperRefused, match="it is a paper, and Broken 1 made nothing of it"):
        convert(both[:1], document, tmp_path / "other.pdf", kind="a paper", seconds=5)


def _is_gone(pid: int) -> bool:
    """Tell whether a process has ended, giving the system a moment."""
    for _ in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        stat = Path(f"/proc/{pid}/stat")
        if stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False
