"""Make a supplement from its order: what came since the agenda was issued, on pages that go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from scrutiny_app.documents.pdf.drawing import DrawnPdf, draw_pdf
from scrutiny_app.documents.supplement_sheet import (
    collation_notes,
    supplement_label,
    supplement_sheet,
)
from scrutiny_app.domain.added_items import with_days_issued
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.issue import Issue, NoticeRecord
from scrutiny_app.domain.public_agenda import withholds
from scrutiny_app.domain.publication import added_item_needs
from scrutiny_app.domain.supplement import (
    Supplement,
    issue_supplement,
    lay_out_supplement,
    plan_supplement,
)
from scrutiny_app.jobs.notice_given import notice_at, notice_of, public_day
from scrutiny_app.jobs.packs.issue_bench import StyledPack, bind_issue
from scrutiny_app.jobs.packs.issue_order import IssueOrder, MadeSupplement
from scrutiny_app.jobs.packs.lay_out_pack import MOST_DRAWINGS
from scrutiny_app.jobs.packs.lay_out_reading_copy import lay_out_reading_copy
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.rulebook.house_styles import house_style

STAGES = 3


def make_supplement(
    order: IssueOrder,
    destination: Path,
    *,
    consolidated: Path | None = None,
    progress: Progress = silent,
) -> MadeSupplement:
    """Write what came since the latest issue as ``destination``; it is issued once on record.

    ``consolidated`` is where a reading copy of everything is written beside it. Where nothing
    came since the last supplement, that one is written again, page for page.

    Raises:
        PackNotReady: nothing came since the agenda was published.
        WorkspaceDamaged: a paper's file is not the file that was taken in.
        LeakFound: a file holds something of a withheld paper; it was not kept.
        NotWritten: a destination cannot be written.
    """
    progress("Laying out", 0, STAGES)
    before, again = order.agenda, order.stands
    latest, previous = order.latest, order.issues[-2] if again else order.latest
    if not again:
        day = public_day(before, order.at)
        order = replace(order, agenda=with_days_issued(before, latest, issued_on=day))
    agenda, edition = order.agenda, order.readers.edition
    style = house_style(agenda.council.house_style)
    supplement, pack = _lay_out(order, previous, agenda)
    issue = latest if again else _issue(order, supplement)
    progress("Binding", 1, STAGES)
    needs = added_item_needs(agenda, notice_of(agenda, order.at))
    problems = tuple(_problems(supplement, edition, needs))
    receipts = [bind_issue(order, pack, destination, problems=problems)]
    if consolidated:
        copy = lay_out_reading_copy(agenda, issue, style, order.readers)
        receipts.append(bind_issue(order, copy, consolidated))
    notes = collation_notes(supplement, edition, style.supplement)
    return MadeSupplement(before, issue, supplement, pack.layout, tuple(receipts), notes, again)


def _lay_out(order: IssueOrder, latest: Issue, agenda: Agenda) -> tuple[Supplement, StyledPack]:
    """Draw the supplement's sheet until the pages it takes are those it was laid out for.

    Where something is withheld, the longer sheet of both editions says where the papers begin.
    """
    style, edition = house_style(agenda.council.house_style), order.readers.edition
    editions = tuple(Edition) if withholds(agenda) else (edition,)
    room = 1
    for _ in range(MOST_DRAWINGS):
        supplement = plan_supplement(latest, agenda, front_pages=room)
        drawn = {each: _drawn(supplement, each, style, order.published_on) for each in editions}
        longest = max(one.pages for one in drawn.values())
        if longest == room:
            sheet = drawn[edition]
            layout = lay_out_supplement(supplement, edition, front_pages=sheet.pages)
            return supplement, StyledPack(sheet.data, layout, _named(style, supplement, edition))
        room = longest
    raise PackNotReady(
        "The front sheet's length would not settle. Shorten one of the longest titles by a word "
        "and try again."
    )


def _drawn(
    supplement: Supplement, edition: Edition, style: HouseStyle, published_on: date
) -> DrawnPdf:
    layout = lay_out_supplement(supplement, edition)
    sheet = supplement_sheet(supplement, layout, style, published_on=published_on)
    return draw_pdf(sheet, style)


def _named(style: HouseStyle, supplement: Supplement, edition: Edition) -> HouseStyle:
    """Return the style with the supplement's own name where the agenda's bookmark would be."""
    label = supplement_label(supplement, edition, style.supplement)
    return replace(style, words=replace(style.words, front_sheet=label))


def _issue(order: IssueOrder, supplement: Supplement) -> Issue:
    clock = notice_at(order.agenda, order.at)
    notice = NoticeRecord(clock.clear_days, clock.needed, clock.publish_by)
    return issue_supplement(order.latest, supplement, notice, order.at)


def _problems(supplement: Supplement, edition: Edition, needs: Iterable[str]) -> Iterator[str]:
    for one in supplement.additions:
        if not one.paper.public and edition is Edition.PUBLIC:
            yield (
                f'Item {one.number}: "{one.paper.title}" is {one.paper.access}; its pages are kept '
                "for it and it is left out of the public supplement. Give it to members in the "
                "full edition."
            )
    yield from needs
    for numbered in supplement.agenda.numbered:
        for paper in numbered.item.papers:
            if paper.version is None:
                yield f'Item {numbered.number}: "{paper.title}" is still to follow.'
