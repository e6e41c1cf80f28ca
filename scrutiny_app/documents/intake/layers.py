"""Layers that can be switched off, and what becomes of them when a paper is bound.

A pack cannot switch layers: bound, every layer shows. So a layer that is off and drawn with
refuses the paper, rather than to bring to light what its author meant to hide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.page_marks import annotations_of
from scrutiny_app.documents.intake.text import one_line
from scrutiny_app.domain.errors import PaperRefused

_LONGEST_NAME = 60
_NAMELESS = "without a name"


def refuse_hidden_layers(pdf: Pdf, pages: Sequence[Page], findings: Findings) -> None:
    """Return quietly when every layer the pages draw with is switched on.

    Raises:
        PaperRefused: names a layer that is off.
    """
    catalogue = pdf.Root.get(Name.OCProperties)
    if not isinstance(catalogue, Dictionary):
        return
    hidden = _switched_off(catalogue)
    for layer in _layers_drawn_with(pdf, pages):
        name = _hidden_name(layer, hidden)
        if name is not None:
            raise PaperRefused(
                f"its layer “{name}” is switched off, and bound into a pack it would show. "
                "Ask its author for a copy without layers (in Acrobat: Flatten Layers)."
            )
    findings.took_out("layer switches")
    if hidden:
        findings.hidden_layers = True
        findings.warn(
            "The paper names layers that are switched off but draws nothing with them. "
            "Look through its pages before the pack goes out."
        )


def _switched_off(catalogue: Object) -> dict[tuple[int, int], str]:
    """Return the layers that do not show when the file is opened: object number to name."""
    setting = catalogue.get(Name.D)
    if not isinstance(setting, Dictionary):
        setting = Dictionary()
    layers = _dictionaries(catalogue.get(Name.OCGs))
    off = {each.objgen for each in _dictionaries(setting.get(Name.OFF))}
    if setting.get(Name.BaseState) == Name.OFF:
        on = {each.objgen for each in _dictionaries(setting.get(Name.ON))}
        off |= {each.objgen for each in layers} - on
    off |= {each.objgen for each in layers if _hidden_on_screen(each)}
    named = {each.objgen: _name(each) for each in layers}
    return {objgen: named.get(objgen, _NAMELESS) for objgen in off}


def _hidden_on_screen(layer: Object) -> bool:
    """Whether a layer is meant for paper only, or for no reader at all."""
    usage = layer.get(Name.Usage)
    view = usage.get(Name.View) if isinstance(usage, Dictionary) else None
    return isinstance(view, Dictionary) and view.get(Name.ViewState) == Name.OFF


def _layers_drawn_with(pdf: Pdf, pages: Sequence[Page]) -> Iterator[Object]:
    """Yield every layer, or rule over layers, that content or an annotation refers to."""
    for scope in pdf.content_scopes():
        yield from _of(scope.content)
        if scope.resources is None:
            continue
        for thing in scope.resources.get_dict(Name.XObject, {}).values():
            yield from _of(thing)
        for thing in scope.resources.get_dict(Name.Properties, {}).values():
            if isinstance(thing, Dictionary):
                yield thing
    for page in pages:
        for annotation in annotations_of(page):
            yield from _of(annotation)


def _of(thing: object) -> Iterator[Object]:
    """Yield the layer a picture, form or annotation belongs to, if any."""
    if isinstance(thing, Dictionary | Stream):
        layer = thing.get(Name.OC)
        if isinstance(layer, Dictionary):
            yield layer


def _hidden_name(layer: Object, hidden: dict[tuple[int, int], str]) -> str | None:
    """Return the name to show when the layer, or a rule over layers, hides what it marks."""
    if layer.objgen in hidden:
        return hidden[layer.objgen]
    if layer.get(Name.Type) != Name.OCMD:
        return None
    members = layer.get(Name.OCGs)
    for member in [members] if isinstance(members, Dictionary) else _dictionaries(members):
        if member.objgen in hidden:
            return hidden[member.objgen]
    # These rules can show content because a layer is off, or hide it because one is on
    unusual = "/VE" in layer or layer.get(Name.P) in (Name.AllOff, Name.AnyOff)
    return "that depends on others" if unusual else None


def _name(layer: Object) -> str:
    """The layer's name for the officer."""
    return one_line(layer.get_str(Name.Name, ""))[:_LONGEST_NAME] or _NAMELESS


def _dictionaries(value: object) -> list[Object]:
    """The dictionaries in an array; none when it is not an array."""
    if not isinstance(value, Array):
        return []
    return [each for each in value if isinstance(each, Dictionary)]
