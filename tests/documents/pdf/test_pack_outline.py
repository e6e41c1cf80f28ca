from __future__ import annotations

from dataclasses import replace

from scrutiny_app.documents.pdf.outline import OutlineEntry
from scrutiny_app.documents.pdf.pack_outline import pack_outline
from scrutiny_app.domain.paper import Bookmark
from scrutiny_app.rulebook.house_styles import house_style
from tests.build import a_paper, a_version, an_agenda, some_facts
from tests.documents.pdf.packs import lay_out

WORDS = house_style("neutral").words


def own_bookmarks(*bookmarks: Bookmark) -> tuple[OutlineEntry, ...]:
    """What stands beneath a paper of ten pages with these bookmarks of its own."""
    version = replace(a_version(10), facts=some_facts(10, bookmarks=bookmarks))
    layout = lay_out(an_agenda([a_paper(version=version)]))
    return pack_outline(layout, WORDS)[2].beneath[0].beneath


def test_a_paper_of_one_page_says_one_number() -> None:
    layout = lay_out(an_agenda([a_paper("Note", pages=1)]))
    item = pack_outline(layout, WORDS)[2]
    assert item.title == "2. Progress report (3 to 4)"
    assert item.beneath == (OutlineEntry("Note (3)", 3),)


def test_own_bookmarks_count_from_the_papers_first_page_in_the_pack() -> None:
    assert own_bookmarks(Bookmark("Costs", 4, 0)) == (OutlineEntry("Costs", 6),)


def test_levels_that_skip_or_start_deep_still_make_a_tree() -> None:
    tree = own_bookmarks(
        Bookmark("a", 1, 2), Bookmark("b", 1, 5), Bookmark("c", 2, 1), Bookmark("d", 2, 2)
    )
    assert tree == (
        OutlineEntry("a", 3, (OutlineEntry("b", 3),)),
        OutlineEntry("c", 4, (OutlineEntry("d", 4),)),
    )


def test_a_thousand_levels_are_folded_into_few() -> None:
    tree = own_bookmarks(*(Bookmark(f"level {level}", 1, level) for level in range(3000)))
    depth = 0
    while tree:
        depth += 1
        tree = tree[0].beneath
    assert depth < 20
