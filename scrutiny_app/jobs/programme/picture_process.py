"""Picture how topics are chosen: the flow chart of the printed process, as pixels."""

from __future__ import annotations

from scrutiny_app.documents.pdf.figures import figure_pixels
from scrutiny_app.documents.programmes.process_picture import process_picture
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.rulebook.prioritisation_methods import prioritisation_method


def picture_process(
    method: str, *, style: str = "neutral", scale: float = 2.0, progress: Progress = silent
) -> tuple[bytes, str]:
    """Return the flow chart of a method as a PNG, ``scale`` pixels a point, and what it tells.

    Raises:
        NotFound: there is no such method or house style.
    """
    progress("Drawing", 0, 1)
    figure = process_picture(prioritisation_method(method))
    return figure_pixels(figure, house_style(style).type.family, scale=scale), figure.alt
