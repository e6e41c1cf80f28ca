from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_app.jobs.desk import Desk
from scrutiny_app.store.store import create_store
from tests.build import clock


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty workspace on an officer's desk."""
    folder = tmp_path / "workspace"
    create_store(folder, who="jo", clock=clock).close()
    return Desk(folder, "jo", clock)
