"""The marks in a page's content by which structure elements own what is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from pikepdf import Dictionary, Name, Object, Stream, parse_content_stream

_PAINTING = "Tj TJ ' \" f F f* B B* b b* S s sh Do"
_MARKING = "BMC BDC EMC"
# With these three, pikepdf gives an inline picture as one instruction
_PICTURES = "BI ID EI"


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in one piece of content.

    ``numbers`` are the marks that elements refer to; ``loose``: something is drawn that is
    neither marked so nor as decoration.
    """

    numbers: frozenset[int]
    loose: bool


def read_marks(content: Object) -> Marks:
    """Read the marks of a page or of a form that pages draw.

    Raises:
        PikepdfError: the content cannot be parsed.

    Source: ISO 32000-1, 14.6 (marked content), 14.8.2.2 (artifacts).
    """
    resources = content.get(Name.Resources, Dictionary())
    numbers: set[int] = set()
    covered = [False]
    loose = False
    for said in parse_content_stream(content, f"{_PAINTING} {_MARKING} {_PICTURES}"):
        operands = said.operands
        match str(said.operator):
            case "BMC":
                covered.append(covered[-1] or operands[0] == Name.Artifact)
            case "BDC":
                number = _number(operands[1], resources)
                if number is not None:
                    numbers.add(number)
                known = number is not None or operands[0] == Name.Artifact
                covered.append(covered[-1] or known)
            case "EMC":
                del covered[max(len(covered) - 1, 1) :]
            case "Do":
                loose = loose or not (covered[-1] or _has_own_marks(operands[0], resources))
            case _:
                loose = loose or not covered[-1]
    return Marks(frozenset(numbers), loose)


def _number(properties: object, resources: Object) -> int | None:
    """Return the number in a mark's properties, written there or among the resources."""
    if isinstance(properties, Name):
        listed = resources.get(Name.Properties)
        properties = listed.get(properties) if isinstance(listed, Dictionary) else None
    number = properties.get(Name.MCID) if isinstance(properties, Dictionary) else None
    return int(number) if isinstance(number, int) else None


def _has_own_marks(name: object, resources: Object) -> bool:
    """Whether what is drawn is a form with a key of its own, so that its marks are read there."""
    listed = resources.get(Name.XObject)
    if not isinstance(listed, Dictionary) or not isinstance(name, Name):
        return False
    form = listed.get(name)
    return isinstance(form, Stream) and Name.StructParents in form
