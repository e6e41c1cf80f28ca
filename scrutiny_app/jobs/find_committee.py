"""Find the committee that an officer names."""

from __future__ import annotations

import difflib

from scrutiny_app.domain.committee import Committee
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.store.store import Store


def find_committee(store: Store, name: str) -> Committee:
    """Return the committee of a name, whatever its capitals and apostrophes.

    Raises:
        NotFound: there is none; the sentence tells which there are.
        WrongInput: several councils have one of this name.
    """
    known = store.committees.list()
    found = [one for one in known if _flat(one.name) == _flat(name)]
    if len(found) > 1:
        raise WrongInput(
            f'There are {len(found)} committees called "{name}" in this workspace. Give one of '
            "them another name first."
        )
    if found:
        return found[0]
    names = [one.name for one in known]
    near = difflib.get_close_matches(name, names, n=1)
    hint = f'Did you mean "{near[0]}"?' if near else f"There are: {'; '.join(names) or 'none'}."
    raise NotFound(f'There is no committee called "{name}" in this workspace. {hint}')


def _flat(name: str) -> str:
    return " ".join(name.replace("\u2019", "'").replace("&", "and").casefold().split())
