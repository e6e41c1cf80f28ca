"""Find the committee of a name, or make it where a workspace does not have it yet."""

from __future__ import annotations

from scrutiny_app.domain.committee import Committee, Council
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import CommitteeId, CouncilId
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store

_UNNAMED = "The council"


def settle_committee(store: Store, name: str, council: str = "") -> Committee:
    """Return the committee of this name; one that is new is made in a step of its own.

    A new one belongs to the ``council`` named, else to the only one there is; a workspace without
    any gets one, whose name a meeting file or the window gives later.

    Raises:
        WrongInput: the name is empty, or there are several councils and none was named.
    """
    wanted = " ".join(name.split())
    if not wanted:
        raise WrongInput("The committee has no name. Give it as the council writes it.")
    known = [
        one
        for one in store.committees.list()
        if one.name.casefold() == wanted.casefold() and _is_of(store, one, council)
    ]
    if known:
        return known[0]
    host = _host(store, council)
    made = Committee(CommitteeId(new_key()), wanted, host.id)
    with store.step(f"Add {wanted}"):
        store.councils.write(host)
        store.committees.write(made)
    return made


def _is_of(store: Store, committee: Committee, council: str) -> bool:
    host = store.councils.get(committee.host)
    return not council or (host is not None and host.name.casefold() == council.casefold())


def _host(store: Store, name: str) -> Council:
    if name:
        return store.councils.by_name(name) or Council(CouncilId(new_key()), name)
    hosts = {one.host for one in store.committees.list()}
    if len(hosts) > 1:
        raise WrongInput("There are several councils in this workspace. Say whose committee it is.")
    known = store.councils.get(hosts.pop()) if hosts else None
    return known or Council(CouncilId(new_key()), _UNNAMED)
