from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import xlsxwriter
from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from scrutiny_app.documents.pdf.binder import bind_pack
from scrutiny_app.documents.web_page import web_page
from scrutiny_app.domain import agenda_pack
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.errors import LeakFound
from scrutiny_app.domain.minutes.noted_minutes import NotedMinute
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.jobs.packs import build_agenda_pack as job
from scrutiny_app.jobs.packs import make_bundle as bundle_job
from scrutiny_app.jobs.packs import make_pack
from scrutiny_app.jobs.packs.build_consolidated import build_consolidated
from scrutiny_app.jobs.packs.bundle_papers import bundle_papers
from scrutiny_app.jobs.publication_order import LateReasons
from scrutiny_app.jobs.publish_agenda import publish_agenda
from tests.build import MEETING_FILE
from tests.jobs.leaks import AUTHOR, FIGURE, FILE, LEAKS, SENTENCE, TITLE, Leak, draw_on_page_three

DAY = "2027-01-21"
PUBLIC_SENTENCE = "The committee asked for a report on every school building in the north"


def a_paper_file(path: Path, *lines: str, logo: str = "", bookmark: str = "") -> None:
    canvas = Canvas(str(path), invariant=1)
    for place, line in enumerate(lines):
        canvas.drawString(72, 700 - 20 * place, line)
    if logo:
        buffer = io.BytesIO()
        ImageOps.colorize(Image.radial_gradient("L"), "white", logo).save(buffer, "PNG")
        canvas.drawImage(ImageReader(buffer), 72, 740, 40, 40)
    if bookmark:
        canvas.bookmarkPage("first")
        canvas.addOutlineEntry(bookmark, "first")
    canvas.showPage()
    canvas.save()


def a_meeting(
    folder: Path, *, withheld: tuple[str, ...], bookmark: str = "", logo: str = ""
) -> Path:
    a_paper_file(
        folder / "buildings.pdf",
        "Kelsham City Council",
        PUBLIC_SENTENCE,
        "It will cost £1,250,000 or 3.75 per cent of the programme.",
        logo="teal",
    )
    a_paper_file(folder / FILE, *withheld, logo=logo, bookmark=bookmark)
    text = f"""{MEETING_FILE}
[[item]]
title = "School buildings"
report_of = "Director of Learning"
[[item.paper]]
title = "Buildings report"
author = "Pat Moss"
file = "buildings.pdf"
[[item]]
title = "Exclusion of the public"
kind = "exclusion"
[[item]]
title = "Depot: the bids of Hargreave"
public_title = "Procurement of a depot"
[[item.paper]]
title = "{TITLE}"
author = "{AUTHOR}"
file = "{FILE}"
access = "exempt"
exempt_paragraphs = [3]
public_interest_reason = "The council would get a worse price if bidders knew of one another."
"""
    path = folder / "meeting.toml"
    path.write_text(text, encoding="utf-8")
    return path


SECRETS = (SENTENCE, f"The offer was £{FIGURE} and the reserve price is known to nobody else.")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    from scrutiny_app.store.store import create_store
    from tests.build import clock

    folder = tmp_path_factory.mktemp("leaks")
    create_store(folder / "workspace", who="jo", clock=clock).close()
    desk = Desk(folder / "workspace", "jo", clock)
    load_meeting(desk, a_meeting(folder, withheld=SECRETS, logo="maroon"))
    return desk


def the_secret(desk: Desk) -> Path:
    """The withheld paper's file as it lies in the workspace."""
    with desk.read() as store:
        agenda = store.agendas.read(store.meetings.find(DAY))
        version = agenda.items[-1].papers[0].version
        assert version
        return store.paper_folder.path(version.normalised_sha256)


@pytest.mark.parametrize("leak", LEAKS, ids=lambda leak: leak.__name__)
def test_a_public_pack_is_not_kept_when_there_leaks_into_it(
    loaded: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, leak: Leak
) -> None:
    secret = the_secret(loaded)

    def leaky(*arguments: object) -> None:
        bind_pack(*arguments)  # type: ignore[arg-type]
        leak(arguments[4], secret)  # type: ignore[arg-type]

    monkeypatch.setattr(make_pack, "bind_pack", leaky)
    (tmp_path / "pack.pdf").write_bytes(b"last week's")
    with pytest.raises(LeakFound) as refused:
        job.build_agenda_pack(loaded, DAY, tmp_path / "pack.pdf")
    assert LEAKS[leak] in str(refused.value)
    assert SENTENCE not in str(refused.value)
    assert [path.name for path in tmp_path.iterdir()] == ["pack.pdf"]
    assert (tmp_path / "pack.pdf").read_bytes() == b"last week's"


def test_a_title_that_the_plan_lets_through_is_caught(
    loaded: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agenda_pack, "public_view", lambda agenda: agenda)
    with pytest.raises(LeakFound, match="title or name"):
        job.build_agenda_pack(loaded, DAY, tmp_path / "pack.pdf")


def test_the_public_pack_that_nothing_leaked_into_is_kept(loaded: Desk, tmp_path: Path) -> None:
    built = job.build_agenda_pack(loaded, DAY, tmp_path / "pack.pdf")
    assert built.receipt.pages == 4
    with pikepdf.open(tmp_path / "pack.pdf") as pdf:
        assert len(pdf.pages) == 4


