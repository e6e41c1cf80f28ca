from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.jobs.packs.build_supplement import build_supplement
from scrutiny_app.jobs.packs.bundle_papers import bundle_papers
from tests.build import a_meeting_file
from tests.documents.web import seen_page
from tests.jobs.published import (
    DAY,
    a_published_file,
    labels,
    what_came,
)


@pytest.fixture
def file(desk: Desk, tmp_path: Path) -> Path:
    return a_published_file(desk, tmp_path)


def test_a_bundle_holds_the_public_papers_alone_and_pages_that_everyone_can_read(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    built = bundle_papers(desk, DAY, tmp_path / "site")
    names = sorted(path.name for path in (tmp_path / "site").iterdir())
    assert names == ["02-paper-2-1.pdf", "03-paper-3-1.pdf", "agenda.html", "index.html"]
    everything = b"".join(path.read_bytes() for path in (tmp_path / "site").iterdir())
    assert b"Tender" not in everything
    assert labels(tmp_path / "site" / "02-paper-2-1.pdf") == "3 4 5"
    assert built.receipt.problems == ()
    for name in ("agenda.html", "index.html"):
        page = seen_page((tmp_path / "site" / name).read_text(encoding="utf-8"))
        assert page.lang == "en-GB"
        assert [level for level, _ in page.headings][:1] == [1]
        assert {scope for scope, _ in page.heads} == {"col", "row"}
        assert all((tmp_path / "site" / href).is_file() for href, _ in page.links)
    contents = seen_page((tmp_path / "site" / "index.html").read_text(encoding="utf-8"))
    assert {href for href, _ in contents.links} == set(names) - {"index.html"}
    assert "3\u00a0-\u00a05" in contents.words
    agenda = seen_page((tmp_path / "site" / "agenda.html").read_text(encoding="utf-8"))
    assert ("index.html", "The papers of the meeting") in agenda.links
    assert ("02-paper-2-1.pdf", "3 - 6") in [
        (href, told.replace("\u00a0", " ")) for href, told in agenda.links
    ]
    with desk.read() as store:
        assert store.packs.list(built.receipt.meeting) == (built.receipt,)


def test_a_bundle_waits_for_the_supplement_and_then_has_its_pages(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    what_came(desk, file)
    with pytest.raises(PackNotReady, match="not been issued yet"):
        bundle_papers(desk, DAY, tmp_path / "site")
    assert not (tmp_path / "site").exists()
    build_supplement(desk, DAY, tmp_path / "s.pdf")
    bundle_papers(desk, DAY, tmp_path / "site")
    assert labels(tmp_path / "site" / "02-paper-2-1.pdf") == "3 4 5 6 6A"
    assert labels(tmp_path / "site" / "03-annex.pdf") == "13"


def test_a_bundle_before_publishing_says_that_numbers_may_change(
    desk: Desk, tmp_path: Path
) -> None:
    load_meeting(desk, a_meeting_file(tmp_path / "papers", [2]))
    built = bundle_papers(desk, DAY, tmp_path / "site")
    assert "may still change" in built.receipt.problems[0]
