from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from scrutiny_app.domain.committee import Role
from scrutiny_app.domain.membership_checks import membership_findings
from scrutiny_app.jobs.check_meeting import check_meeting
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.load_meeting import load_meeting
from tests.build import NOW, a_meeting_file, a_member, an_agenda
from tests.store.workspaces import a_workspace, write


def test_a_second_chair_is_recorded_and_told_of_before_the_agenda_goes_out(
    tmp_path: Path,
) -> None:
    agenda = an_agenda()
    members = tuple(
        replace(a_member(agenda.committee.id, name, place), role=Role.CHAIR)
        for place, name in enumerate(("Wren Okafor", "Tom Ashdown"))
    )
    with a_workspace(tmp_path) as store:
        write(store, replace(agenda, members=members))
        (finding,) = membership_findings(store.memberships.ever(agenda.committee.id))
        assert "are both in the chair" in finding.message
        held = store.agendas.read(agenda.meeting.id)
        checks = check_meeting(store, held, now=NOW)
    assert finding.message in [one.sentence for one in checks]


def test_a_meeting_file_with_two_chairs_is_loaded_with_a_warning(
    desk: Desk, tmp_path: Path
) -> None:
    file = a_meeting_file(tmp_path / "papers", [2])
    text = file.read_text(encoding="utf-8")
    tom = '{ name = "Tom Ashdown", title = "Councillor" }'
    chair = tom.replace(" }", ', role = "chair" }')
    file.write_text(text.replace(tom, chair), encoding="utf-8")
    told = " ".join(load_meeting(desk, file).warnings)
    assert "Priya Naylor and Councillor Tom Ashdown are both in the chair" in told
