from __future__ import annotations

from collections.abc import Iterator

import pytest

from scrutiny_app.documents.intake.intake_child import IntakeChild


@pytest.fixture(scope="session")
def warm_child(tmp_path_factory: pytest.TempPathFactory) -> Iterator[IntakeChild]:
    """One child for all tests that do not harm it on purpose, as a day's papers share one."""
    with IntakeChild(tmp_path_factory.mktemp("staging")) as child:
        yield child
