from __future__ import annotations

from scrutiny_app.domain.change_words import change_sentences
from scrutiny_app.domain.history import Change, ChangeKind


def changed(record: str, *fields: str, title: str = "") -> Change:
    return Change(record, "key", ChangeKind.CHANGED, fields, title)


def added(record: str, title: str = "") -> Change:
    return Change(record, "key", ChangeKind.ADDED, (), title)


def test_a_change_names_the_record_and_what_differs() -> None:
    assert change_sentences([changed("paper", "title", "review_on", title="Budget")]) == (
        "Paper “Budget” changed: title and day of review",
    )
    assert change_sentences([changed("paper_version", "facts", "filed_at")]) == (
        "File of a paper changed: file",
    )


def test_many_of_a_sort_are_counted() -> None:
    papers = [added("paper", f"Paper {number}") for number in range(12)]
    bodies = [added("return_request"), *(added("membership") for _ in range(4))]
    assert change_sentences([*papers, *bodies]) == (
        "12 papers added",
        "Request added",
        "4 seats added",
    )
    assert change_sentences([added("issue"), added("issue")]) == ("2 published agendas added",)
    entries = [added("plan_entry") for _ in range(5)]
    assert change_sentences(entries) == ("5 forward plan entries added",)
    files = [Change("paper_version", "key", ChangeKind.REMOVED) for _ in range(4)]
    assert change_sentences(files) == ("4 files of a paper removed",)


def test_a_sort_of_record_without_a_word_of_its_own_is_called_by_its_name() -> None:
    assert change_sentences([added("standing_item", "Apologies")]) == (
        "Standing item “Apologies” added",
    )
