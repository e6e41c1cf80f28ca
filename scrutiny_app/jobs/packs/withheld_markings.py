"""What the pages of withheld papers bear in a file."""

from __future__ import annotations

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import PackPlan
from scrutiny_app.domain.exclusion import marking_of
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.rulebook.exempt_reasons import exempt_descriptions


def withheld_markings(agenda: Agenda, plan: PackPlan, style: HouseStyle) -> dict[PaperId, str]:
    """Return what the pages of every withheld paper in a plan bear; nothing in a public one."""
    descriptions = exempt_descriptions(agenda.council.nation)
    return {
        paper.id: marking_of(paper, style.private, descriptions)
        for paper in plan.papers
        if not paper.public
    }
