"""Choose what a report is drawn with: a kind of the council's own, a Word template, or neither."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.rulebook.template_folders import TemplateFolder, read_template_folder

_WORD = ".docx"


@dataclass(frozen=True, slots=True)
class ChosenTemplate:
    """``folder`` is a council's own kind, if it is one; ``word`` the file to be filled, if any."""

    folder: TemplateFolder | None = None
    word: Path | None = None


def choose_template(template: Path | None, destination: Path) -> ChosenTemplate:
    """Return what a folder or a Word file means for a document of this name.

    A folder draws a .pdf by its template.toml, and fills its Word template, if it has one, for a
    .docx. A Word file can only be filled.

    Raises:
        NotFound: there is neither, or the folder has no template.toml.
        WrongInput: its template.toml says what it cannot, or a Word file is to make a PDF.
    """
    to_word = destination.suffix.lower() == _WORD
    if template is None:
        return ChosenTemplate()
    if template.is_dir():
        folder = read_template_folder(template)
        return ChosenTemplate(folder, folder.word if to_word else None)
    if not template.exists():
        raise NotFound(f"There is no template {template}. Look for it, and say where it is.")
    if not to_word:
        raise WrongInput(
            "A Word template gives a Word file. Give it a name that ends in .docx, or leave the "
            "template out."
        )
    return ChosenTemplate(word=template)
