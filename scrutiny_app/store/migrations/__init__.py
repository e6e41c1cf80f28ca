"""Every change of the database's shape, oldest first; one module each, named as its function.

Plain SQL; one that has shipped stays as it is. The modules import nothing of ours: a migration
must do in ten years what it did when it was written. Whoever adds one adds it here, its name to
``SHAPE`` in ``upgrade.py``, and a fixture in ``tests/store/files``.
"""

from __future__ import annotations

from sqlite_utils import Migrations

from scrutiny_app.store.migrations.m0001_first_shape import m0001_first_shape
from scrutiny_app.store.migrations.m0002_issues import m0002_issues
from scrutiny_app.store.migrations.m0003_reports import m0003_reports
from scrutiny_app.store.migrations.m0004_not_for_publication import m0004_not_for_publication
from scrutiny_app.store.migrations.m0005_withheld_papers_last import m0005_withheld_papers_last
from scrutiny_app.store.migrations.m0006_budget_proposals import m0006_budget_proposals
from scrutiny_app.store.migrations.m0007_standing_items import m0007_standing_items
from scrutiny_app.store.migrations.m0008_work_programmes import m0008_work_programmes
from scrutiny_app.store.migrations.m0009_noted_minutes import m0009_noted_minutes

migrations = Migrations("scrutiny_app")

for _one in (
    m0001_first_shape,
    m0002_issues,
    m0003_reports,
    m0004_not_for_publication,
    m0005_withheld_papers_last,
    m0006_budget_proposals,
    m0007_standing_items,
    m0008_work_programmes,
    m0009_noted_minutes,
):
    migrations()(_one)
