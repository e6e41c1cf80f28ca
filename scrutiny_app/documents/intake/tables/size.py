"""How large a table may be before it is refused."""

from __future__ import annotations

from scrutiny_app.domain.errors import PaperRefused

# The largest real budget book has some 2,000 rows
_MOST_ROWS = 20_000
_MOST_CELLS = 500_000
_COPY = "Copy the rows that are wanted into a new file, and choose that."


def refuse_too_large(where: str, rows: int, columns: int) -> None:
    """Return quietly when a table is of a size that a person could have made.

    Raises:
        PaperRefused: it is larger.
    """
    if rows > _MOST_ROWS or rows * columns > _MOST_CELLS:
        raise PaperRefused(
            f"{where} has {rows:,} rows and {columns:,} columns, more than can be looked through. "
            f"{_COPY}"
        )


def refuse_too_many(where: str, cells: int) -> None:
    """Return quietly while all the tables of a file have no more cells than a person could make.

    Raises:
        PaperRefused: they have.
    """
    if cells > _MOST_CELLS:
        raise PaperRefused(
            f"{where} have more than {_MOST_CELLS:,} cells, more than can be looked through. "
            f"{_COPY}"
        )
