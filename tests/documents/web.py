"""Reads a web page as a screen reader would: its language, headings, tables and links."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "img", "link", "input", "hr"}


@dataclass
class SeenPage(HTMLParser):
    """What was found in a page; ``parse`` fails where a tag is not closed in order."""

    lang: str = ""
    title: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    heads: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    words: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, dict[str, str], list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes |= set(held)
        if tag == "html":
            self.lang = held.get("lang", "")
        if tag not in VOID:
            self._open.append((tag, held, []))

    def handle_data(self, data: str) -> None:
        if any(tag == "style" for tag, _, _ in self._open):
            return
        self.words += data
        for _, _, texts in self._open:
            texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        opened, held, texts = self._open.pop()
        assert opened == tag, f"<{opened}> is closed by </{tag}>"
        text = "".join(texts)
        if tag == "title":
            self.title = text
        elif tag == "caption":
            self.captions.append(text)
        elif tag == "th":
            self.heads.append((held.get("scope", ""), text))
        elif tag == "a":
            self.links.append((held["href"], text))
        elif tag[0] == "h" and tag[1:].isdigit():
            self.headings.append((int(tag[1:]), text))


def seen_page(html: str) -> SeenPage:
    """Read a whole page."""
    page = SeenPage()
    page.feed(html)
    page.close()
    assert page._open == []
    return page
