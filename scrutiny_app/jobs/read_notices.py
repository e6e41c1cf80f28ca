"""Read the licences of what the program stands on, as they are installed here."""

from __future__ import annotations

from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata, requires

_OURS = "scrutiny-app"


def read_notices() -> str:
    """Return a line for every package that the program asks for: name, version and licence."""
    return "\n".join(line for name in _named() for line in _lines(name))


def _named() -> list[str]:
    try:
        wanted = requires(_OURS) or []
    except PackageNotFoundError:
        return []
    return sorted({_bare(one) for one in wanted}, key=str.casefold)


def _bare(requirement: str) -> str:
    for sign in ";<>=!~[( ":
        requirement = requirement.partition(sign)[0]
    return requirement


def _lines(name: str) -> list[str]:
    try:
        about = metadata(name)
    except PackageNotFoundError:
        # Asked for on another system only
        return []
    told = (*(about.get_all("License-Expression") or ()), *_classified(about), *_short(about))
    licence = next(iter(told), "see its own pages")
    return [f"{about['Name']} {about['Version']}: {licence}"]


def _classified(about: PackageMetadata) -> list[str]:
    classifiers = about.get_all("Classifier") or []
    return [one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License ::")]


def _short(about: PackageMetadata) -> list[str]:
    """Return the licence's name; some packages put its whole text there."""
    return [one for one in about.get_all("License") or [] if one and "\n" not in one]
