"""SQLCipher, keys, drafts, outbox, search, attachments: the one keeper of this laptop's data.

Promise: nothing saved is lost, nothing is ever in plain text on the disk, and a store that does not open is never
replaced by an empty one. Never here: the network, Qt, what a conflict means to people.
"""

from .bus import Bus
from .drafts import Draft, DraftKey
from .errors import StoreError
from .people import Device, KnownDevice, KnownUser
from .questions import OpenQuestionView
from .reckoning import Contact, ShownTime
from .saving import Change, Saved
from .search import Hit
from .shelf import PublishedForm
from .store import Store
from .waiting import Counts, Waiting, WaitingItem

__all__ = [
    "Bus",
    "Change",
    "Contact",
    "Counts",
    "Device",
    "Draft",
    "DraftKey",
    "Hit",
    "KnownDevice",
    "KnownUser",
    "OpenQuestionView",
    "PublishedForm",
    "Saved",
    "ShownTime",
    "Store",
    "StoreError",
    "Waiting",
    "WaitingItem",
]
