"""Which pages an entry of the outline covers."""

from __future__ import annotations

from scrutiny_app.documents.viewing.outline_entries import OutlineEntry, with_last_pages


def entries(*told: tuple[str, int, int]) -> list[OutlineEntry]:
    """Return entries by title, depth and the page they lead to, counted from 1."""
    return [OutlineEntry(title, depth, page - 1, page - 1, 0.0) for title, depth, page in told]


def ranges(*told: tuple[str, int, int], pages: int) -> dict[str, tuple[int, int]]:
    """Return the first and last page of each entry, counted from 1."""
    found = with_last_pages(entries(*told), pages)
    return {entry.title: (entry.first + 1, entry.last + 1) for entry in found}


def test_an_entry_reaches_to_where_the_next_one_beside_or_above_begins() -> None:
    found = ranges(
        ("4", 0, 3), ("4.1", 1, 3), ("Background", 2, 5), ("4.2", 1, 7), ("5", 0, 9), pages=12
    )
    assert found == {"4": (3, 8), "4.1": (3, 6), "Background": (5, 6), "4.2": (7, 8), "5": (9, 12)}


def test_an_item_without_papers_leads_back_to_the_front_sheet_and_ends_nothing() -> None:
    found = ranges(("1", 0, 1), ("4", 0, 3), ("5", 0, 1), ("6", 0, 9), ("7", 0, 1), pages=12)
    assert found["4"] == (3, 8)
    assert found["6"] == (9, 12)


def test_items_that_lead_to_the_same_place_cover_its_page_alone() -> None:
    found = ranges(("Agenda", 0, 1), ("1", 0, 1), ("2", 0, 1), ("4", 0, 3), ("5", 0, 1), pages=6)
    assert found == {"Agenda": (1, 1), "1": (1, 1), "2": (1, 1), "4": (3, 6), "5": (1, 1)}


def test_withheld_papers_behind_all_others_belong_to_their_own_item_alone() -> None:
    found = ranges(
        ("4", 0, 3), ("4.1", 1, 3), ("4.2 exempt", 1, 11), ("5", 0, 7), ("5.1", 1, 7), pages=14
    )
    assert found["4"] == (3, 6)
    assert found["4.2 exempt"] == (11, 14)
    assert found["5"] == (7, 10)
    assert found["5.1"] == (7, 10)


class Counted(list[OutlineEntry]):
    """Entries that count how often one is looked at."""

    looks = 0

    def __getitem__(self, at: object) -> OutlineEntry:  # type: ignore[override]
        self.looks += 1
        return super().__getitem__(at)  # type: ignore[index]


def test_a_hostile_outline_that_only_leads_back_is_not_read_again_and_again() -> None:
    hostile = Counted(entries(*(("back", 0, 2_000 - at) for at in range(2_000))))
    with_last_pages(hostile, 2_000)
    assert hostile.looks < 2_000 * 250
