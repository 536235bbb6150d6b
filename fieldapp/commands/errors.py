"""What a command may refuse, each with a sentence for the person who asked.

Promise: nothing was changed when one of these is raised. Never here: failures of the disk (fieldapp/store/errors) or
of the line (fieldapp/protocol/codes), which pass through commands as they are.
"""

from __future__ import annotations

from typing import ClassVar


class CommandRefused(Exception):
    """The command cannot be done as asked. `str()` is the sentence."""

    code: ClassVar[str] = "refused"
    blame: ClassVar[str] = "yours"
    sentence: ClassVar[str] = "That can't be done here."
    next_step: ClassVar[str] = ""

    def __init__(self, detail: str = "") -> None:
        super().__init__(self.sentence)
        self.detail = detail


class FormMissing(CommandRefused):
    """The form is not on this laptop (yet)."""

    code = "form_missing"
    blame = "theirs"
    sentence = "This form hasn't arrived on this laptop yet. It comes with the next contact."
    next_step = "Try again after the next contact."


class DocumentMissing(CommandRefused):
    """The document is not on this laptop, or was deleted."""

    code = "document_missing"
    blame = "theirs"
    sentence = "This record isn't on this laptop any more."
    next_step = "Look in the family file."


class WhyNeeded(CommandRefused):
    """A caution field is decided, or a note finished with gaps, only with a reason."""

    code = "why_needed"
    sentence = "Say why, in a few words. It stays with the record."
    next_step = "Fill in Why."


class StillToChoose(CommandRefused):
    """The other person's version raised more questions than this decision answers."""

    code = "still_to_choose"
    sentence = "There is more to choose in this record. Choose each answer, then save."
    next_step = "Choose the answers that are left."

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__(f"{len(keys)} left")
        self.keys = keys
        """The keys that are still to be chosen."""


class NothingOpen(CommandRefused):
    """The question was decided meanwhile."""

    code = "nothing_open"
    blame = "theirs"
    sentence = "This was decided already. Nothing was changed."
    next_step = "Look at the record."


class NoLaterQuestion(CommandRefused):
    """Only questions that are asked later can be answered later, in the statement itself."""

    code = "not_later"
    blame = "ours"
    sentence = "That answer belongs to the note itself."
    next_step = "Open the note to change it."


class NotSavedThere(CommandRefused):
    """A copy could not be written where it was meant to go; what was begun was taken away again."""

    code = "not_saved_there"
    blame = "theirs"
    sentence = (
        "The copy could not be saved there. Nothing was shared, and nothing is lost. Choose another place."
    )
    next_step = "Save it in another folder."


class NoRoomThere(NotSavedThere):
    """The disk or stick is full."""

    code = "no_room_there"
    sentence = "There is no room left there. Nothing was shared, and nothing is lost. Choose another place."


class FolderNotWritable(NotSavedThere):
    """This user may not write there."""

    code = "folder_not_writable"
    sentence = "You can't save in that folder. Nothing was shared, and nothing is lost. Choose another place."


class FolderMissing(NotSavedThere):
    """The folder, or the stick it is on, has gone."""

    code = "folder_missing"
    sentence = (
        "That folder isn't there any more. Nothing was shared, and nothing is lost. Choose another place."
    )
