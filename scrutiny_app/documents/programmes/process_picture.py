"""How topics are chosen, drawn as a flow chart from the method's own data."""

from __future__ import annotations

from collections.abc import Iterator

from scrutiny_app.documents.blocks import Figure
from scrutiny_app.documents.colours import INK, QUIET, TINT
from scrutiny_app.documents.shapes import Anchor, Box, Label, Shape, Stroke
from scrutiny_app.domain.programme.prioritisation import Gate, OutcomeRule, PrioritisationMethod

_WIDTH = 480.0
_MAIN_X, _MAIN_WIDTH = 0.0, 268.0
_SIDE_X = 332.0
_SIDE_WIDTH = _WIDTH - _SIDE_X
_MIDDLE = _MAIN_X + _MAIN_WIDTH / 2
_GATE, _GAP = 34.0, 17.0
_TYPE, _SMALL = 10.0, 9.5
_LINE = 14.0
_PADDING = 9.0
_ROUND = 12.0


def process_picture(method: PrioritisationMethod) -> Figure:
    """Return a method as a flow chart: gates downwards, where each ends, then the scores."""
    flow = _Flow()
    flow.start("A topic is suggested")
    for gate in method.gates:
        if not gate.last:
            flow.gate(gate)
    if method.criteria:
        flow.scores(method)
        flow.outcomes(method.rules)
    for gate in method.gates:
        if gate.last:
            flow.gate(gate, after="if it is accepted")
    flow.end("It goes into the work programme")
    return Figure(_WIDTH, flow.depth, tuple(flow.shapes), _alt(method))


def process_steps(method: PrioritisationMethod) -> tuple[str, ...]:
    """Return the same process as sentences, in order; what the picture shows, in words."""
    return tuple(_steps(method))


def _alt(method: PrioritisationMethod) -> str:
    return f"Flow chart of {method.name}. " + " ".join(
        f"{number}. {step}" for number, step in enumerate(process_steps(method), start=1)
    )


def _steps(method: PrioritisationMethod) -> Iterator[str]:
    for gate in method.gates:
        if not gate.last:
            yield _gate_step(gate)
    if method.criteria:
        how = "the weighted mean of" if method.averaged else "the sum of"
        named = "; ".join(f"{one.name} {one.lowest} to {one.highest}" for one in method.criteria)
        yield f"Score each criterion and take {how} the scores: {named}."
        yield "Then: " + "; ".join(_rule_words(rule) for rule in method.rules) + "."
    for gate in method.gates:
        if gate.last:
            yield f"If it is accepted so far: {_gate_step(gate)}"


def _gate_step(gate: Gate) -> str:
    answer, other = ("yes", "no") if gate.stops_on else ("no", "yes")
    return (
        f"{gate.question} If {answer}: {gate.outcome}, because {gate.because}. If {other}: go on."
    )


def _rule_words(rule: OutcomeRule) -> str:
    return f"{rule.tells}: {rule.outcome}"


