"""The shelf of issues: what was published, as it was, for ever."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from scrutiny_app.domain.ids import ItemId, MeetingId, PaperId
from scrutiny_app.domain.issue import Issue, IssuedItem, IssuedPaper, NoticeRecord
from scrutiny_app.domain.issued_pages import IssuedPages
from scrutiny_app.store.columns import day_text, moment_from, moment_text, optional_day
from scrutiny_app.store.connection import Connection
from scrutiny_app.store.keys import new_key


class Issues:
    """Issues of agendas. An issue is added in a step that cannot be undone and never changes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, issue: Issue) -> None:
        """Add an issue. Call it inside ``Store.step(..., undoable=False)``."""
        self._connection.run(
            _ADD,
            {
                "id": new_key(),
                "meeting": issue.meeting,
                "number": issue.number,
                "published_at": moment_text(issue.published_at),
                "clear_days": issue.notice.clear_days,
                "needed": issue.notice.needed,
                "latest_day": day_text(issue.notice.latest_day),
                "urgency": issue.notice.urgency,
                "chair_agreed_on": day_text(issue.notice.chair_agreed_on),
                "short_notice": issue.notice.short_notice,
                "held_on": day_text(issue.held_on),
                "starts_at": issue.starts_at.isoformat(),
                "place": issue.place,
                "last_page": issue.last_page,
                "holds": json.dumps(_holds(issue), ensure_ascii=False),
            },
        )

    def list(self, meeting: MeetingId) -> tuple[Issue, ...]:
        """Return the issues of a meeting's agenda, the agenda itself first."""
        rows = self._connection.rows(f"{_SELECT} where meeting = ? order by number", (meeting,))
        return tuple(_issue(row) for row in rows)

    def latest(self, meeting: MeetingId) -> Issue | None:
        """Return the newest issue of a meeting's agenda, None before it is published."""
        return next(iter(reversed(self.list(meeting))), None)


_SELECT = """
select meeting, number, published_at, clear_days, needed, latest_day, urgency, chair_agreed_on,
    short_notice, held_on, starts_at, place, last_page, holds
from issue
"""

_ADD = """
insert into issue (id, meeting, number, published_at, clear_days, needed, latest_day, urgency,
    chair_agreed_on, short_notice, held_on, starts_at, place, last_page, holds)
values (:id, :meeting, :number, :published_at, :clear_days, :needed, :latest_day, :urgency,
    :chair_agreed_on, :short_notice, :held_on, :starts_at, :place, :last_page, :holds)
"""


def _holds(issue: Issue) -> dict[str, object]:
    return {
        "front": _pages_record(issue.front),
        "sheet": _pages_record(issue.sheet),
        "items": [{"id": item.id, "title": item.title} for item in issue.items],
        "papers": [
            {
                "id": paper.id,
                "item": paper.item,
                "title": paper.title,
                "sha256": paper.sha256,
                "public": paper.public,
                "pages": _pages_record(paper.pages),
            }
            for paper in issue.papers
        ],
    }


def _pages_record(pages: IssuedPages) -> dict[str, list[str]]:
    return {"labels": list(pages.labels), "blanks": list(pages.blanks)}


def _issue(row: sqlite3.Row) -> Issue:
    holds = json.loads(row["holds"])
    return Issue(
        MeetingId(row["meeting"]),
        row["number"],
        moment_from(row["published_at"]),
        NoticeRecord(
            row["clear_days"],
            row["needed"],
            date.fromisoformat(row["latest_day"]),
            row["urgency"],
            optional_day(row["chair_agreed_on"]),
            row["short_notice"],
        ),
        date.fromisoformat(row["held_on"]),
        time.fromisoformat(row["starts_at"]),
        row["place"],
        _pages(holds["front"]),
        _pages(holds["sheet"]),
        tuple(IssuedItem(ItemId(item["id"]), item["title"]) for item in holds["items"]),
        tuple(_paper(paper) for paper in holds["papers"]),
        row["last_page"],
    )


def _paper(record: Mapping[str, Any]) -> IssuedPaper:
    return IssuedPaper(
        PaperId(record["id"]),
        ItemId(record["item"]),
        record["title"],
        record["sha256"],
        record["public"],
        _pages(record["pages"]),
    )


def _pages(record: Mapping[str, Any]) -> IssuedPages:
    return IssuedPages(tuple(record["labels"]), tuple(record["blanks"]))
