"""What a step changed, in the officer's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scrutiny_app.domain.history import Change, ChangeKind
from scrutiny_app.domain.wording import listed

_MOST_NAMED = 3
# Where the record's own name, its underscores made spaces, is not the officer's word
_RECORDS = {
    "council_closed_day": "closed day",
    "committee_council": "council of a joint committee",
    "committee_successor": "successor of a committee",
    "membership": "seat",
    "paper_version": "file of a paper",
    "issue": "published agenda",
    "proposal": "budget proposal",
    "proposal_year": "yearly figure of a proposal",
    "programme": "work programme",
    "programme_day": "day of a work programme",
    "programme_item": "work programme item",
    "programme_change": "move on a work programme",
    "programme_assessment": "assessment of a work programme item",
    "plan_entry": "forward plan entry",
    "return_request": "request",
    "noted_meeting": "record of a sitting",
    "noted_attendance": "attendance",
    "noted_attendee": "person present",
    "noted_minute": "minute",
}
_FIELDS = {
    "place": "place",
    "held_on": "day",
    "starts_at": "time",
    "report_of": "whose report",
    "exempt_paragraphs": "exempt paragraphs",
    "public_interest": "public interest",
    "confidential_basis": "why confidential",
    "review_on": "day of review",
    "made_public_by": "who made it public",
    "original_sha256": "file",
    "normalised_sha256": "file",
    "facts": "file",
    "engine": "file",
    "filed_at": "file",
    "published_at": "publication",
}


def change_sentences(changes: Iterable[Change]) -> tuple[str, ...]:
    """Return what was changed, one line for each sort of record and of change, in order."""
    groups: dict[tuple[str, ChangeKind], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.record, change.kind), []).append(change)
    return tuple(
        sentence
        for (record, kind), group in groups.items()
        for sentence in _sentences(record, kind, group)
    )


def _sentences(record: str, kind: ChangeKind, group: Sequence[Change]) -> Iterator[str]:
    word = _RECORDS.get(record, record.replace("_", " "))
    nameless = not any(change.title or change.fields for change in group)
    if len(group) > _MOST_NAMED or (len(group) > 1 and nameless):
        yield f"{len(group)} {_plural(word)} {kind.value}"
        return
    for change in group:
        named = (
            f"{word} \N{LEFT DOUBLE QUOTATION MARK}{change.title}\N{RIGHT DOUBLE QUOTATION MARK}"
        )
        subject = named if change.title else word
        line = f"{subject[0].upper()}{subject[1:]} {kind.value}"
        yield f"{line}: {listed(_fields(change))}" if change.fields else line


def _fields(change: Change) -> Iterator[str]:
    """Yield what differs, each word once."""
    yield from dict.fromkeys(_FIELDS.get(field, field.replace("_", " ")) for field in change.fields)


def _plural(word: str) -> str:
    head, of, rest = word.partition(" of ")
    many = {"person present": "people present", "attendance": "attendances"}.get(head, "")
    if not many:
        many = f"{head[:-1]}ies" if head.endswith("y") and head[-2] not in "aeiou" else f"{head}s"
    return f"{many}{of}{rest}"
