"""The wheel is whole: installed without the checkout, the program still finds its resources."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

CHECKOUT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, with the hatchling installed here and no network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = f"from hatchling.build import build_wheel; build_wheel({str(folder)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=CHECKOUT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_every_resource_and_both_notices(wheel: Path) -> None:
    inside = set(ZipFile(wheel).namelist())
    resources = [path for path in (CHECKOUT / "resources").rglob("*") if path.is_file()]
    expected = {f"scrutiny_app/{path.relative_to(CHECKOUT).as_posix()}" for path in resources}
    assert expected
    assert expected <= inside
    licences = {name.rpartition("/")[2] for name in inside if "/licenses/" in name}
    assert licences == {"LICENSE", "THIRD-PARTY-NOTICES"}


def test_an_installed_wheel_finds_its_resources_without_the_checkout(
    wheel: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", site, wheel], check=True, capture_output=True)
    ask = (
        "from scrutiny_app.resource_files import resource; "
        "from scrutiny_app.rulebook.house_styles import house_style_names; "
        "print(resource('sample', 'meeting.toml')); print(*house_style_names())"
    )
    told = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site)},
        check=True,
        capture_output=True,
        text=True,
    )
    found, styles = told.stdout.splitlines()
    assert Path(found).is_relative_to(site)
    assert "neutral" in styles.split()