COUNCIL_AND_COMMITTEE = "Kelsham City Council Children and Young People Scrutiny Committee"


@pytest.mark.parametrize(
    ("withheld", "bookmark"),
    [
        ((PUBLIC_SENTENCE, "Prices"), ""),
        (("It will cost £1,250,000 or 3.75 per cent of the programme.",), ""),
        ((COUNCIL_AND_COMMITTEE, "21 January 2027"), ""),
        (
            (
                "This report contains exempt information as described in paragraph(s) 3 of Part 1",
                "of Schedule 12A to the Local Government Act 1972. In all the circumstances, the",
                "public interest in maintaining the exemption outweighs the public interest in",
                "disclosing the information.",
            ),
            "Not for publication",
        ),
        (("Contents",), "Agenda"),
        (("Contents",), "Page 3"),
        (("Contents",), "Table"),
        (("Contents",), "This page is intentionally left blank"),
    ],
)
def test_wording_that_both_share_does_not_trip_the_gate(
    desk: Desk, tmp_path: Path, withheld: tuple[str, ...], bookmark: str
) -> None:
    load_meeting(desk, a_meeting(tmp_path, withheld=withheld, bookmark=bookmark, logo="teal"))
    job.build_agenda_pack(desk, DAY, tmp_path / "pack.pdf")
    assert (tmp_path / "pack.pdf").exists()


def a_workbook(path: Path) -> None:
    """A price in a sheet, and a sentence in a hidden one."""
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Bids").write_row(0, 0, ["Hargreave", 4812350])
        hidden = book.add_worksheet("Notes")
        hidden.write(0, 0, "Lund will not go below its first price")
        hidden.hide()


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Lund will not go below its first price", pytest.raises(LeakFound)),
        ("a bid of £4,812,350", pytest.raises(LeakFound)),
        ("a price of £4,812,351 and below", nullcontext()),
    ],
)
def test_what_stands_in_the_cells_of_an_exempt_workbook_is_exempt(
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    outcome: AbstractContextManager[object],
) -> None:
    def leaky(*arguments: object) -> None:
        bind_pack(*arguments)  # type: ignore[arg-type]
        draw_on_page_three(arguments[4], words)  # type: ignore[arg-type]

    file = a_meeting(tmp_path, withheld=("Contents",))
    a_workbook(tmp_path / "prices.xlsx")
    file.write_text(file.read_text(encoding="utf-8").replace(FILE, "prices.xlsx"), encoding="utf-8")
    load_meeting(desk, file)
    monkeypatch.setattr(make_pack, "bind_pack", leaky)
    with outcome:
        job.build_agenda_pack(desk, DAY, tmp_path / "pack.pdf")


def test_the_web_pages_of_a_bundle_are_searched_too(
    loaded: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leaky(*arguments: object, **more: object) -> str:
        page = web_page(*arguments, **more)  # type: ignore[arg-type]
        return page.replace("</body>", f'<a href="x" title="{TITLE}">&nbsp;</a></body>')

    bundle_papers(loaded, DAY, tmp_path / "sound")
    monkeypatch.setattr(bundle_job, "web_page", leaky)
    with pytest.raises(LeakFound, match=r"in agenda\.html the title or name"):
        bundle_papers(loaded, DAY, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_what_repeats_minutes_taken_in_private_is_written_for_the_public_with_a_warning(
    loaded: Desk, tmp_path: Path
) -> None:
    desk = replace(loaded, folder=Path(shutil.copytree(loaded.folder, tmp_path / "copy")))

    def warnings(receipt: PackReceipt) -> list[str]:
        return [one for one in receipt.problems if "minutes that are not for" in one]

    assert warnings(job.build_agenda_pack(desk, DAY, tmp_path / "pack.pdf").receipt) == []
    with desk.edit() as store:
        agenda = store.agendas.read(store.meetings.find(DAY))
        noted = NotedMinute(raised=(PUBLIC_SENTENCE,), withheld=True)
        with store.step("A minute"):
            store.minutes.write_minute(agenda.meeting.id, agenda.items[-1].id, noted)
    (warning,) = warnings(job.build_agenda_pack(desk, DAY, tmp_path / "pack.pdf").receipt)
    assert warning.startswith("Page 3 has the words ")
    publish_agenda(desk, DAY, reasons=LateReasons(urgency="the papers came late this time"))
    copy = build_consolidated(desk, DAY, tmp_path / "copy.pdf")
    assert warnings(copy) == [warning]
    full = job.build_agenda_pack(desk, DAY, tmp_path / "full.pdf", edition=Edition.FULL)
    assert warnings(full.receipt) == []


def test_without_withheld_papers_nothing_is_searched(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = a_meeting(tmp_path, withheld=SECRETS)
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index('[[item]]\ntitle = "Exclusion')], encoding="utf-8")
    load_meeting(desk, file)
    asked: list[object] = []
    unread: Callable[..., None] = lambda *arguments: asked.append(arguments)  # noqa: E731
    monkeypatch.setattr(make_pack, "prove_public", unread)
    job.build_agenda_pack(desk, DAY, tmp_path / "pack.pdf")
    assert asked == []
