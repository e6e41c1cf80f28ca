"""Lines that nobody tagged, such as the one that Word draws under a title, become decoration."""

from __future__ import annotations

from pikepdf import (
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Name,
    Object,
    Operator,
    Page,
    Pdf,
    parse_content_stream,
    unparse_content_stream,
)

_BUILDS = frozenset(["m", "l", "h", "re"])
_PAINTS = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"])
# A drawing may be a chart, which somebody has to describe; what is so thin tells nothing
_THIN = 20.0

_Said = list[ContentStreamInstruction | ContentStreamInlineImage]


def mark_bare_lines(pdf: Pdf, page: Page) -> bool:
    """Mark a page's untagged straight lines as artifacts; return whether there were any.

    Only what runs level or upright counts as a line: other drawings stay as they are, and are told
    as something without a tag. Nothing looks different.

    Raises:
        PikepdfError: the content cannot be parsed.

    Source: ISO 14289-1, 7.1 (what is not real content is an artifact); ISO 32000-1, 14.8.2.2.
    """
    made: _Said = []
    drawing: _Said = []
    covered = 0
    found = False
    for said in parse_content_stream(page):
        operator = str(said.operator)
        if operator in {"BMC", "BDC"}:
            covered += 1
        elif operator == "EMC":
            covered = max(0, covered - 1)
        drawing.append(said)
        if operator in _BUILDS:
            continue
        if operator in _PAINTS and not covered and _is_line(drawing[:-1]):
            drawing = [_start(), *drawing, _end()]
            found = True
        made += drawing
        drawing = []
    if found:
        page.obj.Contents = pdf.make_stream(unparse_content_stream([*made, *drawing]))
    return found


def _start() -> ContentStreamInstruction:
    return ContentStreamInstruction([Name.Artifact], Operator("BMC"))


def _end() -> ContentStreamInstruction:
    return ContentStreamInstruction([], Operator("EMC"))


def _is_line(path: _Said) -> bool:
    """Whether a path is one level or upright line, drawn or as a thin box."""
    operators = [str(said.operator) for said in path]
    if operators == ["re"]:
        return _is_thin(*map(_number, list(path[0].operands)[2:]))
    if operators[:2] != ["m", "l"] or any(one != "h" for one in operators[2:]):
        return False
    (x, y), (to_x, to_y) = (map(_number, list(said.operands)) for said in path[:2])
    return _is_thin(to_x - x, to_y - y)


def _is_thin(width: float, height: float) -> bool:
    thin, long = sorted((abs(width), abs(height)))
    return long > 0 and long >= thin * _THIN


def _number(operand: Object) -> float:
    return float(operand)
