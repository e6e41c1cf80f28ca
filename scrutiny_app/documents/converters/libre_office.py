"""LibreOffice as a converter: its own profile, no macros, no network, a clock and an end.

Source: LibreOffice Help, "Starting the LibreOffice Software With Parameters" and "PDF Export
Command Line Parameters"; the settings are named as in ``officecfg/registry/schema``.
"""

from __future__ import annotations

import functools
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from scrutiny_app.documents.converters import keeper
from scrutiny_app.documents.converters.converter import ConversionFailed

_GIBIBYTE = 1 << 30
# Address space. Measured on papers of 28 and 96 pages: 590 MB of it, 214 MB of memory
_MEMORY = 4 * _GIBIBYTE
_LARGEST_OUTPUT = 2 * _GIBIBYTE
_SECONDS_FOR_VERSION = 30.0
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
_PDF_OPTIONS = {
    "PDFUACompliance": True,
    "UseTaggedPDF": True,
    "ExportBookmarks": True,
    "ExportNotes": False,
    "ExportNotesInMargin": False,
    "ExportFormFields": False,
}
_FILTERS = {
    ".pdf": "pdf:writer_pdf_Export:"
    + json.dumps(
        {name: {"type": "boolean", "value": str(on).lower()} for name, on in _PDF_OPTIONS.items()}
    ),
    ".docx": "docx:MS Word 2007 XML",
}
# A proxy where nobody listens: whatever a document still reaches for is not found
_NOBODY, _NO_PORT = "127.0.0.1", "9"
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", _NOBODY),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", _NO_PORT),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", _NOBODY),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", _NO_PORT),
    ("org.openoffice.Inet/Settings", "ooInetFTPProxyName", _NOBODY),
    ("org.openoffice.Inet/Settings", "ooInetFTPProxyPort", _NO_PORT),
    ("org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
    ("org.openoffice.Setup/L10N", "ooSetupSystemLocale", "en-GB"),
)


def find_soffice() -> Path | None:
    """Return where LibreOffice's program lies, or None when it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return Path(found)
    return next((Path(place) for place in _USUAL_PLACES if Path(place).is_file()), None)


class LibreOffice:
    """One installed LibreOffice, with a profile of ours in ``room``, a folder to work in."""

    def __init__(self, program: Path, room: Path) -> None:
        self._program = program
        self._profile = room / "profile"

    @functools.cached_property
    def name(self) -> str:
        """The program and its version: "LibreOffice 7.4.7.2"."""
        try:
            said = self._run(["--version"], _SECONDS_FOR_VERSION)
        except ConversionFailed:
            said = ""
        return " ".join(said.split()[:2]) or "LibreOffice"

    def convert(self, document: Path, made: Path, *, seconds: float) -> None:
        """Write ``made`` from ``document``. See ``Converter``."""
        folder = made.parent / "converted"
        folder.mkdir()
        arguments = ["--convert-to", _FILTERS[made.suffix], "--outdir", str(folder), str(document)]
        try:
            self._run(["--headless", "--norestore", "--nolockcheck", *arguments], seconds)
            output = folder / f"{document.stem}{made.suffix}"
            # Whatever the program says of itself, only the file counts
            if not output.is_file() or output.stat().st_size == 0:
                raise ConversionFailed("made nothing of it")
            output.replace(made)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _run(self, arguments: list[str], seconds: float) -> str:
        """Run the program with our profile and return what it printed."""
        self._make_profile()
        command = [str(self._program), f"-env:UserInstallation={self._profile.as_uri()}"]
        # The keeper reads the pipe; when we die, however that may be, it closes
        read_end, write_end = os.pipe()
        try:
            running = subprocess.Popen(  # noqa: S603 - no shell; the program was found by name
                [sys.executable, "-I", "-S", keeper.__file__, *command, *arguments],
                stdin=read_end,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._profile,
                env=_environment(self._profile),
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            os.close(read_end)
            return _outcome(running, seconds)
        finally:
            os.close(write_end)

    def _make_profile(self) -> None:
        """Write our settings, once, before the program makes its own."""
        settings = self._profile / "user" / "registrymodifications.xcu"
        if settings.exists():
            return
        settings.parent.mkdir(parents=True)
        items = "".join(
            f'<item oor:path="/{escape(path)}"><prop oor:name="{name}" oor:op="fuse">'
            f"<value>{escape(value)}</value></prop></item>"
            for path, name, value in _SETTINGS
        )
        settings.write_text(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
            f"{items}</oor:items>\n",
            encoding="utf-8",
        )


def _environment(home: Path) -> dict[str, str]:
    """Our surroundings without a display, with a home of its own and a proxy that is none."""
    proxy = f"http://{_NOBODY}:{_NO_PORT}"
    changed = {
        "HOME": str(home),
        "TMPDIR": str(home),
        "SAL_USE_VCLPLUGIN": "svp",
        "http_proxy": proxy,
        "https_proxy": proxy,
    }
    dropped = {"DISPLAY", "WAYLAND_DISPLAY", "no_proxy", "NO_PROXY", "PYTHONPATH"}
    return {name: value for name, value in os.environ.items() if name not in dropped} | changed


def _outcome(running: subprocess.Popen[bytes], seconds: float) -> str:
    """Wait for a program and return what it printed; it and its children are over then."""
    with running:
        _limit(running.pid, seconds)
        try:
            said, _ = running.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise ConversionFailed(f"took more than {seconds:.0f} seconds for it") from error
        finally:
            _end_all(running)
    return said.decode("utf-8", "replace")


def _limit(pid: int, seconds: float) -> None:
    """Limit the program and all that it starts, where the system can do that from outside."""
    if sys.platform != "linux":
        return
    import resource

    wanted = {
        resource.RLIMIT_AS: _MEMORY,
        resource.RLIMIT_CPU: int(seconds) + 1,
        resource.RLIMIT_FSIZE: _LARGEST_OUTPUT,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in wanted.items():
        try:
            resource.prlimit(pid, what, (most, most))
        except (ProcessLookupError, PermissionError):
            # It is over already, or the system holds it tighter than we would
            continue


def _end_all(running: subprocess.Popen[bytes]) -> None:
    """End the program and everything it started, whether or not it says it is done."""
    if sys.platform == "win32":
        keeper.end_tree(running.pid)
        running.kill()
        return
    try:
        os.killpg(running.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
