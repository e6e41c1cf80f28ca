"""The text of one page and the boxes of its characters: what is under the mouse, what is marked."""

from __future__ import annotations

from dataclasses import dataclass

from scrutiny_app.ui.viewer.shown_document import Fields, PageLink, read_link

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PageWords:
    """A page's text; ``edges`` are four tenths of a point a character: left, top, right, bottom."""

    text: str
    edges: tuple[int, ...]
    links: tuple[PageLink, ...]

    def nearest(self, x: float, y: float) -> int:
        """Return the character nearest to a place in points, -1 on a page without text.

        A line counts as nearer than a letter: below the end of a line it is the line's last.
        """
        x, y = x * 10, y * 10
        best, least = -1, float("inf")
        edges = self.edges
        for at in range(len(self.text)):
            left, top, right, bottom = edges[4 * at : 4 * at + 4]
            if left == right:
                continue
            beside = left - x if x < left else x - right if x > right else 0
            above = top - y if y < top else y - bottom if y > bottom else 0
            distance = beside + 8 * above
            if distance < least:
                best, least = at, distance
        return best

    def word_at(self, place: int) -> tuple[int, int]:
        """Return start and end of the word around a character."""
        start = end = place
        while start > 0 and self._in_word(start - 1):
            start -= 1
        while end < len(self.text) and self._in_word(end):
            end += 1
        return start, max(end, place + 1)

    def boxes(self, start: int, end: int) -> list[Box]:
        """Return the boxes of a stretch of text in points, one for each line."""
        lines: list[list[int]] = []
        for at in range(max(0, start), min(end, len(self.text))):
            box = list(self.edges[4 * at : 4 * at + 4])
            if box[0] == box[2]:
                continue
            if lines and _same_line(lines[-1], box):
                lines[-1] = _around(lines[-1], box)
            else:
                lines.append(box)
        return [(b[0] / 10, b[1] / 10, b[2] / 10, b[3] / 10) for b in lines]

    def link_at(self, x: float, y: float) -> PageLink | None:
        """Return the link at a place in points, if there is one."""
        for link in self.links:
            left, top, right, bottom = link.box
            if left <= x <= right and top <= y <= bottom:
                return link
        return None

    def words_of(self, link: PageLink) -> str:
        """Return the text that a link lies over."""
        left, top, right, bottom = (edge * 10 for edge in link.box)
        edges = self.edges
        inside = [
            letter
            for at, letter in enumerate(self.text)
            if left <= (edges[4 * at] + edges[4 * at + 2]) / 2 <= right
            and top <= (edges[4 * at + 1] + edges[4 * at + 3]) / 2 <= bottom
        ]
        return " ".join("".join(inside).split())

    def _in_word(self, place: int) -> bool:
        letter = self.text[place]
        return letter.isalnum() or letter in "'\N{RIGHT SINGLE QUOTATION MARK}-"


def read_words(told: Fields) -> PageWords:
    """Read the child's answer to "read"."""
    links = tuple(read_link(link) for link in told["links"])
    return PageWords(str(told["text"]), tuple(told["boxes"]), links)


def _same_line(line: list[int], box: list[int]) -> bool:
    middle = (box[1] + box[3]) / 2
    return line[1] <= middle <= line[3] and box[0] >= line[0] - 20


def _around(line: list[int], box: list[int]) -> list[int]:
    return [
        min(line[0], box[0]),
        min(line[1], box[1]),
        max(line[2], box[2]),
        max(line[3], box[3]),
    ]