class _Flow:
    """A flow chart growing downwards."""

    def __init__(self) -> None:
        self.shapes: list[Shape] = []
        self.depth = 0.0
        self._way_on = ""  # the answer that leads from the last shape to the next

    def start(self, text: str) -> None:
        """Draw where it begins."""
        self._rounded(text)

    def end(self, text: str) -> None:
        """Draw where it ends well."""
        self._arrow_down()
        self._rounded(text)

    def gate(self, gate: Gate, after: str = "") -> None:
        """Draw a question, its way out to the side and its way on."""
        self._way_on = after or self._way_on
        self._arrow_down()
        top = self.depth
        self._box(_MAIN_X, top, _MAIN_WIDTH, _GATE, gate.question)
        middle = top + _GATE / 2
        out = "Yes" if gate.stops_on else "No"
        self.shapes += [
            Stroke(((_MAIN_X + _MAIN_WIDTH, middle), (_SIDE_X, middle)), QUIET, arrow=True),
            Label(
                (_MAIN_X + _MAIN_WIDTH + _SIDE_X) / 2,
                middle - _LINE / 2,
                out,
                _SMALL,
                bold=True,
                anchor=Anchor.MIDDLE,
            ),
        ]
        said = gate.outcome.value.capitalize()
        self.shapes.append(Box(_SIDE_X, top, _SIDE_WIDTH, _GATE, TINT, QUIET, corner=_ROUND / 2))
        self.shapes.append(
            Label(
                _SIDE_X + _SIDE_WIDTH / 2,
                middle,
                said,
                _TYPE,
                bold=True,
                anchor=Anchor.MIDDLE,
                width=_SIDE_WIDTH - _PADDING,
            )
        )
        self.depth = top + _GATE
        self._way_on = "No" if gate.stops_on else "Yes"

    def scores(self, method: PrioritisationMethod) -> None:
        """Draw the criteria in one box."""
        self._arrow_down()
        top = self.depth
        height = _LINE * (len(method.criteria) + 1) + 2 * _PADDING
        self.shapes.append(Box(_MAIN_X, top, _WIDTH, height))
        self._label_left("Score each of these", top + _PADDING + _LINE / 2, bold=True)
        for number, one in enumerate(method.criteria, start=1):
            middle = top + _PADDING + _LINE * (number + 0.5)
            self._label_left(f"{one.name}: {one.question}", middle)
            self.shapes.append(
                Label(
                    _WIDTH - _PADDING,
                    middle,
                    f"{one.lowest} to {one.highest}",
                    _SMALL,
                    anchor=Anchor.END,
                )
            )
        self.depth = top + height

    def outcomes(self, rules: tuple[OutcomeRule, ...]) -> None:
        """Draw what the scores come to, side by side."""
        self._arrow_down()
        top = self.depth
        gap = 8.0
        width = (_WIDTH - gap * (len(rules) - 1)) / len(rules)
        height = _GATE + _LINE
        for place, rule in enumerate(rules):
            x = place * (width + gap)
            self.shapes.append(Box(x, top, width, height, TINT, QUIET, corner=_ROUND / 2))
            for text, share, bold in (
                (rule.outcome.value.capitalize(), 0.25, True),
                (rule.tells, 0.66, False),
            ):
                self.shapes.append(
                    Label(
                        x + width / 2,
                        top + height * share,
                        text,
                        _TYPE if bold else _SMALL,
                        bold=bold,
                        anchor=Anchor.MIDDLE,
                        width=width - _PADDING,
                    )
                )
        self.depth = top + height
        self._way_on = "if it is accepted"

    def _rounded(self, text: str) -> None:
        height = _GATE * 0.72
        self.shapes.append(
            Box(_MAIN_X, self.depth, _MAIN_WIDTH, height, INK, INK, corner=height / 2)
        )
        self.shapes.append(
            Label(
                _MIDDLE,
                self.depth + height / 2,
                text,
                _TYPE,
                bold=True,
                colour="ffffff",
                anchor=Anchor.MIDDLE,
            )
        )
        self.depth += height

    def _arrow_down(self) -> None:
        top = self.depth
        self.depth = top + _GAP
        self.shapes.append(Stroke(((_MIDDLE, top), (_MIDDLE, self.depth)), QUIET, arrow=True))
        if self._way_on:
            self.shapes.append(
                Label(_MIDDLE + _PADDING, top + _GAP / 2, self._way_on, _SMALL, bold=True)
            )
        self._way_on = ""

    def _box(self, x: float, y: float, width: float, height: float, text: str) -> None:
        self.shapes.append(Box(x, y, width, height))
        self.shapes.append(
            Label(
                x + width / 2,
                y + height / 2,
                text,
                _TYPE,
                anchor=Anchor.MIDDLE,
                width=width - 2 * _PADDING,
            )
        )

    def _label_left(self, text: str, middle: float, *, bold: bool = False) -> None:
        self.shapes.append(Label(_MAIN_X + _PADDING, middle, text, _SMALL, bold=bold))
