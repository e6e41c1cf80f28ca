"""What the officer can put right, each fact with its sentence and its exit code."""

from __future__ import annotations


class ScrutinyError(Exception):
    """A fact that stops the work, told in a sentence an officer can act on.

    ``str(error)`` is that sentence. ``exit_code`` is what the command line ends with;
    it belongs to the family, so a script can tell a refused paper from a busy workspace.
    """

    exit_code = 1


class WrongInput(ScrutinyError):
    """Something typed, or a meeting file, does not say what it must."""

    exit_code = 2


class NoticeTooShort(WrongInput):
    """An agenda would come out with less notice than is needed, and nobody said why."""


class NotFound(ScrutinyError):
    """What was asked for is not in this workspace, or not where it was said to be."""

    exit_code = 3


class PaperRefused(ScrutinyError):
    """A paper cannot be taken in; the sentence says why and what to do next."""

    exit_code = 4


class PackNotReady(ScrutinyError):
    """The pack cannot be built yet; the sentence names what is missing."""

    exit_code = 5


class WorkspaceInUse(ScrutinyError):
    """Somebody else holds the workspace; the sentence names the holder."""

    exit_code = 6


class WorkspaceTooNew(ScrutinyError):
    """The workspace was made by a later version of the program."""

    exit_code = 7


class WorkspaceDamaged(ScrutinyError):
    """The workspace does not hold what it recorded: a file is missing, altered or broken."""

    exit_code = 8


class NotWritten(ScrutinyError):
    """A file could not be written (disk full, no permission); what stood there still stands."""

    exit_code = 9


class NothingToUndo(ScrutinyError):
    """There is no step left that can be taken back."""

    exit_code = 10


class InstallationUnsound(ScrutinyError):
    """The program itself must be mended before any data is opened."""

    exit_code = 11


class LeakFound(ScrutinyError):
    """A written public file holds what only withheld papers hold; it was not kept."""

    exit_code = 12
