"""Find the committee that an officer names."""

from __future__ import annotations

import difflib

from scrutiny_app.domain.committee import Committee, Council
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.ids import CommitteeId, CouncilId
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store

UNNAMED_COUNCIL = "The council"


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


def find_or_begin_committee(store: Store, name: str) -> Committee:
    """Return the committee of a name; in a workspace without any, the record of a new one.

    A new one is not written: that belongs to the step it is needed for. Its council is the only
    one of the workspace, or is yet to be named.

    Raises:
        NotFound: there are committees and none has this name.
    """
    if store.committees.list():
        return find_committee(store, name)
    return Committee(CommitteeId(new_key()), " ".join(name.split()), _council(store).id)


def write_new_committee(store: Store, committee: Committee) -> None:
    """Write a committee that is not in the workspace yet. Call it inside ``Store.step``."""
    if store.committees.get(committee.id) is not None:
        return
    if store.councils.get(committee.host) is None:
        store.councils.write(Council(committee.host, UNNAMED_COUNCIL))
    store.committees.write(committee)


def _council(store: Store) -> Council:
    known = store.councils.list()
    return known[0] if known else Council(CouncilId(new_key()), UNNAMED_COUNCIL)


def _flat(name: str) -> str:
    return " ".join(name.replace("\u2019", "'").replace("&", "and").casefold().split())
