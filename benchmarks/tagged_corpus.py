"""The papers of ``corpus.py`` with tags, as accessible papers have them, and without them.

    python benchmarks/tagged_corpus.py TAGGED UNTAGGED PAGES

Reports and tables are drawn by the product, which tags them; a page of pictures or a scan is one
figure with a description. Everything is written twice, once with its tags taken off again.
"""

from __future__ import annotations

import io
import random
import sys
from pathlib import Path

import pikepdf
from corpus import KINDS, SIZES, SMALL_SIZES, pictures, scan, sentence
from pikepdf import Array, Dictionary, Name

from scrutiny_app.documents.blocks import Document
from scrutiny_app.documents.markdown import document_from_markdown
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.documents.pdf.finishing import finished
from scrutiny_app.documents.pdf.structure import Content, Element
from scrutiny_app.rulebook.house_styles import house_style


def main() -> None:
    """Make papers until there are so many pages; a name ends in the kind and the pages."""
    tagged, untagged, pages = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    for folder in (tagged, untagged):
        folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(pages)
    left, number = pages, 0
    while left > 0:
        kind = list(KINDS)[number % len(KINDS)]
        wanted = min(left, chance.choice(SIZES if pages > 200 else SMALL_SIZES))
        data, count = paper(kind, wanted, number, tagged / "picture pages")
        name = f"{number + 1:03d} {kind} {count}.pdf"
        (tagged / name).write_bytes(data)
        take_tags_off(data, untagged / name)
        left -= count
        number += 1


def paper(kind: str, pages: int, seed: int, scratch: Path) -> tuple[bytes, int]:
    """A paper of about so many pages, and how many it has."""
    if kind in {"scan", "scan-again", "pictures", "photographs"}:
        (scan if kind.startswith("scan") else pictures)(scratch, pages, seed)
        data = figures(scratch.read_bytes())
        scratch.unlink()
        return data, pages
    text = table(pages, seed) if kind == "table" else report(pages, seed)
    document = document_from_markdown(text, title=f"Paper {seed}", author="Kelsham")
    drawn = draw_pdf(document, house_style("neutral"))
    return drawn.data, drawn.pages


def report(pages: int, seed: int) -> str:
    """Headings, paragraphs, points and links."""
    chance = random.Random(seed)
    lines = [f"# {sentence(chance, 5)}", ""]
    for page in range(pages):
        lines += [f"## {sentence(chance, 6)}", ""]
        for _ in range(6):
            lines += [" ".join(sentence(chance) for _ in range(3)), ""]
        lines += [f"- {sentence(chance)}" for _ in range(4)]
        lines += ["", f"See [the policy](https://kelsham.example/{page}).", ""]
    return "\n".join(lines)


def table(pages: int, seed: int) -> str:
    """A table with eight columns."""
    chance = random.Random(seed)
    lines = ["# Figures", "", "|" + " a |" * 8, "|" + "---|" * 8]
    lines += [
        "|" + "".join(f" {chance.randrange(999)} |" for _ in range(8)) for _ in range(34 * pages)
    ]
    return "\n".join(lines)


def figures(data: bytes) -> bytes:
    """The same pages, each of them a figure."""
    tree, marks = Element("Document"), []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            figure = tree.child("Figure")
            figure.kids.append(Content(number, 0))
            marks.append([figure])
            page.contents_add(b"/Figure <</MCID 0>> BDC", prepend=True)
            page.contents_add(b"EMC")
        marked = io.BytesIO()
        pdf.save(marked, static_id=True)
    document = Document("Pictures", "Kelsham", ())
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(finished(marked.getvalue(), document, tree, marks, []))) as pdf:
        for figure in pdf.Root.StructTreeRoot.K[0].K:
            figure.Alt = "A picture of the works"
        pdf.save(made, static_id=True)
    return made.getvalue()


def take_tags_off(data: bytes, to: Path) -> None:
    """Write the same pages without tags."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.Root.StructTreeRoot
        del pdf.Root.MarkInfo
        for page in pdf.pages:
            for holder in (page.obj, *page.obj.get(Name.Annots, Array())):
                for key in ("/StructParents", "/StructParent"):
                    if isinstance(holder, Dictionary) and key in holder:
                        del holder[key]
        pdf.save(to, static_id=True)


if __name__ == "__main__":
    main()
