"""What can go wrong with the store, each with its code, whose doing it is, a sentence for the worker and a next step.

Promise: every failure of this room is one of these classes, says what is safe, and holds no name, answer or path.
Never here: a failure that leads to a new empty store, to an unencrypted one, or to a deleted file.
Blame as everywhere: `ours` (a bug), `theirs` (the machine or the disk), `yours` (something typed or chosen).
"""

from __future__ import annotations

from typing import ClassVar


class StoreError(Exception):
    """Something the store could not do. `str()` is the sentence for the worker."""

    code: ClassVar[str] = "store"
    blame: ClassVar[str] = "ours"
    sentence: ClassVar[str] = "Something went wrong in this laptop's store. What you saved is safe."
    next_step: ClassVar[str] = "Ring support with the code."

    def __init__(self, detail: str = "") -> None:
        super().__init__(self.sentence)
        self.detail = detail
        """For support: what was seen, in fixed words and numbers, never content."""


class StoreMissing(StoreError):
    """A key header without its store file: nothing is made in its place."""

    code = "store_missing"
    blame = "theirs"
    sentence = "Fieldapp can't find this laptop's store. Nothing has been changed."
    next_step = "Ring support with the code. Do not delete anything."


class StoreExists(StoreError):
    """Asked to create a store where files already are."""

    code = "store_exists"
    sentence = "There is already a store here. It was left as it is."
    next_step = "Unlock the store that is there."


class StoreNotEncrypted(StoreError):
    """The file is a plain SQLite database: not ours, or tampered with."""

    code = "store_not_encrypted"
    blame = "theirs"
    sentence = "This laptop's store isn't encrypted, so Fieldapp won't open it. Nothing has been changed."
    next_step = "Ring support with the code."


class CipherMissing(StoreError):
    """The database driver has no cipher (or not the one we rely on)."""

    code = "cipher_missing"
    blame = "theirs"
    sentence = "This installation of Fieldapp lacks its encryption, so it won't open the store."
    next_step = "Install Fieldapp again. The store stays as it is."


class WrongStoreKey(StoreError):
    """The key does not open the file, or the file's first page is damaged: the two look the same."""

    code = "store_key"
    blame = "theirs"
    sentence = "The store doesn't open with its key. Nothing has been changed."
    next_step = "Ring support with the code. Do not delete anything."


class StoreDamaged(StoreError):
    """The key opens the store, but part of it is not as it was written."""

    code = "store_damaged"
    blame = "theirs"
    sentence = "Part of this laptop's store is damaged. Nothing has been changed."
    next_step = "Ring support with the code. Do not delete anything."


class StoreNewer(StoreError):
    """A newer Fieldapp has used this store."""

    code = "store_newer"
    blame = "yours"
    sentence = "A newer Fieldapp has used this store. This older one leaves it alone."
    next_step = "Start the newer Fieldapp."


class StoreInUse(StoreError):
    """Another process holds the store open for writing."""

    code = "store_in_use"
    blame = "theirs"
    sentence = "Fieldapp is already open on this laptop."
    next_step = "Go to the window that is open."


class StorageFull(StoreError):
    """The disk is full: nothing of this save was written, and what was saved before is safe."""

    code = "storage_full"
    blame = "theirs"
    sentence = "Not saved yet. This laptop's disk is full. Keep this window open; Fieldapp keeps trying."
    next_step = "Free some space: empty the bin, or remove large files that are not Fieldapp's."


class StorageFailed(StoreError):
    """The disk refused a write for another reason."""

    code = "storage_failed"
    blame = "theirs"
    sentence = "Not saved yet. The disk didn't take it. Keep this window open; Fieldapp keeps trying."
    next_step = "If it goes on, ring support with the code before closing Fieldapp."


class DraftElsewhere(StoreError):
    """A draft belongs to one document, form and family, and is refused anywhere else."""

    code = "draft_elsewhere"
    sentence = "This draft belongs to another note. It was left as it is."
    next_step = "Open it from Drafts."


class DraftGone(StoreError):
    """No such open draft: it was finished or discarded."""

    code = "draft_gone"
    sentence = "This draft was already finished or removed."
    next_step = "Look in the family file, or under Put back."


class NotEnrolled(StoreError):
    """Saving needs a device and a user, and this store has none yet."""

    code = "not_enrolled"
    sentence = "This laptop isn't set up for you yet."
    next_step = "Set it up with a code from your manager."


class KeyHeaderMissing(StoreError):
    """Neither copy of the key header is there."""

    code = "keys_missing"
    blame = "theirs"
    sentence = "Fieldapp can't find the key for this laptop's store. Nothing has been changed."
    next_step = "Ring support with the code."


class HeaderDamaged(StoreError):
    """Neither copy of the key header can be read as it was written, or it asks for less than the floor."""

    code = "keys_damaged"
    blame = "theirs"
    sentence = "Fieldapp can't find the key for this laptop's store. Nothing has been changed."
    next_step = "Ring support with the code."


class KeyHeaderWeakened(HeaderDamaged):
    """The header asks for a cheaper key derivation than Fieldapp ever wrote."""

    code = "keys_weakened"


class KeyHeaderNewer(StoreError):
    """A newer Fieldapp wrote the key header."""

    code = "keys_newer"
    blame = "yours"
    sentence = "A newer Fieldapp has used this store. This older one leaves it alone."
    next_step = "Start the newer Fieldapp."


class PassphraseTooEasy(StoreError):
    """The passphrase offered is shorter than 12 characters and not four words, or on the deny list."""

    code = "passphrase_easy"
    blame = "yours"
    sentence = "Too easy to guess."
    next_step = "Use four random words, or at least 12 characters."


class WrongPassphrase(StoreError):
    """The passphrase does not open the store. `wait_s` is how long until the next try is taken."""

    code = "passphrase_wrong"
    blame = "yours"
    sentence = "That passphrase isn't right. Try again."
    next_step = "Try again."

    def __init__(self, wait_s: int = 0, detail: str = "") -> None:
        super().__init__(detail)
        self.wait_s = wait_s


class TooManyTries(WrongPassphrase):
    """No try is taken before `wait_s` seconds have passed; nothing was checked and nothing is deleted."""

    code = "passphrase_wait"
    sentence = "Wait, then try again. Nothing is deleted, however many times you try."
    next_step = "Wait."
