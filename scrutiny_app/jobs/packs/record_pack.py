"""Record a pack that was made: its receipt, and the pages for the search."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from scrutiny_app.domain.agenda_pack import Edition, PackLayout
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.jobs.packs.pack_order import MadePack
from scrutiny_app.jobs.packs.remember_layout import remember_layout
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class BuiltPack:
    """The record of the pack, and where everything stands in it."""

    receipt: PackReceipt
    layout: PackLayout


def record_pack(store: Store, made: MadePack, *, at: datetime) -> BuiltPack:
    """Put the receipt of a pack on record, built at a moment (UTC).

    It holds whatever became of the agenda meanwhile: the receipt says of which files it was made.
    """
    plan = made.layout.plan
    receipt = PackReceipt(
        plan.agenda.meeting.id,
        plan.edition,
        made.file.name,
        made.layout.page_count,
        made.sha256,
        tuple((paper.id, paper.version.original_sha256) for paper in plan.papers if paper.version),
        at,
        made.problems,
    )
    store.packs.record(receipt)
    if plan.edition is Edition.PUBLIC:
        style = house_style(made.agenda.council.house_style)
        remember_layout(store, made.agenda, made.layout, style)
    return BuiltPack(receipt, made.layout)
