"""Office files changed at random are made ready or refused; nothing else ever happens."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.office.preparing import prepare_open_document, prepare_word
from scrutiny_app.domain.errors import PaperRefused
from tests.documents.intake.hostile import fuzzed, put
from tests.documents.intake.office import office_files as made
from tests.documents.intake.office.test_markup import HIDING, MARKED, OPEN_MARKED, STYLES

QUICK, WHOLE = 120, 5000


def seeds() -> list[bytes]:
    """One file of each make, with everything in it that is looked for."""
    return [
        made.docx(
            "".join(body for body, *_ in MARKED.values()) + made.linked_picture(),
            styles=STYLES,
            links=made.external("image", "http://pictures.example/map.png"),
        ),
        made.odt("".join(body for body, *_ in OPEN_MARKED.values()), styles=HIDING),
    ]


def rearranged(data: bytes, number: int) -> bytes:
    """The archive with some elements of its parts removed, moved or stripped."""
    choose = random.Random(number)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(choose.randint(1, 4)):
        name = choose.choice([one for one in parts if one.endswith((".xml", ".rels"))])
        root = etree.fromstring(parts[name])
        element = choose.choice([root, *root.iterdescendants()])
        if element is root:
            del parts[name]
            continue
        match choose.randrange(3):
            case 0:
                element.getparent().remove(element)
            case 1:
                root.append(element)
            case _:
                element.attrib.clear()
        parts[name] = etree.tostring(root)
    return made.zipped(parts)


def campaign(folder: Path, count: int) -> dict[str, int]:
    """Make ``count`` changed files ready; return how many were and how many were refused."""
    whole = seeds()
    tally = {"ready": 0, "refused": 0}
    for number in range(count):
        seed = whole[number % len(whole)]
        data = (fuzzed if number % 3 == 0 else rearranged)(seed, number)
        prepare = prepare_word if seed is whole[0] else prepare_open_document
        path = put(folder, data, "fuzzed")
        try:
            prepare(path, folder / "out", Limits(), Findings(), final=number % 4 > 0)
            tally["ready"] += 1
        except PaperRefused:
            tally["refused"] += 1
    return tally


@pytest.mark.parametrize("count", [QUICK, pytest.param(WHOLE, marks=pytest.mark.slow)])
def test_changed_files_are_made_ready_or_refused(count: int, tmp_path: Path) -> None:
    tally = campaign(tmp_path, count)
    assert tally["ready"] > 0
    assert tally["refused"] > 0
