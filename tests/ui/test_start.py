"""The window is there soon: what draws and reads documents is never loaded into its process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


def test_no_room_loads_a_library_that_draws_or_reads_documents(
    sample_home: Path, tmp_path: Path
) -> None:
    workspace = shutil.copytree(sample_home, tmp_path / "Kelsham")
    walked = subprocess.run(
        (sys.executable, "-m", "tests.ui.rooms_walked", str(workspace)),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    places, loaded = walked.stdout.strip().split("; ")
    assert int(places.split()[0]) >= 20
    assert loaded == "nothing heavy"
