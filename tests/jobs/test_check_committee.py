from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from scrutiny_app.domain.committee import Role
from scrutiny_app.jobs.check_committee import check_committee
from scrutiny_app.jobs.check_meeting import check_meeting
from tests.build import NOW, a_member, an_agenda
from tests.store.workspaces import a_workspace, write


def test_a_second_chair_is_recorded_and_told_of_beside_the_committee_and_its_meetings(
    tmp_path: Path,
) -> None:
    agenda = an_agenda()
    members = tuple(
        replace(a_member(agenda.committee.id, name, place), role=Role.CHAIR)
        for place, name in enumerate(("Wren Okafor", "Tom Ashdown"))
    )
    with a_workspace(tmp_path) as store:
        write(store, replace(agenda, members=members))
        (finding,) = check_committee(store, agenda.committee.id)
        assert "are both in the chair" in finding.message
        held = store.agendas.read(agenda.meeting.id)
        checks = check_meeting(store, held, now=NOW)
    assert finding.message in [one.sentence for one in checks]
