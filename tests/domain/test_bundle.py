from __future__ import annotations

import pytest

from scrutiny_app.domain.agenda_pack import Edition, page_counts, paginate, plan_agenda_pack
from scrutiny_app.domain.bundle import bundle_files, plain_name
from scrutiny_app.domain.issue import laid_out_pages
from scrutiny_app.domain.paper import Access
from tests.build import a_paper, an_agenda


def names(*titles: str) -> list[str]:
    agenda = an_agenda([a_paper(title) for title in titles])
    plan = plan_agenda_pack(agenda, Edition.PUBLIC)
    layout = paginate(plan, page_counts(agenda), front_pages=2)
    return [file.name for file in bundle_files(plan, laid_out_pages(layout))]


def test_files_are_named_by_item_and_title() -> None:
    assert names("Progress report", "Appendix A: the café\u2019s 2026\u201327 £5m budget") == [
        "02-progress-report.pdf",
        "02-appendix-a-the-cafes-2026-27-5m-budget.pdf",
    ]


def test_a_long_title_is_cut_between_words() -> None:
    assert plain_name("word " * 20) == "-".join(["word"] * 12)


def test_papers_of_one_title_get_different_names() -> None:
    assert names("Budget", "BUDGET", "Budget!") == [
        "02-budget.pdf",
        "02-budget-2.pdf",
        "02-budget-3.pdf",
    ]


@pytest.mark.parametrize(
    "title", ["../../etc/passwd", 'a<b>:"/\\|?*', "CON", "日本", "", "x" * 300]
)
def test_a_name_is_safe_whatever_the_title(title: str) -> None:
    name = plain_name(title)
    assert name.replace("-", "").isalnum()
    assert name.isascii()
    assert 0 < len(name) <= 60


def test_a_withheld_paper_is_not_named() -> None:
    agenda = an_agenda([a_paper("Open"), a_paper("Secret tender", access=Access.EXEMPT)])
    plan = plan_agenda_pack(agenda, Edition.PUBLIC)
    layout = paginate(plan, page_counts(agenda), front_pages=2)
    assert [file.name for file in bundle_files(plan, laid_out_pages(layout))] == ["02-open.pdf"]


def test_the_full_edition_is_never_bundled() -> None:
    plan = plan_agenda_pack(an_agenda([a_paper("Open")]), Edition.FULL)
    with pytest.raises(ValueError, match="public"):
        bundle_files(plan, {})
