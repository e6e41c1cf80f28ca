"""The house styles that ship, read from ``resources/house-styles/*.toml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from scrutiny_app.domain.agenda import ItemKind
from scrutiny_app.domain.deadlines import DeadlineKind
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.house_style import (
    HouseStyle,
    MinuteNumbering,
    MinuteScheme,
    MinutesWords,
    PageSetup,
    PrivateWords,
    StampPlace,
    Stamps,
    SupplementWords,
    Typography,
    Words,
)
from scrutiny_app.domain.paper import WithheldPlace
from scrutiny_app.domain.standing_items import StandingItem, StandingPlace
from scrutiny_app.domain.wording import DATE_FIELDS, TIME_FIELDS
from scrutiny_app.rulebook.shipped_section import ShippedSection, read_shipped, shipped_file

FORMAT = 1


def house_style_names() -> tuple[str, ...]:
    """Return the names of the styles that ship, in alphabetical order."""
    return tuple(sorted(path.stem for path in shipped_file("house-styles").glob("*.toml")))


@cache
def house_style(name: str) -> HouseStyle:
    """Return a house style by its name ("neutral", "nottingham").

    Raises:
        NotFound: there is no such style.
        WrongInput: its file lacks a key, or has one that is not known.
    """
    names = house_style_names()
    if name not in names:
        known = " and ".join(f'"{one}"' for one in names)
        raise NotFound(f'There is no house style called "{name}". There are {known}.')
    return read_house_style(shipped_file("house-styles", f"{name}.toml"))


def read_house_style(path: Path) -> HouseStyle:
    """Read a house style from its file; the file's name is the style's.

    Raises:
        WrongInput: a key is missing, not known, or holds what it cannot; the sentence names the
            file, the table and the key.
    """
    whole = read_shipped(path)
    if whole.needed_number("format") != FORMAT:
        raise whole.wrong(f'"format" must be {FORMAT}')
    style = HouseStyle(
        name=path.stem,
        title=whole.required_text("title"),
        language=whole.required_text("language"),
        long_date=whole.phrase("long_date", *sorted(DATE_FIELDS)),
        minutes_date=whole.phrase("minutes_date", *sorted(DATE_FIELDS)),
        clock=whole.phrase("clock", *sorted(TIME_FIELDS)),
        notices_on_new_page=whole.needed_flag("notices_on_new_page"),
        agenda_table_headings=whole.needed_flag("agenda_table_headings"),
        withheld_papers=whole.needed_choice("withheld_papers", WithheldPlace),
        words=_words(whole.needed_section("words")),
        minutes=_minutes_words(whole.needed_section("minutes")),
        supplement=_supplement_words(whole.needed_section("supplement")),
        minute_scheme=_minute_scheme(whole.needed_section("minute_scheme")),
        stamps=_stamps(whole.needed_section("stamps")),
        page=_page(whole.needed_section("page")),
        type=_typography(whole.needed_section("type")),
        deadlines=_deadlines(whole.needed_section("deadlines")),
        standing_items=tuple(_standing(one) for one in whole.needed_sections("standing_items")),
        private=_private_words(whole.needed_section("not_for_publication")),
    )
    whole.finish()
    return style


def _words(section: ShippedSection) -> Words:
    read = Words(
        pack_label=section.phrase("pack_label"),
        summons=section.phrase("summons"),
        blank_page=section.phrase("blank_page"),
        page_stamp=section.phrase("page_stamp", "number", needs="number"),
        item_stamp=section.phrase("item_stamp", "number", needs="number"),
        page_range=section.phrase("page_range", "first", "last", needs="first"),
        report_of=section.phrase("report_of", "author", needs="author"),
        date_label=section.phrase("date_label"),
        time_label=section.phrase("time_label"),
        place_label=section.phrase("place_label"),
        telephone_label=section.phrase("telephone_label"),
        number_heading=section.phrase("number_heading"),
        item_heading=section.phrase("item_heading"),
        pages_heading=section.phrase("pages_heading"),
        front_sheet=section.phrase("front_sheet"),
        to_follow=section.phrase("to_follow"),
        exempt_line=section.phrase("exempt_line", "paragraphs", needs="paragraphs"),
        confidential_line=section.phrase("confidential_line"),
        unnamed_officer=section.phrase("unnamed_officer"),
        notices=section.phrases("notices", "officer_role", "council"),
    )
    section.finish()
    return read


def _minutes_words(section: ShippedSection) -> MinutesWords:
    texts = section.needed_section("item_texts")
    read = MinutesWords(
        heading=section.phrase("heading", "place", "date", "start", "end"),
        membership=section.phrase("membership"),
        present=section.phrase("present"),
        absent=section.phrase("absent"),
        in_attendance=section.phrase("in_attendance"),
        none=section.phrase("none"),
        points_highlighted=section.phrase("points_highlighted"),
        points_raised=section.phrase("points_raised"),
        resolved=section.phrase("resolved"),
        chair_signature=section.phrase("chair_signature"),
        date_signature=section.phrase("date_signature"),
        initials=section.phrase("initials"),
        to_fill=section.phrase("to_fill"),
        adjournment=section.phrase("adjournment", "adjourned_at", "reason", "resumed_at"),
        urgency=section.phrase("urgency", "reason", needs="reason"),
        apology_reasons=section.texts("apology_reasons"),
        item_texts=tuple(
            (kind.value, texts.phrase(kind.value)) for kind in ItemKind if kind.value in texts
        ),
    )
    texts.finish()
    section.finish()
    return read


def _supplement_words(section: ShippedSection) -> SupplementWords:
    read = SupplementWords(
        label=section.phrase("label", "number", needs="number"),
        full_label=section.phrase("full_label", "number", needs="number"),
        intro=section.phrase("intro", "date", "page"),
        page=section.phrase("page", "first", needs="first"),
        pages=section.phrase("pages", "first", "last", needs="first"),
        paper_heading=section.phrase("paper_heading"),
        followed=section.phrase("followed"),
        late=section.phrase("late"),
        replaced=section.phrase("replaced", "pages", needs="pages"),
        opened=section.phrase("opened"),
        withdrawn=section.phrase("withdrawn", "title", "pages", needs="title"),
        withheld_paper=section.phrase("withheld_paper"),
        changes_heading=section.phrase("changes_heading"),
        collation_heading=section.phrase("collation_heading"),
        insert=section.phrase("insert", "pages", "after", needs="pages"),
        exchange=section.phrase("exchange", "out", "pages", needs="pages"),
        take_out=section.phrase("take_out", "out", needs="out"),
        reading_copy=section.phrase("reading_copy", "number"),
    )
    section.finish()
    return read


def _private_words(section: ShippedSection) -> PrivateWords:
    read = PrivateWords(
        full_label=section.phrase("full_label"),
        full_minutes_label=section.phrase("full_minutes_label"),
        exempt_mark=section.phrase("exempt_mark", "paragraphs", needs="paragraphs"),
        confidential_mark=section.phrase("confidential_mark"),
        reason=section.phrase("reason", "reason", needs="reason"),
        skipped_pages=section.phrase("skipped_pages", "pages", needs="pages"),
        withheld_pages=section.phrase("withheld_pages", "pages", needs="pages"),
        exempt_item=section.phrase(
            "exempt_item", "number", "title", "paragraphs", needs="paragraphs"
        ),
        confidential_item=section.phrase("confidential_item", "number", "title", needs="number"),
        exclusion_purpose=section.phrase("exclusion_purpose", "items", needs="items"),
        exclusion_resolution=section.phrase(
            "exclusion_resolution", "items", "descriptions", needs="descriptions"
        ),
        confidential_exclusion=section.phrase("confidential_exclusion", "items", needs="items"),
        exempt_minutes_purpose=section.phrase("exempt_minutes_purpose"),
    )
    section.finish()
    return read


def _minute_scheme(section: ShippedSection) -> MinuteScheme:
    read = MinuteScheme(
        numbering=section.needed_choice("numbering", MinuteNumbering),
        pattern=section.phrase("pattern", "number", "year", needs="number"),
        capital_titles=section.needed_flag("capital_titles"),
        initials_on_each_leaf=section.needed_flag("initials_on_each_leaf"),
    )
    section.finish()
    return read


def _stamps(section: ShippedSection) -> Stamps:
    read = Stamps(
        page_place=section.needed_choice("page_place", StampPlace),
        item_place=section.needed_choice("item_place", StampPlace),
        size=section.measure("size"),
        edge=section.measure("edge"),
        keep_clear=section.measure("keep_clear"),
        shrink=section.needed_flag("shrink"),
    )
    section.finish()
    return read


def _page(section: ShippedSection) -> PageSetup:
    read = PageSetup(
        width=section.measure("width"),
        height=section.measure("height"),
        top=section.measure("top"),
        right=section.measure("right"),
        bottom=section.measure("bottom"),
        left=section.measure("left"),
    )
    section.finish()
    return read


def _typography(section: ShippedSection) -> Typography:
    read = Typography(
        family=section.required_text("family"),
        word_family=section.required_text("word_family"),
        body=section.measure("body"),
        leading=section.measure("leading"),
        title=section.measure("title"),
        heading=section.measure("heading"),
        small=section.measure("small"),
    )
    section.finish()
    return read


def _deadlines(section: ShippedSection) -> tuple[tuple[DeadlineKind, int], ...]:
    names = section.names()
    planned = (DeadlineKind.DRAFT_REPORTS, DeadlineKind.BRIEFING, DeadlineKind.FINAL_REPORTS)
    read = tuple((kind, section.needed_number(kind.value)) for kind in planned if kind in names)
    section.finish()
    return read


def _standing(section: ShippedSection) -> StandingItem:
    read = StandingItem(
        title=section.required_text("title"),
        kind=section.needed_choice("kind", ItemKind),
        place=section.needed_choice("place", StandingPlace),
        purpose=section.phrase("purpose", "previous_meeting") if "purpose" in section else "",
    )
    section.finish()
    return read
