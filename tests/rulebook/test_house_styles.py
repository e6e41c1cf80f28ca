from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_app.domain.agenda import ItemKind
from scrutiny_app.domain.errors import InstallationUnsound, NotFound, WrongInput
from scrutiny_app.domain.house_style import MinuteNumbering
from scrutiny_app.resource_files import resource
from scrutiny_app.rulebook.house_styles import house_style, house_style_names, read_house_style
from scrutiny_app.rulebook.law_files import law_file
from scrutiny_app.rulebook.shipped_section import ShippedSection, shipped_file

TEXT = resource("house-styles", "neutral.toml").read_text(encoding="utf-8")


def read_with(folder: Path, old: str, new: str) -> None:
    """Read the neutral style after one change to its file."""
    assert old in TEXT
    path = folder / "ours.toml"
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    read_house_style(path)


def test_two_styles_ship() -> None:
    assert house_style_names() == ("neutral", "nottingham")


@pytest.mark.parametrize("name", house_style_names())
def test_a_style_that_ships_is_legible_and_whole(name: str) -> None:
    style = house_style(name)
    assert style.name == name
    assert style.type.body >= 12
    assert style.type.small >= 10
    assert style.stamps.edge + style.stamps.size * 25.4 / 72 <= style.stamps.keep_clear
    assert style.minute_scheme.numbering is MinuteNumbering.MUNICIPAL_YEAR
    said = dict(style.minutes.item_texts)
    assert {line.kind.value for line in style.standing_items} <= set(said)
    assert all("{" not in text for text in said.values())


def test_the_nottingham_like_style_writes_as_that_council_does() -> None:
    style = house_style("nottingham")
    assert style.words.pack_label == "Public Document Pack"
    assert style.words.page_range.format(first=9, last=52) == "9 - 52"
    assert style.words.item_stamp.format(number=4) == "Agenda Item 4"
    assert style.words.blank_page == "This page is intentionally left blank"
    assert (style.notices_on_new_page, style.minute_scheme.capital_titles) == (True, True)
    assert style.minutes.resolved == "Resolved to:"


def test_a_style_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(NotFound, match='There are "neutral" and "nottingham"'):
        house_style("gothic")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('pack_label = "Public agenda pack"', "", r'\[words\]: "pack_label" is missing'),
        ('pack_label = "', 'pack_lable = "', r'"pack_label" is missing'),
        ("[words]\n", '[words]\ncolour = "red"\n', r'\[words\]: "colour" is not a key'),
        ("format = 1", "format = 2", '"format" must be 1'),
        ("format = 1\n", "", '"format" is missing'),
        ("format = 1", "format = ", "not written as TOML"),
        ("shrink = true", "", r'\[stamps\]: "shrink" is missing'),
        ("shrink = true", 'shrink = "yes"', '"shrink" must be true or false'),
        ("body = 12", "body = 0", '"body" must be a number above 0'),
        ("body = 12", "body = true", '"body" must be a number above 0'),
        ("body = 12", "", r'\[type\]: "body" is missing'),
        ('page_place = "foot_centre"', 'page_place = "left"', 'page_place = "left" is not known'),
        ('page_place = "foot_centre"', "", '"page_place" is missing'),
        ('page_stamp = "Page {number}"', 'page_stamp = "Page"', "must hold {number}"),
        ('"Page {number}"', '"Page {nmber}"', "holds {nmber}; {number} may stand"),
        ('"Page {number}"', '"Page {number"', "brace without its pair"),
        ('"Public agenda pack"', '"Pack of {council}"', "nothing may stand in braces"),
        ("{council} asks everyone", "{concil} asks everyone", '"notices 3" holds {concil}'),
        ("notices = [", 'notices = ""\nold = [', '"notices" must be a list of texts'),
        ('interests = "There', 'interest = "There', '"interest" is not a key'),
        ("[minute_scheme]", "[minutes_scheme]", '"minute_scheme" is missing'),
        ("[stamps]", "[stomps]", '"stamps" is missing'),
        ("[[standing_items]]\n", "[[standing_itms]]\n", '"standing_itms" is not a key'),
        ('kind = "apologies"', 'kind = "apology"', r"\[\[standing_items\]\] 1: kind"),
    ],
)
def test_a_fault_in_a_style_names_the_file_the_table_and_the_key(
    tmp_path: Path, old: str, new: str, fault: str
) -> None:
    with pytest.raises(WrongInput, match=fault) as caught:
        read_with(tmp_path, old, new)
    assert str(caught.value).startswith("ours.toml")


def test_a_word_where_a_table_should_be_is_refused() -> None:
    section = ShippedSection({"words": "none", "items": "none", "places": []}, "all", "ours.toml")
    with pytest.raises(WrongInput, match='"words" must be a table'):
        section.needed_section("words")
    with pytest.raises(WrongInput, match='"items" must be a list of tables'):
        list(section.needed_sections("items"))
    with pytest.raises(WrongInput, match='"places" must list one or more of apologies'):
        section.needed_choices("places", ItemKind)


def test_an_installation_without_its_resources_is_unsound() -> None:
    with pytest.raises(InstallationUnsound, match="Install the program again"):
        shipped_file("house-styles", "nowhere.toml")
    with pytest.raises(InstallationUnsound, match="nowhere"):
        law_file("nowhere.toml")
