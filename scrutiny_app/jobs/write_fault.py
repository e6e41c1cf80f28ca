"""Where a fault of the program itself is written down."""

from __future__ import annotations

import traceback
from datetime import datetime
from pathlib import Path

from platformdirs import user_log_path


def fault_log() -> Path:
    """Return where faults are written down."""
    return user_log_path("scrutiny_app") / "faults.log"


def write_fault(error: BaseException, at: datetime) -> str:
    """Write a fault with its traceback to the log; return the sentence that says where it is."""
    what = f"The program met a fault of its own ({type(error).__name__})"
    log = fault_log()
    try:
        _append(log, f"{at.isoformat()}\n{''.join(traceback.format_exception(error))}\n")
    except OSError:
        return f"{what}, and its log {log} could not be written. Nothing half done was kept."
    return f"{what}. Nothing half done was kept. Send {log} to whoever looks after the program."


def _append(log: Path, text: str) -> None:
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as file:
        file.write(text)
