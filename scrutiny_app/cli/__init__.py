"""The command line: every command, its help and its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from scrutiny_app.cli.answers import end_progress, give, refuse
from scrutiny_app.cli.surroundings import has_display, now
from scrutiny_app.domain.errors import ScrutinyError
from scrutiny_app.jobs.write_fault import write_fault

STOPPED = 130
FAULT = 70


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    What the officer can put right is one sentence on the error stream and the code of its family.
    Anything else is our fault: it is written to a log, and the sentence names the log.
    """
    try:
        return _run(argv)
    except ScrutinyError as error:
        end_progress()
        return refuse(str(error), error.exit_code)
    except KeyboardInterrupt:
        end_progress()
        return refuse("Stopped. Nothing was changed by the step that was under way.", STOPPED)
    except BrokenPipeError:
        # The reader of our answer (head, less) has gone; there is nobody left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001  the last stop before a traceback in front of an officer
        end_progress()
        return refuse(write_fault(error, now()), FAULT)


def _run(argv: Sequence[str] | None) -> int:
    from scrutiny_app.cli.commands import build_parser
    from scrutiny_app.ui.qt_pair import refuse_unsound_pair

    words = list(sys.argv[1:] if argv is None else argv)
    # Started from a menu or an icon, the program opens its window
    arguments = build_parser().parse_args(words or ["open" if has_display() else "--help"])
    refuse_unsound_pair()
    return give(arguments.handler(arguments), as_json=arguments.json)
