"""Writes the styled Word template of every kind of report into its folder.

    python packaging/word_templates.py

Run it with the Python of .venv after a change of ``resources/templates``, of the neutral house
style or of what is drawn from them; a test tells when.
"""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.jobs.write_starter import write_starter
from scrutiny_app.rulebook.report_templates import WORD_TEMPLATES, report_kinds

FOLDERS = Path(__file__).resolve().parent.parent / "resources" / "templates"


def main() -> None:
    """Write them all."""
    for one in report_kinds():
        write_starter(one, FOLDERS / one.kind / WORD_TEMPLATES[0])


if __name__ == "__main__":
    main()
