"""Nothing under the GPL or AGPL comes with the program, and every package has its notice."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from tests.house_rules import imports_of

CHECKOUT = Path(__file__).parent.parent

# GPL or AGPL only, whatever the package around them says
COPYLEFT = {"fitz", "pymupdf", "PyQt5", "PyQt6", "extract_msg"}
COPYLEFT_QT = {"QtCharts", "QtDataVisualization", "QtGraphs", "QtGraphsWidgets", "QtHttpServer"}
COPYLEFT_QT |= {"QtNetworkAuth", "QtQuick3D", "QtVirtualKeyboard"}
# Not copyleft, but in Addons: 400 MB of what nothing here uses
ADDONS_QT = {"QtPdf", "QtPdfWidgets", "QtWebEngineCore", "QtWebEngineWidgets", "QtWebEngineQuick"}
ADDONS_QT |= {"QtQml", "QtQuick", "QtMultimedia"}
FORBIDDEN = COPYLEFT | {f"PySide6.{module}" for module in COPYLEFT_QT | ADDONS_QT}


def test_no_file_of_ours_imports_a_copyleft_or_forbidden_module() -> None:
    folders = ("scrutiny_app", "packaging", "benchmarks", "tests")
    assert [one for folder in folders for one in imports_of(CHECKOUT / folder, FORBIDDEN)] == []


@pytest.mark.parametrize(
    "line",
    [
        "import fitz",
        "import PyQt6.QtWidgets",
        "from PySide6 import QtCharts",
        "from PySide6.QtGraphs import GraphsView",
        "def late():\n    import extract_msg",
    ],
)
def test_a_planted_import_is_found(line: str, tmp_path: Path) -> None:
    (tmp_path / "agenda.py").write_text(f"import os\n{line}\n", encoding="utf-8")
    assert len(imports_of(tmp_path, FORBIDDEN)) == 1


def test_every_runtime_package_may_be_used_without_the_gpl(notices: ModuleType) -> None:
    packages = notices.runtime_packages(notices.our_requirements())
    assert {"pikepdf", "reportlab", "six"} <= set(packages), "theirs in turn count too"
    assert [p for p in packages if not is_acceptable(notices.notice(p).licence)] == []


@pytest.mark.parametrize(
    "licence",
    [
        "MIT",
        "MPL-2.0",
        "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
        "GNU Lesser General Public License v3 (LGPLv3)",
    ],
)
def test_a_licence_with_one_choice_outside_the_gpl_is_acceptable(licence: str) -> None:
    assert is_acceptable(licence)


@pytest.mark.parametrize(
    "licence",
    [
        "GPL-3.0-or-later",
        "AGPL-3.0-only",
        "MIT AND (GPL-2.0-only)",
        "GNU General Public License v3 (GPLv3)",
        "Dual licensed: GNU Affero GPL 3.0 or a commercial licence",
    ],
)
def test_a_licence_with_no_choice_outside_the_gpl_is_not(licence: str) -> None:
    assert not is_acceptable(licence)


def test_every_runtime_package_has_its_notice(notices: ModuleType) -> None:
    written = (CHECKOUT / "THIRD-PARTY-NOTICES").read_text(encoding="utf-8").splitlines()
    packages = notices.runtime_packages(notices.our_requirements())
    assert [p for p in packages if notices.notice(p).name not in written] == []


@pytest.fixture(scope="module")
def notices() -> ModuleType:
    """Return packaging/third_party_notices.py, which lies in no package, as a module."""
    path = CHECKOUT / "packaging" / "third_party_notices.py"
    spec = spec_from_file_location("third_party_notices", path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their own module up
    spec.loader.exec_module(module)
    return module


def is_acceptable(licence: str) -> bool:
    """Whether one of the choices a licence gives needs neither the GPL nor the AGPL."""
    return any("GPL" not in _without_lesser(choice) for choice in licence.split(" OR "))


def _without_lesser(licence: str) -> str:
    short = licence.replace("General Public License", "GPL").replace("Lesser GPL", "")
    return short.replace("LGPL", "")
