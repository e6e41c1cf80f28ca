from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_app.jobs.desk import Desk
from tests.build import clock
from tests.fresh import an_empty_workspace


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty workspace on an officer's desk."""
    return Desk(an_empty_workspace(tmp_path / "workspace"), "jo", clock)
