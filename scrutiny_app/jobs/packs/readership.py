"""Who a file is made for: everybody, or those who may read what is not for publication."""

from __future__ import annotations

from dataclasses import dataclass, field

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.errors import WrongInput


@dataclass(frozen=True, slots=True)
class Readership:
    """The edition that readers get, and the password that locks it, empty for an open file."""

    edition: Edition = Edition.PUBLIC
    password: str = field(default="", repr=False)


EVERYBODY = Readership()


def readership(edition: Edition, password: str | None) -> Readership:
    """Return who a file is for; ``password`` is None where it is not to be locked.

    Raises:
        WrongInput: a public file was to be locked, or the password is too short.
    """
    if password is None:
        return Readership(edition)
    if edition is Edition.PUBLIC:
        raise WrongInput(
            "A public pack is for everybody, so it takes no password. Ask for the full edition, "
            "or leave the password out."
        )
    from scrutiny_app.documents.pdf.encryption import checked_password

    return Readership(edition, checked_password(password))
