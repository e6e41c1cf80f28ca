from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.receipt import PackReceipt
from tests.build import NOW
from tests.store.workspaces import a_loaded_meeting, a_workspace


def test_packs_are_told_newest_first_with_their_meeting(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda = a_loaded_meeting(store, "Budget monitoring")
        for hours, edition in enumerate((Edition.PUBLIC, Edition.FULL)):
            store.packs.record(
                PackReceipt(
                    agenda.meeting.id,
                    edition,
                    f"{edition.value}.pdf",
                    12,
                    "0" * 64,
                    (),
                    NOW + timedelta(hours=hours),
                )
            )
        assert store.receipts.count() == 2
        newest, oldest = store.receipts.some(0, 10)
        assert (newest.edition, newest.file_name, newest.issue) == (Edition.FULL, "full.pdf", None)
        assert (newest.committee, newest.held_on) == (agenda.committee.name, agenda.meeting.held_on)
        assert store.receipts.some(1, 10) == (oldest,)
        with store.step("Remove the meeting"):
            store.meetings.remove(agenda.meeting.id)
        assert store.receipts.count() == 0
