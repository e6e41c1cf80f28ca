"""A PDF's pages as one flat list, however its maker arranged or disarranged them."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, ObjectSet, Page, Pdf, PdfError

from scrutiny_app.domain.errors import PaperRefused

_AGAIN = "Ask its author to save it as PDF again."


def check_page_tree(pdf: Pdf, *, most: int) -> None:
    """Return quietly when the page tree is a tree of between one and ``most`` pages.

    Looks before qpdf does: asking qpdf for the pages of a file that names one page a million
    times took 33 seconds and 2.3 GB; this takes the time to read the list.

    Raises:
        PaperRefused: no pages, too many, or a tree that runs in a circle.
    """
    seen = ObjectSet()
    leaves = 0
    nodes = [pdf.Root.get(Name.Pages)]
    while nodes:
        node = nodes.pop()
        if not isinstance(node, Dictionary):
            continue
        kids = node.get(Name.Kids)
        if not isinstance(kids, Array):
            leaves += 1
            continue
        if not seen.add(node):
            raise PaperRefused(f"its list of pages runs in a circle. {_AGAIN}")
        # Branches count too, so that a tree of branches alone comes to an end
        if len(kids) + leaves + len(seen) > 2 * most or len(kids) + leaves > most:
            raise PaperRefused(f"it has more than {most:,} pages. Split it into several papers.")
        nodes.extend(kids)
    if leaves == 0:
        raise PaperRefused(f"it has no pages. {_AGAIN}")


def flatten_page_tree(pdf: Pdf) -> list[Page]:
    """Return the pages, each with its own attributes, in a tree with one level.

    Raises:
        PaperRefused: the pages cannot be listed.
    """
    try:
        pdf.Root.Pages.Count = len(pdf.pages)
        # Adding a page is what makes qpdf hand down inherited attributes and level the tree
        pdf.add_blank_page()
        del pdf.pages[-1]
        return list(pdf.pages)
    except (PdfError, AttributeError) as error:
        raise PaperRefused(f"its list of pages is broken. {_AGAIN}") from error
