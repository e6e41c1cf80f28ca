"""The language of a template, cut down to what a letterhead needs: fields, loops, conditions.

A template is an outsider's program. Jinja's sandbox keeps it from Python's insides; what is left
out here keeps it from running for ever or filling the memory.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import date, time
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateRuntimeError, nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.sandbox import ImmutableSandboxedEnvironment

from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.wording import clock_time, long_date

DEEPEST = 3  # loops within loops; with more, a small file could run for days
_FILTERS = ("default", "first", "join", "last", "length", "lower", "title", "trim", "upper")
# No "set", whose values can double and double; no sums, no calls, no lists written out
_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.CondExpr),
    *(nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const, nodes.Filter, nodes.Test),
    *(nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand, nodes.Concat),
)
_WORDS = {
    nodes.Assign: '"set"',
    nodes.AssignBlock: '"set"',
    nodes.Call: "a call with brackets",
    nodes.Include: '"include"',
    nodes.Import: '"import"',
    nodes.Macro: '"macro"',
}


class TemplateLanguage(ImmutableSandboxedEnvironment):
    """Jinja with strict undefined names, escaped values, and the filters longdate and clock."""

    def __init__(self, style: HouseStyle) -> None:
        def longdate(value: object) -> str:
            if not isinstance(value, date):
                raise TemplateRuntimeError("longdate is for dates")
            return long_date(value, style.long_date)

        def clock(value: object) -> str:
            if not isinstance(value, time):
                raise TemplateRuntimeError("clock is for times of day")
            return clock_time(value, style.clock)

        def shown(value: object) -> object:
            """Print a day or a time as the house style does, and nothing for None."""
            if isinstance(value, date):
                return long_date(value, style.minutes_date)
            if isinstance(value, time):
                return clock_time(value, style.clock)
            return "" if value is None else value

        self.style = style
        super().__init__(undefined=StrictUndefined, autoescape=True, finalize=shown)
        self.globals.clear()
        kept = {name: FILTERS[name] for name in _FILTERS}
        self.filters = {**kept, "longdate": longdate, "clock": clock}
        self.tests = {"defined": self.tests["defined"]}

    def from_string(
        self,
        source: str | nodes.Template,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  Jinja's name
        template_class: type[Template] | None = None,
    ) -> Template:
        """Compile a template, after a look at everything that it would do.

        Raises:
            SecurityError: it does more than name fields, loop over them and choose.
        """
        refuse_more(self.parse(source) if isinstance(source, str) else source)
        return super().from_string(source, globals, template_class)


def refuse_more(tree: nodes.Node, depth: int = 0) -> None:
    """Refuse what a template does beyond fields, loops and conditions.

    Raises:
        SecurityError: naming what it is.
    """
    if not isinstance(tree, _ALLOWED):
        what = _WORDS.get(type(tree), type(tree).__name__)
        raise SecurityError(f"{what} may not stand in a template")
    if isinstance(tree, nodes.For):
        depth += 1
        if tree.recursive or depth > DEEPEST:
            raise SecurityError(f"more than {DEEPEST} loops stand within each other")
    for child in tree.iter_child_nodes():
        refuse_more(child, depth)
