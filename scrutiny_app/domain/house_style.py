"""How a council writes and lays out its papers, as data.

Nothing here is a default: the values come from ``resources/house-styles/*.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.deadlines import DeadlineKind
from scrutiny_app.domain.paper import WithheldPlace
from scrutiny_app.domain.standing_items import StandingItem


@dataclass(frozen=True, slots=True)
class Words:
    """The council's own phrases. ``{braces}`` name what is filled in."""

    pack_label: str  # above the front sheet: "Public Document Pack"
    summons: str
    blank_page: str
    page_stamp: str  # "Page {number}"
    item_stamp: str  # "Agenda Item {number}"
    page_range: str  # "{first} - {last}"
    report_of: str  # "Report of the {author}"
    date_label: str
    time_label: str
    place_label: str
    telephone_label: str
    number_heading: str  # headings of the agenda table
    item_heading: str
    pages_heading: str
    front_sheet: str  # its bookmark
    to_follow: str
    exempt_line: str  # below an exempt item: {paragraphs}
    confidential_line: str
    unnamed_officer: str  # whom to ask where a meeting names no officer: "scrutiny officer"
    notices: tuple[str, ...]  # {officer_role} and {council} may stand in them


@dataclass(frozen=True, slots=True)
class MinutesWords:
    """The phrases of the minutes. ``item_texts`` gives a standing item's usual sentence by kind."""

    heading: str  # "MINUTES of the meeting held at {place} on {date} from {start} - {end}"
    membership: str
    present: str
    absent: str
    in_attendance: str
    none: str
    points_highlighted: str
    points_raised: str
    resolved: str  # "Resolved to:"
    chair_signature: str
    date_signature: str
    initials: str
    to_fill: str  # what stands where the officer fills in: "…"
    item_texts: tuple[tuple[str, str], ...]
    adjournment: str
    urgency: str  # the sentence s.100B(4)(b) asks for: {reason}
    apology_reasons: tuple[str, ...]  # offered when an absence is noted; any other may be typed


@dataclass(frozen=True, slots=True)
class SupplementWords:
    """The phrases of what is issued after the agenda. {pages} are pages as ``pages`` tells them."""

    label: str  # above the sheet: "Supplement {number}"
    full_label: str  # above that of the full edition
    intro: str  # {date} of publication and the {page} it goes on from
    page: str  # "page {first}"
    pages: str  # "pages {first} to {last}"
    paper_heading: str
    followed: str
    late: str
    replaced: str  # {pages}
    opened: str
    withdrawn: str  # {title} and {pages}
    withheld_paper: str  # the {title} of a paper whose title is kept nowhere
    changes_heading: str
    collation_heading: str
    insert: str  # {pages} and the page they go {after}
    exchange: str  # {out} and {pages}
    take_out: str  # {out}
    reading_copy: str  # above the front sheet of the whole: {number} of the last supplement


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """The phrases of business that is not for publication.

    ``exempt_item`` and ``confidential_item`` name an item ({number}, {title}, and {paragraphs} of
    an exempt one); lists of them stand as {items} in the phrases about the exclusion.
    """

    full_label: str  # above the front sheet of the full edition, instead of the pack's label
    full_minutes_label: str  # above minutes that hold what the public may not read
    exempt_mark: str  # on every page of an exempt paper: {paragraphs}; their text follows it
    confidential_mark: str
    reason: str  # below the exempt line: {reason}
    skipped_pages: str  # in the public edition, where numbers are missing: {pages}
    withheld_pages: str  # in the full edition, where they stand behind the public ones: {pages}
    exempt_item: str
    confidential_item: str
    exclusion_purpose: str  # {items}
    exclusion_resolution: str  # {items}, {descriptions}
    confidential_exclusion: str  # {items}
    exempt_minutes_purpose: str


class MinuteNumbering(StrEnum):
    """How minute numbers run."""

    MUNICIPAL_YEAR = "municipal_year"
    MEETING = "meeting"
    NEVER_RESET = "never_reset"


@dataclass(frozen=True, slots=True)
class MinuteScheme:
    """How minutes are numbered: ``pattern`` holds {number} and may hold {year}."""

    numbering: MinuteNumbering
    pattern: str
    capital_titles: bool
    initials_on_each_leaf: bool


class StampPlace(StrEnum):
    """Where a stamp stands on the page as seen."""

    FOOT_CENTRE = "foot_centre"
    FOOT_RIGHT = "foot_right"
    HEAD_RIGHT = "head_right"
    HEAD_CENTRE = "head_centre"


@dataclass(frozen=True, slots=True)
class Stamps:
    """The page and item stamps. Units: millimetres from the page edge, points for type.

    ``keep_clear`` is the band a stamp needs to itself; where a page has ink in it and ``shrink``
    is on, the page is made smaller until the band is free.
    """

    page_place: StampPlace
    item_place: StampPlace
    size: float
    edge: float
    keep_clear: float
    shrink: bool


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The sheet our own documents are drawn on. Units: millimetres."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float


@dataclass(frozen=True, slots=True)
class Typography:
    """Fonts of our own documents: ``family`` is the PDF's, ``word_family`` the DOCX's; points."""

    family: str
    word_family: str
    body: float
    leading: float
    title: float
    heading: float
    small: float


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """One council's way of setting out its papers."""

    name: str
    title: str
    language: str
    long_date: str  # a pattern, see ``wording.py``
    minutes_date: str  # the date in the heading of the minutes
    clock: str
    notices_on_new_page: bool
    agenda_table_headings: bool
    withheld_papers: WithheldPlace  # where packs have them, unless a meeting says otherwise
    words: Words
    minutes: MinutesWords
    supplement: SupplementWords
    minute_scheme: MinuteScheme
    stamps: Stamps
    page: PageSetup
    type: Typography
    deadlines: tuple[tuple[DeadlineKind, int], ...]  # working days before the last day to publish
    standing_items: tuple[StandingItem, ...]
    private: PrivateWords
