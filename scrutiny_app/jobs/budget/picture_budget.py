"""Picture what budget proposals come to: the charts of the schedule, as pixels for the window."""

from __future__ import annotations

from dataclasses import dataclass

from scrutiny_app.documents.blocks import Figure
from scrutiny_app.documents.budget.budget_charts import services_chart, years_chart
from scrutiny_app.domain.budget.proposal import ProposalSet
from scrutiny_app.domain.budget.totals import Grouping, phasing, reductions, totals_by
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.rulebook.budget_words import budget_words
from scrutiny_app.rulebook.house_styles import house_style


@dataclass(frozen=True, slots=True)
class BudgetPicture:
    """One chart: ``png`` is it in pixels, ``alt`` what it tells in words.

    ``width`` and ``height`` are its size in points.
    """

    title: str
    png: bytes
    alt: str
    width: float
    height: float


def picture_budget(
    whole: ProposalSet,
    grouping: Grouping = Grouping.SERVICE,
    *,
    style: str = "neutral",
    scale: float = 2.0,
    progress: Progress = silent,
) -> tuple[BudgetPicture, ...]:
    """Return the charts of a set, ``scale`` pixels a point: by group, and how reductions fall."""
    progress("Drawing", 0, 1)
    said = budget_words().schedule
    family = house_style(style).type.family
    title = said.by_service if grouping is Grouping.SERVICE else f"By {grouping.label.lower()}"
    charts = [(title, services_chart(totals_by(whole, grouping), title))]
    if reductions(whole):
        charts.append((said.by_year, years_chart(phasing(whole), said.by_year)))
    return tuple(_picture(title, figure, family, scale) for title, figure in charts)


def _picture(title: str, figure: Figure, family: str, scale: float) -> BudgetPicture:
    # The window knows the pictures by their class, and draws none itself
    from scrutiny_app.documents.pdf.figures import figure_pixels

    png = figure_pixels(figure, family, scale=scale)
    return BudgetPicture(title, png, figure.alt, figure.width, figure.height)
