"""Record an import of a work programme that was looked at and accepted."""

from __future__ import annotations

from datetime import date

from scrutiny_app.domain.committee import Committee
from scrutiny_app.domain.programme.merge import MergedProgramme, merge_programme, refuse_problems
from scrutiny_app.domain.programme.preview import ProgrammePreview
from scrutiny_app.jobs.programme.start_programme import start_programme
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store


def record_programme(
    store: Store, committee: Committee, preview: ProgrammePreview, *, on: date
) -> MergedProgramme:
    """Import a preview into a committee's programme for its year, as one step.

    The programme is started if there is none. Importing the same file again changes nothing.

    Raises:
        WrongInput: the preview has problems; every one is named and nothing was written.
    """
    refuse_problems(preview)
    before = start_programme(store, committee.id, preview.municipal_year)
    merged = merge_programme(preview, before, on=on, new_key=new_key)
    if merged.programme == store.programmes.of(committee.id, before.municipal_year):
        return merged
    with store.step(f"Import {committee.name} work programme from {preview.file_name}"):
        store.programmes.write(merged.programme)
    return merged
