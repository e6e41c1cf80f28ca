"""One proof for several public files of a meeting: its withheld papers are read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scrutiny_app.documents.gate.gate import refuse_leaks_in_page
from scrutiny_app.documents.gate.withheld_matter import WithheldMatter
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import PackLayout
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.public_agenda import withholds
from scrutiny_app.jobs.packs.prove_public import prove_public, withheld_matter_of


@dataclass(frozen=True, slots=True)
class PublicProof:
    """Searches files for what only withheld papers hold; ``matter`` is None without any."""

    staging: Path
    matter: WithheldMatter | None

    def search(self, path: Path, labels: tuple[str, ...]) -> None:
        """Search one written file, whose pages are stamped with ``labels``.

        Raises:
            LeakFound: it holds something that only withheld papers hold.
        """
        if self.matter is not None:
            prove_public(path, labels, self.staging, self.matter)

    def search_page(self, html: str, name: str) -> None:
        """Search a web page and its file's name.

        Raises:
            LeakFound: it holds something that only withheld papers hold.
        """
        if self.matter is not None:
            refuse_leaks_in_page(html, name, self.matter)


def public_proof(
    agenda: Agenda,
    layout: PackLayout,
    style: HouseStyle,
    *,
    files: Mapping[PaperId, Path],
    staging: Path,
) -> PublicProof:
    """Return the proof for a meeting's public files; ``agenda`` is the whole one.

    ``files`` are those of all its papers; ``staging`` is where the children may write.

    Raises:
        WorkspaceDamaged: a withheld paper's file is not the one that was taken in.
        PaperRefused: a paper's words cannot be read.

    Source: ours: the public pack is proved (ARCHITECTURE.md, decisions).
    """
    if not withholds(agenda):
        return PublicProof(staging, None)
    return PublicProof(staging, withheld_matter_of(agenda, layout, files, staging, style))
