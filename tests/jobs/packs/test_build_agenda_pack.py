from __future__ import annotations

import hashlib
from pathlib import Path

import pikepdf
import pytest

from scrutiny_app.domain.errors import NotFound, NotWritten, WorkspaceDamaged
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.jobs.packs.build_agenda_pack import build_agenda_pack
from scrutiny_app.jobs.packs.record_pack import BuiltPack
from tests.build import a_meeting_file


def built(desk: Desk, tmp_path: Path, name: str = "pack.pdf") -> BuiltPack:
    return build_agenda_pack(desk, "2027-01-21", tmp_path / name)


def outline(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    def walk(items: list[pikepdf.OutlineItem], level: int) -> list[tuple[int, str]]:
        return [
            line
            for item in items
            for line in ((level, item.title), *walk(list(item.children), level + 1))
        ]

    with pdf.open_outline() as lines:
        return walk(list(lines.root), 0)


def test_a_pack_is_built_stamped_and_recorded(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [3], [2]))
    pack = built(desk, tmp_path)
    data = (tmp_path / "pack.pdf").read_bytes()
    assert pack.receipt.pages == 8
    assert pack.layout.blanks == (6,)
    assert pack.receipt.sha256 == hashlib.sha256(data).hexdigest()
    with desk.read() as store:
        assert store.packs.list(pack.receipt.meeting) == (pack.receipt,)


def test_the_outline_names_the_front_sheet_every_item_and_every_paper(
    desk: Desk, tmp_path: Path
) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [3], [2]))
    built(desk, tmp_path)
    with pikepdf.open(tmp_path / "pack.pdf") as pdf:
        lines = outline(pdf)
    assert [level for level, _ in lines] == [0, 0, 0, 1, 0, 1]
    assert next(title for level, title in lines if level).startswith("Paper 2.1")


def test_the_same_inputs_give_the_same_bytes(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [3], [2]))
    first, second = built(desk, tmp_path, "a.pdf"), built(desk, tmp_path, "b.pdf")
    assert first.receipt.sha256 == second.receipt.sha256


def test_building_is_not_a_step_that_undo_would_take_back(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [2]))
    built(desk, tmp_path)
    with desk.edit() as store:
        assert store.undo().name.startswith("Load")


def test_an_exempt_paper_stays_out_of_the_pack_and_the_officer_is_told(
    desk: Desk, tmp_path: Path
) -> None:
    file = a_meeting_file(tmp_path, [2], [2])
    file.write_text(
        file.read_text()
        + 'access = "exempt"\nexempt_paragraphs = [3]\n'
        + 'public_interest_reason = "it would weaken the council in negotiation"\n'
    )
    load_meeting(desk, file)
    pack = built(desk, tmp_path)
    assert pack.receipt.pages == 4
    assert '"Paper 3.1" is exempt' in pack.receipt.problems[0]
    with pikepdf.open(tmp_path / "pack.pdf") as pdf:
        assert not any("Paper 3.1" in title for _, title in outline(pdf))


def test_a_paper_to_follow_is_told_and_not_bound(desk: Desk, tmp_path: Path) -> None:
    file = a_meeting_file(tmp_path, [2])
    file.write_text(file.read_text() + '[[item.paper]]\ntitle = "Late"\nto_follow = true\n')
    load_meeting(desk, file)
    assert '"Late" is to follow' in built(desk, tmp_path).receipt.problems[0]


def a_paper_file(desk: Desk) -> Path:
    with desk.read() as store:
        agenda = store.agendas.read(store.meetings.find("2027-01-21"))
        version = agenda.items[1].papers[0].version
        assert version
        return store.paper_folder.path(version.normalised_sha256)


@pytest.mark.parametrize("harm", ["vanished", "changed"])
def test_a_pack_is_refused_when_a_paper_has(desk: Desk, tmp_path: Path, harm: str) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [2]))
    (tmp_path / "pack.pdf").write_bytes(b"last week's pack")
    path = a_paper_file(desk)
    path.chmod(0o644)
    if harm == "vanished":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes() + b"\n% one more line\n")
    with pytest.raises(WorkspaceDamaged, match=r"backup"):
        built(desk, tmp_path)
    assert (tmp_path / "pack.pdf").read_bytes() == b"last week's pack"


def test_a_pack_for_an_unknown_meeting_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        built(desk, tmp_path)


def test_a_pack_that_cannot_be_written_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [2]))
    with pytest.raises(NotWritten):
        build_agenda_pack(desk, "2027-01-21", tmp_path / "nowhere" / "pack.pdf")


def test_papers_that_not_everyone_can_read_are_named(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [3]))
    (told,) = built(desk, tmp_path).receipt.problems
    assert told.startswith("Has no tags to read it aloud by")
    assert told.endswith('item 2, "Paper 2.1" (pages 3 to 5).')
