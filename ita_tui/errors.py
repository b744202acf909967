"""The one tree of errors a user may meet; every message and hint is a Thai sentence ready to be shown."""


class ItaError(Exception):
    """Something the user must be told: what happened and why (`message`), and what to do (`hint`)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class BadText(ItaError, ValueError):
    """A text that cannot be read as what it should be (a date, a time, a number, a name)."""


class RuleBroken(ItaError):
    """An act that the rules of the meeting do not allow now."""


class NotFound(ItaError):
    """Something asked for by name or number that is not there."""


class StoreError(ItaError):
    """The data folder could not do what was asked."""


class Damaged(StoreError):
    """A file does not hold what was once written to it."""


class TooNew(StoreError):
    """A file was written by a later version of the program."""


class LockedByAnother(StoreError):
    """Another window holds the data folder for writing."""


class CannotWrite(StoreError):
    """The system refused to write (rights, full disk, a folder that went away)."""


class ExportError(ItaError):
    """A document could not be made."""


class CannotPrint(ExportError):
    """A document could not be handed to a printer, or to the program that shows it."""


class NoPrinter(CannotPrint):
    """There is no printer to hand a document to."""
