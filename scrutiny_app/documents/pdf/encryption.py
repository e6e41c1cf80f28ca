"""What guards a pack that is not for publication: the words on its pages, and its lock."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from pikepdf import Encryption, Permissions

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import PaperId

SHORTEST_PASSWORD = 12
# What the standard uses of a password; a longer one would be cut off without a word
_MOST_BYTES = 127
_OPEN_TO_ALL_WHO_MAY_READ = Permissions(
    accessibility=True,
    extract=True,
    modify_annotation=True,
    modify_assembly=True,
    modify_form=True,
    modify_other=True,
    print_lowres=True,
    print_highres=True,
)


@dataclass(frozen=True, slots=True)
class Guard:
    """What each withheld paper's pages bear, and the password; without one the file is open."""

    markings: Mapping[PaperId, str] = field(default_factory=lambda: MappingProxyType({}))
    password: str = field(default="", repr=False)


NO_GUARD = Guard()


def checked_password(text: str) -> str:
    """Return a password in the form the standard asks for.

    Raises:
        WrongInput: it is empty, too short to keep anybody out, too long, or holds a control
            character.

    Source: ISO 32000-2, 7.6.4.3.3 (SASLprep, 127 bytes); three random words have 12 letters.
    """
    password = unicodedata.normalize("NFKC", text)
    if len(password) < SHORTEST_PASSWORD:
        raise WrongInput(
            f"The password has fewer than {SHORTEST_PASSWORD} characters, so it could be guessed. "
            "Write a longer one on the first line of the password file: three random words do."
        )
    if len(password.encode()) > _MOST_BYTES or not password.isprintable():
        raise WrongInput(
            "The password is too long or holds a character that cannot be typed. Write up to "
            f"{_MOST_BYTES} letters, digits and signs on the first line of the password file."
        )
    return password


def lock(password: str) -> Encryption | None:
    """Return AES-256 encryption under a password, or None for a file that anybody may open.

    Whoever has the password may read aloud, copy, print and annotate. The owner's password is
    random and kept by nobody: there is no second way in.

    Source: ISO 32000-2, 7.6.4 (revision 6).
    """
    if not password:
        return None
    return Encryption(
        owner=secrets.token_urlsafe(32),
        user=password,
        R=6,
        aes=True,
        metadata=True,
        allow=_OPEN_TO_ALL_WHO_MAY_READ,
    )
