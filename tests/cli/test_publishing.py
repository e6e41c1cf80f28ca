from __future__ import annotations

from pathlib import Path

import pytest

from tests.build import a_pdf
from tests.cli.conftest import Run

DAY = "2027-01-21"
IN_TIME = ("--at", "2027-01-13T16:30")


def test_publish_answers_with_the_notice_and_the_moment_in_utc(run: Run, workspace: Path) -> None:
    record = run("publish", workspace, DAY, *IN_TIME, "--yes", "--json").record
    assert record["issue"] == 1
    assert record["published_at"] == "2027-01-13T16:30:00+00:00"
    assert (record["clear_days"], record["latest_day"]) == (5, "2027-01-13")
    assert record["short"] is False
    (meeting,) = run("meetings", workspace, "--json").record["meetings"]
    assert meeting["standing"] == "agenda published"


def test_the_hour_is_local_in_summer_too(run: Run, workspace: Path) -> None:
    words = ("publish", workspace, DAY, "--at", "2026-07-01T12:00", "--yes", "--json")
    assert run(*words).record["published_at"] == "2026-07-01T11:00:00+00:00"


def test_notice_tells_the_last_moment_and_then_every_item(run: Run, workspace: Path) -> None:
    said = run("notice", workspace, DAY)
    assert "Publish by 5.00 pm on" in said.out or "last moment to publish" in said.out
    run("publish", workspace, DAY, *IN_TIME, "--yes")
    record = run("notice", workspace, DAY, "--json").record
    assert (record["clear_days"], record["needed"]) == (5, 5)
    assert {item["state"] for item in record["items"]} == {"on time"}
    assert all(item["may_be_considered"] for item in record["items"])


@pytest.mark.parametrize("json", [(), ("--json",)])
def test_without_a_terminal_publishing_needs_a_yes(
    run: Run, workspace: Path, json: tuple[str, ...]
) -> None:
    ended = run("publish", workspace, DAY, *IN_TIME, *json)
    assert ended.code == 2
    assert "5 clear days are needed" in ended.err
    assert "--yes" in ended.err
    (meeting,) = run("meetings", workspace, "--json").record["meetings"]
    assert meeting["standing"] == "planned"


class Terminal:
    """A keyboard at which somebody answers."""

    def __init__(self, answer: str) -> None:
        self._answer = answer

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        return f"{self._answer}\n"


@pytest.mark.parametrize(("answer", "code"), [("yes", 0), ("no", 2), ("", 2)])
def test_on_a_terminal_the_notice_is_shown_before_it_asks(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    ended = run("publish", workspace, DAY, *IN_TIME)
    assert ended.code == code
    shown, _, asked = ended.out.partition("Publish? ")
    assert "published now, the agenda has 5 clear days" in shown
    assert ("Published at 4.30 pm" in asked) is (code == 0)


@pytest.mark.parametrize("at", ["soon", "2026-03-29T01:30"])
def test_an_hour_that_is_none_is_refused(run: Run, workspace: Path, at: str) -> None:
    ended = run("publish", workspace, DAY, "--at", at, "--yes")
    assert ended.code == 2
    assert at in ended.err


def test_short_notice_is_refused_without_a_reason_and_recorded_with_one(
    run: Run, workspace: Path
) -> None:
    late = ("publish", workspace, DAY, "--at", "2027-01-18T09:00", "--yes", "--json")
    refused = run(*late)
    assert refused.code == 2
    assert "--urgency" in refused.err
    record = run(*late, "--urgency", "The grant ends", "--chair-agreed", "2027-01-18").record
    assert (record["short"], record["urgency"]) == (True, "The grant ends")
    assert record["chair_agreed_on"] == "2027-01-18"


def test_undo_is_refused_past_publishing(run: Run, workspace: Path) -> None:
    run("publish", workspace, DAY, *IN_TIME, "--yes")
    assert run("undo", workspace).code == 10


def test_a_meeting_goes_from_pack_to_supplement_to_website(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    run("publish", workspace, DAY, *IN_TIME, "--yes")
    file = tmp_path / "papers" / "meeting.toml"
    a_pdf(file.parent, "2-1.pdf", pages=5, text="Longer, page")
    assert run("load", workspace, file).code == 0
    assert run("pack", workspace, DAY, "--to", tmp_path / "p.pdf").code == 5
    words = ("supplement", workspace, DAY, "--to", tmp_path / "s.pdf", "--json")
    record = run(*words, "--consolidated", tmp_path / "c.pdf").record
    assert record["labels"] == ["9", "10", "3", "4", "5", "6", "6A", "6B"]
    assert record["collation"] == ["Take out pages 3 to 6 and put in the new pages 3 to 6B."]
    assert run("supplement", workspace, DAY, "--consolidated", tmp_path / "c2.pdf").code == 0
    assert (tmp_path / "c.pdf").read_bytes() == (tmp_path / "c2.pdf").read_bytes()
    bundle = run("bundle", workspace, DAY, "--to", tmp_path / "site", "--json").record
    assert [one["name"] for one in bundle["files"]][-2:] == ["agenda.html", "index.html"]
    assert run("bundle", workspace, DAY, "--to", tmp_path / "site").code == 2
    assert run("supplement", workspace, DAY).code == 2


def test_a_title_is_changed_after_publishing_only_by_choice(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    run("publish", workspace, DAY, *IN_TIME, "--yes")
    file = tmp_path / "papers" / "meeting.toml"
    file.write_text(file.read_text().replace('"Item 3"', '"Budget"'))
    refused = run("load", workspace, file)
    assert refused.code == 2
    assert 'published as "Item 3"' in refused.err
    assert run("load", workspace, file, "--accept-major").code == 0
    assert "Accepted: " in run("history", workspace).out
